//! Rules kept: what is asked of the rules files, and what comes of it. What could not be saved holds on in memory.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::app::App;
use super::event::{Effect, Saved, Written};
use super::keymap::Action;
use super::steps::Step;
use super::undo::Hiding;
use crate::boilerplate::{Rule, RuleId, Rulebooks};

/// A step that is not in its file yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pending {
    /// Its number.
    pub number: u64,
    /// The file.
    pub file: PathBuf,
    /// The step.
    pub step: Step,
    /// The step that takes it back.
    pub back: Option<Step>,
    /// Whether it was tried and could not be saved.
    pub failed: bool,
}

impl App {
    /// Takes a rule into force, and asks for it to be saved in a file.
    pub(super) fn add_rule(&mut self, file: PathBuf, rule: Rule) -> Vec<Effect> {
        let mut rules = (*self.rules).clone();
        if let Some(book) = rules.of_file_mut(&file) {
            book.rules.rules.push(rule.clone());
        }
        self.unsaved.push((file.clone(), rule.clone()));
        self.rules = Arc::new(rules);
        self.done(Hiding::Rule(file.clone(), rule.id.clone()));
        self.say("saving the rule");
        let mut effects = vec![Effect::Save(file, rule)];
        effects.extend(self.collate_anew());
        effects
    }

    /// Makes a step in a file that can be taken back, and says so.
    pub(super) fn step_rules(&mut self, file: &Path, step: Step) -> Vec<Effect> {
        let rules = self.rules.of_file(file).map(|book| book.rules.clone()).unwrap_or_default();
        let Some(back) = step.back(&rules) else {
            self.say("that changes nothing");
            return Vec::new();
        };
        self.say(format!("{}; {} takes it back", step.said(&rules), self.key(Action::Undo)));
        let effects = self.stepped(file, &step);
        self.done(Hiding::Step(file.to_path_buf(), back, step));
        effects
    }

    /// Makes a step on the rules in memory, and asks for it to be saved.
    pub(super) fn stepped(&mut self, file: &Path, step: &Step) -> Vec<Effect> {
        let mut rules = (*self.rules).clone();
        let back = rules.of_file_mut(file).and_then(|book| step.back(&book.rules));
        if !rules.of_file_mut(file).is_some_and(|book| step.on_rules(&mut book.rules)) {
            self.warn("the rules have changed meanwhile; that cannot be done any more");
            return Vec::new();
        }
        let known = std::mem::replace(&mut self.rules, Arc::new(rules));
        let mut effects = vec![self.ask_for(file, step.clone(), back)];
        effects.extend(self.rules_changed(&known));
        effects
    }

    /// Asks for a step to be saved.
    pub(super) fn ask_for(&mut self, file: &Path, step: Step, back: Option<Step>) -> Effect {
        let (number, file) = (self.next_ticket(), file.to_path_buf());
        let (of, on) = (file.clone(), back.clone());
        self.pending.push(Pending { number, file: of, step: step.clone(), back: on, failed: false });
        Effect::Step(number, file, step, back)
    }

    /// Tries once more to save what could not be saved.
    pub(super) fn save_again(&mut self) -> Vec<Effect> {
        let unsaved = self.unsaved.iter().cloned();
        let mut effects: Vec<Effect> = unsaved.map(|(file, rule)| Effect::Save(file, rule)).collect();
        for pending in self.pending.iter_mut().filter(|pending| pending.failed) {
            pending.failed = false;
            let (step, back) = (pending.step.clone(), pending.back.clone());
            effects.push(Effect::Step(pending.number, pending.file.clone(), step, back));
        }
        self.say(if effects.is_empty() { "everything is saved" } else { "saving once more" });
        effects
    }

    /// Takes in what came of a change to a rules file. A rule that could not be saved holds on for this session.
    pub(super) fn saved(&mut self, saved: Saved) -> Vec<Effect> {
        let known = Arc::clone(&self.rules);
        let again = self.key(Action::SaveRules);
        match saved {
            Saved::Added { asked, id, written } => {
                let name = written.rules.get(&id).map_or(id.0.as_str(), |rule| rule.name.as_str());
                let shared = self.shown(&written.file).map_or(String::new(), |file| format!(" in {file}"));
                let said = format!("saved as “{name}”{shared}; {} takes it back", self.key(Action::Undo));
                self.settle(&asked, &id);
                self.take_over(written);
                self.say(said);
            }
            Saved::Removed(_, written) => {
                self.take_over(written);
                self.say("the rule is taken back");
            }
            Saved::NeverThere(_) => {}
            Saved::Stepped(number, written) => {
                let step = self.settle_step(number);
                let beside = step.as_ref().is_some_and(|step| step.stands_beside(&written.rules));
                self.take_over(written);
                if beside {
                    self.warn("something else changed this rule meanwhile: both are kept");
                } else if step == Some(Step::Revert) {
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

    /// Gives the file as it is shown, where it is not the reader's own.
    fn shown(&self, file: &Path) -> Option<&str> {
        let book = self.rules.books.iter().skip(1).find(|book| book.file == file);
        book.map(|book| book.shown.as_str())
    }

    /// Asks anew for what hangs on the rules, where they are other ones now.
    fn rules_changed(&mut self, known: &Arc<Rulebooks>) -> Vec<Effect> {
        let same =
            |(one, other): (&crate::boilerplate::Rulebook, &crate::boilerplate::Rulebook)| one.rules == other.rules;
        if self.rules.books.iter().zip(&known.books).all(same) {
            return Vec::new();
        }
        let mut effects = self.collate_anew();
        effects.extend(self.count_rules());
        effects
    }

    /// Takes a rule for saved, under the id it has in the file.
    fn settle(&mut self, asked: &RuleId, id: &RuleId) {
        if let Some(at) = self.unsaved.iter().position(|(_, rule)| rule.id == *asked) {
            self.unsaved.remove(at);
        }
        for hiding in &mut self.hidings {
            if let Hiding::Rule(_, known) = hiding
                && known == asked
            {
                known.clone_from(id);
            }
        }
    }

    /// Takes over what something else has written into the rules file.
    pub(super) fn rules_on_disk(&mut self, read: Result<Written, String>) -> Vec<Effect> {
        let before = Arc::clone(&self.rules);
        match read {
            Err(reason) => self.warn(format!("{reason}; the rules stay as they were")),
            Ok(written) => self.take_over(written),
        }
        let rules = |books: &Rulebooks| books.books.iter().map(|book| book.rules.clone()).collect::<Vec<_>>();
        if rules(&before) != rules(&self.rules) {
            self.say("the rules file was changed; what it says holds now");
        }
        self.rules_changed(&before)
    }

    fn settle_step(&mut self, number: u64) -> Option<Step> {
        let at = self.pending.iter().position(|pending| pending.number == number)?;
        Some(self.pending.remove(at).step)
    }

    /// Takes over the rules of a file; what is not in it yet holds on.
    fn take_over(&mut self, written: Written) {
        let Written { file, mut rules, lines } = written;
        rules.rules.extend(self.unsaved.iter().filter(|(of, _)| *of == file).map(|(_, rule)| rule.clone()));
        for pending in self.pending.iter().filter(|pending| pending.file == file) {
            pending.step.on_rules(&mut rules);
        }
        let mut books = (*self.rules).clone();
        if let Some(book) = books.of_file_mut(&file) {
            (book.rules, book.lines, book.made, book.misread) = (rules, lines, true, None);
        }
        self.rules = Arc::new(books);
    }

    /// Forgets a rule of this session.
    pub(super) fn forget(&mut self, file: &Path, id: &RuleId) {
        if let Some(at) = self.unsaved.iter().rposition(|(of, rule)| of == file && rule.id == *id) {
            self.unsaved.remove(at);
        }
        let mut books = (*self.rules).clone();
        if let Some(book) = books.of_file_mut(file)
            && let Some(at) = book.rules.rules.iter().rposition(|rule| rule.id == *id)
        {
            book.rules.rules.remove(at);
        }
        self.rules = Arc::new(books);
    }
}
