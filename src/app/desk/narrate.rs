//! Asks for the synopsis.

use super::desk::Desk;
use crate::app::jobs::Effect;

/// Asks for the synopsis, unless it is known or asked for already.
pub(in crate::app) fn narrate(desk: &mut Desk) {
    if !desk.narrating.found.is_open() || desk.library.is_reading() || !desk.has_pair() {
        return;
    }
    let ticket = desk.next_ticket();
    desk.narrating.found.ask(ticket);
    desk.narrating.progress = None;
    let gathering = desk.gathering(ticket);
    desk.ask(Effect::Narrate(gathering));
}
