//! Stepping: from one pair of matching paragraphs to the next, both brought side by side.

use super::at_cursor::current_here;
use super::desk::Desk;
use super::highlight::Highlight;
use super::leaving::leave;
use crate::app::keys::Action;
use crate::app::layout::ABOVE;
use crate::article::ParagraphId;
use crate::page::Spot;
use crate::text::{Pair, Side};

/// More rows than any screen has.
const FAR: usize = 1000;

/// The place of a link in the order of stepping through what this highlights.
pub(in crate::app) fn place_of_link(desk: &Desk, link: usize, lit: Highlight) -> Option<usize> {
    let (order, own) = (desk.stepping_order(lit), seen_from_focus(desk, link));
    let at = order.partition_point(|link| seen_from_focus(desk, *link) < own);
    order.get(at).is_some_and(|other| *other == link).then_some(at)
}

/// The paragraphs of a link, with that of the focused pane first.
fn seen_from_focus(desk: &Desk, link: usize) -> Option<(ParagraphId, ParagraphId)> {
    desk.row.pairing().link_at(link).map(|paragraph_link| {
        (paragraph_link.paragraph_ids[desk.row.focus], paragraph_link.paragraph_ids[desk.row.focus.other()])
    })
}

/// Steps `times` highlighted links forward, or back if negative; wraps at the ends.
pub(in crate::app) fn step(desk: &mut Desk, times: isize, lit: Highlight) {
    if desk.stepping_order(lit).is_empty() {
        say_why_none(desk, lit);
        return;
    }
    let (to, count) = (target(desk, times, lit), desk.stepping_order(lit).len() as isize);
    if to >= count || to < 0 {
        desk.say_wrapped();
    }
    leave(desk);
    desk.row.pairing_mut().current = desk.stepping_order(lit).get(to.rem_euclid(count) as usize).copied();
    face_to_face(desk);
}

/// The index in the order to which stepping goes, before it wraps.
fn target(desk: &Desk, times: isize, lit: Highlight) -> isize {
    let (first, inclusive) = stand(desk, lit);
    let start = if inclusive { first as isize } else { first as isize - isize::from(times > 0) };
    start + times
}

/// The index in the order of the link to which the next step goes.
pub(in crate::app) fn next_in_order(desk: &Desk, lit: Highlight) -> usize {
    target(desk, 1, lit).rem_euclid(desk.stepping_order(lit).len().max(1) as isize) as usize
}

/// The index in the order from which stepping starts: the current link, if the cursor has not left its paragraph, else the first link at or
/// after the cursor's paragraph; and whether the reader is on it already.
pub(in crate::app) fn stand(desk: &Desk, lit: Highlight) -> (usize, bool) {
    if let Some(at) = current_here(desk).and_then(|(link, _)| place_of_link(desk, link, lit)) {
        return (at, true);
    }
    let paragraph_id = desk.focused().paragraph_id();
    let before = |link: &usize| seen_from_focus(desk, *link).is_some_and(|(here, _)| here < paragraph_id);
    (desk.stepping_order(lit).partition_point(before), false)
}

pub(in crate::app) fn say_why_none(desk: &mut Desk, lit: Highlight) {
    let why = if !desk.has_pair() {
        "Only one article is open; nothing to compare it with".to_owned()
    } else if desk.collating() {
        "Still comparing".to_owned()
    } else if desk.stepping_order(Highlight::Shared).is_empty() {
        "No matches in these two articles".to_owned()
    } else {
        format!("No {} here; {} shows the next class", lit.matches(), desk.key(Action::NextClass))
    };
    desk.warn(why);
}

/// Brings the current link's paragraphs side by side: their first rows on one screen row, both wholly in view if they fit, with as little
/// scrolling of the focused pane as possible.
pub(in crate::app) fn face_to_face(desk: &mut Desk) {
    let Some(paragraph_link) = desk.paragraph_link() else { return };
    let paragraph_ids = paragraph_link.paragraph_ids;
    let height = desk.geometry().rows().max(1);
    let rows = Pair::from_fn(|side| desk.row[side].page.rows_of(paragraph_ids[side]).unwrap_or_default());
    let firsts = rows.map(|(first, _)| first);
    let tallest = Side::BOTH.map(|side| rows[side].1.min(height)).into_iter().max().unwrap_or(1);
    let room = Side::BOTH.map(|side| rows_above(desk, side, firsts[side], height)).into_iter().min().unwrap_or(0);
    let row = row_now(desk, firsts[desk.row.focus], height).unwrap_or(height / ABOVE);
    let row = row.min(height - tallest).min(room);
    for side in Side::BOTH {
        let pane = &mut desk.row[side];
        pane.put(firsts[side], row);
        pane.cursor = pane.page.place_of(firsts[side]);
    }
}

/// Whether the current link's paragraphs are side by side, with the cursors on their first rows.
pub(in crate::app) fn is_face_to_face(desk: &Desk) -> bool {
    let Some(paragraph_link) = desk.paragraph_link() else { return false };
    let rows = Pair::from_fn(|side| {
        let pane = &desk.row[side];
        let (first, _) = pane.page.rows_of(paragraph_link.paragraph_ids[side])?;
        (pane.at() == first).then(|| pane.page.between(pane.top, first, FAR))
    });
    rows.left.is_some() && rows.left == rows.right
}

pub(in crate::app) fn rows_above(desk: &Desk, side: Side, spot: Spot, most: usize) -> usize {
    let page = &desk.row[side].page;
    page.between(page.first(), spot, most).max(0) as usize
}

fn row_now(desk: &Desk, spot: Spot, height: usize) -> Option<usize> {
    let pane = desk.focused();
    let row = pane.page.between(pane.top, spot, height);
    (0..height as isize).contains(&row).then_some(row as usize)
}
