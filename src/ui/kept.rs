//! What is kept of the frame that was last drawn on some cells. It saves work and shows nowhere.

use std::ops::Range;

use super::kept_figures::KeptFigures;
use super::kept_rows::KeptRows;

/// What is kept of the frame that was last drawn on some cells. It belongs to these cells.
#[derive(Debug, Default)]
pub struct Kept {
    /// Rows of text.
    pub(super) rows: KeptRows,
    /// What the header said.
    pub(super) figures: KeptFigures,
}

impl Kept {
    /// The columns of a row of the screen in which this and another frame keep the same, from left to right.
    pub fn shared<'a>(&'a self, other: &'a Self, row: usize) -> impl Iterator<Item = Range<usize>> + 'a {
        self.rows.shared(&other.rows, row)
    }
}
