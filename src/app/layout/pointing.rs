//! Pointing: what the mouse points at, and its gestures.

use super::pane_ix::PaneIx;
use crate::article::ParagraphId;
use crate::page::Spot;
use crate::text::{Pair, Side};

/// What the mouse points at; the screen knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A row of an article; the place in the text where it begins.
    Text(PaneIx, usize),
    /// A place in the strip that shows a whole article; the place in the text that it stands for.
    Strip(PaneIx, usize),
    /// The link of two paragraphs, in the margin between the pane with this index and the next one towards the pair.
    Link(PaneIx, Pair<ParagraphId>),
    /// A row of a diff, on this side if it is on one.
    Sheet(Option<Side>, Spot),
    /// Something else, in or over this pane if there is one.
    Elsewhere(Option<PaneIx>),
}

impl Target {
    /// The pane it is in, if any.
    pub(in crate::app) fn ix(self) -> Option<PaneIx> {
        match self {
            Target::Text(ix, _) | Target::Strip(ix, _) | Target::Elsewhere(Some(ix)) => Some(ix),
            Target::Link(..) | Target::Sheet(..) | Target::Elsewhere(None) => None,
        }
    }
}

/// A mouse gesture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// The first button is pressed.
    Click,
    /// The wheel is turned by this many rows, down if positive.
    Wheel(isize),
}
