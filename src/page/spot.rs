//! The place of a row on a page, and the kinds of rows.

use crate::text::Span;

/// A row of a page. Spots compare in reading order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// The block, as an index into [`Page::blocks`](super::Page::blocks).
    pub block: usize,
    /// The row of the block, from 0; the blank row after a paragraph counts as the last one of its last block.
    pub row: usize,
}

/// What is on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// This part of the text, with the white space at which the row was broken.
    Text(Span),
    /// The row of a [`Block::Fold`](super::Block::Fold).
    Fold,
    /// Nothing: the blank row after a paragraph, or a place outside the page.
    Gap,
}
