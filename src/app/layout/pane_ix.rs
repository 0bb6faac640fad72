//! Where a pane stands in the row.

/// A pane's place in the row, from 0 at the left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PaneIx(pub usize);
