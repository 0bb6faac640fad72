//! Update: the only place where the state of the program changes.

use super::app::App;
use crate::app::desk::arrive::{take_answer, take_masks};
use crate::app::desk::carry::not_copied;
use crate::app::desk::carry::take_edited;
use crate::app::desk::desk::Desk;
use crate::app::desk::narrate::narrate;
use crate::app::desk::noting::take_noted;
use crate::app::desk::pages::set_pages;
use crate::app::desk::pair_places::stands;
use crate::app::desk::reopen::read_in_vain;
use crate::app::desk::saving::take_rules;
use crate::app::desk::saving::take_saved;
use crate::app::desk::searching::take_hits;
use crate::app::desk::shelving::{fail_shelf, take_blamed};
use crate::app::desk::stale::say_since;
use crate::app::desk::stale::take_on_disk;
use crate::app::desk::taking::{take_text, take_written};
use crate::app::desk::together::settle;
use crate::app::jobs::Effect;
use crate::app::jobs::Event;
use crate::app::layout::Size;
use crate::app::modes::arriving::{take_clusters, take_diff, take_narrated, take_rows, take_traces};
use crate::app::modes::clusters::take_cluster_news;
use crate::app::modes::figures::compare_where_seen;
use crate::app::modes::figures::take_matrix;
use crate::app::modes::helping::show_help;
use crate::app::modes::matrix::show_cell;
use crate::app::modes::mode::Mode;
use crate::app::modes::pointer::pointed;
use crate::app::modes::reopening::take_reopened;
use crate::app::modes::ruling::count_rules;
use crate::app::modes::surveyed::take_survey;
use crate::app::modes::synopsis::show_line;
use crate::app::modes::turn::Turn;

use super::turning::take_fetched;

use super::pressing::{pasted, pressed, waited};

/// Takes in an event; returns the requests to the world outside.
pub fn update(app: &mut App, event: Event) -> Vec<Effect> {
    let before = stands(&app.desk);
    take_in(app, event);
    settle(&mut app.desk, &before);
    look_after_modes(app);
    app.desk.outbox.take()
}

/// Asks again for what a mode shows, if it has changed.
fn look_after_modes(app: &mut App) {
    let App { desk, modes, .. } = app;
    let recount = std::mem::take(&mut desk.rules.recount);
    modes.tell(|mode| {
        match mode {
            Mode::Ruling(list) if recount => count_rules(list, desk),
            Mode::Synopsis(_) => narrate(desk),
            _ => {}
        }
        Turn::Stay
    });
    compare_where_seen(modes, desk);
}

fn take_in(app: &mut App, event: Event) {
    let App { desk, modes, .. } = app;
    match event {
        Event::Key(key) => pressed(app, key),
        Event::Pasted(text) => pasted(app, &text),
        Event::Resized(size) => resized(app, size),
        Event::Waited(ticket) => waited(app, ticket),
        Event::Pointed(target, gesture) => {
            desk.memory.untouched = false;
            pointed(modes, desk, target, gesture);
        }
        Event::Reopened(reopened) => take_reopened(modes, desk, reopened),
        Event::Masked(masked) => take_masks(desk, masked),
        Event::Answered(answer) => take_answer(desk, &answer),
        Event::Diffed(found) => take_diff(modes, desk, found),
        Event::Surveyed(surveyed) => modes.tell(|mode| take_survey(mode, desk, &surveyed)),
        Event::Gathered(gathered) => take_clusters(desk, gathered),
        Event::Compared(compared) => take_matrix(modes, desk, compared),
        Event::Narrated(narrated) => take_narrated(modes, desk, narrated),
        Event::Narrowed(narrowed) => take_rows(modes, desk, &narrowed),
        Event::Found(hits) => take_hits(desk, hits),
        Event::Traced(traced) => take_traces(modes, desk, traced),
        Event::ResultEdited(Ok(text)) => take_text(desk, text),
        Event::ResultEdited(Err(reason)) => desk.warn(reason),
        Event::ResultWritten(file, outcome) => take_written(desk, &file, outcome),
        Event::Fetched(fetched) => take_fetched(app, fetched),
        Event::Blamed(blamed) => take_blamed(desk, &blamed),
        Event::Edited(article, outcome) => take_edited(desk, article, outcome),
        Event::NotCopied(reason) => not_copied(desk, &reason),
        Event::Saved(saved) => take_saved(desk, saved),
        Event::Kept(kept) => {
            if let Err(reason) = kept {
                desk.warn(format!("Mark not saved (kept for this session only): {reason}"));
            }
        }
        Event::Waiting(said) => desk.say(said),
        Event::Noted(noted) => take_noted(desk, noted),
        Event::Clusters(news) => take_cluster_news(modes, desk, news),
        Event::Since(since) => say_since(desk, &since),
        Event::OnDisk(seen) => take_on_disk(desk, seen),
        Event::RulesOnDisk(read) => take_rules(desk, read),
        Event::Failed(ticket, reason) => failed(desk, ticket, reason),
    }
}

/// Stops awaiting the answer with this ticket, because the work failed.
fn failed(desk: &mut Desk, ticket: u64, reason: String) {
    for pairing in desk.row.pairings_mut() {
        pairing.found.give_up(ticket);
    }
    desk.diff.asked.give_up(ticket);
    fail_shelf(desk, ticket);
    if let Some(curating) = &mut desk.curating {
        curating.opening.give_up(ticket);
    }
    desk.narrating.found.give_up(ticket);
    desk.sharing.found.give_up(ticket);
    desk.warn(reason);
    read_in_vain(desk, ticket);
}

fn resized(app: &mut App, size: Size) {
    let App { desk, modes, .. } = app;
    desk.view.size = size;
    set_pages(desk);
    modes.tell(|mode| {
        match mode {
            Mode::Helping(help) => show_help(help, desk, help.row),
            Mode::Matrix(grid) => show_cell(grid, desk),
            Mode::Synopsis(grid) => show_line(grid, desk),
            _ => {}
        }
        Turn::Stay
    });
}
