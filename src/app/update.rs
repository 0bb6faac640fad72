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
    let mut effects = taken_in(app, event);
    settle(&mut app.desk, &before, &mut effects);
    if std::mem::take(&mut app.desk.rules.recount) {
        effects.extend(count_rules(app));
    }
    effects.extend(compare_where_seen(app));
    effects.extend(narrate_where_seen(app));
    effects
}

fn taken_in(app: &mut App, event: Event) -> Vec<Effect> {
    match event {
        Event::Key(key) => pressed(app, key),
        Event::Pasted(text) => {
            app.desk.message = None;
            app.typed = Typed::default();
            pasted(app, &text)
        }
        Event::Resized(size) => {
            resized(app, size);
            Vec::new()
        }
        Event::Waited(ticket) => waited(app, ticket),
        Event::Pointed(target, gesture) => {
            app.desk.memory.untouched = false;
            pointed(app, target, gesture)
        }
        Event::Reopened(reopened) => take_reopened(app, reopened),
        Event::Masked(masked) => {
            take_masks(&mut app.desk, masked);
            Vec::new()
        }
        Event::Answered(answer) => {
            take_answer(&mut app.desk, &answer);
            Vec::new()
        }
        Event::Diffed(found) => take_diff(app, found),
        Event::Surveyed(surveyed) => take_survey(app, surveyed),
        Event::Gathered(gathered) => take_clusters(app, gathered),
        Event::Compared(compared) => take_matrix(app, compared),
        Event::Narrated(narrated) => take_narrated(app, narrated),
        Event::Narrowed(narrowed) => take_narrowed(app, narrowed),
        Event::Found(hits) => take_hits(&mut app.desk, hits),
        Event::Traced(traced) => take_traces(app, traced),
        Event::Edited(article, outcome) => take_edited(&mut app.desk, (article, outcome)),
        Event::NotCopied(reason) => {
            not_copied(&mut app.desk, &reason);
            Vec::new()
        }
        Event::Saved(saved) => take_saved(&mut app.desk, saved),
        Event::Kept(kept) => {
            if let Err(reason) = kept {
                app.desk.warn(format!("Mark not saved (kept for this session only): {reason}"));
            }
            Vec::new()
        }
        Event::Waiting(said) => {
            app.desk.say(said);
            Vec::new()
        }
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
            read_in_vain(&mut app.desk, ticket)
        }
    }
}

fn pressed(app: &mut App, key: Key) -> Vec<Effect> {
    app.desk.message = None;
    app.desk.memory.untouched = false;
    if let Mode::Prompting(_) = app.mode {
        return match prompting(app, key) {
            Prompted::Stays(effects) => effects,
            Prompted::Given(action, count) => acted(app, action, Typed { count, ..Typed::default() }),
        };
    }
    if let Mode::Listing(_) = app.mode {
        return listing(app, key);
    }
    if type_words(app, key) {
        return Vec::new();
    }
    if let Some(effects) = counted(app, key) {
        return effects;
    }
    let begun = !app.typed.keys.0.is_empty();
    app.typed.keys.0.push(key);
    match app.desk.settings.keymap.find(app.phase(), &app.typed.keys) {
        Found::Begun => Vec::new(),
        Found::Action(action) => {
            let typed = std::mem::take(&mut app.typed);
            acted(app, action, typed)
        }
        Found::Nothing => {
            let typed = std::mem::take(&mut app.typed);
            if begun && key.code == Code::Esc {
                return Vec::new();
            }
            say_means_nothing(app, &typed.keys);
            Vec::new()
        }
    }
}

/// Takes a digit as the beginning of a count, or as the article it will be if nothing follows it.
fn counted(app: &mut App, key: Key) -> Option<Vec<Effect>> {
    let Key { code: Code::Char(c), ctrl: false } = key else { return None };
    let digit = c.to_digit(10)? as usize;
    let counts =
        matches!(app.phase(), Phase::Reading | Phase::Diffing | Phase::Marking | Phase::Matrix | Phase::Synopsis)
            && app.typed.keys.0.is_empty();
    if !counts || (digit == 0 && app.typed.count.is_none()) {
        return None;
    }
    app.typed.count = Some(app.typed.count.unwrap_or(0).saturating_mul(10).saturating_add(digit).min(99_999));
    let waits = app.phase() == Phase::Reading;
    Some(if waits { vec![Effect::Wait(app.desk.next_ticket())] } else { Vec::new() })
}

fn acted(app: &mut App, action: Action, typed: Typed) -> Vec<Effect> {
    let mut effects = Vec::new();
    if let Some(number) = typed.count.filter(|_| app.phase() == Phase::Reading && in_an_article(action)) {
        effects = choose(&mut app.desk, number);
        if number > app.desk.library.articles.len() || !app.desk.has_pair() {
            return effects;
        }
    }
    if action == Action::Help {
        effects.extend(open_help(app));
        return effects;
    }
    effects.extend(match app.mode {
        Mode::Reading if app.desk.diff.view.is_some() => diffing(app, action, typed.count),
        Mode::Reading => reading(app, action, typed.count),
        Mode::Marking { .. } => marking(app, action, typed.count),
        Mode::Picking(_) => picking(app, action),
        Mode::Helping { row, .. } => helping(app, action, row),
        Mode::Prompting(_) | Mode::Listing(_) => Vec::new(),
        Mode::Ruling(_) => ruling(app, action),
        Mode::Proposing(_) => proposing(app, action),
        Mode::Matrix(_) => in_matrix(app, action, typed.count),
        Mode::Synopsis(_) => in_synopsis(app, action, typed.count),
    });
    effects
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
fn waited(app: &mut App, ticket: u64) -> Vec<Effect> {
    if ticket != app.desk.ticket || !app.typed.keys.0.is_empty() || app.phase() != Phase::Reading {
        return Vec::new();
    }
    let may_name = |number: &usize| *number < 10 || *number <= app.desk.library.articles.len();
    let Some(number) = app.typed.count.filter(may_name) else { return Vec::new() };
    app.typed = Typed::default();
    choose(&mut app.desk, number)
}
