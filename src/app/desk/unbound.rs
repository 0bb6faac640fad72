//! What is said of keys that mean nothing.

use super::desk::Desk;
use crate::app::keys::Action;
use crate::app::keys::Found;
use crate::app::keys::Keys;
use crate::app::keys::Phase;
/// Says that these keys mean nothing in a phase, and where one sees which do.
pub(in crate::app) fn say_means_nothing(desk: &mut Desk, phase: Phase, keys: &Keys) {
    let way = match phase {
        Phase::Diffing => return say_not_in_diff(desk, keys),
        Phase::Reading => format!("{} shows the keys", desk.key(Action::Help)),
        _ => format!("{} leaves", desk.settings.keymap.key(phase, Action::Cancel)),
    };
    desk.warn(format!("{keys} is not bound here; {way}"));
}

/// Says that keys mean nothing in a diff, or that they are for the reading view.
pub(in crate::app) fn say_not_in_diff(desk: &mut Desk, keys: &Keys) {
    let (back, help) = (desk.diff_key(Action::Diff), desk.diff_key(Action::Help));
    desk.warn(match desk.settings.keymap.find(Phase::Reading, keys) {
        Found::Action(action) => {
            format!("{keys} ({}) works in the reading view; {back} goes there", action.name())
        }
        Found::Begun | Found::Nothing => format!("{keys} is not bound here; {help} shows the keys"),
    });
}
