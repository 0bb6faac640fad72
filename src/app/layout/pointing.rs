//! Pointing: what the mouse points at, and what is done with it.

use super::pane_ix::PaneIx;
use crate::article::ParagraphId;
use crate::page::Spot;
use crate::text::{Pair, Side};

/// What the mouse points at; the screen knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A row of an article; the place in the text at which it begins.
    Text(PaneIx, usize),
    /// A place in the strip that shows an article whole; the place in the text for which it stands.
    Strip(PaneIx, usize),
    /// The link of two paragraphs, in the margin between the pane of this index and the next one towards the pair.
    Link(PaneIx, Pair<ParagraphId>),
    /// A row of a diff, on this side if on one.
    Sheet(Option<Side>, Spot),
    /// Something else, in or over this pane if in any.
    Elsewhere(Option<PaneIx>),
}

impl Target {
    /// The pane that it is in, if any.
    pub(in crate::app) fn ix(self) -> Option<PaneIx> {
        match self {
            Target::Text(ix, _) | Target::Strip(ix, _) | Target::Elsewhere(Some(ix)) => Some(ix),
            Target::Link(..) | Target::Sheet(..) | Target::Elsewhere(None) => None,
        }
    }
}

/// What is done with the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// The first button is pressed.
    Click,
    /// The wheel is turned by so many rows, down where they are positive.
    Wheel(isize),
}
