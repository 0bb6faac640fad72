//! The picker: what a new rule hides, and where it holds.

use std::sync::Arc;

use super::app::{App, Hiding, Mode};
use super::event::{Effect, Saved, Survey, Surveyed};
use super::keymap::Action;
use crate::boilerplate::{Choice, HiddenBy, Marked, Rule, RuleId, RuleSet, Scope};
use crate::text::Span;

/// What a rule can fit, made from what is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FitChoice {
    /// What the rule is made with.
    pub choice: Choice,
    /// How the reader is asked.
    pub label: &'static str,
}

/// The choices of what to hide, from narrow to broad.
pub const FITS: [FitChoice; 3] = [
    FitChoice { choice: Choice::Exactly, label: "exactly this" },
    FitChoice { choice: Choice::BeginsSo, label: "what begins so" },
    FitChoice { choice: Choice::ToEnd, label: "from here to the end" },
];

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
    /// The choice of what to hide, as an index into [`FITS`].
    pub fit: usize,
    /// The choice of where, as an index into [`SCOPES`].
    pub scope: usize,
    /// The rule that these choices make.
    pub rule: Rule,
    /// The survey that counts for it.
    pub ticket: u64,
    /// Passages and words it would hide in each open article; `None` until they are counted.
    pub counted: Option<Vec<(usize, usize)>>,
}

impl App {
    /// Opens the picker on the marked sentences, or on the paragraph under the cursor.
    pub(super) fn ask(&mut self) -> Vec<Effect> {
        let by_a_rule = |by: &HiddenBy| matches!(by, HiddenBy::Rule(_));
        let Some(marked) = self.target(by_a_rule) else { return Vec::new() };
        self.picked(self.focused().article, marked, (0, 1))
    }

    /// Takes a key while the picker is open.
    pub(super) fn picking(&mut self, action: Action) -> Vec<Effect> {
        let Mode::Picking(picker) = &self.mode else { return Vec::new() };
        let (article, marked, fit, scope) = (picker.article, picker.marked, picker.fit, picker.scope);
        match action {
            Action::NextFit => self.picked(article, marked, ((fit + 1) % FITS.len(), scope)),
            Action::PreviousFit => self.picked(article, marked, ((fit + FITS.len() - 1) % FITS.len(), scope)),
            Action::NextScope => self.picked(article, marked, (fit, (scope + 1) % SCOPES.len())),
            Action::PreviousScope => self.picked(article, marked, (fit, (scope + SCOPES.len() - 1) % SCOPES.len())),
            Action::Accept => self.accept(),
            Action::Suspend => vec![Effect::Suspend],
            Action::Quit => vec![Effect::Quit],
            _ => {
                self.mode = Mode::Reading;
                Vec::new()
            }
        }
    }

    fn picked(&mut self, index: usize, marked: Span, (fit, scope): (usize, usize)) -> Vec<Effect> {
        let article = Arc::clone(&self.articles[index]);
        let place = match SCOPES[scope] {
            ScopeChoice::Article => Scope::Article(article.name.clone()),
            ScopeChoice::Source => Scope::Source(article.source.clone()),
            ScopeChoice::Everywhere => Scope::Everywhere,
        };
        let mark = Marked { article: &article, span: marked, choice: FITS[fit].choice };
        let Some(rule) = Rule::from_mark(&mark, place, &self.day, &self.rules) else {
            self.warn("there are no words in it to know it by");
            return Vec::new();
        };
        let ticket = self.next_ticket();
        let survey = Survey { ticket, rule: rule.clone(), articles: self.articles.clone() };
        self.mode = Mode::Picking(Box::new(Picker { article: index, marked, fit, scope, rule, ticket, counted: None }));
        vec![Effect::Survey(survey)]
    }

    fn accept(&mut self) -> Vec<Effect> {
        let Mode::Picking(picker) = std::mem::replace(&mut self.mode, Mode::Reading) else { return Vec::new() };
        let mut rules = (*self.rules).clone();
        rules.rules.push(picker.rule.clone());
        self.unsaved.push(picker.rule.clone());
        self.rules = Arc::new(rules);
        self.hidings.push(Hiding::Rule(picker.rule.id.clone()));
        self.say("saving the rule");
        let mut effects = vec![Effect::Save(picker.rule)];
        effects.extend(self.collate_anew());
        effects
    }

    /// Takes in what a rule would hide, unless the choice has changed since.
    pub(super) fn surveyed(&mut self, surveyed: Surveyed) -> Vec<Effect> {
        if let Mode::Picking(picker) = &mut self.mode
            && picker.ticket == surveyed.ticket
        {
            picker.counted = Some(surveyed.hidden);
        }
        Vec::new()
    }

    /// Takes in what came of a change to the rules file. A rule that could not be saved holds on for this session.
    pub(super) fn saved(&mut self, saved: Saved) -> Vec<Effect> {
        let known = Arc::clone(&self.rules);
        match saved {
            Saved::Added { asked, id, rules } => {
                let name = rules.get(&id).map_or(id.0.as_str(), |rule| rule.name.as_str());
                let said = format!("saved as “{name}”; {} takes it back", self.key(Action::Undo));
                self.settle(&asked, &id);
                self.take_over(rules);
                self.say(said);
            }
            Saved::Removed(_, rules) => {
                self.take_over(rules);
                self.say("the rule is taken back");
            }
            Saved::NeverThere(_) => {}
            Saved::NotAdded(_, reason) => self.warn(format!("not saved, holds for this session only: {reason}")),
            Saved::NotRemoved(_, reason) => self.warn(format!("taken back for this session only: {reason}")),
        }
        if self.rules == known { Vec::new() } else { self.collate_anew() }
    }

    /// Takes a rule for saved, under the id it has in the file.
    fn settle(&mut self, asked: &RuleId, id: &RuleId) {
        if let Some(at) = self.unsaved.iter().position(|rule| rule.id == *asked) {
            self.unsaved.remove(at);
        }
        let known = Hiding::Rule(asked.clone());
        if let Some(hiding) = self.hidings.iter_mut().find(|hiding| **hiding == known) {
            *hiding = Hiding::Rule(id.clone());
        }
    }

    /// Takes over the rules of the file; those that are not in it yet hold on.
    fn take_over(&mut self, mut rules: RuleSet) {
        rules.rules.extend(self.unsaved.iter().cloned());
        self.rules = Arc::new(rules);
    }

    /// Forgets a rule of this session.
    pub(super) fn forget(&mut self, id: &RuleId) {
        let mut rules = (*self.rules).clone();
        for known in [&mut self.unsaved, &mut rules.rules] {
            if let Some(at) = known.iter().rposition(|rule| rule.id == *id) {
                known.remove(at);
            }
        }
        self.rules = Arc::new(rules);
    }
}
