//! Partners: pairs the words of a passage with those of the passage on the other side.
//!
//! Every word is used once. What a run pairs with its counterpart is not available to others, so a common word or a topic's name beside a
//! copied passage does not count as shared only because the passage also has it: copied passages keep sharp borders.

use std::ops::Range;

use super::cancel::Cancel;
use super::runs::Run;
use super::witness::Words;
use crate::text::{Pair, Side};

/// A stretch of each side, as ranges of visible words.
pub(super) type Stretch = Pair<Range<usize>>;

/// Finds partners, one stretch after another.
#[derive(Debug)]
pub(super) struct Partners<'a> {
    /// The stem of each visible word, by side.
    stems: Pair<Vec<u32>>,
    weights: &'a [i64],
    /// Words that have no partner yet, by stem; all 0 between two questions.
    lone: Vec<u32>,
    /// Words of a window that may find one; its memory is kept from one question to the next.
    open: Vec<usize>,
    /// The flag at which it breaks off, wherever it is.
    pub cancel: &'a Cancel,
}

impl<'a> Partners<'a> {
    /// Prepares to find partners among `words`, of which each stem has a weight.
    pub fn new(words: &'a Words, weights: &'a [i64], cancel: &'a Cancel) -> Self {
        let stems = words.rows.as_ref().map(|row| row.iter().map(|word| words.stems[word.id as usize]).collect());
        Self { stems, weights, lone: vec![0; weights.len()], open: Vec::new(), cancel }
    }

    /// The stems of a stretch of words.
    pub fn stems(&self, side: Side, range: &Range<usize>) -> &[u32] {
        &self.stems[side][range.clone()]
    }

    /// Tells for each word of a window of `side`, which may be wider than the stretch, whether it has a partner in the other
    /// side's stretch: first the words in runs, then the others from the middle of the stretch outwards. Linear.
    pub fn have(&mut self, side: Side, window: &Range<usize>, stretch: &Stretch, runs: &[Run]) -> Vec<bool> {
        let there = &stretch[side.other()];
        let (mut have, spent) = self.in_runs(side, window, there, runs);
        let Self { stems, lone, open, cancel, .. } = self;
        let (stems, others) = (&stems[side][window.clone()], &stems[side.other()][there.clone()]);
        let mut rest = 0;
        for at in cancel.watched(unmarked(&spent)) {
            lone[others[at] as usize] += 1;
            rest += 1;
        }
        open.clear();
        open.extend(unmarked(&have).filter(|at| lone[stems[*at] as usize] > 0));
        let middle = stretch[side].start + stretch[side].end - 2 * window.start;
        for at in cancel.watched(outwards(open, middle)) {
            if rest == 0 {
                return have;
            }
            let lone = &mut lone[stems[at] as usize];
            if *lone > 0 {
                *lone -= 1;
                rest -= 1;
                have[at] = true;
            }
        }
        unmarked(&spent).for_each(|at| lone[others[at] as usize] = 0);
        have
    }

    /// Tells which words have their partner in a run, and which words of the other side are so spent.
    fn in_runs(&self, side: Side, window: &Range<usize>, there: &Range<usize>, runs: &[Run]) -> (Vec<bool>, Vec<bool>) {
        let (mut have, mut spent) = (vec![false; window.len()], vec![false; there.len()]);
        for run in self.cancel.watched(runs) {
            let (here, other) = (run.at[side], run.at[side.other()]);
            let first = window.start.saturating_sub(here).max(there.start.saturating_sub(other));
            let after = window.end.saturating_sub(here).min(there.end.saturating_sub(other)).min(run.words);
            if first >= after {
                continue;
            }
            have[here + first - window.start..here + after - window.start].fill(true);
            spent[other + first - there.start..other + after - there.start].fill(true);
        }
        (have, spent)
    }

    /// The weight of the stems that both sides of a stretch have, each counted once.
    pub fn evidence(&mut self, stretch: &Stretch) -> i64 {
        for part in self.cancel.parts(&self.stems.left[stretch.left.clone()]) {
            part.iter().for_each(|stem| self.lone[*stem as usize] = 1);
        }
        let mut sum = 0;
        for part in self.cancel.parts(&self.stems.right[stretch.right.clone()]) {
            for stem in part.iter().map(|stem| *stem as usize) {
                if std::mem::take(&mut self.lone[stem]) > 0 {
                    sum += self.weights[stem];
                }
            }
        }
        self.forget(Side::Left, &stretch.left);
        sum
    }

    fn forget(&mut self, side: Side, range: &Range<usize>) {
        for part in self.cancel.parts(&self.stems[side][range.clone()]) {
            part.iter().for_each(|stem| self.lone[*stem as usize] = 0);
        }
    }
}

fn unmarked(marks: &[bool]) -> impl Iterator<Item = usize> {
    marks.iter().enumerate().filter(|(_, marked)| !**marked).map(|(at, _)| at)
}

/// Places, which are in order, from the middle outwards; `middle` is twice the place from which they are counted.
pub(super) fn outwards(places: &[usize], middle: usize) -> impl Iterator<Item = usize> {
    let (mut before, mut after) = places.split_at(places.partition_point(|at| *at < middle / 2));
    let distance = move |at: usize| middle.abs_diff(at * 2 + 2);
    std::iter::from_fn(move || match (before.split_last(), after.split_first()) {
        (Some((&left, rest)), right) if right.is_none_or(|(&right, _)| distance(left) < distance(right)) => {
            before = rest;
            Some(left)
        }
        (_, Some((&right, rest))) => {
            after = rest;
            Some(right)
        }
        _ => None,
    })
}
