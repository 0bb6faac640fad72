//! Scrolls a pane.

use super::desk::Desk;
use super::status::STILL_READING;
use crate::app::layout::PaneIx;
use crate::article::Extent;
/// Scrolls a pane by rows; the cursor keeps its place while that is in view.
pub(in crate::app) fn roll(desk: &mut Desk, ix: PaneIx, rows: isize) {
    let height = desk.geometry().rows();
    if desk.row.get_mut(ix).is_some_and(|pane| !pane.roll(rows, height)) {
        say_the_end(desk, ix, rows);
    }
}

/// Says that a pane ends here in the direction of `rows`, or is not read further yet.
pub(in crate::app) fn say_the_end(desk: &mut Desk, ix: PaneIx, rows: isize) {
    let extent = desk.row.get(ix).map_or(Extent::Whole, |pane| pane.open_article().extent);
    match extent {
        _ if rows < 0 => desk.say("Top of the article"),
        Extent::Whole => desk.say("End of the article"),
        Extent::Head if desk.library.is_reading() => desk.warn(STILL_READING),
        Extent::Head => desk.warn("Could not read the rest of the article"),
    }
}
