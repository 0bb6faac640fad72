//! Rules kept: what is asked of the rules file, and what comes of it. What could not be saved holds on in memory.

use std::sync::Arc;

use super::app::App;
use super::event::{Effect, Saved};
use super::keymap::Action;
use super::steps::Step;
use super::undo::Hiding;
use crate::boilerplate::{Rule, RuleId, RuleSet};

/// A step that is not in the file yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pending {
    /// Its number.
    pub number: u64,
    /// The step.
    pub step: Step,
    /// Whether it was tried and could not be saved.
    pub failed: bool,
}

impl App {
    /// Takes a rule into force, and asks for it to be saved.
    pub(super) fn add_rule(&mut self, rule: Rule) -> Vec<Effect> {
        let mut rules = (*self.rules).clone();
        rules.rules.push(rule.clone());
        self.unsaved.push(rule.clone());
        self.rules = Arc::new(rules);
        self.done(Hiding::Rule(rule.id.clone()));
        self.say("saving the rule");
        let mut effects = vec![Effect::Save(rule)];
        effects.extend(self.collate_anew());
        effects
    }

    /// Makes a step that can be taken back, and says so.
    pub(super) fn step_rules(&mut self, step: Step) -> Vec<Effect> {
        let Some(back) = step.back(&self.rules) else {
            self.say("that changes nothing");
            return Vec::new();
        };
        self.say(format!("{}; {} takes it back", step.said(&self.rules), self.key(Action::Undo)));
        let effects = self.stepped(&step);
        self.done(Hiding::Step(back, step));
        effects
    }

    /// Makes a step on the rules in memory, and asks for it to be saved.
    pub(super) fn stepped(&mut self, step: &Step) -> Vec<Effect> {
        let mut rules = (*self.rules).clone();
        if !step.on_rules(&mut rules) {
            self.warn("the rules have changed meanwhile; that cannot be done any more");
            return Vec::new();
        }
        let known = std::mem::replace(&mut self.rules, Arc::new(rules));
        let mut effects = vec![self.ask_for(step.clone())];
        effects.extend(self.rules_changed(&known));
        effects
    }

    /// Asks for a step to be saved.
    pub(super) fn ask_for(&mut self, step: Step) -> Effect {
        let number = self.next_ticket();
        self.pending.push(Pending { number, step: step.clone(), failed: false });
        Effect::Step(number, step)
    }

    /// Tries once more to save what could not be saved.
    pub(super) fn save_again(&mut self) -> Vec<Effect> {
        let mut effects: Vec<Effect> = self.unsaved.iter().cloned().map(Effect::Save).collect();
        for pending in self.pending.iter_mut().filter(|pending| pending.failed) {
            pending.failed = false;
            effects.push(Effect::Step(pending.number, pending.step.clone()));
        }
        self.say(if effects.is_empty() { "everything is saved" } else { "saving once more" });
        effects
    }

    /// Takes in what came of a change to the rules file. A rule that could not be saved holds on for this session.
    pub(super) fn saved(&mut self, saved: Saved) -> Vec<Effect> {
        let known = Arc::clone(&self.rules);
        let again = self.key(Action::SaveRules);
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
            Saved::Stepped(number, rules) => {
                let reverted = self.settle_step(number) == Some(Step::Revert);
                self.take_over(rules);
                if reverted {
                    self.say(format!("the last saved step is taken back; {} makes it again", self.key(Action::Undo)));
                }
            }
            Saved::NotAdded(_, reason) => {
                self.warn(format!("not saved, holds for this session only ({again} tries again): {reason}"));
            }
            Saved::NotRemoved(_, reason) => self.warn(format!("taken back for this session only: {reason}")),
            Saved::NotStepped(number, reason) => {
                let pending = self.pending.iter_mut().find(|pending| pending.number == number);
                match pending {
                    Some(pending) if pending.step != Step::Revert => {
                        pending.failed = true;
                        self.warn(format!("not saved, holds for this session only ({again} tries again): {reason}"));
                    }
                    _ => {
                        self.settle_step(number);
                        self.warn(reason);
                    }
                }
            }
        }
        self.rules_changed(&known)
    }

    /// Asks anew for what hangs on the rules, where they are other ones now.
    fn rules_changed(&mut self, known: &Arc<RuleSet>) -> Vec<Effect> {
        if self.rules == *known {
            return Vec::new();
        }
        let mut effects = self.collate_anew();
        effects.extend(self.count_rules());
        effects
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

    /// Takes over what something else has written into the rules file.
    pub(super) fn rules_on_disk(&mut self, read: Result<RuleSet, String>) -> Vec<Effect> {
        let before = Arc::clone(&self.rules);
        match read {
            Err(reason) => self.warn(format!("{reason}; the rules stay as they were")),
            Ok(rules) => self.take_over(rules),
        }
        if before != self.rules {
            self.say("the rules file was changed; what it says holds now");
        }
        self.rules_changed(&before)
    }

    fn settle_step(&mut self, number: u64) -> Option<Step> {
        let at = self.pending.iter().position(|pending| pending.number == number)?;
        Some(self.pending.remove(at).step)
    }

    /// Takes over the rules of the file; what is not in it yet holds on.
    fn take_over(&mut self, mut rules: RuleSet) {
        rules.rules.extend(self.unsaved.iter().cloned());
        for pending in &self.pending {
            pending.step.on_rules(&mut rules);
        }
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
