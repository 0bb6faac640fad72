//! What keys do while sentences are marked.

use super::mode::{Marking, Mode};
use super::picking::ask;
use super::turn::Turn;
use crate::app::desk::carry::{copy_parts, to_copy};
use crate::app::desk::desk::Desk;
use crate::app::desk::hide::hide;
use crate::app::keys::Action;

/// Starts marking with the sentence at the cursor.
pub(in crate::app) fn mark(desk: &mut Desk) -> Turn {
    let pane = desk.focused();
    if pane.open_article().sentences.is_empty() {
        desk.warn("Nothing to mark");
        return Turn::Stay;
    }
    let at = pane.open_article().sentence_at(pane.cursor);
    Turn::Open(Mode::Marking(Marking { from: at, to: at }))
}

/// Takes an action while sentences are marked.
pub(in crate::app) fn mark_further(
    marking: &mut Marking,
    desk: &mut Desk,
    action: Action,
    count: Option<usize>,
) -> Turn {
    let Marking { from, to } = *marking;
    let last = desk.focused().open_article().sentences.len().saturating_sub(1);
    let marked = marking.span(desk.focused().open_article());
    let times = count.unwrap_or(1);
    let (from, to) = match action {
        Action::Down => (from, to.saturating_add(times).min(last)),
        Action::Up => (from, to.saturating_sub(times)),
        Action::RightPane => (from.saturating_add(times).min(last), to.saturating_add(times).min(last)),
        Action::LeftPane => (from.saturating_sub(times), to.saturating_sub(times)),
        Action::Bottom => (from, last),
        Action::Hide => return if hide(desk, marked) { Turn::Close } else { Turn::Stay },
        Action::HideForGood => return ask(desk, marked),
        Action::Copy => {
            let parts = to_copy(desk, marked);
            return if copy_parts(desk, &parts) { Turn::Close } else { Turn::Stay };
        }
        _ => return Turn::Close,
    };
    if *marking == (Marking { from, to }) {
        desk.say(if to == last { "Last sentence of the article" } else { "First sentence of the article" });
    }
    *marking = Marking { from, to };
    let height = desk.geometry().rows();
    let pane = desk.row.focused_mut();
    pane.cursor = pane.open_article().sentences.get(to).map_or(pane.cursor, |sentence| sentence.span.start());
    pane.show_cursor(height);
    Turn::Stay
}
