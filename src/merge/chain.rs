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

/// Two corresponding units and their weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chained {
    /// The unit of the base.
    pub base: usize,
    /// The unit of the version.
    pub side: usize,
    /// The weight.
    pub weight: usize,
}

/// A value of the base and one of a version.
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

/// Picks the pairs that are in the same order on both sides and weigh most together. Each unit is in at most one pair. Takes `n log n`
/// time.
pub fn heaviest(mut pairs: Vec<Chained>) -> Vec<Chained> {
    // Of one base unit, later places come first, so that a chain, which only goes forward, has at most one of them.
    pairs.sort_by_key(|pair| (pair.base, Reverse(pair.side)));
    let step = |pair: &Chained| ChainStep { at: Pair::new(pair.base, pair.side), weight: pair.weight };
    let steps: Vec<ChainStep> = pairs.iter().map(step).collect();
    heaviest_chain(&steps).into_iter().map(|at| pairs[at]).collect()
}
