//! The status line: which match the cursor is on, and what differs in it.

use super::ink::Phrase;
use super::one_fact::one_fact_each;
use super::pane::by;
use super::role::Role;
use super::standing_match::{decided, moved, quotes_verbatim};
use crate::app::{self, Action, App, Highlight, Standing};
use crate::app::{is_reviewed, notes_at};
use crate::article::{Article, Extent};
use crate::collate::{Class, Variant, Weight};
use crate::facts::ChangeKind;
use crate::kinds::{Accent, AccentKind};
use crate::page::{NOTED, shortened};
use crate::text::{Pair, Side, named, plural, sign, visible, with_strangers};

/// The most differences that are shown; more would not fit any screen.
const MOST: usize = 12;
/// The most other articles that are named.
const OTHERS: usize = 5;
/// The most characters of a note that are shown, to leave room for what differs; the list of matches shows all of it.
const NOTE: usize = 100;
/// The most columns of a difference that are shown on each side.
pub(super) const LONGEST: usize = 60;
/// The fewest columns to which one is shortened.
const SHORTEST: usize = 12;
/// The columns of an arrow with spaces and of four quotation marks around the two sides of a difference (defined).
const AROUND_BOTH: usize = 7;

/// Describes the reader's place.
pub(super) fn standing(app: &App, width: usize) -> Phrase {
    if let Some(phrase) = alone(app) {
        return phrase;
    }
    match app::standing(&app.desk).filter(|_| app.desk.has_pair()) {
        Some(standing) => on_link(app, &standing, width),
        None => elsewhere(app),
    }
}

/// Says where a step goes from a match that the reader did not step to: the panes may show something else beside it.
fn way(app: &App, standing: &Standing<'_>) -> Phrase {
    let (number, all) = standing.number;
    let said = match standing.next.filter(|_| !standing.stepped && app.desk.finding.search.is_none()) {
        None => return Phrase::default(),
        Some(next) if next == number => "it".to_owned(),
        Some(next) => format!("{next}/{all}"),
    };
    Phrase::default().with(Role::Quiet, format!(" · {} goes to {said}", app.desk.key(Action::NextLink)))
}

/// Describes the match at the cursor.
fn on_link(app: &App, standing: &Standing<'_>, width: usize) -> Phrase {
    let paragraph_link = standing.paragraph_link;
    let (number, all) = standing.number;
    let what = if standing.of == Highlight::Shared { "match" } else { standing.of.name() };
    let mut phrase = Phrase::default().with(Role::Figure, format!("{what} {number}/{all}"));
    if standing.of != Highlight::Class(paragraph_link.class) {
        phrase.push(Role::Quiet, " · ");
        phrase.push(Role::mark(paragraph_link.class), paragraph_link.class.name());
    }
    if paragraph_link.class != Class::Verbatim && quotes_verbatim(app, standing) {
        phrase.push(Role::Quiet, " · the quotation verbatim");
    }
    let (here, there) = (
        paragraph_link.paragraph_ids[app.desk.row.focus].0 + 1,
        paragraph_link.paragraph_ids[app.desk.row.focus.other()].0 + 1,
    );
    phrase.push(Role::Quiet, format!(" · ¶{here} → ¶{there}"));
    if standing.copies > 1 {
        let other = app.desk.row[app.desk.row.focus.other()].article + 1;
        phrase.push(Role::Figure, format!(" · {} copies in {other}", standing.copies));
    }
    if let Some(moved) = moved(app, standing) {
        phrase.push(Role::Quiet, " · ");
        phrase.push(Role::Moved, moved);
    }
    phrase.append(way(app, standing));
    if is_reviewed(&app.desk, paragraph_link) {
        phrase.push(Role::Quiet, " · ✓ reviewed");
    }
    if paragraph_link.echo {
        phrase.push(Role::Quiet, " · repeat of a better match");
    }
    phrase.append(decided(app, standing));
    phrase.append(noted(app));
    // Short differences come before the other articles.
    let differing = differing(app, standing, width.saturating_sub(phrase.width()));
    let first = is_verbatim(standing) || standing.of == Highlight::Facts;
    for part in if first { [differing, also_in(app, "also in")] } else { [also_in(app, "also in"), differing] } {
        phrase.append(part);
    }
    phrase.append(leading(app));
    phrase
}

/// Says which unmatched stretch the cursor is on, if these are highlighted.
fn alone(app: &App) -> Option<Phrase> {
    let (number, all, stretch) = app::alone(&app.desk)?;
    let beside = app.desk.row[app.desk.row.focus.other()].article + 1;
    let what = match app.desk.view.lit {
        Highlight::OnlyHere if app.desk.library.articles.len() > 2 => format!("unmatched in {beside}:"),
        lit => lit.name().to_owned(),
    };
    // The list counts those of all articles.
    let own = match app.desk.view.lit {
        Highlight::InNone => format!(" in article {}", app.desk.focused().article + 1),
        _ => String::new(),
    };
    let mut phrase = Phrase::default().with(Role::Figure, format!("{what} {number}/{all}{own}"));
    let words = stretch.tokens.len();
    let words = plural(words, "word");
    phrase.push(Role::Quiet, format!(" · ¶{} · {words}", stretch.paragraph_id.0 + 1));
    phrase.append(noted(app));
    // Where it is a part of a sentence, others may have the rest.
    let article = app.desk.focused().open_article();
    let sentence = article.sentences.get(app::sentence_here(&app.desk).sentence);
    let whole =
        sentence.is_some_and(|it| stretch.tokens.start <= it.tokens.start && it.tokens.end <= stretch.tokens.end);
    phrase.append(also_in(app, if whole { "also in" } else { "its sentence also in" }));
    Some(phrase)
}

/// Shows the reader's notes on the paragraph at the cursor and on its links.
fn noted(app: &App) -> Phrase {
    let notes = notes_at(&app.desk, app.desk.row.focus, app.desk.focused().paragraph_id());
    let pair = Side::BOTH.map(|side| &**app.desk.row[side].open_article());
    let own = [&**app.desk.focused().open_article()];
    notes.iter().fold(Phrase::default(), |phrase, standing| {
        let said = on_one_row(&standing.note.text);
        let from = standing.note.from(if standing.link.is_some() { &pair } else { &own });
        let phrase = phrase.with(Role::Quiet, " · ").with(Role::Figure, format!("{NOTED} ")).quoted(Role::Text, said);
        from.map_or(phrase.clone(), |from| phrase.with(Role::Quiet, format!(" (written on {})", visible(&from))))
    })
}

pub(super) fn on_one_row(text: &str) -> String {
    match text.char_indices().nth(NOTE) {
        Some((end, _)) => format!("{}{}", text.get(..end).unwrap_or_default(), sign("…")),
        None => text.to_owned(),
    }
}

/// Says where the first link of the paragraph at the cursor leads, and how many more there are.
fn leading(app: &App) -> Phrase {
    let pane = app.desk.focused();
    let article = pane.open_article();
    let Some(paragraph) = article.paragraphs.get(pane.paragraph_id().0) else { return Phrase::default() };
    let address = |look: &Accent| match &look.kind {
        AccentKind::Link(address) => Some(on_one_row(&visible(address))),
        _ => None,
    };
    let mut addresses: Vec<String> = article.typeset.accents_in(paragraph.span).filter_map(address).collect();
    let Some(first) = addresses.pop() else { return Phrase::default() };
    let more = if addresses.is_empty() { String::new() } else { format!(" and {} more", addresses.len()) };
    Phrase::default().with(Role::Quiet, format!(" · {first}{more}"))
}

/// Says which other articles have the statement at the cursor.
fn also_in(app: &App, said: &str) -> Phrase {
    let others = app::also_in(&app.desk);
    let digits: Vec<String> = others.iter().take(OTHERS).map(usize::to_string).collect();
    let more = match others.len().saturating_sub(OTHERS) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    match digits.is_empty() {
        true => Phrase::default(),
        false => {
            Phrase::default().with(Role::Quiet, " · ").with(Role::Text, format!("{said} {}{more}", digits.join(", ")))
        }
    }
}

fn is_verbatim(standing: &Standing<'_>) -> bool {
    standing.matches.iter().all(|found| found.class == Class::Verbatim)
}

/// Says what differs: words before spellings. The first difference is shortened, so that its end has room too.
fn differing(app: &App, standing: &Standing<'_>, room: usize) -> Phrase {
    let articles = Pair::from_fn(|side| app.desk.row[side].open_article().as_ref());
    let all = || standing.matches.iter().flat_map(|found| &found.variants);
    let weighing = |weight: Weight| all().filter(move |variant| variant.weight == weight);
    // What one looks for first is a fact that differs, then a word that a quotation has otherwise.
    let rank = |variant: &Variant| match variant.kinds {
        kinds if kinds.has_fact() => 0,
        kinds if kinds.has(ChangeKind::Quotation) => 1,
        _ => 2,
    };
    let ranked = |wanted| weighing(Weight::Changed).filter(move |variant| rank(variant) == wanted);
    let facts = one_fact_each(articles, ranked(0).cloned().collect());
    let others = ranked(1).chain(ranked(2)).chain(weighing(Weight::Slight));
    let said = facts.into_iter().chain(others.cloned()).take(MOST);
    let (mut phrase, mut said_any) = (Phrase::default(), false);
    for variant in said {
        phrase.push(Role::Quiet, " · ");
        if let Some(kind) = variant.kinds.first().filter(|kind| *kind != ChangeKind::Wording) {
            phrase.push(Role::Quiet, format!("{}: ", kind.name()));
        }
        let half = room.saturating_sub(phrase.width() + AROUND_BOTH) / 2;
        let longest = if said_any { LONGEST } else { half.clamp(SHORTEST, LONGEST) };
        said_any = true;
        phrase.append(describe_variant(articles, app.desk.row.focus, &variant, longest));
    }
    if phrase.is_empty() && is_verbatim(standing) {
        phrase.push(Role::Quiet, " · the same words");
    }
    phrase
}

/// Says what differs between the articles it was found in, seen from one side, with at most so many columns of each side.
pub(super) fn describe_variant(articles: Pair<&Article>, from: Side, variant: &Variant, longest: usize) -> Phrase {
    // What only one side has takes the room of both.
    let lone = Side::BOTH.iter().any(|side| variant.spans[*side].is_empty());
    let longest = if lone { (longest * 2).min(LONGEST) } else { longest };
    let here = words(articles, from, variant, longest);
    let there = words(articles, from.other(), variant, longest);
    let phrase = Phrase::default();
    match (variant.weight, here.is_empty(), there.is_empty()) {
        (Weight::Slight, ..) => phrase.quoted(Role::Text, format!("{here}/{there}")),
        (_, true, _) => phrase.with(Role::Quiet, "+ ").quoted(Role::Text, within(&there)),
        (_, _, true) => phrase.with(Role::Quiet, "− ").quoted(Role::Text, within(&here)),
        _ => phrase.quoted(Role::Text, within(&here)).with(Role::Quiet, " → ").quoted(Role::Text, within(&there)),
    }
}

/// Words of an article in the program's quotation marks.
fn within(words: &str) -> String {
    format!("{}{words}{}", sign("‘"), sign("’"))
}

fn words(articles: Pair<&Article>, side: Side, variant: &Variant, longest: usize) -> String {
    let text = variant.spans[side].of(&articles[side].text);
    // What nobody could tell by sight is named.
    let text = if variant.weight == Weight::Mark { named(text) } else { with_strangers(text) };
    shortened(&text, &[], longest)
}

/// Says which paragraph the cursor is in, if it is not on the current link.
fn elsewhere(app: &App) -> Phrase {
    let pane = app.desk.focused();
    let article = pane.open_article();
    let (at, all) = (pane.paragraph_id(), article.paragraphs.len());
    if all == 0 {
        return Phrase::default();
    }
    let of = if article.extent == Extent::Whole { format!(" of {all}") } else { String::new() };
    let mut phrase = Phrase::default().with(Role::Text, format!("¶{}{of}", at.0 + 1));
    if let Some(hidden) = pane.page.mask().at(pane.cursor) {
        phrase.push(Role::Quiet, format!(" · hidden by {}", by(app, article, std::slice::from_ref(hidden))));
    }
    let collation = app.desk.collation().filter(|_| app.desk.has_pair());
    let row_alone = app::is_row_unmatched(&app.desk);
    let is_alone = collation.is_some_and(|found| found.matches_in(app.desk.row.focus, at).is_empty());
    if (is_alone || row_alone) && !app.desk.collating() && pane.page.mask().at(pane.cursor).is_none() {
        let other = app.desk.row[app.desk.row.focus.other()].article + 1;
        let within = if app.desk.library.articles.len() > 2 { format!(" in {other}") } else { String::new() };
        let said = match app::also_beside(&app.desk) {
            Some(_) => format!("no match{within}, though the synopsis has it there"),
            None if row_alone => format!("this row unmatched{within}"),
            None => format!("unmatched{within}"),
        };
        phrase.push(Role::Text, format!(" · {said}"));
    }
    phrase.append(noted(app));
    phrase.append(also_in(app, "also in"));
    phrase.append(leading(app));
    // While something is searched for, the key steps to it.
    if collation.is_none() || app.desk.finding.search.is_some() {
        return phrase;
    }
    let matches = app.desk.stepping_order(app.desk.view.lit).len();
    let next = app.desk.key(Action::NextLink);
    let said = match (matches, app.desk.view.lit) {
        (_, Highlight::InNone) if app.desk.narrating.is_awaited() => " · comparing all articles …".to_owned(),
        (_, lit) if lit.is_unmatched() => format!(" · {next} steps to unmatched text"),
        (0, lit) => format!(" · no {}", lit.matches()),
        (1, lit) => format!(" · 1 {} · {next} goes to it", lit.matches().replacen("matches", "match", 1)),
        (_, lit) => format!(" · {matches} {} · {next} steps to the next", lit.matches()),
    };
    phrase.push(Role::Quiet, said);
    phrase
}
