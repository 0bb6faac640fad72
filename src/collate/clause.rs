//! A clause: corresponding parts of two sentences.

use super::runs::Run;
use super::witness::Words;
use crate::text::{Pair, Side};

/// A whole sentence of at least this many words on both sides needs no other evidence (benches/constants.md).
pub(super) const WHOLE: usize = 5;

/// Corresponding parts of one sentence of each side, as indexes of visible words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    /// The first word on each side.
    pub start: Pair<usize>,
    /// The word after the last on each side.
    pub end: Pair<usize>,
    /// The number of words in its runs.
    pub shared: usize,
    /// The weight of those words.
    pub weight: i64,
    /// The strongest evidence for one of its runs.
    pub evidence: i64,
    /// Whether it is a whole sentence of more than a few words on both sides, which needs no other evidence.
    pub whole: bool,
    /// Breaks ties between clauses of equal weight; it depends on the words alone.
    pub salt: u32,
    /// Whether a side has a better counterpart elsewhere.
    pub echo: bool,
    /// Whether it was found by its meaning rather than by its wording.
    pub reworded: bool,
}

/// The words that two clauses have in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct SharedWords {
    /// How many there are.
    pub count: usize,
    /// What they weigh together.
    pub weight: i64,
}

impl Clause {
    pub fn of(run: Run, weight: i64, salt: u32) -> Self {
        let end = run.at.map(|at| at + run.words);
        Self {
            start: run.at,
            end,
            shared: run.words,
            weight,
            evidence: run.evidence,
            whole: run.whole && run.words >= WHOLE,
            salt,
            echo: false,
            reworded: false,
        }
    }

    /// A statement in other words.
    pub fn reworded(start: Pair<usize>, end: Pair<usize>, shared: SharedWords, salt: u32) -> Self {
        let SharedWords { count, weight } = shared;
        Self { start, end, shared: count, weight, evidence: 0, whole: false, salt, echo: false, reworded: true }
    }

    /// Returns its number of words on a side.
    pub fn words(&self, side: Side) -> usize {
        self.end[side] - self.start[side]
    }

    /// Whether both sides have the same words in the same order, like a short heading that was found by its sentence.
    pub fn has_same_words(&self, words: &Words) -> bool {
        let ids = |side: Side| words.rows[side][self.start[side]..self.end[side]].iter().map(|word| word.id);
        ids(Side::Left).eq(ids(Side::Right))
    }

    pub fn clashes(&self, other: &Clause) -> bool {
        Side::BOTH.iter().any(|&side| self.start[side] < other.end[side] && other.start[side] < self.end[side])
    }
}
