//! Switches the mouse on and off.

use super::desk::Desk;
use crate::app::jobs::Effect;
use crate::app::keys::Action;
/// Turns mouse reports on or off; when off, the terminal can mark and copy text.
pub(in crate::app) fn switch_mouse(desk: &mut Desk) {
    desk.settings.mouse = !desk.settings.mouse;
    let key = desk.key(Action::Mouse);
    desk.say(match desk.settings.mouse {
        true => format!("Mouse on: it scrolls and clicks here; {key} releases it to the terminal"),
        false => format!("Mouse off: the terminal selects and copies; {key} turns it on"),
    });
    desk.ask(Effect::Mouse(desk.settings.mouse));
}
