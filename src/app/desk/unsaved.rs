//! Whether the result of editing in a diff is saved.

use super::desk::Desk;
use crate::app::keys::Action;
use crate::text::Side;

/// Whether the result differs from the file on disk.
pub fn is_unsaved(desk: &Desk) -> bool {
    let now = &desk.row[Side::Right].open_article().text;
    desk.diff.taking.on_disk.as_ref().is_some_and(|known| known != now)
}

/// Whether conflicts were decided and the result was never written, which may be as it was.
pub(in crate::app) fn has_decided(desk: &Desk) -> bool {
    let taking = &desk.diff.taking;
    taking.decides() && taking.on_disk.is_none() && taking.decided != Default::default()
}

/// How many steps were taken.
pub fn steps_taken(desk: &Desk) -> usize {
    desk.diff.taking.edits()
}

/// Whether there is a result to write: a diff is open, or something was taken in one.
pub(in crate::app) fn has_result(desk: &Desk) -> bool {
    desk.diff.view.is_some() || desk.diff.taking.on_disk.is_some()
}

/// Says that there is no result to write.
pub(in crate::app) fn warn_no_result(desk: &mut Desk) {
    let key = desk.key(Action::Diff);
    desk.warn(format!("No diff is open whose result could be written; {key} opens one"));
}
