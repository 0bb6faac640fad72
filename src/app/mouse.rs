//! The mouse, heard here or left to the terminal.

use super::desk::Desk;
use crate::app::jobs::Effect;
use crate::app::keys::Action;
/// Lets the program hear the mouse, or leaves it to the terminal, so that text can be marked and copied there.
pub(super) fn switch_mouse(desk: &mut Desk) -> Vec<Effect> {
    desk.settings.mouse = !desk.settings.mouse;
    let key = desk.key(Action::Mouse);
    desk.say(match desk.settings.mouse {
        true => format!("the mouse scrolls and clicks here; {key} leaves it to the terminal"),
        false => format!("the mouse is the terminal's own, to mark and copy; {key} takes it back"),
    });
    vec![Effect::Mouse(desk.settings.mouse)]
}
