//! What keys do while sentences are marked.

use super::app::App;
use super::carry::copy;
use super::hide::hide;
use super::mode::Mode;
use super::picking::ask;
use crate::app::keys::Action;
/// Takes a key while sentences are marked.
pub(super) fn marking(app: &mut App, action: Action, count: Option<usize>) {
    let Mode::Marking { from, to } = app.mode else { return };
    let last = app.desk.focused().open_article().sentences.len().saturating_sub(1);
    let times = count.unwrap_or(1);
    let (from, to) = match action {
        Action::Down => (from, to.saturating_add(times).min(last)),
        Action::Up => (from, to.saturating_sub(times)),
        Action::RightPane => (from.saturating_add(times).min(last), to.saturating_add(times).min(last)),
        Action::LeftPane => (from.saturating_sub(times), to.saturating_sub(times)),
        Action::Bottom => (from, last),
        Action::Hide => return hide(app),
        Action::HideForGood => return ask(app),
        Action::Copy => return copy(app),
        _ => {
            app.mode = Mode::Reading;
            return;
        }
    };
    if app.mode == (Mode::Marking { from, to }) {
        app.desk.say(if to == last { "Last sentence of the article" } else { "First sentence of the article" });
    }
    app.mode = Mode::Marking { from, to };
    let height = app.desk.geometry().rows();
    let pane = app.desk.row.focused_mut();
    pane.cursor = pane.open_article().sentences.get(to).map_or(pane.cursor, |sentence| sentence.span.start());
    pane.show_cursor(height);
}
