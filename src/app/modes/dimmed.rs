//! Dimmed places: what a proposed rule would hide, and stepping through it.

use super::picker::Picker;
use crate::app::desk::desk::Desk;
use crate::app::jobs::RuleCheck;
use crate::page::spoken;
use crate::text::{Side, Span};

/// The screen row of a place while a prompt is at the bottom.
const ROW: usize = 2;

/// The passages of one article.
pub(in crate::app) fn spans_in(check: Option<&RuleCheck>, article: usize) -> &[Span] {
    check.and_then(|check| check.hides.get(article)).map_or(&[], |hides| hides.spans.as_slice())
}

/// Goes to the next or previous place that would be hidden in the two panes.
pub(in crate::app) fn step_places(picker: &mut Picker, desk: &mut Desk, by: isize) {
    let Some(RuleCheck { hides, .. }) = picker.check.known() else {
        desk.say("Still counting");
        return;
    };
    let all: usize = hides.iter().map(|hides| hides.spans.len()).sum();
    let open = desk.row.pair();
    let first = if open.left == picker.article { Side::Left } else { Side::Right };
    let sides = if open.left == open.right { vec![first] } else { vec![first, first.other()] };
    let on = |side: Side| spans_in(picker.check.known(), open[side]).iter().map(move |span| (side, *span));
    let places: Vec<(Side, Span)> = sides.into_iter().flat_map(on).collect();
    let count = places.len() as isize;
    if count == 0 {
        desk.say(if all == 0 { "Would hide nothing" } else { "Would hide nothing in these two articles" });
        return;
    }
    let next = picker.step.map_or(if by < 0 { count - 1 } else { 0 }, |at| (at as isize + by).rem_euclid(count));
    let Some((side, span)) = places.get(next as usize).copied() else { return };
    show_place(desk, side, span.start());
    let elsewhere = all - places.len();
    let more = if elsewhere > 0 { format!(" · {elsewhere} more in other articles") } else { String::new() };
    desk.say(format!("Place {} of {count}, in {}{more}", next + 1, spoken(desk.row[side].open_article())));
    picker.step = Some(next as usize);
}

/// Puts the cursor on a place and shows it near the top, where no prompt covers it.
pub(in crate::app) fn show_place(desk: &mut Desk, side: Side, place: usize) {
    desk.row.focus = side;
    let pane = &mut desk.row[side];
    pane.cursor = place;
    pane.put(pane.at(), ROW);
}
