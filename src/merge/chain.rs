//! Pairs of units, and the heaviest chain of them that goes forwards on both sides.

use std::ops::Range;

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

/// The heaviest chain up to a place: its weight and its last pair.
type Heaviest = Option<(usize, usize)>;

/// Picks the pairs that stand in one order on both sides and weigh most together. Each unit stands in one pair at most. Costs `n log n`,
/// with a tree of best weights (Fenwick 1994).
pub fn heaviest(mut pairs: Vec<Chained>) -> Vec<Chained> {
    pairs.sort_by_key(|pair| (pair.base, pair.side));
    let mut places: Vec<usize> = pairs.iter().map(|pair| pair.side).collect();
    places.sort_unstable();
    places.dedup();
    let mut best: Vec<Heaviest> = vec![None; places.len() + 1];
    let mut previous: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let mut end: Heaviest = None;
    for (at, pair) in pairs.iter().enumerate() {
        let rank = places.partition_point(|place| *place < pair.side) + 1;
        let (mut node, mut before): (usize, Heaviest) = (rank - 1, None);
        while node > 0 {
            before = heavier(before, best[node]);
            node -= node & node.wrapping_neg();
        }
        let whole = Some((pair.weight + before.map_or(0, |(weight, _)| weight), at));
        previous.push(before.map(|(_, last)| last));
        end = heavier(end, whole);
        let mut node = rank;
        while node < best.len() {
            best[node] = heavier(best[node], whole);
            node += node & node.wrapping_neg();
        }
    }
    let last = end.map(|(_, at)| at);
    let mut chain: Vec<Chained> = std::iter::successors(last, |at| previous[*at]).map(|at| pairs[at]).collect();
    chain.reverse();
    chain
}

fn heavier(kept: Heaviest, new: Heaviest) -> Heaviest {
    match (kept, new) {
        (Some(old), Some(other)) if old.0 >= other.0 => kept,
        (_, None) => kept,
        _ => new,
    }
}
