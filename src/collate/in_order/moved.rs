//! Finds moves: long runs that are out of order.

use std::cmp::Reverse;
use std::ops::Range;

use super::anchors::{Copies, common};
use super::fine::fine;
use super::run::Run;
use super::texts::Texts;
use crate::collate::cancel::Cancel;
use crate::text::{Pair, Side};

/// The shingles by which moved text is found, and the words of which a run still tells something (benches/constants.md).
const GRAM: usize = 6;
const LEAST: usize = 4;
/// Words a side over which two runs are of one passage (benches/constants.md).
const GAP: usize = 12;
/// What the runs of a passage must say (benches/constants.md).
const STRENGTH: usize = 8;

/// A passage that stands elsewhere on the other side.
#[derive(Clone, Debug)]
pub(super) struct Shift {
    /// Where it stands on each side.
    pub range: Pair<Range<usize>>,
    /// The words that both sides of it have, in order.
    pub runs: Vec<Run>,
}

/// Finds what is moved over `anchors`, whose words are `taken`, and flags its words, too.
pub(super) fn moved(texts: &Texts<'_>, anchors: &[Run], taken: &mut Pair<Vec<bool>>, cancel: &Cancel) -> Vec<Shift> {
    let gap = |run: &Run, side: Side| anchors.partition_point(|anchor| anchor.at[side] <= run.at[side]);
    let mut crossing = find_runs(texts, taken, cancel);
    crossing.retain(|run| gap(run, Side::Left) != gap(run, Side::Right));
    let mut claims = claimed(crossing, taken);
    claims.sort_by_key(|run| run.at);
    let mut shifts = Vec::new();
    for group in grouped(claims, taken) {
        if cancel.is_cancelled() {
            break;
        }
        if is_told(texts, &group) {
            shifts.push(whole(texts, group, taken, cancel));
        } else {
            group.iter().for_each(|run| flag(taken, *run, false));
        }
    }
    shifts
}

/// Flags the words of a run, or takes the flags away.
pub(super) fn flag(taken: &mut Pair<Vec<bool>>, run: Run, value: bool) {
    for side in Side::BOTH {
        taken[side][run.at[side]..run.end(side)].fill(value);
    }
}

/// Finds the runs among the words that are not taken.
fn find_runs(texts: &Texts<'_>, taken: &Pair<Vec<bool>>, cancel: &Cancel) -> Vec<Run> {
    let rows = Pair::from_fn(|side| loose(texts, side, &taken[side]));
    let ids = Pair::from_fn(|side: Side| rows[side].iter().map(|(id, _)| *id).collect::<Vec<u32>>());
    let runs = common(ids.as_ref().map(Vec::as_slice), GRAM, Copies::Odd, cancel);
    let place = |run: Run| Run { at: Pair::from_fn(|side| rows[side][run.at[side]].1), words: run.words };
    runs.into_iter().map(place).collect()
}

/// The words that are not taken, with their places; where some are, a number stands between that no word has.
fn loose(texts: &Texts<'_>, side: Side, taken: &[bool]) -> Vec<(u32, usize)> {
    let mut border = if side == Side::Left { u32::MAX } else { u32::MAX - 1 };
    let mut found: Vec<(u32, usize)> = Vec::new();
    for (at, &id) in texts.ids[side].iter().enumerate().filter(|(at, _)| !taken[*at]) {
        if found.last().is_some_and(|(_, before)| before + 1 != at) {
            found.push((border, at));
            border -= 2;
        }
        found.push((id, at));
    }
    found
}

/// Leaves each word to the longest run that asks for it.
fn claimed(mut runs: Vec<Run>, taken: &mut Pair<Vec<bool>>) -> Vec<Run> {
    runs.sort_by_key(|run| (Reverse(run.words), run.at));
    let mut kept = Vec::new();
    for run in runs {
        let is_free = |step: &usize| Side::BOTH.iter().all(|&side| !taken[side][run.at[side] + step]);
        let head = (0..run.words).take_while(|step| !is_free(step)).count();
        let words = (head..run.words).take_while(is_free).count();
        let run = Run { at: run.at.map(|at| at + head), words };
        if words >= LEAST {
            flag(taken, run, true);
            kept.push(run);
        }
    }
    kept
}

/// Puts runs together that are of one passage; `taken` are the words over which none goes.
pub(super) fn grouped(runs: Vec<Run>, taken: &Pair<Vec<bool>>) -> Vec<Vec<Run>> {
    let mut groups: Vec<Vec<Run>> = Vec::new();
    for run in runs {
        let near = |last: &Run| {
            Side::BOTH.iter().all(|&side| {
                let gap = last.end(side)..run.at[side];
                last.end(side) <= run.at[side] && gap.len() <= GAP && !taken[side][gap].contains(&true)
            })
        };
        match groups.last_mut() {
            Some(group) if group.last().is_some_and(near) => group.push(run),
            _ => groups.push(vec![run]),
        }
    }
    groups
}

/// Whether runs are half of the sentences they stand in, on one side at the least: else they are a mere phrase.
fn is_told(texts: &Texts<'_>, group: &[Run]) -> bool {
    let (Some(first), Some(last)) = (group.first(), group.last()) else { return false };
    let words: usize = group.iter().map(|run| run.words).sum();
    let strength: usize = group.iter().map(|run| texts.strength(run.at.left, run.words)).sum();
    let around = |side: Side| {
        let end = after(texts, side, last.end(side) - 1);
        end - before(texts, side, first.at[side])
    };
    strength >= STRENGTH && words * 2 >= around(Side::Left).min(around(Side::Right))
}

/// The first word of the sentence in which a word stands.
fn before(texts: &Texts<'_>, side: Side, at: usize) -> usize {
    let sentence = texts.sentence(side, at);
    at - (1..=at).take_while(|step| texts.sentence(side, at - step) == sentence).count()
}

/// The end of the sentence in which a word stands.
fn after(texts: &Texts<'_>, side: Side, at: usize) -> usize {
    let sentence = texts.sentence(side, at);
    let row = &texts.words.rows[side][at..];
    at + row.iter().take_while(|word| word.sentence == sentence).count()
}

/// Takes the sentences whole in which a group begins and ends, as far as nothing else has their words, and compares what is between.
pub(super) fn whole(texts: &Texts<'_>, group: Vec<Run>, taken: &mut Pair<Vec<bool>>, cancel: &Cancel) -> Shift {
    let (first, last) = (group[0], group[group.len() - 1]);
    let range = Pair::from_fn(|side| {
        let start = before(texts, side, first.at[side]).max(first.at[side].saturating_sub(GAP));
        let end = after(texts, side, last.end(side) - 1).min(last.end(side) + GAP);
        let lead = (start..first.at[side]).rev().take_while(|&at| !taken[side][at]).count();
        let tail = (last.end(side)..end).take_while(|&at| !taken[side][at]).count();
        first.at[side] - lead..last.end(side) + tail
    });
    let mut runs = Vec::new();
    let mut from = range.as_ref().map(|range| range.start);
    for run in group {
        let places = Pair::from_fn(|side| (from[side]..run.at[side]).collect());
        runs.extend(fine(texts, &places, cancel));
        runs.push(run);
        from = Pair::from_fn(|side| run.end(side));
    }
    let places = Pair::from_fn(|side| (from[side]..range[side].end).collect());
    runs.extend(fine(texts, &places, cancel));
    for side in Side::BOTH {
        taken[side][range[side].clone()].fill(true);
    }
    Shift { range, runs }
}
