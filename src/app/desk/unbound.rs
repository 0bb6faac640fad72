//! The message for keys that are not bound.

use super::desk::Desk;
use crate::app::keys::Action;
use crate::app::keys::Keys;
use crate::app::keys::Phase;
/// Says that these keys are not bound in a phase, and where to see those that are.
pub(in crate::app) fn say_means_nothing(desk: &mut Desk, phase: Phase, keys: &Keys) {
    let way = match phase {
        Phase::Diffing => format!("{} shows the keys", desk.diff_key(Action::Help)),
        Phase::Reading => format!("{} shows the keys", desk.key(Action::Help)),
        _ => format!("{} leaves", desk.settings.keymap.key(phase, Action::Cancel)),
    };
    desk.warn(format!("{keys} is not bound here; {way}"));
}
