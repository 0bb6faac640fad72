//! Asking for a line.

use super::app::App;
use super::mode::Asked;
use super::mode::Beneath;
use super::mode::Mode;
use super::mode::Prompt;
use crate::app::memory::Note;
/// Opens a prompt.
pub(super) fn prompt(app: &mut App, asked: Asked, said: &str) {
    app.mode = Mode::Prompting(Box::new(Prompt::of(asked, said)));
}

/// Opens a prompt for a note, which says this so far.
pub(super) fn prompt_about(app: &mut App, asked: Asked, about: Note) {
    let prompt = Prompt::of(asked, &about.text);
    app.mode = Mode::Prompting(Box::new(Prompt { about: Some(Box::new(about)), ..prompt }));
}

/// Opens a prompt over a question, which stands there again when it is left.
pub(super) fn prompt_over(app: &mut App, asked: Asked, said: &str) {
    let before = std::mem::take(&mut app.mode);
    let beneath = Some(Beneath { now: before.clone(), before });
    app.mode = Mode::Prompting(Box::new(Prompt { beneath, ..Prompt::of(asked, said) }));
}
