//! Update: the one place where the program's state changes.

use super::app::App;
use super::arrive::take_answer;
use super::arrive::take_clusters;
use super::arrive::take_masks;
use super::carry::not_copied;
use super::carry::take_edited;
use super::choosing::listing;
use super::choosing::take_narrowed;
use super::comparing::compared_in_vain;
use super::diff_job::take_diff;
use super::diffing::diffing;
use super::elsewhere::take_traces;
use super::figures::compare_where_seen;
use super::figures::take_matrix;
use super::helping::helping;
use super::helping::open_help;
use super::helping::show_help;
use super::in_synopsis::{in_synopsis, type_words};
use super::marking::marking;
use super::matrix::in_matrix;
use super::matrix::show_cell;
use super::mode::Mode;
use super::motion::choose;
use super::noting::take_noted;
use super::pages::set_pages;
use super::pair_places::stands;
use super::picking::picking;
use super::pointer::pointed;
use super::prompting::Prompted;
use super::prompting::pasted;
use super::prompting::prompting;
use super::proposing::proposing;
use super::reading::reading;
use super::reopen::read_in_vain;
use super::reopen::take_reopened;
use super::ruling::count_rules;
use super::ruling::ruling;
use super::saving::take_rules;
use super::saving::take_saved;
use super::searching::take_hits;
use super::since::say_since;
use super::since::take_on_disk;
use super::status::Typed;
use super::surveyed::take_survey;
use super::synopsis::{narrate_where_seen, show_line, take_narrated};
use super::together::settle;
use super::unbound::say_means_nothing;
use crate::app::jobs::Effect;
use crate::app::jobs::Event;
use crate::app::keys::Action;
use crate::app::keys::Code;
use crate::app::keys::Found;
use crate::app::keys::Key;
use crate::app::keys::Phase;
use crate::app::layout::Size;

/// Takes an event in; gives what is to be done in the world.
pub fn update(app: &mut App, event: Event) -> Vec<Effect> {
    let before = stands(&app.desk);
    take_in(app, event);
    settle(&mut app.desk, &before);
    if std::mem::take(&mut app.desk.rules.recount) {
        count_rules(app);
    }
    compare_where_seen(app);
    narrate_where_seen(app);
    app.desk.outbox.take()
}

fn take_in(app: &mut App, event: Event) {
    match event {
        Event::Key(key) => pressed(app, key),
        Event::Pasted(text) => {
            app.desk.message = None;
            app.typed = Typed::default();
            pasted(app, &text);
        }
        Event::Resized(size) => resized(app, size),
        Event::Waited(ticket) => waited(app, ticket),
        Event::Pointed(target, gesture) => {
            app.desk.memory.untouched = false;
            pointed(app, target, gesture);
        }
        Event::Reopened(reopened) => take_reopened(app, reopened),
        Event::Masked(masked) => take_masks(&mut app.desk, masked),
        Event::Answered(answer) => take_answer(&mut app.desk, &answer),
        Event::Diffed(found) => take_diff(app, found),
        Event::Surveyed(surveyed) => take_survey(app, surveyed),
        Event::Gathered(gathered) => take_clusters(app, gathered),
        Event::Compared(compared) => take_matrix(app, compared),
        Event::Narrated(narrated) => take_narrated(app, narrated),
        Event::Narrowed(narrowed) => take_narrowed(app, narrowed),
        Event::Found(hits) => take_hits(&mut app.desk, hits),
        Event::Traced(traced) => take_traces(app, traced),
        Event::Edited(article, outcome) => take_edited(&mut app.desk, (article, outcome)),
        Event::NotCopied(reason) => not_copied(&mut app.desk, &reason),
        Event::Saved(saved) => take_saved(&mut app.desk, saved),
        Event::Kept(kept) => {
            if let Err(reason) = kept {
                app.desk.warn(format!("Mark not saved (kept for this session only): {reason}"));
            }
        }
        Event::Waiting(said) => app.desk.say(said),
        Event::Noted(noted) => take_noted(&mut app.desk, noted),
        Event::Since(since) => say_since(&mut app.desk, &since),
        Event::OnDisk(seen) => take_on_disk(&mut app.desk, seen),
        Event::RulesOnDisk(read) => take_rules(&mut app.desk, read),
        Event::Failed(ticket, reason) => {
            for pairing in app.desk.row.pairings_mut() {
                pairing.found.give_up(ticket);
            }
            app.desk.diff.awaited = app.desk.diff.awaited.filter(|(_, awaited)| *awaited != ticket);
            app.desk.narrating.found.give_up(ticket);
            compared_in_vain(&mut app.desk, ticket);
            app.desk.warn(reason);
            read_in_vain(&mut app.desk, ticket);
        }
    }
}

fn pressed(app: &mut App, key: Key) {
    app.desk.message = None;
    app.desk.memory.untouched = false;
    if let Mode::Prompting(_) = app.mode {
        if let Prompted::Given(action, count) = prompting(app, key) {
            acted(app, action, Typed { count, ..Typed::default() });
        }
        return;
    }
    if let Mode::Listing(_) = app.mode {
        return listing(app, key);
    }
    if type_words(app, key) {
        return;
    }
    if counted(app, key) {
        return;
    }
    let begun = !app.typed.keys.0.is_empty();
    app.typed.keys.0.push(key);
    match app.desk.settings.keymap.find(app.phase(), &app.typed.keys) {
        Found::Begun => {}
        Found::Action(action) => {
            let typed = std::mem::take(&mut app.typed);
            acted(app, action, typed);
        }
        Found::Nothing => {
            let typed = std::mem::take(&mut app.typed);
            if begun && key.code == Code::Esc {
                return;
            }
            say_means_nothing(app, &typed.keys);
        }
    }
}

/// Takes a digit as the beginning of a count, or as the article it will be if nothing follows it; whether it was one.
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
        app.desk.ask(Effect::Wait(ticket));
    }
    true
}

fn acted(app: &mut App, action: Action, typed: Typed) {
    if let Some(number) = typed.count.filter(|_| app.phase() == Phase::Reading && in_an_article(action)) {
        choose(&mut app.desk, number);
        if number > app.desk.library.articles.len() || !app.desk.has_pair() {
            return;
        }
    }
    match (action, &app.mode) {
        (Action::Help, _) => open_help(app),
        (Action::Suspend, _) => app.desk.ask(Effect::Suspend),
        (Action::Quit, _) => app.desk.ask(Effect::Quit),
        (_, Mode::Reading) if app.desk.diff.view.is_some() => diffing(app, action, typed.count),
        (_, Mode::Reading) => reading(app, action, typed.count),
        (_, Mode::Marking { .. }) => marking(app, action, typed.count),
        (_, Mode::Picking(_)) => picking(app, action),
        (_, &Mode::Helping { row, .. }) => helping(app, action, row),
        (_, Mode::Prompting(_) | Mode::Listing(_)) => {}
        (_, Mode::Ruling(_)) => ruling(app, action),
        (_, Mode::Proposing(_)) => proposing(app, action),
        (_, Mode::Matrix(_)) => in_matrix(app, action, typed.count),
        (_, Mode::Synopsis(_)) => in_synopsis(app, action, typed.count),
    }
}

/// Tells whether the action is about what stands in a pane and is not repeated by a count: a number before it names an article.
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

/// Tells whether a count before the action repeats it.
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

fn resized(app: &mut App, size: Size) {
    app.desk.view.size = size;
    set_pages(&mut app.desk);
    if let Mode::Helping { row, .. } = app.mode {
        show_help(app, row);
    }
    show_cell(app);
    show_line(app);
}

/// Makes the lonely number that was typed the article it names; a larger one stays a count.
fn waited(app: &mut App, ticket: u64) {
    if ticket != app.desk.outbox.newest() || !app.typed.keys.0.is_empty() || app.phase() != Phase::Reading {
        return;
    }
    let may_name = |number: &usize| *number < 10 || *number <= app.desk.library.articles.len();
    let Some(number) = app.typed.count.filter(may_name) else { return };
    app.typed = Typed::default();
    choose(&mut app.desk, number);
}
