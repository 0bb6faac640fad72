//! Saving: changes to the rules file, one after another, away from the screen, since another program may hold the lock.

use std::collections::BTreeMap;

use anyhow::Result;

use super::in_force::behind;
use super::rules::Keeping;
use super::worker::Craft;
use crate::app::{Event, Saved};
use crate::boilerplate::{Rule, RuleId, RuleSet};
use crate::text::visible;

/// A change to the rules file.
#[derive(Clone, Debug)]
pub enum Change {
    /// A rule more.
    Add(Rule),
    /// A rule less.
    Remove(RuleId),
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
        };
        saved.unwrap_or_else(|error| not_saved(change, &format!("{error:#}")))
    }

    fn add(&mut self, rule: &Rule) -> Result<Saved> {
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
    }
}
