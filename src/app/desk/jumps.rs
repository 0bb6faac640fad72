//! The jump list, back and forward.

use crate::app::layout::PaneIx;
use crate::article::ParagraphId;
use crate::text::{Pair, Side};

/// The most places that are kept.
pub(in crate::app) const MOST_JUMPS: usize = 100;

/// The places behind and ahead on the reader's path.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Jumps {
    pub(in crate::app) back: Vec<Jump>,
    pub(in crate::app) forward: Vec<Jump>,
}

/// Where the reader was in all panes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) struct Jump {
    pub(in crate::app) focus: Side,
    /// The panes from left to right.
    pub(in crate::app) row: Vec<Place>,
    /// The index of the open pair.
    pub(in crate::app) open: usize,
    /// The pane that was the base.
    pub(in crate::app) base: Option<PaneIx>,
    pub(in crate::app) link: Option<Pair<ParagraphId>>,
}

/// Where the reader was in one pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) struct Place {
    pub(in crate::app) article: usize,
    pub(in crate::app) cursor: usize,
    /// The cursor's row on the screen.
    pub(in crate::app) row: usize,
}
