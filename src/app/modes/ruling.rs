//! The list of rules: they can be turned on and off, renamed, edited, deleted and moved, each in its own file.

use super::mode::Asked;
use super::mode::Mode;
use super::picking::with_text;
use super::picking::wrong;
use super::rule_list::RuleList;
use super::scopes::read_scope;
use super::scopes::written_scope;
use super::turn::Turn;
use crate::app::desk::desk::Desk;
use crate::app::desk::saving::step_rules;
use crate::app::desk::survey::survey;
use crate::app::desk::undoing::redo;
use crate::app::desk::undoing::undo;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::jobs::{Lookup, Question};
use crate::app::keys::Action;
use crate::app::memory::Step;
use crate::boilerplate::{Edit, Fit, Placed, Rule, RuleId};

/// Opens the list of rules.
pub(in crate::app) fn list_rules(desk: &mut Desk) -> Turn {
    let misread = desk.rules.books.books.iter().find_map(|book| book.misread.clone());
    if let (0, Some(reason)) = (desk.rules.books.count(), &misread) {
        desk.warn(format!("No rules apply: {reason}"));
        return Turn::Stay;
    }
    if let Some(reason) = misread {
        desk.warn(format!("Some rules do not apply: {reason}"));
    }
    if desk.rules.books.count() == 0 {
        desk.warn(format!("No rules yet; {} makes one", desk.key(Action::HideForGood)));
        return Turn::Stay;
    }
    let mut list = RuleList::default();
    count_rules(&mut list, desk);
    Turn::Open(Mode::Ruling(Box::new(list)))
}

/// Counts again what each rule hides.
pub(in crate::app) fn count_rules(list: &mut RuleList, desk: &mut Desk) {
    list.at = list.at.min(desk.rules.books.count().saturating_sub(1));
    let ticket = desk.next_ticket();
    list.counted = Lookup::awaiting(ticket);
    let rules = Arc::clone(&desk.rules.books);
    survey(desk, ticket, Question::Rules(rules));
}

/// The present rule of the list.
pub(in crate::app) fn listed<'a>(list: &RuleList, desk: &'a Desk) -> Option<Placed<'a>> {
    desk.rules.books.nth(list.at)
}

fn listed_in(list: &RuleList, desk: &Desk) -> Option<(PathBuf, Rule)> {
    listed(list, desk).map(|placed| (placed.book.file.clone(), placed.rule.clone()))
}

/// Keeps the marker on a rule that other rules moved past.
fn stay_on(list: &mut RuleList, desk: &Desk, file: &Path, id: &RuleId) {
    let is_it =
        |at: &usize| desk.rules.books.nth(*at).is_some_and(|placed| placed.book.file == file && placed.rule.id == *id);
    list.at = (0..desk.rules.books.count()).find(is_it).unwrap_or(list.at);
}

/// Takes an action in the list of rules.
pub(in crate::app) fn ruling(list: &mut RuleList, desk: &mut Desk, action: Action) -> Turn {
    match (action, listed_in(list, desk)) {
        (Action::Undo, chosen) => {
            undo(desk);
            if let Some((file, rule)) = chosen {
                stay_on(list, desk, &file, &rule.id);
            }
        }
        (Action::Redo, chosen) => {
            redo(desk);
            if let Some((file, rule)) = chosen {
                stay_on(list, desk, &file, &rule.id);
            }
        }
        (Action::Cancel, _) => return Turn::Close,
        (_, None) => desk.warn("No rules left"),
        (Action::Toggle, Some((file, rule))) => {
            step_rules(desk, &file, Step::Edit(rule.id, Edit::Enabled(!rule.enabled)));
        }
        (Action::Rename, Some((_, rule))) => return Turn::Open(Mode::line(Asked::Name, &rule.name)),
        (Action::EditNote, Some((_, rule))) => return Turn::Open(Mode::line(Asked::Note, &rule.note)),
        (Action::EditScope, Some((_, rule))) => {
            return Turn::Open(Mode::line(Asked::Scope, &written_scope(&rule.scope)));
        }
        (Action::EditWords, Some((_, rule))) => match rule.fit {
            Fit::Between(..) => warn_of_two_ends(list, desk),
            fit => return Turn::Open(Mode::line(Asked::Words, fit.text())),
        },
        (Action::Delete, Some((file, rule))) => step_rules(desk, &file, Step::Delete(rule.id)),
        (Action::MoveDown, Some(_)) => move_rule(list, desk, 1),
        (Action::MoveUp, Some(_)) => move_rule(list, desk, -1),
        (action, Some(_)) => walk_rules(list, desk, action),
    }
    Turn::Stay
}

fn warn_of_two_ends(list: &RuleList, desk: &mut Desk) {
    let place = listed(list, desk).map_or(String::new(), |placed| match placed.line() {
        Some(line) => format!(", {}:{line}", placed.book.shown),
        None => format!(", {}", placed.book.shown),
    });
    desk.warn(format!("Edit a rule with two ends in the rules file{place}"));
}

fn walk_rules(list: &mut RuleList, desk: &mut Desk, action: Action) {
    let last = desk.rules.books.count().saturating_sub(1);
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
        desk.say(if action == Action::Down || action == Action::Bottom { "Last rule" } else { "First rule" });
    }
}

/// Moves a rule inside its file.
fn move_rule(list: &mut RuleList, desk: &mut Desk, by: isize) {
    let Some((file, rule)) = listed_in(list, desk) else { return };
    let Some((at, count)) = listed(list, desk).map(|placed| (placed.at, placed.book.rules.rules.len())) else {
        return;
    };
    if at.checked_add_signed(by).is_none_or(|to| to >= count) {
        let alone = desk.rules.books.count() == count;
        desk.say(match (by < 0, alone) {
            (true, true) => "First rule",
            (false, true) => "Last rule",
            (true, false) => "First rule of its file",
            (false, false) => "Last rule of its file",
        });
        return;
    }
    list.at = list.at.saturating_add_signed(by);
    step_rules(desk, &file, Step::Move(rule.id, by));
}

/// Takes typed text for part of the rule.
pub(in crate::app) fn edit_rule(list: &RuleList, desk: &mut Desk, asked: Asked, said: &str) {
    let Some((file, rule)) = listed_in(list, desk) else { return };
    let edit = match asked {
        Asked::Name if said.is_empty() => Err("A rule needs a name".to_owned()),
        Asked::Name => Ok(Edit::Name(said.to_owned())),
        Asked::Note => Ok(Edit::Note(said.to_owned())),
        Asked::Scope => read_scope(said).map(Edit::Scope),
        _ => {
            let fit = with_text(&rule.fit, said);
            wrong(&fit).map_or(Ok(Edit::Fit(fit)), Err)
        }
    };
    match edit {
        Ok(edit) => step_rules(desk, &file, Step::Edit(rule.id, edit)),
        Err(reason) => desk.warn(reason),
    }
}

/// Says, while they are typed, what is wrong with a rule's words.
pub(in crate::app) fn check_words(list: &RuleList, desk: &mut Desk, words: &str) {
    let wrong = listed(list, desk).and_then(|placed| wrong(&with_text(&placed.rule.fit, words)));
    if let Some(wrong) = wrong {
        desk.warn(wrong);
    }
}
