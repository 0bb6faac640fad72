//! Pointing: what the mouse points at, and what is done with it.

use super::seat::Seat;
use crate::article::Locus;
use crate::page::Spot;
use crate::text::{Pair, Side};

/// What the mouse points at; the screen knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A row of an article; the place in the text at which it begins.
    Text(Seat, usize),
    /// A place in the strip that shows an article whole; the place in the text for which it stands.
    Strip(Seat, usize),
    /// The link of two paragraphs, in the margin between the pane in this seat and the next one towards the pair.
    Link(Seat, Pair<Locus>),
    /// A row of a diff, on this side if on one.
    Sheet(Option<Side>, Spot),
    /// Something else, in or over this pane if in any.
    Elsewhere(Option<Seat>),
}

impl Target {
    /// Gives the pane that it is in, if any.
    pub(in crate::app) fn seat(self) -> Option<Seat> {
        match self {
            Target::Text(seat, _) | Target::Strip(seat, _) | Target::Elsewhere(Some(seat)) => Some(seat),
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
