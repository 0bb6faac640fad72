//! The picker: what a new rule hides, and where it holds.

use std::sync::Arc;

use super::app::App;
use super::app::Mode;
use super::prompt::Asked;
use crate::app::jobs::Effect;
use crate::app::jobs::Question;
use crate::app::keys::Action;
use crate::article::Article;
use crate::boilerplate::{
    Candidate, Choice, Effect as Hides, Fit, HiddenBy, Marked, Rule, Scope, Warning, Way, pattern,
};
use crate::text::Span;

/// Words of articles by which it is told which phrase is rare: what a key may take time for.
const COUNTED: usize = 50_000;

/// Where a rule can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeChoice {
    /// In this article.
    Article,
    /// In all articles of this one's source.
    Source,
    /// In every article.
    Everywhere,
}

/// The choices of where a rule holds, from narrow to broad.
pub const SCOPES: [ScopeChoice; 3] = [ScopeChoice::Article, ScopeChoice::Source, ScopeChoice::Everywhere];

/// A rule in the making.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picker {
    /// The article in which something is marked, by index.
    pub article: usize,
    /// What is marked.
    pub marked: Span,
    /// The sentence up to which a stretch goes, where the reader set a second mark.
    pub second: Option<usize>,
    /// The ways to hide it, from narrow to broad.
    pub ways: Vec<Candidate>,
    /// The way that is chosen, as an index into `ways`.
    pub chosen: usize,
    /// The choice of where, as an index into [`SCOPES`].
    pub scope: usize,
    /// The choice of the file, by its number among the article's [`App::homes`].
    pub home: usize,
    /// The rule that these choices make.
    pub rule: Rule,
    /// What is wrong with what the reader wrote, if anything is.
    pub wrong: Option<String>,
    /// The survey that counts for it.
    pub ticket: u64,
    /// The survey that was answered last: while it is an older one, only what is dimmed stays.
    pub answered: u64,
    /// What it would hide of each open article; `None` until it is known.
    pub hides: Option<Vec<Hides>>,
    /// What is odd about that.
    pub warnings: Vec<Warning>,
    /// Which of the places it would hide one stands on.
    pub step: Option<usize>,
}

impl Picker {
    /// Gives the way that is chosen.
    pub fn way(&self) -> Option<Way> {
        self.ways.get(self.chosen).map(|way| way.way)
    }

    /// Gives passages and words of each open article, once they are counted.
    pub fn counted(&self) -> Option<Vec<(usize, usize)>> {
        Some(self.hides.as_ref()?.iter().map(|hides| (hides.spans.len(), hides.words)).collect())
    }
}

impl App {
    /// Opens the picker on the marked sentences, or on the paragraph under the cursor.
    pub(super) fn ask(&mut self) -> Vec<Effect> {
        let by_a_rule = |by: &HiddenBy| matches!(by, HiddenBy::Rule(_));
        let Some(marked) = self.target(by_a_rule) else { return Vec::new() };
        let article = self.focused().article;
        let ways = self.ways((article, marked), None);
        let Some(fit) = ways.first().map(|way| way.fit.clone()) else {
            self.warn("there are no words in it to know it by");
            return Vec::new();
        };
        let rule = Rule::new(fit, Scope::Everywhere, &self.day, &self.rules.all());
        self.picked(Picker {
            article,
            marked,
            second: None,
            ways,
            chosen: 0,
            scope: 1,
            home: 0,
            rule,
            wrong: None,
            ticket: 0,
            answered: 0,
            hides: None,
            warnings: Vec::new(),
            step: None,
        })
    }

    /// Takes a key while the picker is open.
    pub(super) fn picking(&mut self, action: Action) -> Vec<Effect> {
        let Mode::Picking(picker) = &self.mode else { return Vec::new() };
        let mut picker = (**picker).clone();
        let (ways, scopes) = (picker.ways.len().max(1), SCOPES.len());
        match action {
            Action::NextFit => picker.chosen = (picker.chosen + 1) % ways,
            Action::PreviousFit => picker.chosen = (picker.chosen + ways - 1) % ways,
            Action::NextScope => picker.scope = (picker.scope + 1) % scopes,
            Action::PreviousScope => picker.scope = (picker.scope + scopes - 1) % scopes,
            Action::NextHome => picker.home = self.next_home(picker.article, picker.home),
            Action::Further => return self.second_mark(picker, 1),
            Action::Nearer => return self.second_mark(picker, -1),
            Action::EditWords => {
                self.edit_words(&picker);
                return Vec::new();
            }
            Action::NextPlace => return self.step_places(1),
            Action::PreviousPlace => return self.step_places(-1),
            Action::Accept => return self.accept(picker),
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return vec![Effect::Quit],
            _ => {
                self.mode = Mode::Reading;
                return Vec::new();
            }
        }
        self.picked(picker)
    }

    /// Asks anew what the chosen rule would hide, since an edit was left.
    pub(super) fn pick_again(&mut self) -> Vec<Effect> {
        match &self.mode {
            Mode::Picking(picker) => self.picked((**picker).clone()),
            _ => Vec::new(),
        }
    }

    /// Takes what is typed for the words of the chosen way.
    pub(super) fn picker_typed(&mut self, said: &str) -> Vec<Effect> {
        let Mode::Picking(picker) = self.beneath() else { return Vec::new() };
        let mut picker = (**picker).clone();
        if let Some(way) = picker.ways.get_mut(picker.chosen) {
            way.fit = with_text(&way.fit, said);
        }
        self.picked(picker)
    }

    /// Makes the rule of what is chosen, and asks what it would hide.
    fn picked(&mut self, mut picker: Picker) -> Vec<Effect> {
        let Some(way) = picker.ways.get(picker.chosen) else { return Vec::new() };
        let article = &self.articles[picker.article];
        let place = match SCOPES.get(picker.scope) {
            Some(ScopeChoice::Article) => Scope::Article(article.name.clone()),
            Some(ScopeChoice::Source) => Scope::Source(article.source.clone()),
            _ => Scope::Everywhere,
        };
        picker.wrong = wrong(&way.fit);
        // It is named after what is marked, whatever expression finds it.
        let mark = Marked { article, span: picker.marked, choice: Choice::Exactly };
        let all = self.rules.all();
        let named = Rule::from_mark(&mark, place.clone(), &self.day, &all);
        picker.rule = match named {
            Some(named) => Rule { fit: way.fit.clone(), ..named },
            None => Rule::new(way.fit.clone(), place, &self.day, &all),
        };
        picker.ticket = self.next_ticket();
        picker.step = None;
        let question = Question::Rule(picker.rule.clone(), self.home(picker.article, picker.home).1);
        let effects = match &picker.wrong {
            Some(_) => {
                picker.hides = None;
                Vec::new()
            }
            None => vec![self.survey(picker.ticket, question)],
        };
        // What was dimmed stays until the answer is here, so that the panes do not flicker.
        *self.beneath_mut() = Mode::Picking(Box::new(picker));
        effects
    }

    fn ways(&self, (article, marked): (usize, Span), second: Option<Span>) -> Vec<Candidate> {
        let mut words = 0;
        let few = |article: &&Article| {
            words += article.tokens.len();
            words <= COUNTED
        };
        let counted: Vec<&Article> = self.articles.iter().map(Arc::as_ref).take_while(few).collect();
        let mark = Marked { article: &self.articles[article], span: marked, choice: Choice::Exactly };
        mark.candidates(second, &counted)
    }

    /// Moves the second mark by sentences; it never comes before the first.
    fn second_mark(&mut self, mut picker: Picker, by: isize) -> Vec<Effect> {
        let article = Arc::clone(&self.articles[picker.article]);
        let last = article.sentences.len().saturating_sub(1);
        let first = article.sentence_at(picker.marked.end().saturating_sub(1)).min(last);
        let to = picker.second.unwrap_or(first).saturating_add_signed(by).clamp(first, last);
        if Some(to) == picker.second || (picker.second.is_none() && by < 0) {
            self.say(if by < 0 { "the second mark stands at the first" } else { "the last sentence of the article" });
            return Vec::new();
        }
        let Some(second) = article.sentences.get(to).map(|sentence| sentence.span) else { return Vec::new() };
        let edited = picker.ways.clone();
        picker.ways = self.ways((picker.article, picker.marked), Some(second));
        for way in &mut picker.ways {
            if let Some(known) = edited.iter().find(|known| known.way == way.way && way.way != Way::Between) {
                way.fit = known.fit.clone();
            }
        }
        picker.second = Some(to);
        picker.chosen = picker.ways.iter().position(|way| way.way == Way::Between).unwrap_or(picker.chosen);
        self.show_place(self.row.focus, second.start());
        self.picked(picker)
    }

    fn edit_words(&mut self, picker: &Picker) {
        match picker.ways.get(picker.chosen) {
            Some(Candidate { way: Way::Exactly | Way::Loosely | Way::Between, .. }) | None => {
                self.warn("only a beginning, a phrase or an expression can be edited");
            }
            Some(way) => {
                let said = way.fit.text().to_owned();
                self.prompt_over(Asked::Words, &said);
            }
        }
    }

    fn accept(&mut self, picker: Picker) -> Vec<Effect> {
        if let Some(wrong) = picker.wrong {
            self.warn(wrong);
            return Vec::new();
        }
        self.mode = Mode::Reading;
        let (file, _) = self.home(picker.article, picker.home);
        self.add_rule(file, picker.rule)
    }
}

/// Gives a fit of the same kind about other words.
pub(super) fn with_text(fit: &Fit, text: &str) -> Fit {
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

/// Says what keeps a fit from being saved.
pub(super) fn wrong(fit: &Fit) -> Option<String> {
    match fit {
        Fit::Pattern(_, text) if text.trim().is_empty() => Some("an empty expression fits nothing".to_owned()),
        Fit::Pattern(_, text) => pattern(text).err(),
        fit if !fit.text().chars().any(char::is_alphanumeric) => {
            Some("there are no words in it to know it by".to_owned())
        }
        _ => None,
    }
}
