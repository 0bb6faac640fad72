//! Anchors: runs of words that two versions have in common, found by their shingles.

use rustc_hash::FxHashMap;

use super::chain::chain;
use super::run::Run;
use super::walk::walked;
use crate::collate::cancel::Cancel;
use crate::collate::sorting::sort;
use crate::text::{Pair, Side};

/// How often a shingle may occur in a text: more frequent ones locate nothing (benches/constants.md).
const MOST: usize = 4;
/// How often a gap is searched again for shingles that are unique in it (a limit).
const DEPTH: usize = 8;
/// The share of the shorter side, as one in so many, that short shingles must find in a gap for it to be one text in two wordings
/// (benches/constants.md).
const LEAST: usize = 12;
/// A run of at least this many words is not chance (benches/constants.md).
const LONG: usize = 8;

/// How copies of a shingle are paired, the first with the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Copies {
    /// Only where both sides have as many.
    Even,
    /// As far as they go.
    Odd,
}

/// What becomes of a gap in which no shingle tells a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unplaced {
    /// It is walked through.
    Walked,
    /// It stays open.
    Left,
}

/// Finds runs that stand in the same order on both sides, looking through what lies between them for what is unique there. `grams` are
/// the lengths of the shingles, the longest first. Linear in the words, up to sorting.
pub(super) fn in_order(ids: Pair<&[u32]>, grams: &[usize], unplaced: Unplaced, cancel: &Cancel) -> Vec<Run> {
    let mut found = Vec::new();
    let mut open = vec![(Run { at: Pair::new(0, 0), words: 0 }, Pair::new(ids.left.len(), ids.right.len()), 0)];
    while let Some((from, to, depth)) = open.pop() {
        if cancel.is_cancelled() {
            return found;
        }
        let start = Pair::from_fn(|side| from.end(side));
        if start.left >= to.left || start.right >= to.right {
            continue;
        }
        let part = Pair::from_fn(|side| &ids[side][start[side]..to[side]]);
        let mut runs = anchored(part, grams, cancel);
        if runs.is_empty() {
            runs = if unplaced == Unplaced::Walked { walked(part) } else { runs };
        }
        if runs.is_empty() {
            continue;
        }
        let mut before = from;
        for run in runs.into_iter().map(|run| run.shifted(start)) {
            if depth < DEPTH {
                open.push((before, run.at, depth + 1));
            }
            found.push(run);
            before = run;
        }
        if depth < DEPTH {
            open.push((before, to, depth + 1));
        }
    }
    found.sort_by_key(|run| run.at);
    found
}

/// Finds the runs of a gap: what it begins and ends with alike, and between them what the longest shingles show that show anything.
fn anchored(ids: Pair<&[u32]>, grams: &[usize], cancel: &Cancel) -> Vec<Run> {
    let head = ids.left.iter().zip(ids.right).take_while(|(a, b)| a == b).count();
    let rest = ids.map(|ids| &ids[head..]);
    let tail = rest.left.iter().rev().zip(rest.right.iter().rev()).take_while(|(a, b)| a == b).count();
    let rest = rest.map(|ids| &ids[..ids.len() - tail]);
    let mut runs = Vec::new();
    runs.extend((head > 0).then_some(Run { at: Pair::new(0, 0), words: head }));
    for &gram in grams {
        let between = chain(common(rest, gram, Copies::Even, cancel));
        let words: usize = between.iter().map(|run| run.words).sum();
        let enough = gram >= LONG || words * LEAST >= rest.left.len().min(rest.right.len());
        if enough && words > 0 {
            runs.extend(between.into_iter().map(|run| run.shifted(Pair::new(head, head))));
            break;
        }
    }
    let end = Pair::new(ids.left.len() - tail, ids.right.len() - tail);
    runs.extend((tail > 0).then_some(Run { at: end, words: tail }));
    runs
}

/// Finds the maximal runs around shingles of `gram` words that stand seldom, in the order of the left side.
pub(super) fn common(ids: Pair<&[u32]>, gram: usize, copies: Copies, cancel: &Cancel) -> Vec<Run> {
    let mut pairs = paired(&ids.map(|ids| shingles(ids, gram, cancel)), copies);
    sort(&mut pairs, |at| at.left as u64, |at| *at, cancel);
    let mut reached: FxHashMap<isize, usize> = FxHashMap::default();
    let mut found = Vec::new();
    for at in pairs {
        let diagonal = at.left as isize - at.right as isize;
        let before = reached.get(&diagonal).copied().unwrap_or(0);
        if at.left < before || ids.left[at.left..at.left + gram] != ids.right[at.right..at.right + gram] {
            continue;
        }
        let room = (at.left - before).min(at.right);
        let back = (1..=room).take_while(|step| ids.left[at.left - step] == ids.right[at.right - step]).count();
        let ahead = ids.left[at.left + gram..].iter().zip(&ids.right[at.right + gram..]);
        let words = back + gram + ahead.take_while(|(a, b)| a == b).count();
        let run = Run { at: Pair::new(at.left - back, at.right - back), words };
        reached.insert(diagonal, run.end(Side::Left));
        found.push(run);
    }
    found
}

/// The hashes of all shingles with their places, in order.
fn shingles(ids: &[u32], gram: usize, cancel: &Cancel) -> Vec<(u64, u32)> {
    // An odd number, by whose powers the words of a shingle are told apart (defined).
    const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
    let value = |id: u32| (u64::from(id) + 1).wrapping_mul(0xff51_afd7_ed55_8ccd) ^ (u64::from(id) << 29);
    let highest = BASE.wrapping_pow(gram as u32);
    let mut hash = 0u64;
    let mut found = Vec::with_capacity(ids.len());
    for (at, &id) in ids.iter().enumerate() {
        hash = hash.wrapping_mul(BASE).wrapping_add(value(id));
        if at >= gram {
            hash = hash.wrapping_sub(value(ids[at - gram]).wrapping_mul(highest));
        }
        if at + 1 >= gram {
            found.push((hash, (at + 1 - gram) as u32));
        }
    }
    sort(&mut found, |shingle| shingle.0, |shingle| *shingle, cancel);
    found
}

fn paired(shingles: &Pair<Vec<(u64, u32)>>, copies: Copies) -> Vec<Pair<usize>> {
    let mut pairs = Vec::new();
    let mut right = shingles.right.as_slice();
    for left in shingles.left.chunk_by(|a, b| a.0 == b.0) {
        let hash = left[0].0;
        let skipped = right.iter().take_while(|other| other.0 < hash).count();
        right = &right[skipped..];
        let same = right.iter().take_while(|other| other.0 == hash).count();
        let even = left.len() == same || copies == Copies::Odd;
        if even && left.len() <= MOST && same <= MOST {
            pairs.extend(left.iter().zip(&right[..same]).map(|(a, b)| Pair::new(a.1 as usize, b.1 as usize)));
        }
        right = &right[same..];
    }
    pairs
}
