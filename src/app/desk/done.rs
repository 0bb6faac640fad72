//! What was done, for undo.

use super::desk::Desk;
use super::history::Hiding;
/// Records something that can be undone; what was undone before can then no longer be redone.
pub(in crate::app) fn remember_done(desk: &mut Desk, hiding: Hiding) {
    desk.history.done.push(hiding);
    desk.history.undone.clear();
}
