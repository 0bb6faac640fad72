//! The base: one pane with which all others are compared.

use super::desk::Desk;
use crate::app::keys::Action;

/// Makes the focused pane the base of all; if it is the base already, compares each pane with its neighbour again.
pub(in crate::app) fn take_base(desk: &mut Desk) {
    let (key, focus) = (desk.key(Action::Base), desk.row.ix(desk.row.focus));
    if desk.row.base() == Some(focus) {
        desk.row.set_base(None);
        desk.say("Each pane is compared with the next one");
        return;
    }
    if desk.row.panes().len() < 3 {
        desk.warn(format!("Two panes are compared with each other; {} opens a third", desk.key(Action::OpenPane)));
        return;
    }
    desk.row.set_base(Some(focus));
    let (number, name) = (desk.focused().article + 1, desk.focused().open_article().called());
    desk.say(format!("All panes are compared with {number} {name}; {key} here compares each with the next one again"));
}
