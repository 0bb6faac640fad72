//! Undoes and redoes hidings, rule changes and rejections.

use super::collating::collate_anew;
use super::desk::Desk;
use super::history::Hiding;
use super::history::Undone;
use super::masks::remask;
use super::noting::keep_note;
use super::rule_files::own_file;
use super::saving::add_rule;
use super::saving::ask_for;
use super::saving::forget;
use super::saving::stepped;
use std::path::Path;

use crate::app::jobs::Effect;
use crate::app::memory::NoteChange;
use crate::app::memory::Review;
use crate::app::memory::Step;
use crate::page::spoken;

/// What a change makes of a note.
fn said_of(change: &NoteChange) -> &'static str {
    match (change.note.text.is_empty(), change.was.is_empty()) {
        (true, _) => "Note deleted",
        (false, true) => "Note restored",
        (false, false) => "Note changed back",
    }
}

/// Undoes the last hiding, rule change or rejection; if there was none, the last step saved before.
pub(in crate::app) fn undo(desk: &mut Desk) {
    match desk.history.done.pop() {
        None if desk.history.undone.is_empty() => {
            desk.say("Looking for the last saved step …");
            let own = own_file(desk);
            ask_for(desk, &own, Step::Revert, None);
        }
        None => {
            desk.warn("Nothing to undo");
        }
        Some(Hiding::Session(passages)) => {
            for &(index, span) in &passages {
                if let Some(at) = desk.library.hidden_by_hand[index].iter().rposition(|hidden| *hidden == span) {
                    desk.library.hidden_by_hand[index].remove(at);
                }
                remask(desk, index);
            }
            let place = match passages.as_slice() {
                [(index, _)] if desk.row.articles().contains(index) => String::new(),
                [(index, _)] => format!(" in {}", spoken(&desk.library.articles[*index])),
                several => format!(" in {} articles", several.chunk_by(|a, b| a.0 == b.0).count()),
            };
            desk.say(format!("Shown again{place}"));
            desk.history.undone.push(Undone::Session(passages));
            collate_anew(desk)
        }
        Some(Hiding::Rule(file, id)) => {
            let rule = desk.rules.books.of_file(&file).and_then(|book| book.rules.get(&id)).cloned();
            desk.history.undone.extend(rule.map(|rule| Undone::Rule(file.clone(), rule)));
            forget(desk, &file, &id);
            desk.say("Rule removed");
            desk.ask(Effect::Remove(file, id));
            collate_anew(desk);
        }
        Some(Hiding::Step(file, back, again)) => {
            desk.say(format!("Undid: {}", describe_step(desk, &file, &back, &again)));
            stepped(desk, &file, &back);
            desk.history.undone.push(Undone::Step(file, back, again));
        }
        Some(Hiding::Note(change)) => {
            let back = change.reversed();
            desk.say(said_of(&back));
            keep_note(desk, back);
            desk.history.undone.push(Undone::Note(change));
        }
        Some(Hiding::Refusal(mark)) => {
            desk.history.undone.push(Undone::Refusal(mark));
            desk.say("Undid the rejection; it will be proposed again");
            review_anew(desk, Review { mark, done: false })
        }
    }
}

/// Redoes what was undone last.
pub(in crate::app) fn redo(desk: &mut Desk) {
    match desk.history.undone.pop() {
        None => {
            desk.warn("Nothing to redo");
        }
        Some(Undone::Session(passages)) => {
            for &(index, span) in &passages {
                desk.library.hidden_by_hand[index].push(span);
                remask(desk, index);
            }
            desk.history.done.push(Hiding::Session(passages));
            desk.say("Hidden again");
            collate_anew(desk)
        }
        Some(Undone::Rule(file, rule)) => {
            let kept = std::mem::take(&mut desk.history.undone);
            add_rule(desk, file, rule);
            desk.history.undone = kept;
        }
        Some(Undone::Step(file, back, again)) => {
            desk.say(format!("Redid: {}", describe_step(desk, &file, &back, &again)));
            stepped(desk, &file, &again);
            desk.history.done.push(Hiding::Step(file, back, again));
        }
        Some(Undone::Note(change)) => {
            desk.say(said_of(&change));
            keep_note(desk, change.clone());
            desk.history.done.push(Hiding::Note(change));
        }
        Some(Undone::Refusal(mark)) => {
            desk.history.done.push(Hiding::Refusal(mark));
            desk.say("Rejected again");
            review_anew(desk, Review { mark, done: true })
        }
    }
}

/// Says what a step does; if it deleted a rule, the step that undoes it has the name.
fn describe_step(desk: &Desk, file: &Path, back: &Step, step: &Step) -> String {
    let mut rules = desk.rules.books.of_file(file).map(|book| book.rules.clone()).unwrap_or_default();
    if let (Step::Insert(..), Step::Delete(_)) = (back, step) {
        back.on_rules(&mut rules);
    }
    step.describe(&rules)
}

fn review_anew(desk: &mut Desk, review: Review) {
    desk.memory.reviewed.take(review);
    desk.ask(Effect::Keep(review));
}
