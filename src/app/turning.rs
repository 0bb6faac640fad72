//! Opens other texts of the shelf, which replace the open ones.

use super::app::App;
use super::start::laid_out;
use crate::app::desk::diff_job::show_diff;
use crate::app::desk::pages::set_pages;
use crate::app::desk::shelf_state::Landing;
use crate::app::desk::shelving::{note_read, say_passed, step_shelf, take_amount};
use crate::app::jobs::{Amount, Fetched};
use crate::app::modes::arriving::land;
use crate::app::modes::shelf_list::list_shelf;
use crate::app::modes::stack::Modes;
use crate::page::Compared;
use crate::text::Side;
use std::sync::Arc;

/// Takes in the outcome of a comparison, and opens the texts if that was asked for.
pub(super) fn take_fetched(app: &mut App, fetched: Fetched) {
    if !take_amount(&mut app.desk, &fetched) {
        return;
    }
    if let Some(compared) = fetched.compared {
        return turn_to(app, compared);
    }
    let lands = app.desk.shelving.lands.unwrap_or(Landing::First);
    let way = match lands {
        Landing::Last => -1,
        Landing::First => 1,
    };
    // A reader stepping through the files goes on to the next one; a reader who chose this one gets a message.
    let runs = app.desk.diff.view.is_some() && app.desk.shelving.at.is_some_and(|at| at.left == at.right);
    if runs && step_shelf(&mut app.desk, way, lands) {
        return;
    }
    let why = if fetched.amount == Amount::Identical { "the two texts are the same" } else { fetched.amount.told() };
    app.desk.say(format!("Nothing to show: {why}"));
    if app.desk.diff.view.is_none() && app.modes.top().is_none() {
        let turn = list_shelf(&mut app.desk);
        app.modes.take(turn);
    }
}

/// Opens two texts as a diff instead of the open ones; keeps the reader's settings and work.
fn turn_to(app: &mut App, compared: Arc<Compared>) {
    let articles = compared.articles.as_ref().map(Arc::clone);
    let old = &mut app.desk;
    let (size, day) = (old.view.size, old.memory.day.clone());
    let mut fresh = laid_out(vec![articles.left, articles.right], (*old.rules.books).clone(), &day, size).desk;
    std::mem::swap(&mut fresh.settings, &mut old.settings);
    std::mem::swap(&mut fresh.memory, &mut old.memory);
    std::mem::swap(&mut fresh.rules, &mut old.rules);
    std::mem::swap(&mut fresh.shelving, &mut old.shelving);
    std::mem::swap(&mut fresh.outbox, &mut old.outbox);
    std::mem::swap(&mut fresh.history.commands, &mut old.history.commands);
    std::mem::swap(&mut fresh.finding.searches, &mut old.finding.searches);
    fresh.diff.manner = old.diff.manner;
    std::mem::swap(&mut fresh.diff.blocks, &mut old.diff.blocks);
    fresh.view.locked = old.view.locked;
    app.desk = fresh;
    app.modes = Modes::default();
    for side in Side::BOTH {
        let article = app.desk.row[side].article;
        app.desk.library.masks[article] = Arc::clone(&compared.shown[side]);
    }
    set_pages(&mut app.desk);
    note_read(&mut app.desk);
    show_diff(&mut app.desk, compared);
    land(&mut app.desk);
    say_passed(&mut app.desk);
}
