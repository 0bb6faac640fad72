//! The index of a pane in the row.

/// A pane's index in the row, from 0 on the left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PaneIx(pub usize);
