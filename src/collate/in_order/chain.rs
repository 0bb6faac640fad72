//! The heaviest chain of runs that goes forwards on both sides.

use super::run::Run;
use crate::text::{Pair, Side};

/// The best chain so far that ends at a place: its words, and its last run.
type Best = Option<(usize, usize)>;

/// Picks of `runs` those that stand in one order on both sides and hold most words, cut where two overlap. Costs `n log n`, with a tree
/// of best weights by place on the right (Fenwick 1994).
pub(super) fn chain(mut runs: Vec<Run>) -> Vec<Run> {
    runs.sort_by_key(|run| run.at);
    let mut places: Vec<usize> = runs.iter().map(|run| run.at.right).collect();
    places.sort_unstable();
    places.dedup();
    let mut best: Vec<Best> = vec![None; places.len() + 1];
    let mut previous: Vec<Option<usize>> = Vec::with_capacity(runs.len());
    let mut end: Best = None;
    for (at, run) in runs.iter().enumerate() {
        let rank = places.partition_point(|&place| place < run.at.right) + 1;
        let before = until(&best, rank - 1);
        let whole = (run.words + before.map_or(0, |(words, _)| words), at);
        previous.push(before.map(|(_, last)| last));
        end = heavier(end, whole);
        let mut node = rank;
        while node < best.len() {
            best[node] = heavier(best[node], whole);
            node += node & node.wrapping_neg();
        }
    }
    let mut members: Vec<Run> =
        std::iter::successors(end.map(|(_, at)| at), |&at| previous[at]).map(|at| runs[at]).collect();
    members.reverse();
    apart(members)
}

fn until(best: &[Best], mut node: usize) -> Best {
    let mut found: Best = None;
    while node > 0 {
        found = best[node].map_or(found, |entry| heavier(found, entry));
        node -= node & node.wrapping_neg();
    }
    found
}

fn heavier(kept: Best, new: (usize, usize)) -> Best {
    match kept {
        Some(old) if old.0 >= new.0 => kept,
        _ => Some(new),
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
