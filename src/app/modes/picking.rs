//! The hide prompt: what a new rule hides, and where it applies.

use super::dimmed::show_place;
use super::dimmed::step_places;
use super::mode::Asked;
use super::mode::Mode;
use super::picker::SCOPES;
use super::picker::ScopeChoice;
use super::picker::{Picker, PickerRow};
use super::turn::Turn;
use crate::app::desk::desk::Desk;
use crate::app::desk::hide::target;
use crate::app::desk::rule_files::next_rule_file;
use crate::app::desk::rule_files::rule_file;
use crate::app::desk::saving::add_rule;
use crate::app::desk::survey::survey;
use std::sync::Arc;

use crate::app::jobs::{Lookup, Question};
use crate::app::keys::Action;
use crate::article::Article;
use crate::boilerplate::{Candidate, Choice, Fit, HiddenBy, Marked, Rule, Scope, Way, candidates, new_rule, pattern};
use crate::text::Span;

/// Words of articles that are read to find the rarest phrase: as many as a key has time for.
const COUNTED: usize = 50_000;

/// Opens the picker on the marked sentences, or on the paragraph under the cursor.
pub(in crate::app) fn ask(desk: &mut Desk, marked: Option<Span>) -> Turn {
    let by_a_rule = |by: &HiddenBy| matches!(by, HiddenBy::Rule(_));
    let Some(marked) = target(desk, marked, by_a_rule) else { return Turn::Stay };
    let article = desk.focused().article;
    let ways = ways(desk, article, marked, None);
    let Some(fit) = ways.first().map(|way| way.fit.clone()) else {
        desk.warn("No words to match");
        return Turn::Stay;
    };
    let rule = new_rule(fit, Scope::Everywhere, &desk.memory.day, &desk.rules.books.all());
    let mut picker = Picker {
        article,
        marked,
        second: None,
        ways,
        chosen: 0,
        scope: usize::from(desk.library.articles[article].known_source().is_some()),
        row: PickerRow::What,
        file: 0,
        rule,
        wrong: None,
        check: Lookup::default(),
        step: None,
        before: None,
    };
    pick(&mut picker, desk);
    Turn::Open(Mode::Picking(Box::new(picker)))
}

/// Takes an action while the picker is open.
pub(in crate::app) fn picking(picker: &mut Picker, desk: &mut Desk, action: Action) -> Turn {
    let (ways, scopes) = (picker.ways.len().max(1), SCOPES.len());
    picker.row = match action {
        Action::NextScope | Action::PreviousScope => PickerRow::Where,
        Action::NextHome => PickerRow::File,
        _ => PickerRow::What,
    };
    match action {
        Action::NextFit => picker.chosen = (picker.chosen + 1) % ways,
        Action::PreviousFit => picker.chosen = (picker.chosen + ways - 1) % ways,
        Action::NextScope => picker.scope = (picker.scope + 1) % scopes,
        Action::PreviousScope => picker.scope = (picker.scope + scopes - 1) % scopes,
        Action::NextHome => picker.file = next_rule_file(desk, picker.article, picker.file),
        Action::Further => second_mark(picker, desk, 1),
        Action::Nearer => second_mark(picker, desk, -1),
        Action::EditWords => return edit_words(picker, desk),
        Action::NextPlace => step_places(picker, desk, 1),
        Action::PreviousPlace => step_places(picker, desk, -1),
        Action::Accept => return accept(picker, desk),
        _ => return Turn::Close,
    }
    if !matches!(action, Action::Further | Action::Nearer | Action::NextPlace | Action::PreviousPlace) {
        pick(picker, desk);
    }
    Turn::Stay
}

/// Takes typed text as the words of the chosen way.
pub(in crate::app) fn take_words(picker: &mut Picker, desk: &mut Desk, words: &str) {
    if let Some(way) = picker.ways.get_mut(picker.chosen) {
        way.fit = with_text(&way.fit, words);
    }
    pick(picker, desk);
}

/// Restores the state before the words were edited, and asks again what the chosen rule would hide.
pub(in crate::app) fn restore_words(picker: &mut Picker, desk: &mut Desk) {
    if let Some(before) = picker.before.take() {
        *picker = *before;
    }
    pick(picker, desk);
}

/// Makes the rule of what is chosen, and asks what it would hide. The present dimming stays until the answer arrives, so that the panes do
/// not flicker.
fn pick(picker: &mut Picker, desk: &mut Desk) {
    let Some(way) = picker.ways.get(picker.chosen) else { return };
    let article = &desk.library.articles[picker.article];
    let place = match SCOPES.get(picker.scope) {
        Some(ScopeChoice::Article) => Scope::Article(article.name.clone()),
        Some(ScopeChoice::Source) => Scope::Source(article.source.clone()),
        _ => Scope::Everywhere,
    };
    picker.wrong = wrong(&way.fit);
    // Its name comes from the marked text, whatever expression finds it.
    let mark = Marked { article, span: picker.marked, choice: Choice::Exactly };
    let all = desk.rules.books.all();
    let named = mark.rule(place.clone(), &desk.memory.day, &all);
    picker.rule = match named {
        Some(named) => Rule { fit: way.fit.clone(), ..named },
        None => new_rule(way.fit.clone(), place, &desk.memory.day, &all),
    };
    picker.step = None;
    if picker.wrong.is_some() {
        picker.check.forget();
        return;
    }
    let ticket = desk.next_ticket();
    picker.check.ask(ticket);
    let question = Question::Rule(picker.rule.clone(), rule_file(desk, picker.article, picker.file).1);
    survey(desk, ticket, question);
}

fn ways(desk: &Desk, article: usize, marked: Span, second: Option<Span>) -> Vec<Candidate> {
    let mut words = 0;
    let few = |article: &&Article| {
        words += article.tokens.len();
        words <= COUNTED
    };
    let counted: Vec<&Article> = desk.library.articles.iter().map(Arc::as_ref).take_while(few).collect();
    let mark = Marked { article: &desk.library.articles[article], span: marked, choice: Choice::Exactly };
    candidates(&mark, second, &counted)
}

/// Moves the second mark by sentences; it never comes before the first.
fn second_mark(picker: &mut Picker, desk: &mut Desk, by: isize) {
    let article = Arc::clone(&desk.library.articles[picker.article]);
    let last = article.sentences.len().saturating_sub(1);
    let first = article.sentence_at(picker.marked.end().saturating_sub(1)).min(last);
    let to = picker.second.unwrap_or(first).saturating_add_signed(by).clamp(first, last);
    if Some(to) == picker.second || (picker.second.is_none() && by < 0) {
        desk.say(if by < 0 { "The second mark is at the first" } else { "Last sentence of the article" });
        return;
    }
    let Some(second) = article.sentences.get(to).map(|sentence| sentence.span) else { return };
    let edited = picker.ways.clone();
    picker.ways = ways(desk, picker.article, picker.marked, Some(second));
    for way in &mut picker.ways {
        if let Some(known) = edited.iter().find(|known| known.way == way.way && way.way != Way::Between) {
            way.fit = known.fit.clone();
        }
    }
    picker.second = Some(to);
    picker.chosen = picker.ways.iter().position(|way| way.way == Way::Between).unwrap_or(picker.chosen);
    show_place(desk, desk.row.focus, second.start());
    pick(picker, desk);
}

fn edit_words(picker: &mut Picker, desk: &mut Desk) -> Turn {
    match picker.ways.get(picker.chosen) {
        Some(Candidate { way: Way::Exactly | Way::Loosely | Way::Between, .. }) | None => {
            desk.warn("Only a beginning, a phrase or a pattern can be edited");
            Turn::Stay
        }
        Some(way) => {
            let line = Mode::line(Asked::Words, way.fit.text());
            picker.before = Some(Box::new(picker.clone()));
            Turn::Open(line)
        }
    }
}

fn accept(picker: &Picker, desk: &mut Desk) -> Turn {
    if let Some(wrong) = &picker.wrong {
        desk.warn(wrong.clone());
        return Turn::Stay;
    }
    let (file, _) = rule_file(desk, picker.article, picker.file);
    add_rule(desk, file, picker.rule.clone());
    Turn::Close
}

/// A fit of the same kind about other words.
pub(in crate::app) fn with_text(fit: &Fit, text: &str) -> Fit {
    let text = text.to_owned();
    match fit {
        Fit::Exactly(_) => Fit::Exactly(text),
        Fit::Loosely(_) => Fit::Loosely(text),
        Fit::BeginsSo(unit, _) => Fit::BeginsSo(*unit, text),
        Fit::Contains(unit, _) => Fit::Contains(*unit, text),
        Fit::Pattern(unit, _) => Fit::Pattern(*unit, text),
        Fit::ToEnd(unit, _) => Fit::ToEnd(*unit, text),
        Fit::Between(unit, ends) => Fit::Between(*unit, crate::boilerplate::Ends { from: text, to: ends.to.clone() }),
    }
}

/// Says why a fit cannot be saved.
pub(in crate::app) fn wrong(fit: &Fit) -> Option<String> {
    match fit {
        Fit::Pattern(_, text) if text.trim().is_empty() => Some("An empty pattern matches nothing".to_owned()),
        Fit::Pattern(_, text) => pattern(text).err(),
        fit if !fit.text().chars().any(char::is_alphanumeric) => Some("No words to match".to_owned()),
        _ => None,
    }
}
