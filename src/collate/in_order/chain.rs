//! The heaviest chain that is in order on both sides.

use super::run::Run;
use crate::text::{Pair, Side};

/// The best chain so far that ends at a place: its weight, and its last step.
type Best = Option<(usize, usize)>;

/// Two places that correspond, and what that weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChainStep {
    /// Where it stands on both sides.
    pub at: Pair<usize>,
    /// What it weighs.
    pub weight: usize,
}

/// Picks of `runs` those that stand in one order on both sides and hold most words, cut where two overlap. Costs `n log n`.
pub(super) fn chain(mut runs: Vec<Run>) -> Vec<Run> {
    runs.sort_by_key(|run| run.at);
    let steps: Vec<ChainStep> = runs.iter().map(|run| ChainStep { at: run.at, weight: run.words }).collect();
    apart(heaviest_chain(&steps).into_iter().map(|at| runs[at]).collect())
}

/// Picks of steps, sorted by where they stand, those that go forwards on the right as well and weigh most together; gives their indexes in
/// order. Costs `n log n`, with a tree of best weights by place on the right (Fenwick 1994).
pub fn heaviest_chain(steps: &[ChainStep]) -> Vec<usize> {
    let mut places: Vec<usize> = steps.iter().map(|step| step.at.right).collect();
    places.sort_unstable();
    places.dedup();
    let mut best: Vec<Best> = vec![None; places.len() + 1];
    let mut previous: Vec<Option<usize>> = Vec::with_capacity(steps.len());
    let mut end: Best = None;
    for (at, step) in steps.iter().enumerate() {
        let rank = places.partition_point(|&place| place < step.at.right) + 1;
        let before = until(&best, rank - 1);
        let whole = step.weight + before.map_or(0, |(weight, _)| weight);
        previous.push(before.map(|(_, last)| last));
        end = heavier(end, whole, at);
        let mut node = rank;
        while node < best.len() {
            best[node] = heavier(best[node], whole, at);
            node += node & node.wrapping_neg();
        }
    }
    let mut chain: Vec<usize> = std::iter::successors(end.map(|(_, at)| at), |&at| previous[at]).collect();
    chain.reverse();
    chain
}

fn until(best: &[Best], mut node: usize) -> Best {
    let mut found: Best = None;
    while node > 0 {
        found = best[node].map_or(found, |(weight, at)| heavier(found, weight, at));
        node -= node & node.wrapping_neg();
    }
    found
}

fn heavier(kept: Best, weight: usize, at: usize) -> Best {
    match kept {
        Some(old) if old.0 >= weight => kept,
        _ => Some((weight, at)),
    }
}

/// Cuts the beginning of a run as far as the one before it reaches.
fn apart(members: Vec<Run>) -> Vec<Run> {
    let mut kept: Vec<Run> = Vec::with_capacity(members.len());
    for run in members {
        let over = kept.last().map_or(0, |last| {
            let over = |side: Side| last.end(side).saturating_sub(run.at[side]);
            over(Side::Left).max(over(Side::Right))
        });
        if over < run.words {
            kept.push(Run { at: Pair::new(run.at.left + over, run.at.right + over), words: run.words - over });
        }
    }
    kept
}
