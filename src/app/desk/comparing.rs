//! Asks how much of each open article is in each other.

use super::desk::Desk;
use crate::app::jobs::Effect;

/// Asks how much of each article is in each other, unless that is known or asked already.
pub(in crate::app) fn compare(desk: &mut Desk) {
    if !desk.sharing.lacks() || desk.library.is_reading() || !desk.has_pair() {
        return;
    }
    let ticket = desk.next_ticket();
    desk.sharing.found.ask(ticket);
    desk.sharing.settled = 0;
    let gathering = desk.gathering(ticket);
    desk.ask(Effect::Compare(gathering));
}

/// Notes that other text is hidden now; the figures are asked for again when the reader looks at them.
pub(in crate::app) fn compare_anew(desk: &mut Desk) {
    desk.sharing.found.renew();
    desk.sharing.renewed = true;
}
