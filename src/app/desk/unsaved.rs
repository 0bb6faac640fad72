//! Whether the result of taking over is saved.

use super::desk::Desk;
use crate::text::Side;

/// Whether the result is another text than that on the disk.
pub fn is_unsaved(desk: &Desk) -> bool {
    let now = &desk.row[Side::Right].open_article().text;
    desk.diff.taking.on_disk.as_ref().is_some_and(|known| known != now)
}

/// How many steps were taken.
pub fn steps_taken(desk: &Desk) -> usize {
    desk.diff.taking.undo.len()
}

/// Whether there is a result to be written: a diff is shown, or something was taken over in one.
pub(in crate::app) fn has_result(desk: &Desk) -> bool {
    desk.diff.view.is_some() || desk.diff.taking.on_disk.is_some()
}
