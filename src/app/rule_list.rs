//! The rule list: rules switched on and off, renamed, edited, deleted, put in another order.

use std::sync::Arc;

use super::app::{App, Mode};
use super::event::Effect;
use super::keymap::Action;
use super::picker::{with_text, wrong};
use super::prompt::Asked;
use super::steps::Step;
use super::survey::Question;
use crate::boilerplate::{Edit, Fit, Rule};

/// The list of rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleList {
    /// The rule one stands on, as an index into the rules in force.
    pub at: usize,
    /// The survey that counts for it.
    pub ticket: u64,
    /// Passages and articles of each rule; `None` until they are counted.
    pub counted: Option<Vec<(usize, usize)>>,
}

impl App {
    /// Opens the list of rules.
    pub(super) fn list_rules(&mut self) -> Vec<Effect> {
        if self.rules.rules.is_empty() {
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
        let last = rules.rules.len().saturating_sub(1);
        let Mode::Ruling(list) = self.beneath_mut() else { return Vec::new() };
        list.at = list.at.min(last);
        list.ticket = ticket;
        list.counted = None;
        vec![self.survey(ticket, Question::Rules(rules))]
    }

    /// Gives the rule one stands on in the list.
    pub fn listed(&self) -> Option<&Rule> {
        match self.beneath() {
            Mode::Ruling(list) => self.rules.rules.get(list.at),
            _ => None,
        }
    }

    /// Takes a key while the rules are listed.
    pub(super) fn ruling(&mut self, action: Action) -> Vec<Effect> {
        let rule = self.listed().cloned();
        match (action, rule) {
            (Action::Suspend, _) => return vec![Effect::Suspend],
            (Action::Quit, _) => return vec![Effect::Quit],
            (Action::Undo, _) => return self.undo(),
            (Action::Redo, _) => return self.redo(),
            (Action::Cancel, _) => self.mode = Mode::Reading,
            (_, None) => self.warn("there are no rules any more"),
            (Action::Toggle, Some(rule)) => return self.step_rules(Step::Edit(rule.id, Edit::Enabled(!rule.enabled))),
            (Action::Rename, Some(rule)) => self.prompt_over(Asked::Name, &rule.name),
            (Action::EditWords, Some(rule)) => match rule.fit {
                Fit::Between(..) => self.warn("a stretch with two ends is edited in the rules file"),
                fit => self.prompt_over(Asked::Words, fit.text()),
            },
            (Action::Delete, Some(rule)) => return self.step_rules(Step::Delete(rule.id)),
            (Action::MoveDown, Some(_)) => return self.move_rule(1),
            (Action::MoveUp, Some(_)) => return self.move_rule(-1),
            (action, Some(_)) => self.walk_rules(action),
        }
        Vec::new()
    }

    fn walk_rules(&mut self, action: Action) {
        let last = self.rules.rules.len().saturating_sub(1);
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

    fn move_rule(&mut self, by: isize) -> Vec<Effect> {
        let Mode::Ruling(list) = &mut self.mode else { return Vec::new() };
        let count = self.rules.rules.len();
        let Some(to) = list.at.checked_add_signed(by).filter(|to| *to < count) else {
            self.say(if by < 0 { "the first rule" } else { "the last rule" });
            return Vec::new();
        };
        let Some(id) = self.rules.rules.get(list.at).map(|rule| rule.id.clone()) else { return Vec::new() };
        list.at = to;
        self.step_rules(Step::Move(id, by))
    }

    /// Takes what was typed for the rule's name or words.
    pub(super) fn rule_said(&mut self, asked: Asked, said: &str) -> Vec<Effect> {
        let Some(rule) = self.listed().cloned() else { return Vec::new() };
        let edit = match asked {
            Asked::Name if said.is_empty() => {
                self.warn("a rule needs a name");
                return Vec::new();
            }
            Asked::Name => Edit::Name(said.to_owned()),
            _ => {
                let fit = with_text(&rule.fit, said);
                if let Some(wrong) = wrong(&fit) {
                    self.warn(wrong);
                    return Vec::new();
                }
                Edit::Fit(fit)
            }
        };
        self.step_rules(Step::Edit(rule.id, edit))
    }

    /// Says while it is typed what is wrong with a rule's words.
    pub(super) fn check_words(&mut self, said: &str) {
        if let Some(wrong) = self.listed().and_then(|rule| wrong(&with_text(&rule.fit, said))) {
            self.warn(wrong);
        }
    }
}
