//! Runs: stretches of words that read alike on both sides.

use super::seeds::{Seed, shingle};
use super::witness::{Word, Words};
use crate::text::Pair;

/// A run of equal words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// The first word on each side, as an index of visible words.
    pub at: Pair<usize>,
    /// Words.
    pub words: usize,
}

/// Extends seeds to maximal runs, each once, and cuts them where a sentence ends on either side: every sentence is a statement of
/// its own, and one that the other side splits corresponds to both halves.
///
/// Costs the sorting of the seeds and the words covered.
pub(super) fn runs(words: &Words, mut seeds: Vec<Seed>) -> Vec<Run> {
    let rows = words.rows.as_ref().map(Vec::as_slice);
    seeds.sort_unstable_by_key(|seed| (i64::from(seed.right) - i64::from(seed.left), seed.left));
    let mut found = Vec::new();
    let mut covered: Option<(i64, usize)> = None;
    for seed in seeds {
        let diagonal = i64::from(seed.right) - i64::from(seed.left);
        if covered.is_some_and(|(last, end)| last == diagonal && (seed.left as usize) < end) {
            continue;
        }
        let run = maximal(rows, seed.map(|at| at as usize));
        covered = Some((diagonal, run.at.left + run.words));
        cut(rows, run, &mut found);
    }
    let least = shingle(&words.rows).min(4);
    found.retain(|run| run.words >= least);
    found.sort_unstable_by_key(|run| run.at);
    found
}

fn maximal(rows: Pair<&[Word]>, seed: Pair<usize>) -> Run {
    let (left, right) = (rows.left, rows.right);
    let back =
        left[..seed.left].iter().rev().zip(right[..seed.right].iter().rev()).take_while(|(a, b)| a.id == b.id).count();
    let on = left[seed.left..].iter().zip(&right[seed.right..]).take_while(|(a, b)| a.id == b.id).count();
    Run { at: seed.map(|at| at - back), words: back + on }
}

fn cut(rows: Pair<&[Word]>, run: Run, found: &mut Vec<Run>) {
    let mut start = 0;
    for step in 1..=run.words {
        if step < run.words && !parted(rows, run, step) {
            continue;
        }
        found.push(Run { at: run.at.map(|at| at + start), words: step - start });
        start = step;
    }
}

/// Tells whether a run must be cut before its word `step`: no passage goes over the end of a sentence or over hidden text.
fn parted(rows: Pair<&[Word]>, run: Run, step: usize) -> bool {
    let ends = |row: &[Word], at: usize| {
        let (before, after) = (row[at + step - 1], row[at + step]);
        before.sentence != after.sentence || before.token + 1 != after.token
    };
    ends(rows.left, run.at.left) || ends(rows.right, run.at.right)
}
