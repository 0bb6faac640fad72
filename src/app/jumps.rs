//! Jumps: the places that the reader has left by a jump, to go back to and forward again.

use crate::article::Locus;
use crate::text::{Pair, Side};

/// Places kept at most.
pub(super) const MOST_JUMPS: usize = 100;

/// The places on both sides of the reader's path.
#[derive(Clone, Debug, Default)]
pub(super) struct Jumps {
    pub(super) back: Vec<Jump>,
    pub(super) forward: Vec<Jump>,
}

/// Where the reader stood in all panes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Jump {
    pub(super) focus: Side,
    /// The panes from left to right.
    pub(super) row: Vec<Place>,
    /// Which of them is the left one of the pair.
    pub(super) first: usize,
    pub(super) link: Option<Pair<Locus>>,
}

/// Where the reader stood in one pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) article: usize,
    pub(super) cursor: usize,
    /// The cursor's row on the screen.
    pub(super) row: usize,
}
