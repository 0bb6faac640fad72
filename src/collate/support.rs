//! Support: what speaks for a counterpart beside its own words.
//!
//! The same clause may stand twice, in a standfirst and in the lede it was taken from. The words do not tell which of the two the
//! other side's clause goes with; what stands around them does.

use super::clauses::Clause;
use super::witness::Words;

/// Sentences around a pair of sentences that count as near it.
const NEAR: u32 = 4;
/// Candidates looked at in each direction.
const LOOK: usize = 32;

/// Gives for each candidate the weight of the others that stand near it on both sides. Candidates must be in the order of the left
/// side; costs `LOOK` steps each.
pub(super) fn support(words: &Words, candidates: &[Clause]) -> Vec<i64> {
    let places: Vec<(u32, u32)> = candidates
        .iter()
        .map(|c| (words.rows.left[c.start.left].sentence, words.rows.right[c.start.right].sentence))
        .collect();
    let near = |a: usize, b: usize| {
        let (a, b) = (places[a], places[b]);
        a != b && a.0.abs_diff(b.0) <= NEAR && a.1.abs_diff(b.1) <= NEAR
    };
    (0..candidates.len())
        .map(|at| {
            let window = at.saturating_sub(LOOK)..(at + LOOK + 1).min(candidates.len());
            window.filter(|&other| other != at && near(at, other)).map(|other| candidates[other].weight).sum()
        })
        .collect()
}
