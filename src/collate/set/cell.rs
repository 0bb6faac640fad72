//! A cell of the matrix.

/// Words that one article must have of another to share anything with it (benches/constants.md).
pub(super) const LEAST_WORDS: u32 = 8;

/// How much two articles share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// The two articles, the earlier first.
    pub(in crate::collate) articles: (u32, u32),
    /// Words of each that are in the other.
    pub(in crate::collate) words: (u32, u32),
}
