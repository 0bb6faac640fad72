//! Joins the runs of a pair of sentences into clauses, and finds the best counterpart of each clause.

use std::cmp::Reverse;

use super::cancel::Cancel;
use super::clause::{Clause, WHOLE};
use super::runs::Run;
use super::sorting::sort;
use super::support::support;
use super::telling::Telling;
use super::witness::{Word, Words};
use crate::text::{Pair, Side};

/// The most words between two runs of one clause, on either side (benches/constants.md).
const GAP: usize = 12;
/// How many earlier runs are considered when a clause is built (a limit).
const LOOK_BACK: usize = 50;
/// The weight, in 1024ths of a nat, that shared words need to be more than a stock phrase (benches/constants.md).
const EVIDENCE: i64 = 9 * 1024;
/// How much more it must be than the best of all pairs of sentences has by chance (benches/constants.md).
const BEYOND_CHANCE: i64 = 2 * 1024;
/// How much more shared words need to be shown as a repeat (benches/constants.md).
const ECHO: i64 = 5 * 1024;
/// From this many words on, a clause needs only half the evidence; from the second figure on, none (benches/constants.md).
const LONG: usize = 8;
const VERY_LONG: usize = 11;
/// If the shared words are this percentage of both sentences, they need no other evidence (benches/constants.md).
const MOST: usize = 60;
/// A score that few counterparts reach (defined).
pub(super) const HEAVY: u64 = 1 << 20;

/// Joins runs into clauses, and keeps those that are significant: each with its best counterpart, repeats as echoes.
///
/// Takes `LOOK_BACK` steps for each run, and the time to sort the clauses.
pub(super) fn clauses(words: &Words, telling: &Telling, mut runs: Vec<Run>, cancel: &Cancel) -> Vec<Clause> {
    let mut candidates = Vec::new();
    sort(&mut runs, |run| u64::from(sentences(words, run).0), |run| (sentences(words, run), run.at), cancel);
    for group in cancel.watched(runs.chunk_by(|a, b| sentences(words, a) == sentences(words, b))) {
        let group = group.iter().map(|run| {
            let salt = words.salt_of_run(run.at.left..run.at.left + run.words);
            Clause::of(*run, telling.of(run.at, run.words), salt)
        });
        chain(group, &mut candidates, cancel);
    }
    let needed = EVIDENCE.max(telling.chance + BEYOND_CHANCE);
    let lengths = words.rows.as_ref().map(|row| lengths(row, cancel));
    candidates.retain(|clause| says_something(clause, needed) || is_most(words, &lengths, clause));
    let mut kept = best_counterparts(words, candidates, needed + ECHO, cancel);
    in_order(&mut kept, cancel);
    kept
}

/// Sorts clauses by place, the left side first.
pub(super) fn in_order(clauses: &mut Vec<Clause>, cancel: &Cancel) {
    sort(clauses, |clause| clause.start.left as u64, |clause| (clause.start, clause.end), cancel);
}

fn sentences(words: &Words, run: &Run) -> (u32, u32) {
    (words.rows.left[run.at.left].sentence, words.rows.right[run.at.right].sentence)
}

/// The number of visible words of each sentence.
fn lengths(row: &[Word], cancel: &Cancel) -> Vec<u32> {
    let mut lengths = vec![0; row.last().map_or(0, |word| word.sentence as usize + 1)];
    for word in cancel.watched(row) {
        lengths[word.sentence as usize] += 1;
    }
    lengths
}

/// Whether a clause is most of its sentence on both sides. Two sentences that differ in a word or two need no other evidence.
fn is_most(words: &Words, lengths: &Pair<Vec<u32>>, clause: &Clause) -> bool {
    let length = |side: Side| lengths[side][words.rows[side][clause.start[side]].sentence as usize] as usize;
    clause.shared >= WHOLE && Side::BOTH.iter().all(|&side| clause.shared * 100 >= length(side) * MOST)
}

fn says_something(clause: &Clause, evidence: i64) -> bool {
    let needed = if clause.shared >= LONG { evidence / 2 } else { evidence };
    clause.whole || clause.shared >= VERY_LONG || clause.weight.max(clause.evidence) >= needed
}

/// Repeatedly takes the heaviest chain of runs in order from a pair of sentences, until none is left.
fn chain(runs: impl ExactSizeIterator<Item = Clause>, found: &mut Vec<Clause>, cancel: &Cancel) {
    if runs.len() == 1 {
        return found.extend(runs);
    }
    let mut left: Vec<Clause> = runs.collect();
    while !left.is_empty() && !cancel.is_cancelled() {
        let clause = heaviest(&left, cancel);
        left.retain(|run| !run.clashes(&clause));
        found.push(clause);
    }
}

fn heaviest(runs: &[Clause], cancel: &Cancel) -> Clause {
    let mut chains: Vec<Clause> = Vec::with_capacity(runs.len());
    for run in cancel.watched(runs) {
        let from = chains.len().saturating_sub(LOOK_BACK);
        let before = chains[from..].iter().filter(|chain| follows(chain, run)).max_by_key(|chain| chain.weight);
        chains.push(before.map_or(*run, |chain| Clause {
            start: chain.start,
            end: run.end,
            shared: chain.shared + run.shared,
            weight: chain.weight + run.weight,
            evidence: chain.evidence.max(run.evidence),
            whole: false,
            salt: chain.salt.wrapping_add(run.salt) & 0xffff,
            echo: false,
            reworded: false,
        }));
    }
    chains.into_iter().rev().max_by_key(|chain| chain.weight).unwrap_or(runs[0])
}

fn follows(chain: &Clause, run: &Clause) -> bool {
    Side::BOTH.iter().all(|&side| chain.end[side] <= run.start[side] && run.start[side] - chain.end[side] <= GAP)
}

/// Pairs each part with one counterpart, the heaviest first, like greedy string tiling. If one side is already taken, it is an echo; if both
/// are, it says nothing new.
fn best_counterparts(words: &Words, mut candidates: Vec<Clause>, worth_repeating: i64, cancel: &Cancel) -> Vec<Clause> {
    in_order(&mut candidates, cancel);
    let support = support(words, &candidates, cancel);
    let mut ranked: Vec<(i64, Clause)> =
        candidates.into_iter().zip(support).map(|(clause, near)| (score(&clause, near), clause)).collect();
    let lightness = |(score, _): &(i64, Clause)| HEAVY.saturating_sub(score.max(&0).unsigned_abs());
    sort(&mut ranked, lightness, |(score, clause)| (Reverse(*score), rank(clause), clause.end), cancel);
    let mut taken = words.rows.as_ref().map(|row| vec![false; row.len()]);
    let mut kept = Vec::new();
    for (_, mut clause) in cancel.watched(ranked) {
        let repeats = Pair::from_fn(|side| {
            let stretch = &taken[side][clause.start[side]..clause.end[side]];
            stretch.iter().filter(|taken| **taken).count() * 2 > stretch.len()
        });
        if repeats.left && repeats.right {
            continue;
        }
        clause.echo = repeats.left || repeats.right;
        if clause.echo && !clause.whole && clause.shared < VERY_LONG && clause.weight < worth_repeating {
            continue;
        }
        for side in Side::BOTH {
            taken[side][clause.start[side]..clause.end[side]].fill(true);
        }
        kept.push(clause);
    }
    kept
}

/// Orders counterparts of equal score: the earlier, the nearer to the same place on both sides, and so on, regardless of which side is left.
pub(super) fn rank(clause: &Clause) -> (usize, usize, u32, Pair<usize>) {
    let (left, right) = (clause.start.left, clause.start.right);
    (left + right, left.abs_diff(right), clause.salt, clause.start)
}

/// Weighs a counterpart: its own words, then the run it is part of, then what is around it.
fn score(clause: &Clause, near: i64) -> i64 {
    let own = clause.weight;
    if clause.evidence == i64::MAX {
        return i64::MAX;
    }
    own + clause.evidence.saturating_sub(own).clamp(0, own) / 2 + near.min(own) / 4
}
