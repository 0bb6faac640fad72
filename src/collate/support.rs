//! Support: the evidence for a counterpart besides its own words.
//!
//! The same clause may occur twice, in a standfirst and in the lede it was taken from. Its words do not show to which of the two the other
//! side's clause corresponds; its surroundings do.

use super::cancel::Cancel;
use super::clause::Clause;
use super::witness::Words;

/// Sentences around a pair of sentences that count as near it (benches/constants.md).
const NEAR: u32 = 4;
/// Candidates looked at in each direction (a limit).
const LOOK: usize = 32;

/// For each candidate the weight of the others that stand near it on both sides. Candidates must be in the order of the left
/// side; costs `LOOK` steps each at most.
pub(super) fn support(words: &Words, candidates: &[Clause], cancel: &Cancel) -> Vec<i64> {
    let places: Vec<(u32, u32)> = candidates
        .iter()
        .map(|c| (words.rows.left[c.start.left].sentence, words.rows.right[c.start.right].sentence))
        .collect();
    let supported = |at: usize| {
        let (before, after) = ((at.saturating_sub(LOOK)..at).rev(), at + 1..(at + LOOK + 1).min(candidates.len()));
        weight(near(&places, at, before), candidates) + weight(near(&places, at, after), candidates)
    };
    cancel.watched(0..candidates.len()).map(supported).collect()
}

fn weight(chosen: impl Iterator<Item = usize>, candidates: &[Clause]) -> i64 {
    chosen.map(|at| candidates[at].weight).sum()
}

/// Those of `others` that stand near `at` on both sides but not in the same two sentences; `others` lead away from it.
fn near(places: &[(u32, u32)], at: usize, others: impl Iterator<Item = usize>) -> impl Iterator<Item = usize> {
    let here = places[at];
    others
        .take_while(move |&other| places[other].0.abs_diff(here.0) <= NEAR)
        .filter(move |&other| places[other] != here && places[other].1.abs_diff(here.1) <= NEAR)
}
