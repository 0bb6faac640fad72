//! Seeds: shingles of words that stand in both witnesses.
//!
//! Both sides' shingles are sorted by hash and merged, as in MinHash-free near-duplicate search; a shingle that would give too many
//! pairs of places gives only the pairs of equal rank (minimap2 masks frequent minimisers for the same reason). Costs `n log n` for n words
//! and at most `MOST_PAIRS` hits a shingle or its number of places, whichever is more.

use std::cmp::Ordering;
use std::hash::Hasher;

use rustc_hash::FxHasher;

use super::witness::Word;
use crate::text::Pair;

/// The words of a shingle in texts of ordinary length, and in long ones.
const SHINGLE: (usize, usize) = (4, 5);
/// The number of words from which on a text is long.
const LONG: usize = 2_000;
/// Pairs of places a shingle may give; past it, places are paired by rank.
const MOST_PAIRS: usize = 64;

/// Two places at which the same shingle begins, as indexes of visible words.
pub(super) type Seed = Pair<u32>;

/// Gives the length of shingles for two rows of words.
fn shingle(rows: &Pair<Vec<Word>>) -> usize {
    if rows.left.len().min(rows.right.len()) < LONG { SHINGLE.0 } else { SHINGLE.1 }
}

/// Finds the seeds of two rows of words, in no order that matters.
pub(super) fn seeds(rows: &Pair<Vec<Word>>) -> Vec<Seed> {
    let length = shingle(rows);
    let shingles = rows.as_ref().map(|row| shingles(row, length));
    let mut found = Vec::new();
    let (mut left, mut right) = (shingles.left.as_slice(), shingles.right.as_slice());
    while let (Some(a), Some(b)) = (left.first(), right.first()) {
        match a.0.cmp(&b.0) {
            Ordering::Less => left = &left[1..],
            Ordering::Greater => right = &right[1..],
            Ordering::Equal => {
                let (here, there) = (alike(left), alike(right));
                pair_up(&left[..here], &right[..there], &mut found);
                (left, right) = (&left[here..], &right[there..]);
            }
        }
    }
    found
}

/// Pairs the places of one shingle: each with each, or, where that would be too many, each with the one of its rank, so that
/// a text made of repetitions still finds itself.
fn pair_up(left: &[(u64, u32)], right: &[(u64, u32)], found: &mut Vec<Seed>) {
    if left.len().saturating_mul(right.len()) <= MOST_PAIRS {
        found.extend(left.iter().flat_map(|a| right.iter().map(|b| Pair::new(a.1, b.1))));
        return;
    }
    let ranks = 0..left.len().max(right.len());
    found.extend(ranks.map(|rank| Pair::new(left[rank % left.len()].1, right[rank % right.len()].1)));
}

fn shingles(row: &[Word], length: usize) -> Vec<(u64, u32)> {
    let mut found: Vec<_> = row.windows(length).enumerate().map(|(at, words)| (hash(words), at as u32)).collect();
    found.sort_unstable();
    found
}

fn hash(words: &[Word]) -> u64 {
    let mut hasher = FxHasher::default();
    for word in words {
        hasher.write_u32(word.id);
    }
    hasher.finish()
}

fn alike(sorted: &[(u64, u32)]) -> usize {
    sorted.iter().take_while(|shingle| shingle.0 == sorted[0].0).count()
}
