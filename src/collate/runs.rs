//! Runs: sequences of words that are equal on both sides.

use super::cancel::Cancel;
use super::seeds::Seed;
use super::sorting::sort;
use super::telling::Telling;
use super::witness::{Word, Words};
use crate::text::Pair;

/// A run of equal words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// The first word on each side, as an index of visible words.
    pub at: Pair<usize>,
    /// Words.
    pub words: usize,
    /// What speaks for it: the weight of the whole run it was cut from, over the ends of sentences; everything, where the two
    /// witnesses are the same.
    pub evidence: i64,
    /// Whether it is a whole sentence on both sides.
    pub whole: bool,
}

/// Words that a run must have, unless it is a whole sentence on both sides that follows on from another (benches/constants.md).
const LEAST: usize = 4;

/// Cuts maximal runs where a sentence ends on either side: every sentence is a statement of its own, and one that the other side
/// splits corresponds to both halves. Costs the words covered.
pub(super) fn runs(words: &Words, maximal: &[Run], cancel: &Cancel) -> Vec<Run> {
    let rows = words.rows.as_ref().map(Vec::as_slice);
    let mut found = Vec::new();
    for run in cancel.watched(maximal) {
        cut(rows, *run, &mut found, cancel);
    }
    sort(&mut found, |run| run.at.left as u64, |run| run.at, cancel);
    found
}

/// Extends seeds to maximal runs, each once, over the ends of sentences and over hidden text.
///
/// Costs the sorting of the seeds and the words covered.
pub(super) fn maximal_runs(words: &Words, telling: &Telling, mut seeds: Vec<Seed>, cancel: &Cancel) -> Vec<Run> {
    seeds.extend(opening(words.rows.as_ref().map(Vec::as_slice)));
    let diagonal = |seed: &Seed| words.rows.left.len() as u64 + u64::from(seed.right) - u64::from(seed.left);
    sort(&mut seeds, diagonal, |seed| (diagonal(seed), seed.left), cancel);
    let mut found = Vec::new();
    let mut covered: Option<(u64, usize)> = None;
    for seed in cancel.watched(seeds) {
        let diagonal = diagonal(&seed);
        if covered.is_some_and(|(last, end)| last == diagonal && (seed.left as usize) < end) {
            continue;
        }
        let run = maximal(words, telling, seed.map(|at| at as usize), cancel);
        covered = Some((diagonal, run.at.left + run.words));
        found.push(run);
    }
    found
}

/// The seed at which both witnesses begin alike, so that even a text too short for a shingle finds itself.
fn opening(rows: Pair<&[Word]>) -> Option<Seed> {
    let alike = rows.left.first()?.id == rows.right.first()?.id;
    alike.then_some(Pair::new(0, 0))
}

fn maximal(words: &Words, telling: &Telling, seed: Pair<usize>, cancel: &Cancel) -> Run {
    let (left, right) = (words.rows.left.as_slice(), words.rows.right.as_slice());
    let before = left[..seed.left].iter().rev().zip(right[..seed.right].iter().rev());
    let after = left[seed.left..].iter().zip(&right[seed.right..]);
    let back = cancel.watched(before).take_while(|(a, b)| a.id == b.id).count();
    let on = cancel.watched(after).take_while(|(a, b)| a.id == b.id).count();
    let stretch = &left[seed.left - back..seed.left + on];
    let everything = stretch.len() == left.len() && stretch.len() == right.len();
    let evidence = if everything { i64::MAX } else { telling.of(seed.map(|at| at - back), stretch.len()) };
    Run { at: seed.map(|at| at - back), words: stretch.len(), evidence, whole: false }
}

fn is_sentence(rows: Pair<&[Word]>, run: &Run) -> bool {
    let whole = |row: &[Word], at: usize| {
        let sentence = |word: Option<&Word>| word.map(|word| word.sentence);
        let here = sentence(row.get(at));
        sentence(row.get(at + run.words)) != here
            && at.checked_sub(1).is_none_or(|before| sentence(row.get(before)) != here)
    };
    whole(rows.left, run.at.left) && whole(rows.right, run.at.right)
}

fn cut(rows: Pair<&[Word]>, run: Run, found: &mut Vec<Run>, cancel: &Cancel) {
    let mut start = 0;
    for step in cancel.watched(1..=run.words) {
        if step < run.words && !parted(rows, run, step) {
            continue;
        }
        let part = Run { at: run.at.map(|at| at + start), words: step - start, ..run };
        let whole = is_sentence(rows, &part);
        if part.words >= LEAST || whole {
            found.push(Run { whole, ..part });
        }
        start = step;
    }
}

/// Whether a run must be cut before its word `step`: no passage goes over the end of a sentence or over hidden text.
fn parted(rows: Pair<&[Word]>, run: Run, step: usize) -> bool {
    let ends = |row: &[Word], at: usize| {
        let (before, after) = (row[at + step - 1], row[at + step]);
        before.sentence != after.sentence || before.token + 1 != after.token
    };
    ends(rows.left, run.at.left) || ends(rows.right, run.at.right)
}
