//! Jumps in a diff, back and forward.

use super::desk::Desk;
use super::diff_view::DiffView;
use super::jumps::MOST_JUMPS;
use crate::page::{Item, Spot};
use crate::text::Side;

/// Keeps the present place before a jump.
pub(in crate::app) fn leave_spot(diff: &mut DiffView, focus: Side) {
    let here = diff.standing_at(focus);
    let back = &mut diff.left.left;
    if back.last() != Some(&here) {
        back.push(here);
    }
    if back.len() > MOST_JUMPS {
        back.remove(0);
    }
    diff.left.right.clear();
}

/// Goes to a place in one side's text; opens the fold it is in.
pub(in crate::app) fn go_open(diff: &mut DiffView, side: Side, place: usize, height: usize) {
    let spot = diff.sheet.spot_of(side, place);
    if matches!(diff.sheet.items().get(spot.block), Some(Item::Fold(_))) {
        let mut folds = diff.sheet.folds().clone();
        folds.opened.push(diff.sheet.bands_at(spot).start);
        diff.fold(folds, height);
    }
    let spot: Spot = diff.sheet.spot_of(side, place);
    diff.go(spot, height);
}

/// Goes back to the last jump, `times` times, or forward again.
pub(in crate::app) fn travel_in_diff(desk: &mut Desk, times: isize) {
    let (height, focus) = (desk.geometry().rows().max(1), desk.row.focus);
    let Some(diff) = &mut desk.diff.view else { return };
    let mut to = None;
    for _ in 0..times.unsigned_abs() {
        let here = to.unwrap_or_else(|| diff.standing_at(focus));
        let (from, into) = match times < 0 {
            true => (&mut diff.left.left, &mut diff.left.right),
            false => (&mut diff.left.right, &mut diff.left.left),
        };
        let Some(next) = from.pop() else { break };
        into.push(here);
        to = Some(next);
    }
    match to {
        Some(to) => {
            desk.row.focus = to.0;
            go_open(diff, to.0, to.1, height);
        }
        None => desk.warn(if times < 0 { "No jump to go back to" } else { "No jump to go forward to" }),
    }
}
