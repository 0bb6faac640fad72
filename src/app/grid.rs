//! Where the reader stands in the matrix.

/// Where the reader stands in the matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The row of the chosen cell, as a place in the order shown.
    pub row: usize,
    /// Its column.
    pub column: usize,
    /// The first row and the first column in view.
    pub first: (usize, usize),
    /// In which order the articles stand.
    pub sorted: Sorted,
}

/// In which order the articles of the matrix stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sorted {
    /// Families together.
    #[default]
    ByLikeness,
    /// As they were opened.
    AsOpened,
}
