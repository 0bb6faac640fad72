//! Finds the clauses that are out of order.

use super::cancel::Cancel;
use super::clause::Clause;
use super::sorting::sort;
use crate::text::Pair;

/// Returns for each clause whether it is moved: whether it is off the heaviest chain that is in order on both sides.
///
/// Echoes have no order of their own: they are moved if they cross the chain. Takes `n log n` time.
pub(super) fn moved(clauses: &[Clause], cancel: &Cancel) -> Vec<bool> {
    let chain = heaviest_chain(clauses, cancel);
    let mut moved = vec![true; clauses.len()];
    for &at in &chain {
        moved[at] = false;
    }
    for (at, clause) in cancel.watched(clauses.iter().enumerate()).filter(|(_, clause)| clause.echo) {
        let before = chain.partition_point(|&member| clauses[member].start.left < clause.start.left);
        let after = chain.partition_point(|&member| clauses[member].start.left <= clause.start.left);
        let before = before.checked_sub(1).map(|last| clauses[chain[last]].start.right);
        let after = chain.get(after).map(|&member| clauses[member].start.right);
        moved[at] = before.is_some_and(|place| place > clause.start.right)
            || after.is_some_and(|place| place < clause.start.right);
    }
    moved
}

/// Finds the clauses of the chain, in order, with a tree of best weights by place on the right (Fenwick 1994).
fn heaviest_chain(clauses: &[Clause], cancel: &Cancel) -> Vec<usize> {
    let mut places: Vec<usize> = clauses.iter().map(|clause| clause.start.right).collect();
    sort(&mut places, |place| *place as u64, |place| *place, cancel);
    places.dedup();
    let mut order: Vec<usize> = (0..clauses.len()).filter(|&at| !clauses[at].echo).collect();
    order.sort_by_key(|&at| clauses[at].start);
    let mut best: Vec<Option<(u128, usize)>> = vec![None; places.len() + 1];
    let mut previous = vec![None; clauses.len()];
    let mut end: Option<(u128, usize)> = None;
    for group in cancel.watched(order.chunk_by(|&a, &b| clauses[a].start.left == clauses[b].start.left)) {
        let scored: Vec<_> =
            group.iter().map(|&at| (at, extend(&best, rank(&places, clauses[at].start), &clauses[at]))).collect();
        for (at, (weight, before)) in scored {
            previous[at] = before;
            end = heavier(end, weight, at);
            let mut node = rank(&places, clauses[at].start);
            while node < best.len() {
                best[node] = heavier(best[node], weight, at);
                node += node & node.wrapping_neg();
            }
        }
    }
    let mut chain: Vec<usize> = std::iter::successors(end.map(|(_, at)| at), |&at| previous[at]).collect();
    chain.reverse();
    chain
}

fn rank(places: &[usize], start: Pair<usize>) -> usize {
    places.partition_point(|&place| place < start.right) + 1
}

/// The weight of the chain that ends in `clause`, and the clause before it: the best that starts earlier on the right.
fn extend(best: &[Option<(u128, usize)>], rank: usize, clause: &Clause) -> (u128, Option<usize>) {
    let mut before = None;
    let mut node = rank - 1;
    while node > 0 {
        before = best[node].map_or(before, |(weight, at)| heavier(before, weight, at));
        node -= node & node.wrapping_neg();
    }
    (worth(clause) + before.map_or(0, |(weight, _)| weight), before.map(|(_, at)| at))
}

/// What a clause adds to a chain: its words, and far behind them what breaks ties whichever side is left: the earlier goes
/// first, then which words stand where decides.
fn worth(clause: &Clause) -> u128 {
    let late = clause.start.left + clause.start.right;
    let apart = clause.start.left.abs_diff(clause.start.right);
    let chance = (clause.salt ^ late as u32 ^ (apart as u32).rotate_left(16)).wrapping_mul(0x9e37_79b1) >> 16;
    ((clause.shared as u128) << 88) + (((1 << 34) - (late as u128).min(1 << 34)) << 24) + u128::from(chance)
}

fn heavier(kept: Option<(u128, usize)>, weight: u128, at: usize) -> Option<(u128, usize)> {
    match kept {
        Some(old) if old.0 >= weight => Some(old),
        _ => Some((weight, at)),
    }
}
