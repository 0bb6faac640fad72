//! What the mouse points at, and what it does.

use super::choosing::choose_row;
use super::diffing::click_diff;
use super::diffing::roll_diff;
use super::helping::helping;
use super::matrix::walk_matrix;
use super::mode::Mode;
use super::stack::Modes;
use super::synopsis::walk_synopsis;
use super::turn::Turn;
use crate::app::desk::desk::Desk;
use crate::app::desk::diff_steps::go_to_place_in_diff;
use crate::app::desk::follow::carry_along;
use crate::app::desk::leaving::leave;
use crate::app::desk::lighting::go_to_place;
use crate::app::desk::panes::sit;
use crate::app::desk::step::face_to_face;
use crate::app::desk::together::roll_along;
use crate::app::keys::Action;
use crate::app::layout::Gesture;
use crate::app::layout::Target;

/// Takes a mouse gesture: the wheel acts on the pane under it, and a click sets the cursor or goes to what it points at.
pub(in crate::app) fn pointed(modes: &mut Modes, desk: &mut Desk, target: Target, gesture: Gesture) {
    let turn = match (modes.top_mut(), gesture) {
        (None, Gesture::Wheel(rows)) if desk.diff.view.is_some() => {
            desk.message = None;
            roll_diff(desk, rows);
            Turn::Stay
        }
        (None, Gesture::Click) => {
            desk.message = None;
            clicked(desk, target);
            Turn::Stay
        }
        (None | Some(Mode::Marking(_)), Gesture::Wheel(rows)) => {
            desk.message = None;
            wheel(desk, target, rows);
            Turn::Stay
        }
        (Some(mode), Gesture::Wheel(rows)) => wheel_over(mode, desk, rows),
        (Some(_), Gesture::Click) => Turn::Stay,
    };
    modes.take(turn);
}

fn wheel_over(mode: &mut Mode, desk: &mut Desk, rows: isize) -> Turn {
    let (action, times) = (if rows > 0 { Action::Down } else { Action::Up }, Some(rows.unsigned_abs()));
    match mode {
        Mode::Helping(help) => return helping(help, desk, action),
        Mode::Listing(list) => choose_row(list, desk, rows.signum()),
        Mode::Matrix(grid) => walk_matrix(grid, desk, action, times),
        Mode::Synopsis(grid) => walk_synopsis(grid, desk, action, times),
        _ => {}
    }
    Turn::Stay
}

fn wheel(desk: &mut Desk, target: Target, rows: isize) {
    roll_along(desk, target.ix().unwrap_or(desk.row.ix(desk.row.focus)), rows);
}

fn clicked(desk: &mut Desk, target: Target) {
    match target {
        Target::Text(ix, place) => {
            sit(desk, ix);
            let side = desk.row.focus;
            let pane = &mut desk.row[side];
            pane.cursor = place;
            let top = pane.top;
            carry_along(desk, side, top);
        }
        Target::Strip(ix, place) if desk.diff.view.is_some() => go_to_place_in_diff(desk, desk.row.side(ix), place),
        Target::Strip(ix, place) => {
            leave(desk);
            sit(desk, ix);
            go_to_place(desk, desk.row.focus, Some(place));
        }
        Target::Link(ix, paragraph_ids) => {
            leave(desk);
            if desk.row.out(ix) > 0 {
                sit(desk, ix);
            }
            desk.row.pairing_mut().current = desk.link_of(paragraph_ids);
            face_to_face(desk);
        }
        Target::Elsewhere(ix) => {
            if let Some(ix) = ix {
                sit(desk, ix);
            }
        }
        Target::Sheet(side, spot) => click_diff(desk, side, spot),
    }
}
