//! The whole state of the program.

use crate::app::desk::desk::Desk;
use crate::app::desk::status::Typed;
use crate::app::keys::Phase;
use crate::app::modes::mode::Mode;
use crate::app::modes::stack::Modes;
use crate::text::Span;

/// The program: what is open, where the reader is, and what keys mean. Only `update` changes it.
#[derive(Debug)]
pub struct App {
    /// What is open, and where the reader is.
    pub desk: Desk,
    /// The open modes, which give keys another meaning.
    pub modes: Modes,
    /// Keys typed so far that are not a command yet.
    pub typed: Typed,
}

impl App {
    /// The phase that the keymap is in.
    pub fn phase(&self) -> Phase {
        self.modes.top().map_or_else(|| self.desk.ground(), Mode::phase)
    }

    /// The text marked in the focused pane, from the first sentence to the last.
    pub fn marked(&self) -> Option<Span> {
        let Some(Mode::Marking(marking)) = self.modes.top() else { return None };
        marking.span(self.desk.focused().open_article())
    }
}
