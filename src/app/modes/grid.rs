//! The reader's place in the matrix, and moving between cells.

use crate::app::keys::Action;

/// The reader's place in the matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The row of the chosen cell, in the present order.
    pub row: usize,
    /// Its column.
    pub column: usize,
    /// The first row and the first column in view.
    pub first: (usize, usize),
    /// The order of the articles.
    pub sorted: Sorted,
}

/// The order of the articles in the matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sorted {
    /// Similar articles together.
    #[default]
    ByLikeness,
    /// The order of opening.
    AsOpened,
}

/// The cells to move among.
#[derive(Clone, Copy, Debug)]
pub struct Cells {
    /// The last row and the last column.
    pub last: (usize, usize),
    /// Rows in view.
    pub rows: usize,
}

impl Cells {
    /// The cell that an action moves to from another, as far as there are any.
    pub fn walked(self, row: usize, column: usize, action: Action, count: Option<usize>) -> (usize, usize) {
        let times = count.unwrap_or(1);
        let (half, page) = ((self.rows / 2).max(1), self.rows.saturating_sub(1).max(1));
        let numbered = |otherwise: usize| count.map_or(otherwise, |count| count.saturating_sub(1));
        let (to, to_column) = match action {
            Action::Down => (row.saturating_add(times), column),
            Action::Up => (row.saturating_sub(times), column),
            Action::RightPane => (row, column.saturating_add(times)),
            Action::LeftPane => (row, column.saturating_sub(times)),
            Action::HalfDown => (row.saturating_add(half.saturating_mul(times)), column),
            Action::HalfUp => (row.saturating_sub(half.saturating_mul(times)), column),
            Action::PageDown => (row.saturating_add(page.saturating_mul(times)), column),
            Action::PageUp => (row.saturating_sub(page.saturating_mul(times)), column),
            Action::Top => (numbered(0), column),
            Action::Bottom => (numbered(self.last.0), column),
            Action::FirstColumn => (row, 0),
            Action::LastColumn => (row, self.last.1),
            _ => (row, column),
        };
        (to.min(self.last.0), to_column.min(self.last.1))
    }
}
