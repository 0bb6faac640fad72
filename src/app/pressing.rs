//! Handles a key: it types in a line, extends a count or sequence, or triggers an action.

use super::app::App;
use crate::app::desk::desk::Desk;
use crate::app::desk::motion::choose;
use crate::app::desk::status::Typed;
use crate::app::desk::unbound::say_means_nothing;
use crate::app::desk::unsaved::{has_decided, is_unsaved};
use crate::app::jobs::Effect;
use crate::app::keys::Action;
use crate::app::keys::Code;
use crate::app::keys::Found;
use crate::app::keys::Key;
use crate::app::keys::Keys;
use crate::app::keys::Phase;
use crate::app::modes::choosing::{listing, paste_filter, type_filter};
use crate::app::modes::diffing::diffing;
use crate::app::modes::helping::{helping, open_help, open_legend};
use crate::app::modes::in_synopsis::{in_synopsis, type_words};
use crate::app::modes::marking::mark_further;
use crate::app::modes::matrix::in_matrix;
use crate::app::modes::mode::Mode;
use crate::app::modes::picking::picking;
use crate::app::modes::prompting::{Typing, pass_on, paste_into_line, prompting, type_key};
use crate::app::modes::proposing::proposing;
use crate::app::modes::reading::reading;
use crate::app::modes::ruling::ruling;
use crate::app::modes::turn::Turn;

/// Takes a key: into the line being typed, as a digit of a count, or as the next key of a sequence.
pub(super) fn pressed(app: &mut App, key: Key) {
    app.desk.message = None;
    app.desk.memory.untouched = false;
    let helps = opens_help(app, key);
    let taken = match app.modes.top_mut() {
        Some(Mode::Prompting(_) | Mode::Listing(_)) => return typed_in_line(app, key),
        Some(Mode::Synopsis(_)) if helps => false,
        Some(Mode::Synopsis(grid)) => type_words(grid, &app.desk, key),
        _ => false,
    };
    if taken || counted(app, key) {
        return;
    }
    let begun = !app.typed.keys.0.is_empty();
    app.typed.keys.0.push(key);
    match meaning(app) {
        Found::Begun => {}
        Found::Action(action) => {
            let typed = std::mem::take(&mut app.typed);
            acted(app, action, typed.count);
        }
        Found::Nothing => {
            let typed = std::mem::take(&mut app.typed);
            if !(begun && key.code == Code::Esc) {
                let phase = app.phase();
                say_means_nothing(&mut app.desk, phase, &typed.keys);
            }
        }
    }
}

/// What the keys typed so far mean; in a diff also those of reading, unless a diff gives them another meaning.
fn meaning(app: &App) -> Found {
    let (keymap, phase) = (&app.desk.settings.keymap, app.phase());
    match keymap.find(phase, &app.typed.keys) {
        Found::Nothing if phase == Phase::Diffing => keymap.find(Phase::Reading, &app.typed.keys),
        found => found,
    }
}

/// Whether a key opens the help; where a line is typed, a character does so only while the line is empty.
fn opens_help(app: &App, key: Key) -> bool {
    let keys = Keys(vec![key]);
    let is_bound = app.desk.settings.keymap.find(app.phase(), &keys) == Found::Action(Action::Help);
    is_bound && !(keys.types() && app.modes.top().is_some_and(Mode::has_typed))
}

/// Takes a key while a line is typed: as an action there, else as text.
fn typed_in_line(app: &mut App, key: Key) {
    if let Found::Action(action) = app.desk.settings.keymap.find(app.phase(), &Keys(vec![key]))
        && (action != Action::Help || opens_help(app, key))
    {
        return acted(app, action, None);
    }
    let App { desk, modes, .. } = app;
    match modes.top_mut() {
        Some(Mode::Prompting(prompt)) => {
            let typing = type_key(prompt, desk, key);
            passed_on(app, typing);
        }
        Some(Mode::Listing(list)) => {
            let turn = type_filter(list, desk, key);
            modes.take(turn);
        }
        _ => {}
    }
}

/// Takes pasted text: into the line being typed, else nowhere.
pub(super) fn pasted(app: &mut App, text: &str) {
    app.typed = Typed::default();
    let App { desk, modes, .. } = app;
    desk.message = None;
    match modes.top_mut() {
        Some(Mode::Prompting(prompt)) => {
            let typing = paste_into_line(prompt, text);
            passed_on(app, typing);
        }
        Some(Mode::Listing(list)) => {
            let turn = paste_filter(list, desk, text);
            modes.take(turn);
        }
        _ => desk.warn("Nowhere to paste here"),
    }
}

/// Tells the mode below what happened to the line, and runs the command, if one was given.
fn passed_on(app: &mut App, typing: Typing) {
    if let Some((action, count)) = pass_on(&mut app.modes, &mut app.desk, typing) {
        acted(app, action, count);
    }
}

/// Takes a digit as the beginning of a count, or as an article's number if nothing follows; returns whether it was one.
fn counted(app: &mut App, key: Key) -> bool {
    let Key { code: Code::Char(c), ctrl: false } = key else { return false };
    let Some(digit) = c.to_digit(10) else { return false };
    let counts =
        matches!(app.phase(), Phase::Reading | Phase::Diffing | Phase::Marking | Phase::Matrix | Phase::Synopsis)
            && app.typed.keys.0.is_empty();
    if !counts || (digit == 0 && app.typed.count.is_none()) {
        return false;
    }
    let so_far = app.typed.count.unwrap_or(0);
    app.typed.count = Some(so_far.saturating_mul(10).saturating_add(digit as usize).min(99_999));
    if app.phase() == Phase::Reading {
        let ticket = app.desk.next_ticket();
        app.typed.pause = Some(ticket);
        app.desk.ask(Effect::Wait(ticket));
    }
    true
}

fn acted(app: &mut App, action: Action, count: Option<usize>) {
    if let Some(number) = count.filter(|_| app.phase() == Phase::Reading && in_an_article(action)) {
        choose(&mut app.desk, number);
        if number > app.desk.library.articles.len() || !app.desk.has_pair() {
            return;
        }
    }
    let phase = app.phase();
    let App { desk, modes, .. } = app;
    let helped = modes.help().is_some();
    let list = if let Some(Mode::Listing(list)) = modes.top() { Some(list.listed) } else { None };
    let turn = match (action, modes.top_mut()) {
        (Action::Help, _) if helped => Turn::Stay,
        (Action::Help, _) => Turn::Open(open_help(phase, list)),
        (Action::Legend, _) => Turn::Open(open_legend(phase, list)),
        (Action::Suspend, _) => return desk.ask(Effect::Suspend),
        (Action::Quit, _) if must_warn(desk) => return,
        (Action::Quit, _) => return desk.ask(Effect::Quit),
        (_, None) if desk.diff.view.is_some() => diffing(desk, action, count),
        (_, None) => reading(desk, action, count),
        (_, Some(Mode::Prompting(prompt))) => {
            let typing = prompting(prompt, desk, action);
            return passed_on(app, typing);
        }
        (_, Some(Mode::Marking(marking))) => mark_further(marking, desk, action, count),
        (_, Some(Mode::Picking(picker))) => picking(picker, desk, action),
        (_, Some(Mode::Helping(help))) => helping(help, desk, action),
        (_, Some(Mode::Listing(list))) => listing(list, desk, action),
        (_, Some(Mode::Ruling(list))) => ruling(list, desk, action),
        (_, Some(Mode::Proposing(proposals))) => proposing(proposals, desk, action),
        (_, Some(Mode::Matrix(grid))) => in_matrix(grid, desk, action, count),
        (_, Some(Mode::Synopsis(grid))) => in_synopsis(grid, desk, action, count),
    };
    modes.take(turn);
}

/// Whether the action is about a pane and no count repeats it: a number before it names an article.
fn in_an_article(action: Action) -> bool {
    !counts(action)
        && !matches!(
            action,
            Action::Cancel
                | Action::Quit
                | Action::Suspend
                | Action::Help
                | Action::Command
                | Action::Search
                | Action::OpenPane
                | Action::ClosePane
        )
}

/// Whether a count before the action repeats it.
fn counts(action: Action) -> bool {
    matches!(
        action,
        Action::NextLink
            | Action::PreviousLink
            | Action::NextMatch
            | Action::PreviousMatch
            | Action::Back
            | Action::Forward
            | Action::Down
            | Action::Up
            | Action::HalfDown
            | Action::HalfUp
            | Action::PageDown
            | Action::PageUp
            | Action::RollDown
            | Action::RollUp
            | Action::Top
            | Action::Bottom
    )
}

/// Opens the article named by a lone number; one that is too large stays a count.
pub(super) fn waited(app: &mut App, ticket: u64) {
    if app.typed.pause != Some(ticket) || !app.typed.keys.0.is_empty() || app.phase() != Phase::Reading {
        return;
    }
    let may_name = |number: &usize| *number < 10 || *number <= app.desk.library.articles.len();
    let Some(number) = app.typed.count.filter(may_name) else { return };
    app.typed = Typed::default();
    choose(&mut app.desk, number);
}

/// Warns once that the result is not saved; returns whether it did so just now.
fn must_warn(desk: &mut Desk) -> bool {
    if !(is_unsaved(desk) || has_decided(desk)) || std::mem::replace(&mut desk.diff.taking.warned, true) {
        return false;
    }
    desk.warn("The result is not saved: :w or :w FILE saves it; quit again to discard it");
    true
}
