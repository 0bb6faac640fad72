//! The mouse: what it points at, and what comes of it.

use super::app::App;
use super::choosing::choose_row;
use super::desk::Desk;
use super::diffing::click_diff;
use super::diffing::go_to_place_in_diff;
use super::diffing::roll_diff;
use super::follow::carry_along;
use super::helping::helping;
use super::leaving::leave;
use super::lighting::go_to_place;
use super::matrix::walk_matrix;
use super::mode::Mode;
use super::panes::sit;
use super::step::face_to_face;
use super::synopsis::walk_synopsis;
use super::together::roll_along;
use crate::app::keys::Action;
use crate::app::layout::Gesture;
use crate::app::layout::Target;

/// Takes in what is done with the mouse: the wheel acts on the pane under it, a click sets the cursor or goes to what it points at.
pub(super) fn pointed(app: &mut App, target: Target, gesture: Gesture) {
    match (&app.mode, gesture) {
        (Mode::Reading, Gesture::Wheel(rows)) if app.desk.diff.view.is_some() => {
            app.desk.message = None;
            roll_diff(&mut app.desk, rows);
        }
        (Mode::Reading, Gesture::Click) => {
            app.desk.message = None;
            clicked(&mut app.desk, target);
        }
        (Mode::Reading | Mode::Marking { .. }, Gesture::Wheel(rows)) => {
            app.desk.message = None;
            wheel(&mut app.desk, target, rows);
        }
        (Mode::Helping { row, .. }, Gesture::Wheel(rows)) => {
            let (row, action) = (*row, if rows > 0 { Action::Down } else { Action::Up });
            helping(app, action, row)
        }
        (Mode::Listing(_), Gesture::Wheel(rows)) => {
            choose_row(app, rows.signum());
        }
        (Mode::Matrix(_), Gesture::Wheel(rows)) => {
            let action = if rows > 0 { Action::Down } else { Action::Up };
            walk_matrix(app, action, Some(rows.unsigned_abs()));
        }
        (Mode::Synopsis(_), Gesture::Wheel(rows)) => {
            let action = if rows > 0 { Action::Down } else { Action::Up };
            walk_synopsis(app, action, Some(rows.unsigned_abs()));
        }
        _ => {}
    }
}

fn wheel(desk: &mut Desk, target: Target, rows: isize) {
    roll_along(desk, target.seat().unwrap_or(desk.row.ix(desk.row.focus)), rows);
}

fn clicked(desk: &mut Desk, target: Target) {
    match target {
        Target::Text(seat, place) => {
            sit(desk, seat);
            let side = desk.row.focus;
            let pane = &mut desk.row[side];
            pane.cursor = place;
            let top = pane.top;
            carry_along(desk, side, top);
        }
        Target::Strip(seat, place) if desk.diff.view.is_some() => go_to_place_in_diff(desk, desk.row.side(seat), place),
        Target::Strip(seat, place) => {
            leave(desk);
            sit(desk, seat);
            go_to_place(desk, desk.row.focus, Some(place));
        }
        Target::Link(seat, loci) => {
            leave(desk);
            if desk.row.out(seat) > 0 {
                sit(desk, seat);
            }
            desk.row.pairing_mut().current = desk.link_of(loci);
            face_to_face(desk);
        }
        Target::Elsewhere(seat) => {
            if let Some(seat) = seat {
                sit(desk, seat);
            }
        }
        Target::Sheet(side, spot) => click_diff(desk, side, spot),
    }
}
