//! Pairs of units, and the heaviest chain of them that is in order on both sides.

use std::cmp::Reverse;
use std::ops::Range;

use crate::collate::{ChainStep, heaviest_chain};
use crate::text::Pair;

/// Units of the base and what a version has in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeTie {
    /// Of the base.
    pub base: Range<usize>,
    /// Of the version.
    pub side: Range<usize>,
}

/// Two units that correspond, and what that weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chained {
    /// The unit of the base.
    pub base: usize,
    /// The unit of the version.
    pub side: usize,
    /// What it weighs.
    pub weight: usize,
}

/// A value of the base, and the one of a version.
#[derive(Clone, Copy, Debug)]
pub struct MergePair<T> {
    /// Of the base.
    pub base: T,
    /// Of the version.
    pub side: T,
}

impl<T> MergePair<T> {
    /// Applies a function to both.
    pub fn map<U>(self, mut turn: impl FnMut(T) -> U) -> MergePair<U> {
        MergePair { base: turn(self.base), side: turn(self.side) }
    }
}

impl<T> MergePair<Vec<T>> {
    /// Borrows both.
    pub fn slices(&self) -> MergePair<&[T]> {
        MergePair { base: &self.base, side: &self.side }
    }
}

/// Picks the pairs that stand in one order on both sides and weigh most together. Each unit stands in one pair at most. Costs `n log n`.
pub fn heaviest(mut pairs: Vec<Chained>) -> Vec<Chained> {
    // Of one unit of the base the later places come first, so that a chain, which only goes forwards, holds one of them.
    pairs.sort_by_key(|pair| (pair.base, Reverse(pair.side)));
    let step = |pair: &Chained| ChainStep { at: Pair::new(pair.base, pair.side), weight: pair.weight };
    let steps: Vec<ChainStep> = pairs.iter().map(step).collect();
    heaviest_chain(&steps).into_iter().map(|at| pairs[at]).collect()
}
