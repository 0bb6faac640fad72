//! What was done, for undo.

use super::desk::Desk;
use super::history::Hiding;
/// Takes note of something that can be taken back; what was taken back before can not be made again then.
pub(in crate::app) fn remember_done(desk: &mut Desk, hiding: Hiding) {
    desk.history.done.push(hiding);
    desk.history.undone.clear();
}
