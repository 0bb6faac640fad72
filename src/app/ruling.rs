//! The rule list: rules switched on and off, renamed, edited, deleted, put in another order, each in the file it stands in.

use super::app::App;
use super::asking::prompt_over;
use super::mode::Asked;
use super::mode::Mode;
use super::picking::with_text;
use super::picking::wrong;
use super::saving::step_rules;
use super::scopes::read_scope;
use super::scopes::written_scope;
use super::survey::survey;
use super::undoing::redo;
use super::undoing::undo;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::jobs::Question;
use crate::app::keys::Action;
use crate::app::memory::Step;
use crate::boilerplate::{Edit, Fit, Placed, Rule};

/// Opens the list of rules.
pub(super) fn list_rules(app: &mut App) {
    let misread = app.desk.rules.books.books.iter().find_map(|book| book.misread.clone());
    if let (0, Some(reason)) = (app.desk.rules.books.count(), &misread) {
        app.desk.warn(format!("No rules apply: {reason}"));
        return;
    }
    if let Some(reason) = misread {
        app.desk.warn(format!("Some rules do not apply: {reason}"));
    }
    if app.desk.rules.books.count() == 0 {
        app.desk.say(format!("No rules yet; {} makes one", app.desk.key(Action::HideForGood)));
        return;
    }
    app.mode = Mode::Ruling(Box::default());
    count_rules(app)
}

/// Counts anew what each rule hides, where the list is open.
pub(super) fn count_rules(app: &mut App) {
    let ticket = app.desk.next_ticket();
    let rules = Arc::clone(&app.desk.rules.books);
    let last = rules.count().saturating_sub(1);
    let Mode::Ruling(list) = app.beneath_mut() else { return };
    list.at = list.at.min(last);
    list.ticket = ticket;
    list.counted = None;
    survey(&mut app.desk, ticket, Question::Rules(rules));
}

/// Gives the rule one stands on in the list.
pub fn listed(app: &App) -> Option<Placed<'_>> {
    match app.beneath() {
        Mode::Ruling(list) => app.desk.rules.books.nth(list.at),
        _ => None,
    }
}

fn listed_in(app: &App) -> Option<(PathBuf, Rule)> {
    listed(app).map(|placed| (placed.book.file.clone(), placed.rule.clone()))
}

/// Takes a key while the rules are listed.
pub(super) fn ruling(app: &mut App, action: Action) {
    match (action, listed_in(app)) {
        (Action::Undo, _) => undo(&mut app.desk),
        (Action::Redo, _) => redo(&mut app.desk),
        (Action::Cancel, _) => app.mode = Mode::Reading,
        (_, None) => app.desk.warn("No rules left"),
        (Action::Toggle, Some((file, rule))) => {
            step_rules(&mut app.desk, &file, Step::Edit(rule.id, Edit::Enabled(!rule.enabled)));
        }
        (Action::Rename, Some((_, rule))) => prompt_over(app, Asked::Name, &rule.name),
        (Action::EditNote, Some((_, rule))) => prompt_over(app, Asked::Note, &rule.note),
        (Action::EditScope, Some((_, rule))) => prompt_over(app, Asked::Scope, &written_scope(&rule.scope)),
        (Action::EditWords, Some((_, rule))) => match rule.fit {
            Fit::Between(..) => warn_of_two_ends(app),
            fit => prompt_over(app, Asked::Words, fit.text()),
        },
        (Action::Delete, Some((file, rule))) => step_rules(&mut app.desk, &file, Step::Delete(rule.id)),
        (Action::MoveDown, Some((file, rule))) => move_rule(app, (&file, rule), 1),
        (Action::MoveUp, Some((file, rule))) => move_rule(app, (&file, rule), -1),
        (action, Some(_)) => walk_rules(app, action),
    }
}

fn warn_of_two_ends(app: &mut App) {
    let place = listed(app).map_or(String::new(), |placed| match placed.line() {
        Some(line) => format!(", {}:{line}", placed.book.shown),
        None => format!(", {}", placed.book.shown),
    });
    app.desk.warn(format!("Edit a rule with two ends in the rules file{place}"));
}

fn walk_rules(app: &mut App, action: Action) {
    let last = app.desk.rules.books.count().saturating_sub(1);
    let Mode::Ruling(list) = &mut app.mode else { return };
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
        app.desk.say(if action == Action::Down || action == Action::Bottom { "Last rule" } else { "First rule" });
    }
}

/// Moves a rule inside its file.
fn move_rule(app: &mut App, (file, rule): (&Path, Rule), by: isize) {
    let Some((at, count)) = listed(app).map(|placed| (placed.at, placed.book.rules.rules.len())) else {
        return;
    };
    if at.checked_add_signed(by).is_none_or(|to| to >= count) {
        let alone = app.desk.rules.books.count() == count;
        app.desk.say(match (by < 0, alone) {
            (true, true) => "First rule",
            (false, true) => "Last rule",
            (true, false) => "First rule of its file",
            (false, false) => "Last rule of its file",
        });
        return;
    }
    if let Mode::Ruling(list) = &mut app.mode {
        list.at = list.at.saturating_add_signed(by);
    }
    step_rules(&mut app.desk, file, Step::Move(rule.id, by))
}

/// Takes what was typed for something of the rule.
pub(super) fn rule_said(app: &mut App, asked: Asked, said: &str) {
    let Some((file, rule)) = listed_in(app) else { return };
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
        Ok(edit) => step_rules(&mut app.desk, &file, Step::Edit(rule.id, edit)),
        Err(reason) => {
            app.desk.warn(reason);
        }
    }
}

/// Says while it is typed what is wrong with a rule's words, or with where it is to hold.
pub(super) fn check_said(app: &mut App, asked: Asked, said: &str) {
    let wrong = match asked {
        Asked::Words => listed(app).and_then(|placed| wrong(&with_text(&placed.rule.fit, said))),
        _ => None,
    };
    if let Some(wrong) = wrong {
        app.desk.warn(wrong);
    }
}
