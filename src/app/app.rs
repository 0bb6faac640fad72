//! All state of the program.

use super::desk::Desk;
use super::mode::Mode;
use super::status::Typed;
use crate::app::keys::Phase;
use crate::text::Span;

/// The program: what is open, where the reader stands, and what keys mean. Only `update` changes it.
#[derive(Debug)]
pub struct App {
    /// What is open and where the reader stands.
    pub desk: Desk,
    /// What keys mean at the moment.
    pub mode: Mode,
    /// What is typed and not yet complete.
    pub typed: Typed,
    /// What the help was asked over.
    pub(super) helped: Option<Box<Mode>>,
    /// The commands given so far, the last one last.
    pub(super) commands: Vec<String>,
}

impl App {
    /// The phase of the keymap that holds now.
    pub fn phase(&self) -> Phase {
        self.phase_of(&self.mode)
    }

    /// The phase whose keys and marks the help shows.
    pub(super) fn helped_phase(&self) -> Phase {
        self.phase_of(self.helped.as_deref().unwrap_or(&Mode::Reading))
    }

    fn phase_of(&self, mode: &Mode) -> Phase {
        match mode {
            Mode::Reading => self.desk.ground(),
            Mode::Marking { .. } => Phase::Marking,
            Mode::Picking(_) => Phase::Picking,
            Mode::Helping { .. } => Phase::Helping,
            Mode::Prompting(_) => Phase::Prompting,
            Mode::Listing(_) => Phase::Listing,
            Mode::Matrix(_) => Phase::Matrix,
            Mode::Synopsis(_) => Phase::Synopsis,
            Mode::Ruling(_) => Phase::Ruling,
            Mode::Proposing(_) => Phase::Proposing,
        }
    }

    /// Gives what keys mean, seen through the help and a line that is typed over it.
    pub fn beneath(&self) -> &Mode {
        if let Some(over) = &self.helped {
            return over;
        }
        match &self.mode {
            Mode::Prompting(prompt) => prompt.beneath.as_ref().map_or(&self.mode, |beneath| &beneath.now),
            mode => mode,
        }
    }

    /// As [`App::beneath`], to be changed.
    pub(super) fn beneath_mut(&mut self) -> &mut Mode {
        if let Some(over) = &mut self.helped {
            return over;
        }
        if let Mode::Prompting(prompt) = &self.mode
            && prompt.beneath.is_none()
        {
            return &mut self.mode;
        }
        match &mut self.mode {
            Mode::Prompting(prompt) => &mut prompt.beneath.get_or_insert_default().now,
            mode => mode,
        }
    }

    /// The passage that is marked in the focused pane, from the first sentence to the last.
    pub fn marked(&self) -> Option<Span> {
        let Mode::Marking { from, to } = self.mode else { return None };
        let sentences = &self.desk.focused().open_article().sentences;
        let (first, last) = (sentences.get(from.min(to))?, sentences.get(from.max(to))?);
        Some(first.span.join(last.span))
    }
}
