//! Cleaning: removes chance matches, so that changes look as a reader would mark them.
//!
//! A short run of equal words between long differences is chance, and splits one change into two that nobody made. It is kept if it says
//! more than the changes around it.

use super::likeness::alike;
use super::run::Run;
use super::texts::Texts;
use crate::text::{Pair, Side};

/// Words from which on a run is no chance (benches/constants.md).
const LONG: usize = 8;
/// What a run says from which on it stays, whatever stands around it (benches/constants.md).
const TELLING: usize = 14;
/// A run is chance where what it says, so many times, is less than the words that change around it (on 200 pairs of edited sentences of
/// scientific papers F1 .955, and .942 with 1) (benches/constants.md).
const FEW: usize = 3;
/// How often it is gone through the runs (a limit).
const TIMES: usize = 8;

/// Joins runs that touch, and takes out those that only part what changed together. `free` tells whether a word is at home in this order.
pub(super) fn cleaned(texts: &Texts<'_>, runs: Vec<Run>, free: impl Fn(Side, usize) -> bool) -> Vec<Run> {
    let mut runs = alike(texts, joined(runs), |run| run.words >= LONG || is_whole(texts, *run));
    let ends = Pair::from_fn(|side| texts.ids[side].len());
    let counted = |side: Side, from: usize, to: usize| (from..to.max(from)).filter(|&at| free(side, at)).count();
    for _ in 0..TIMES {
        let before = runs.len();
        let mut kept: Vec<Run> = Vec::with_capacity(before);
        for (at, run) in runs.iter().enumerate() {
            let start = kept.last().map_or(Pair::new(0, 0), |last| Pair::from_fn(|side| last.end(side)));
            let end = runs.get(at + 1).map_or(ends, |next| next.at);
            if run.words >= LONG || is_whole(texts, *run) {
                kept.push(*run);
                continue;
            }
            let ahead = Pair::from_fn(|side| counted(side, start[side], run.at[side]));
            let behind = Pair::from_fn(|side| counted(side, run.end(side), end[side]));
            if !is_chance(texts.strength(run.at.left, run.words), run.words, ahead, behind) {
                kept.push(*run);
            }
        }
        runs = kept;
        if runs.len() == before {
            break;
        }
    }
    runs
}

/// Whether a run is whole sentences on both sides: what is kept whole is no chance, however short.
fn is_whole(texts: &Texts<'_>, run: Run) -> bool {
    Side::BOTH.iter().all(|&side| {
        let row = &texts.words.rows[side];
        let parts = |at: usize| at == 0 || at >= row.len() || row[at].sentence != row[at - 1].sentence;
        parts(run.at[side]) && parts(run.end(side))
    })
}

/// Whether a run says less than what changes on either side of it, or is a lonely word that only holds others together.
fn is_chance(strength: usize, words: usize, ahead: Pair<usize>, behind: Pair<usize>) -> bool {
    // Where one side has nothing but the run, the other only has more around it.
    let kept = |side: Side| ahead[side] == 0 && behind[side] == 0;
    if kept(Side::Left) || kept(Side::Right) {
        return false;
    }
    let most = |change: Pair<usize>| change.left.max(change.right);
    let least = most(ahead).min(most(behind));
    let replaced = |change: Pair<usize>| change.left > 0 && change.right > 0;
    // Two words put for two others around it are two changes.
    let pairs = [ahead, behind].iter().all(|change| *change == Pair::new(1, 1));
    let lonely = words == 1 && strength == 1 && !pairs && (replaced(ahead) || replaced(behind));
    least > 0 && (lonely || strength * FEW < least.min(TELLING))
}

fn joined(runs: Vec<Run>) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs {
        match found.last_mut() {
            Some(last) if last.end(Side::Left) == run.at.left && last.end(Side::Right) == run.at.right => {
                last.words += run.words;
            }
            _ => found.push(run),
        }
    }
    found
}
