//! The rule list: rules switched on and off, renamed, edited, deleted, put in another order, each in the file it stands in.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::app::App;
use super::app::Mode;
use super::picker::with_text;
use super::picker::wrong;
use super::prompt::Asked;
use super::scopes::read_scope;
use super::scopes::written_scope;
use crate::app::jobs::Effect;
use crate::app::jobs::Question;
use crate::app::keys::Action;
use crate::app::memory::Step;
use crate::boilerplate::{Edit, Fit, Placed, Rule};

/// The list of rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleList {
    /// The rule one stands on, by its number among the rules of all files.
    pub at: usize,
    /// The survey that counts for it.
    pub ticket: u64,
    /// Passages and articles of each rule; `None` until they are counted.
    pub counted: Option<Vec<(usize, usize)>>,
}

impl App {
    /// Opens the list of rules.
    pub(super) fn list_rules(&mut self) -> Vec<Effect> {
        let misread = self.rules.books.iter().find_map(|book| book.misread.clone());
        if let (0, Some(reason)) = (self.rules.count(), &misread) {
            self.warn(format!("no rules hold, since {reason}"));
            return Vec::new();
        }
        if let Some(reason) = misread {
            self.warn(format!("more rules would hold, but {reason}"));
        }
        if self.rules.count() == 0 {
            self.say(format!("there are no rules yet; {} makes one", self.key(Action::HideForGood)));
            return Vec::new();
        }
        self.mode = Mode::Ruling(Box::default());
        self.count_rules()
    }

    /// Counts anew what each rule hides, where the list is open.
    pub(super) fn count_rules(&mut self) -> Vec<Effect> {
        let ticket = self.next_ticket();
        let rules = Arc::clone(&self.rules);
        let last = rules.count().saturating_sub(1);
        let Mode::Ruling(list) = self.beneath_mut() else { return Vec::new() };
        list.at = list.at.min(last);
        list.ticket = ticket;
        list.counted = None;
        vec![self.survey(ticket, Question::Rules(rules))]
    }

    /// Gives the rule one stands on in the list.
    pub fn listed(&self) -> Option<Placed<'_>> {
        match self.beneath() {
            Mode::Ruling(list) => self.rules.nth(list.at),
            _ => None,
        }
    }

    fn listed_in(&self) -> Option<(PathBuf, Rule)> {
        self.listed().map(|placed| (placed.book.file.clone(), placed.rule.clone()))
    }

    /// Takes a key while the rules are listed.
    pub(super) fn ruling(&mut self, action: Action) -> Vec<Effect> {
        match (action, self.listed_in()) {
            (Action::Suspend, _) => return vec![Effect::Suspend],
            (Action::Quit, _) => return vec![Effect::Quit],
            (Action::Undo, _) => return self.undo(),
            (Action::Redo, _) => return self.redo(),
            (Action::Cancel, _) => self.mode = Mode::Reading,
            (_, None) => self.warn("there are no rules any more"),
            (Action::Toggle, Some((file, rule))) => {
                return self.step_rules(&file, Step::Edit(rule.id, Edit::Enabled(!rule.enabled)));
            }
            (Action::Rename, Some((_, rule))) => self.prompt_over(Asked::Name, &rule.name),
            (Action::EditNote, Some((_, rule))) => self.prompt_over(Asked::Note, &rule.note),
            (Action::EditScope, Some((_, rule))) => self.prompt_over(Asked::Scope, &written_scope(&rule.scope)),
            (Action::EditWords, Some((_, rule))) => match rule.fit {
                Fit::Between(..) => self.warn_of_two_ends(),
                fit => self.prompt_over(Asked::Words, fit.text()),
            },
            (Action::Delete, Some((file, rule))) => return self.step_rules(&file, Step::Delete(rule.id)),
            (Action::MoveDown, Some((file, rule))) => return self.move_rule((&file, rule), 1),
            (Action::MoveUp, Some((file, rule))) => return self.move_rule((&file, rule), -1),
            (action, Some(_)) => self.walk_rules(action),
        }
        Vec::new()
    }

    fn warn_of_two_ends(&mut self) {
        let place = self.listed().map_or(String::new(), |placed| match placed.line() {
            Some(line) => format!(", {}:{line}", placed.book.shown),
            None => format!(", {}", placed.book.shown),
        });
        self.warn(format!("a stretch with two ends is edited in the rules file{place}"));
    }

    fn walk_rules(&mut self, action: Action) {
        let last = self.rules.count().saturating_sub(1);
        let Mode::Ruling(list) = &mut self.mode else { return };
        let to = match action {
            Action::Down => list.at + 1,
            Action::Up => list.at.saturating_sub(1),
            Action::Top => 0,
            Action::Bottom => last,
            _ => list.at,
        };
        let stays = to.min(last) == list.at;
        list.at = to.min(last);
        if stays {
            self.say(if action == Action::Down || action == Action::Bottom {
                "the last rule"
            } else {
                "the first rule"
            });
        }
    }

    /// Moves a rule inside its file.
    fn move_rule(&mut self, (file, rule): (&Path, Rule), by: isize) -> Vec<Effect> {
        let Some((at, count)) = self.listed().map(|placed| (placed.at, placed.book.rules.rules.len())) else {
            return Vec::new();
        };
        if at.checked_add_signed(by).is_none_or(|to| to >= count) {
            let alone = self.rules.count() == count;
            self.say(match (by < 0, alone) {
                (true, true) => "the first rule",
                (false, true) => "the last rule",
                (true, false) => "the first rule of its file",
                (false, false) => "the last rule of its file",
            });
            return Vec::new();
        }
        if let Mode::Ruling(list) = &mut self.mode {
            list.at = list.at.saturating_add_signed(by);
        }
        self.step_rules(file, Step::Move(rule.id, by))
    }

    /// Takes what was typed for something of the rule.
    pub(super) fn rule_said(&mut self, asked: Asked, said: &str) -> Vec<Effect> {
        let Some((file, rule)) = self.listed_in() else { return Vec::new() };
        let edit = match asked {
            Asked::Name if said.is_empty() => Err("a rule needs a name".to_owned()),
            Asked::Name => Ok(Edit::Name(said.to_owned())),
            Asked::Note => Ok(Edit::Note(said.to_owned())),
            Asked::Scope => read_scope(said).map(Edit::Scope),
            _ => {
                let fit = with_text(&rule.fit, said);
                wrong(&fit).map_or(Ok(Edit::Fit(fit)), Err)
            }
        };
        match edit {
            Ok(edit) => self.step_rules(&file, Step::Edit(rule.id, edit)),
            Err(reason) => {
                self.warn(reason);
                Vec::new()
            }
        }
    }

    /// Says while it is typed what is wrong with a rule's words, or with where it is to hold.
    pub(super) fn check_said(&mut self, asked: Asked, said: &str) {
        let wrong = match asked {
            Asked::Words => self.listed().and_then(|placed| wrong(&with_text(&placed.rule.fit, said))),
            _ => None,
        };
        if let Some(wrong) = wrong {
            self.warn(wrong);
        }
    }
}
