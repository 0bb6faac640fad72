//! Seeds: shingles of words that both witnesses have.
//!
//! The shingles of both sides are sorted by hash and merged, as in near-duplicate search without MinHash. A shingle that would give too many
//! pairs of places gives only the pairs of equal rank (minimap2 masks frequent minimisers for the same reason). Takes `n log n` time for n
//! words, with at most `MOST_PAIRS` hits or as many as there are places for each shingle, whichever is more.

use std::cmp::Ordering;
use std::hash::Hasher;

use rustc_hash::FxHasher;

use super::cancel::Cancel;
use super::sorting::sort;
use super::witness::Word;
use crate::text::Pair;

/// The words of a shingle in texts of ordinary length, and in long ones (benches/constants.md).
const SHINGLE: (usize, usize) = (4, 5);
/// The number of words from which on a text is long (benches/constants.md).
const LONG: usize = 2_000;
/// Pairs of places a shingle may give; past it, places are paired by rank (a limit).
const MOST_PAIRS: usize = 64;

/// Two places at which the same shingle begins, as indexes of visible words.
pub(super) type Seed = Pair<u32>;

/// The length of shingles for two rows of words.
fn shingle(rows: &Pair<Vec<Word>>) -> usize {
    if rows.left.len().min(rows.right.len()) < LONG { SHINGLE.0 } else { SHINGLE.1 }
}

/// Finds the seeds of two rows of words, in no order that matters, and of those that follow on from another only few: it leads to
/// the same run. Some are missing once `cancel` is raised.
pub(super) fn seeds(rows: &Pair<Vec<Word>>, cancel: &Cancel) -> Vec<Seed> {
    let length = shingle(rows);
    let shingles = rows.as_ref().map(|row| shingles(row, length, cancel));
    let mut found = Found { partners: vec![EACH; rows.left.len()], ..Found::default() };
    let (mut left, mut right) = (shingles.left.as_slice(), shingles.right.as_slice());
    while let (Some(a), Some(b)) = (left.first(), right.first()) {
        match a.hash.cmp(&b.hash) {
            Ordering::Less => left = &left[1..],
            Ordering::Greater => right = &right[1..],
            Ordering::Equal if cancel.is_cancelled() => break,
            Ordering::Equal => {
                let (here, there) = (alike(left), alike(right));
                found.pair_up(&left[..here], &right[..there], cancel);
                (left, right) = (&left[here..], &right[there..]);
            }
        }
    }
    found.seeds(cancel)
}

/// A shingle of one side.
#[derive(Clone, Copy)]
struct Shingle {
    hash: u64,
    /// Where it begins.
    at: u32,
    /// The word before it, or `NONE`.
    before: u32,
}

/// Where no word stands (defined).
const NONE: u32 = u32::MAX;
/// The partner of a shingle that was paired with each of its kind (defined).
const EACH: u32 = u32::MAX;

/// The seeds so far.
#[derive(Default)]
struct Found {
    /// Those before which the sides differ: here a run begins.
    opening: Vec<Seed>,
    /// Those that follow on from another pair of places, which may be a seed or not.
    following: Vec<Seed>,
    /// For each left place the right one with which it was paired by rank.
    partners: Vec<u32>,
}

impl Found {
    /// Pairs the places of one shingle: each with each, or, where that would be too many, each with the one of its rank, so that
    /// a text made of repetitions still finds itself.
    fn pair_up(&mut self, left: &[Shingle], right: &[Shingle], cancel: &Cancel) {
        if left.len().saturating_mul(right.len()) <= MOST_PAIRS {
            for a in left {
                right.iter().for_each(|b| self.add(a, b));
            }
            return;
        }
        for rank in cancel.watched(0..left.len().max(right.len())) {
            let (a, b) = (&left[rank % left.len()], &right[rank % right.len()]);
            self.partners[a.at as usize] = b.at;
            self.add(a, b);
        }
    }

    fn add(&mut self, a: &Shingle, b: &Shingle) {
        let follows = a.before == b.before && a.before != NONE;
        let kept = if follows { &mut self.following } else { &mut self.opening };
        kept.push(Pair::new(a.at, b.at));
    }

    /// The seeds without those of which it is known that they follow on from another.
    fn seeds(self, cancel: &Cancel) -> Vec<Seed> {
        let Self { opening: mut seeds, following, partners } = self;
        let known = |seed: &Seed| {
            let partner = partners[seed.left as usize - 1];
            partner == EACH || partner == seed.right - 1
        };
        seeds.extend(cancel.watched(following).filter(|seed| !known(seed)));
        seeds
    }
}

fn shingles(row: &[Word], length: usize, cancel: &Cancel) -> Vec<Shingle> {
    let mut before = NONE;
    let each = cancel.watched(row.windows(length)).enumerate().map(|(at, words)| {
        let before = std::mem::replace(&mut before, words[0].id);
        Shingle { hash: hash(words), at: at as u32, before }
    });
    let mut found = Vec::with_capacity(row.len());
    found.extend(each);
    sort(&mut found, |shingle| shingle.hash, |shingle| (shingle.hash, shingle.at), cancel);
    found
}

fn hash(words: &[Word]) -> u64 {
    let mut hasher = FxHasher::default();
    for word in words {
        hasher.write_u32(word.id);
    }
    hasher.finish()
}

fn alike(sorted: &[Shingle]) -> usize {
    sorted.iter().take_while(|shingle| shingle.hash == sorted[0].hash).count()
}
