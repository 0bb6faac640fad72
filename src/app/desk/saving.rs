//! Saves rules. What cannot be saved stays in memory.

use super::collating::collate_anew;
use super::desk::Desk;
use super::done::remember_done;
use super::history::Hiding;
use super::rules::Pending;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::jobs::Effect;
use crate::app::jobs::Saved;
use crate::app::jobs::Written;
use crate::app::keys::Action;
use crate::app::memory::Step;
use crate::boilerplate::{Rule, RuleId, RuleSet, Rulebooks};

/// Applies a rule, and asks to save it in a file.
pub(in crate::app) fn add_rule(desk: &mut Desk, file: PathBuf, rule: Rule) {
    let mut rules = (*desk.rules.books).clone();
    if let Some(book) = rules.of_file_mut(&file) {
        book.rules.rules.push(rule.clone());
    }
    desk.rules.unsaved.push((file.clone(), rule.clone()));
    desk.rules.books = Arc::new(rules);
    remember_done(desk, Hiding::Rule(file.clone(), rule.id.clone()));
    desk.say("Saving the rule …");
    desk.ask(Effect::Save(file, rule));
    collate_anew(desk);
}

/// Makes a step in a file that can be undone, and says so.
pub(in crate::app) fn step_rules(desk: &mut Desk, file: &Path, step: Step) {
    let rules = desk.rules.books.of_file(file).map(|book| book.rules.clone()).unwrap_or_default();
    let Some(back) = step.back(&rules) else {
        desk.say("Nothing changed");
        return;
    };
    desk.say(format!("{}; {} undoes", step.describe(&rules), desk.key(Action::Undo)));
    stepped(desk, file, &step);
    remember_done(desk, Hiding::Step(file.to_path_buf(), back, step));
}

/// Applies a step to the rules in memory, and asks to save it.
pub(in crate::app) fn stepped(desk: &mut Desk, file: &Path, step: &Step) {
    let mut rules = (*desk.rules.books).clone();
    let back = rules.of_file_mut(file).and_then(|book| step.back(&book.rules));
    if !rules.of_file_mut(file).is_some_and(|book| step.on_rules(&mut book.rules)) {
        desk.warn("The rules have changed meanwhile; this can no longer be done");
        return;
    }
    let known = std::mem::replace(&mut desk.rules.books, Arc::new(rules));
    ask_for(desk, file, step.clone(), back);
    rules_changed(desk, &known);
}

/// Asks to save a step.
pub(in crate::app) fn ask_for(desk: &mut Desk, file: &Path, step: Step, back: Option<Step>) {
    let (number, file) = (desk.next_ticket(), file.to_path_buf());
    let (of, on) = (file.clone(), back.clone());
    desk.rules.pending.push(Pending { number, file: of, step: step.clone(), back: on, failed: false });
    desk.ask(Effect::Step(number, file, step, back));
}

/// Tries again to save what could not be saved.
pub(in crate::app) fn save_again(desk: &mut Desk) {
    let unsaved = desk.rules.unsaved.iter().cloned();
    let mut effects: Vec<Effect> = unsaved.map(|(file, rule)| Effect::Save(file, rule)).collect();
    for pending in desk.rules.pending.iter_mut().filter(|pending| pending.failed) {
        pending.failed = false;
        let (step, back) = (pending.step.clone(), pending.back.clone());
        effects.push(Effect::Step(pending.number, pending.file.clone(), step, back));
    }
    desk.say(if effects.is_empty() { "Everything is saved" } else { "Saving again …" });
    effects.into_iter().for_each(|effect| desk.ask(effect));
}

/// Takes in the outcome of a change to a rules file. A rule that could not be saved stays for this session.
pub(in crate::app) fn take_saved(desk: &mut Desk, saved: Saved) {
    let known = Arc::clone(&desk.rules.books);
    let again = desk.key(Action::SaveRules);
    match saved {
        Saved::Added { asked, id, written } => {
            let name = written.rules.get(&id).map_or(id.0.as_str(), |rule| rule.name.as_str());
            let shared = shown(desk, &written.file).map_or(String::new(), |file| format!(" in {file}"));
            let said = format!("Saved as “{name}”{shared}; {} undoes", desk.key(Action::Undo));
            settle_rule(desk, &asked, &id);
            take_over(desk, written);
            desk.say(said);
        }
        Saved::Removed(_, written) => {
            take_over(desk, written);
            desk.say("Rule removed");
        }
        Saved::NeverThere(_) => {}
        Saved::Stepped(number, written) => {
            let step = settle_step(desk, number);
            let beside = step.as_ref().is_some_and(|step| step.stands_beside(&written.rules));
            let what = changed_back(desk, &written);
            take_over(desk, written);
            if beside {
                desk.warn("Another program changed this rule meanwhile; both versions are kept");
            } else if step == Some(Step::Revert) {
                desk.say(format!("Undid the last saved step{what}; {} redoes it", desk.key(Action::Undo)));
            }
        }
        Saved::NotAdded(_, reason) => {
            desk.warn(format!("Not saved, kept for this session only ({again} tries again): {reason}"));
        }
        Saved::NotRemoved(_, reason) => desk.warn(format!("Undone for this session only: {reason}")),
        Saved::NotStepped(number, reason) => {
            let pending = desk.rules.pending.iter_mut().find(|pending| pending.number == number);
            match pending {
                Some(pending) if pending.step != Step::Revert => {
                    pending.failed = true;
                    desk.warn(format!("Not saved, kept for this session only ({again} tries again): {reason}"));
                }
                _ => {
                    settle_step(desk, number);
                    desk.warn(format!("Nothing undone: {reason}"));
                }
            }
        }
    }
    rules_changed(desk, &known)
}

/// Says which rules come, go or change with what was written.
fn changed_back(desk: &Desk, written: &Written) -> String {
    let none = RuleSet::default();
    let was = desk.rules.books.of_file(&written.file).map_or(&none, |book| &book.rules);
    let gone = was.rules.iter().filter(|rule| written.rules.get(&rule.id).is_none());
    let come = written.rules.rules.iter().filter(|rule| was.get(&rule.id).is_none());
    let other = written.rules.rules.iter().filter(|rule| was.get(&rule.id).is_some_and(|old| old != *rule));
    let gone = gone.map(|rule| format!("“{}” removed", rule.name));
    let come = come.map(|rule| format!("“{}” back", rule.name));
    let said: Vec<String> = gone.chain(come).chain(other.map(|rule| format!("“{}” as before", rule.name))).collect();
    if said.is_empty() { String::new() } else { format!(": {}", said.join(", ")) }
}

/// The name of the file, if it is not the reader's own.
fn shown<'a>(desk: &'a Desk, file: &Path) -> Option<&'a str> {
    let book = desk.rules.books.books.iter().skip(1).find(|book| book.file == file);
    book.map(|book| book.shown.as_str())
}

/// Asks again for everything that depends on the rules, if they changed.
fn rules_changed(desk: &mut Desk, known: &Arc<Rulebooks>) {
    let same = |(one, other): (&crate::boilerplate::Rulebook, &crate::boilerplate::Rulebook)| one.rules == other.rules;
    if desk.rules.books.books.iter().zip(&known.books).all(same) {
        return;
    }
    desk.rules.recount = true;
    collate_anew(desk)
}

/// Notes that a rule was saved, under the id it has in the file.
fn settle_rule(desk: &mut Desk, asked: &RuleId, id: &RuleId) {
    if let Some(at) = desk.rules.unsaved.iter().position(|(_, rule)| rule.id == *asked) {
        desk.rules.unsaved.remove(at);
    }
    for hiding in &mut desk.history.done {
        if let Hiding::Rule(_, known) = hiding
            && known == asked
        {
            known.clone_from(id);
        }
    }
}

/// Takes in what another program wrote to the rules file.
pub(in crate::app) fn take_rules(desk: &mut Desk, read: Result<Written, String>) {
    let before = Arc::clone(&desk.rules.books);
    match read {
        Err(reason) => desk.warn(format!("{reason}; the rules are unchanged")),
        Ok(written) => take_over(desk, written),
    }
    let rules = |books: &Rulebooks| books.books.iter().map(|book| book.rules.clone()).collect::<Vec<_>>();
    if rules(&before) != rules(&desk.rules.books) {
        desk.say("Rules reloaded from disk");
    }
    rules_changed(desk, &before)
}

fn settle_step(desk: &mut Desk, number: u64) -> Option<Step> {
    let at = desk.rules.pending.iter().position(|pending| pending.number == number)?;
    Some(desk.rules.pending.remove(at).step)
}

/// Takes in the rules of a file; what is not in it yet is kept.
fn take_over(desk: &mut Desk, written: Written) {
    let Written { file, mut rules, lines } = written;
    rules.rules.extend(desk.rules.unsaved.iter().filter(|(of, _)| *of == file).map(|(_, rule)| rule.clone()));
    for pending in desk.rules.pending.iter().filter(|pending| pending.file == file) {
        pending.step.on_rules(&mut rules);
    }
    let mut books = (*desk.rules.books).clone();
    if let Some(book) = books.of_file_mut(&file) {
        (book.rules, book.lines, book.made, book.misread) = (rules, lines, true, None);
    }
    desk.rules.books = Arc::new(books);
}

/// Removes a rule of this session.
pub(in crate::app) fn forget(desk: &mut Desk, file: &Path, id: &RuleId) {
    if let Some(at) = desk.rules.unsaved.iter().rposition(|(of, rule)| of == file && rule.id == *id) {
        desk.rules.unsaved.remove(at);
    }
    let mut books = (*desk.rules.books).clone();
    if let Some(book) = books.of_file_mut(file)
        && let Some(at) = book.rules.rules.iter().rposition(|rule| rule.id == *id)
    {
        book.rules.rules.remove(at);
    }
    desk.rules.books = Arc::new(books);
}
