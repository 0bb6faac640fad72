//! A run of equal words of two versions.

use crate::text::{Pair, Side};

/// A run of equal words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// Where it begins.
    pub at: Pair<usize>,
    /// How long it is.
    pub words: usize,
}

impl Run {
    /// The word after the last.
    pub fn end(&self, side: Side) -> usize {
        self.at[side] + self.words
    }

    /// The same run elsewhere.
    pub fn shifted(self, by: Pair<usize>) -> Self {
        Self { at: Pair::new(self.at.left + by.left, self.at.right + by.right), words: self.words }
    }
}
