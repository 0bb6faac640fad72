//! Saving: changes to the rules file, one after another, away from the screen, since another program may hold the lock.

use std::collections::BTreeMap;

use anyhow::Result;

use super::in_force::behind;
use super::rules::Keeping;
use super::worker::Craft;
use crate::app::{Event, Saved, Step};
use crate::boilerplate::{Rule, RuleId, RuleSet};
use crate::text::visible;

/// A change to the rules file.
#[derive(Clone, Debug)]
pub enum Change {
    /// A rule more.
    Add(Rule),
    /// A rule less.
    Remove(RuleId),
    /// A step of this number.
    Step(u64, Step),
}

/// How the rules file is changed.
/// What is kept `beside` the articles stays in force behind whatever the file says.
pub fn saving(keeping: Keeping, beside: Vec<Rule>) -> Craft<Change> {
    let mut saver = Saver { keeping, beside, written_as: BTreeMap::new() };
    Craft {
        work: Box::new(move |change, _| Some(Event::Saved(saver.save(change)))),
        broken: |change, reason| Event::Saved(not_saved(change, reason)),
    }
}

/// Where rules are saved, and under which ids.
struct Saver {
    keeping: Keeping,
    /// The rules kept beside the articles.
    beside: Vec<Rule>,
    /// The rules that were saved, by the id the program asked for, with the id they have in the file: another program may have
    /// taken the first. Only these are ever taken out, so that no rule of somebody else's is lost.
    written_as: BTreeMap<RuleId, RuleId>,
}

impl Saver {
    fn save(&mut self, change: &Change) -> Saved {
        let saved = match change {
            Change::Add(rule) => self.add(rule),
            Change::Remove(id) => self.remove(id),
            Change::Step(number, step) => self.step(*number, step),
        };
        saved.unwrap_or_else(|error| not_saved(change, &format!("{error:#}")))
    }

    fn step(&mut self, number: u64, step: &Step) -> Result<Saved> {
        let file = self.keeping.file()?;
        let rules = match step {
            Step::Revert => file.revert()?,
            step => {
                let mut made = false;
                let rules = file.change(|text| made = step.on_text(text))?;
                if !made {
                    let beside = step.rule().is_some_and(|id| self.beside.iter().any(|rule| rule.id == *id));
                    let reason = match beside {
                        true => "this rule is kept beside the articles; edit it in .ibid/rules.toml there",
                        false => "the rule is not in the file as it was; look into the file",
                    };
                    return Ok(Saved::NotStepped(number, reason.to_owned()));
                }
                rules
            }
        };
        Ok(Saved::Stepped(number, behind(rules, &self.beside)))
    }

    fn add(&mut self, rule: &Rule) -> Result<Saved> {
        if self.written_as.contains_key(&rule.id) {
            let id = self.written_as.get(&rule.id).unwrap_or(&rule.id).clone();
            let rules = self.keeping.file()?.read()?;
            if rules.get(&id).is_some() {
                return Ok(Saved::Added { asked: rule.id.clone(), id, rules: behind(rules, &self.beside) });
            }
        }
        let mut written = None;
        let rules = self.keeping.file()?.change(|text| written = text.add(rule))?;
        let Some(id) = written else {
            return Ok(Saved::NotAdded(rule.id.clone(), "the rule has no words to know anything by".to_owned()));
        };
        // The program may ask for it under either id from now on.
        self.written_as.insert(id.clone(), id.clone());
        self.written_as.insert(rule.id.clone(), id.clone());
        Ok(Saved::Added { asked: rule.id.clone(), id, rules: behind(rules, &self.beside) })
    }

    fn remove(&mut self, id: &RuleId) -> Result<Saved> {
        let Some(written) = self.written_as.get(id).cloned() else { return Ok(Saved::NeverThere(id.clone())) };
        let rules: RuleSet = self.keeping.file()?.change(|text| {
            // A rule that is gone already is as gone as it should be.
            text.remove(&written);
        })?;
        self.written_as.retain(|_, other| *other != written);
        Ok(Saved::Removed(id.clone(), behind(rules, &self.beside)))
    }
}

fn not_saved(change: &Change, reason: &str) -> Saved {
    let reason = visible(reason).into_owned();
    match change {
        Change::Add(rule) => Saved::NotAdded(rule.id.clone(), reason),
        Change::Remove(id) => Saved::NotRemoved(id.clone(), reason),
        Change::Step(number, _) => Saved::NotStepped(*number, reason),
    }
}
