//! Brings the counterpart of the current passage alongside.

use super::at_cursor::{copies, match_here};
use super::desk::Desk;
use super::leaving::leave;

use crate::app::keys::Action;
use crate::collate::Match;

/// Brings the counterpart of the passage at the cursor alongside, a moved one first; when repeated, the next copy.
pub(in crate::app) fn pull(desk: &mut Desk) {
    let (here, copies) = (match_here(desk), copies(desk));
    let Some(collation) = desk.collation().cloned() else {
        desk.warn(if desk.collating() { "Still comparing" } else { "Nothing to pull alongside" });
        return;
    };
    let found = |at: usize| collation.matches.get(at);
    let faced = copies.iter().position(|&at| found(at).is_some_and(|found| faces(desk, found)));
    let moved = copies.iter().position(|&at| found(at).is_some_and(|found| found.moved));
    let own = here.and_then(|here| copies.iter().position(|&at| at == here.found));
    let first = if here.is_some_and(|here| here.stepped) { own } else { moved.or(own) };
    let next = faced.map_or(first.unwrap_or(0), |at| (at + 1) % copies.len().max(1));
    let Some(pulled) = copies.get(next).and_then(|&at| found(at)) else {
        desk.warn("No match on this row");
        return;
    };
    leave(desk);
    face_match(desk, pulled);
    desk.row.pairing_mut().current = desk.link_of(pulled.passages.as_ref().map(|passage| passage.paragraph_id));
    let (paragraph_id, order) =
        (pulled.passages[desk.row.focus.other()].paragraph_id.0 + 1, if pulled.moved { "moved" } else { "in order" });
    let (back, again) = (desk.key(Action::Back), desk.key(Action::Pull));
    desk.say(match (copies.len(), faced) {
        (1, Some(_)) => format!("¶{paragraph_id} is already alongside; it is the only counterpart"),
        (1, None) => format!("¶{paragraph_id} alongside, {order}; {back} goes back"),
        (all, _) => {
            format!(
                "¶{paragraph_id} alongside, {order}: copy {} of {all}; {again} shows the next, {back} goes back",
                next + 1
            )
        }
    });
}

/// Whether the first rows of a match are on one screen row.
fn faces(desk: &Desk, found: &Match) -> bool {
    let height = desk.geometry().rows();
    let rows = found.passages.as_ref().map(|passage| passage.span.start());
    let row = |side| {
        let pane: &super::pane::Pane = &desk.row[side];
        pane.row_of(pane.page.spot_of(rows[side]), height)
    };
    row(desk.row.focus) == row(desk.row.focus.other())
}

/// Scrolls only the other pane, until its passage begins on the same screen row as here.
fn face_match(desk: &mut Desk, found: &Match) {
    let height = desk.geometry().rows();
    let pane = desk.focused();
    let row = pane.row_of(pane.page.spot_of(found.passages[desk.row.focus].span.start()), height).max(0);
    let focus = desk.row.focus;
    let other = &mut desk.row[focus.other()];
    let spot = other.page.spot_of(found.passages[focus.other()].span.start());
    other.face(spot, row, row, height);
}
