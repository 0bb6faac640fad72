//! Saves changes to rules files, one after another, off the screen's thread, because another program may hold the lock.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::job_queue::JobKind;
use super::rules::Keeping;
use super::rules_file::{NOTHING_SAVED, RulesFile, RulesRead};
use crate::app::{Event, Saved, Step, Written};
use crate::boilerplate::{Rule, RuleId};
use crate::text::visible;

/// A change to a rules file.
#[derive(Clone, Debug)]
pub enum Change {
    /// Add a rule.
    Add(PathBuf, Rule),
    /// Remove a rule.
    Remove(PathBuf, RuleId),
    /// Apply a step with this number, and how to undo it.
    Step(u64, PathBuf, Step, Option<Box<Step>>),
}

/// How a worker changes rules files: the reader's own, and others by path.
pub fn saving(keeping: Keeping) -> JobKind<Change> {
    let mut saver = Saver { keeping, written_as: BTreeMap::new() };
    JobKind {
        work: Box::new(move |change, _| Some(Event::Saved(saver.save(change)))),
        broken: |change, reason| Event::Saved(not_saved(change, reason)),
    }
}

/// Where rules are saved, and under which ids.
struct Saver {
    /// The reader's own file.
    keeping: Keeping,
    /// The saved rules, by file and the id that the program asked for, with the id they got: another program may have taken the first. Only
    /// these are ever removed, so that nobody else's rule is lost.
    written_as: BTreeMap<(PathBuf, RuleId), RuleId>,
}

impl Saver {
    fn save(&mut self, change: &Change) -> Saved {
        let saved = match change {
            Change::Add(file, rule) => self.add(file, rule),
            Change::Remove(file, id) => self.remove(file, id),
            Change::Step(number, file, step, back) => self.step(*number, file, step, back.as_deref()),
        };
        saved.unwrap_or_else(|error| not_saved(change, &format!("{error:#}")))
    }

    /// The rules file at this path; an empty path means that the reader has no file of their own.
    fn file(&self, path: &Path) -> Result<RulesFile> {
        match path.as_os_str().is_empty() {
            true => self.keeping.file().cloned(),
            false => Ok(RulesFile { path: path.to_path_buf() }),
        }
    }

    fn step(&mut self, number: u64, path: &Path, step: &Step, back: Option<&Step>) -> Result<Saved> {
        if *step == Step::Revert && path.as_os_str().is_empty() && matches!(self.keeping, Keeping::Nowhere(_)) {
            return Ok(Saved::NotStepped(number, NOTHING_SAVED.to_owned()));
        }
        let file = self.file(path)?;
        let rules = match step {
            Step::Revert => file.revert()?,
            step => {
                let mut made = false;
                let rules = file.change(|text| made = step.on_text_as_seen(text, back))?;
                if !made {
                    let reason = "the rule in the file has changed; check the file";
                    return Ok(Saved::NotStepped(number, reason.to_owned()));
                }
                rules
            }
        };
        Ok(Saved::Stepped(number, written(path, rules)))
    }

    fn add(&mut self, path: &Path, rule: &Rule) -> Result<Saved> {
        let (file, asked) = (self.file(path)?, (path.to_path_buf(), rule.id.clone()));
        if let Some(id) = self.written_as.get(&asked).cloned() {
            let there = file.read()?;
            if there.rules.get(&id).is_some() {
                return Ok(Saved::Added { asked: rule.id.clone(), id, written: written(path, there) });
            }
        }
        let mut added = None;
        let rules = file.change(|text| added = text.add(rule))?;
        let Some(id) = added else {
            return Ok(Saved::NotAdded(rule.id.clone(), "the rule has no words to match".to_owned()));
        };
        // From now on the program may use either id.
        self.written_as.insert((path.to_path_buf(), id.clone()), id.clone());
        self.written_as.insert(asked, id.clone());
        Ok(Saved::Added { asked: rule.id.clone(), id, written: written(path, rules) })
    }

    fn remove(&mut self, path: &Path, id: &RuleId) -> Result<Saved> {
        let asked = (path.to_path_buf(), id.clone());
        let Some(known) = self.written_as.get(&asked).cloned() else { return Ok(Saved::NeverThere(id.clone())) };
        let rules = self.file(path)?.change(|text| {
            // A rule that is already gone needs no removing.
            text.remove(&known);
        })?;
        self.written_as.retain(|(file, _), other| file != path || *other != known);
        Ok(Saved::Removed(id.clone(), written(path, rules)))
    }
}

fn written(file: &Path, RulesRead { rules, lines }: RulesRead) -> Written {
    Written { file: file.to_path_buf(), rules, lines }
}

fn not_saved(change: &Change, reason: &str) -> Saved {
    let reason = visible(reason).into_owned();
    match change {
        Change::Add(_, rule) => Saved::NotAdded(rule.id.clone(), reason),
        Change::Remove(_, id) => Saved::NotRemoved(id.clone(), reason),
        Change::Step(number, ..) => Saved::NotStepped(*number, reason),
    }
}
