//! Switches the mouse on and off.

use super::desk::Desk;
use crate::app::jobs::Effect;
use crate::app::keys::Action;
/// Lets the program hear the mouse, or leaves it to the terminal, so that text can be marked and copied there.
pub(in crate::app) fn switch_mouse(desk: &mut Desk) {
    desk.settings.mouse = !desk.settings.mouse;
    let key = desk.key(Action::Mouse);
    desk.say(match desk.settings.mouse {
        true => format!("Mouse on: it scrolls and clicks here; {key} releases it to the terminal"),
        false => format!("Mouse off: the terminal selects and copies; {key} turns it on"),
    });
    desk.ask(Effect::Mouse(desk.settings.mouse));
}
