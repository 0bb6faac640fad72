//! Partners: which words of a stretch have a word of their own in the stretch of the other side.
//!
//! Every word is spent once. What a run pairs with its counterpart explains nothing else, so that a common word or a topic's name
//! beside a copied passage does not count as shared only because the passage has it too: copied passages keep sharp borders.

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
    /// The flag at which it breaks off, wherever it is.
    pub cancel: &'a Cancel,
}

impl<'a> Partners<'a> {
    /// Prepares to find partners among `words`, of which each stem has a weight.
    pub fn new(words: &'a Words, weights: &'a [i64], cancel: &'a Cancel) -> Self {
        let stems = words.rows.as_ref().map(|row| row.iter().map(|word| words.stems[word.id as usize]).collect());
        Self { stems, weights, lone: vec![0; weights.len()], cancel }
    }

    /// Gives the stems of a stretch of words.
    pub fn stems(&self, side: Side, range: &Range<usize>) -> &[u32] {
        &self.stems[side][range.clone()]
    }

    /// Tells for each word of a window of `side`, which may be wider than the stretch, whether it has a partner in the other
    /// side's stretch: first the words in runs, then the others from the middle of the stretch outwards. Linear.
    pub fn have(&mut self, side: Side, window: &Range<usize>, stretch: &Stretch, runs: &[Run]) -> Vec<bool> {
        let there = &stretch[side.other()];
        for part in self.cancel.parts(&self.stems[side.other()][there.clone()]) {
            part.iter().for_each(|stem| self.lone[*stem as usize] += 1);
        }
        let (mut have, spent) = self.in_runs(side, window, there, runs);
        let mut rest = there.len() - spent;
        let stems = &self.stems[side][window.clone()];
        let middle = stretch[side].start + stretch[side].end - 2 * window.start;
        for at in self.cancel.watched(outwards(&(0..window.len()), middle)) {
            if rest == 0 {
                return have;
            }
            let lone = &mut self.lone[stems[at] as usize];
            if !have[at] && *lone > 0 {
                *lone -= 1;
                rest -= 1;
                have[at] = true;
            }
        }
        self.forget(side.other(), there);
        have
    }

    /// Tells which words have their partner in a run, and how many words of the other side are so spent.
    fn in_runs(&mut self, side: Side, window: &Range<usize>, there: &Range<usize>, runs: &[Run]) -> (Vec<bool>, usize) {
        let mut have = vec![false; window.len()];
        let (mut spent, mut count) = (vec![false; there.len()], 0);
        let stems = &self.stems[side.other()][there.clone()];
        for run in self.cancel.watched(runs) {
            let (here, other) = (run.at[side], run.at[side.other()]);
            let first = window.start.saturating_sub(here).max(there.start.saturating_sub(other));
            let after = window.end.saturating_sub(here).min(there.end.saturating_sub(other)).min(run.words);
            if first >= after {
                continue;
            }
            have[here + first - window.start..here + after - window.start].fill(true);
            let paired = other + first - there.start..other + after - there.start;
            for (spent, stem) in spent[paired.clone()].iter_mut().zip(&stems[paired]) {
                let new = !std::mem::replace(spent, true);
                self.lone[*stem as usize] -= u32::from(new);
                count += usize::from(new);
            }
        }
        (have, count)
    }

    /// Gives the weight of the stems that both sides of a stretch have, each counted once.
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

/// Gives the places of a window from the middle outwards; `middle` is twice the place from which they are counted.
pub(super) fn outwards(window: &Range<usize>, middle: usize) -> impl Iterator<Item = usize> {
    let Range { start, end } = *window;
    let mut before = (middle / 2).clamp(start, end);
    let mut after = before;
    std::iter::from_fn(move || {
        let nearer = middle.abs_diff(before * 2) < (after * 2 + 2).abs_diff(middle);
        if before > start && (nearer || after >= end) {
            before -= 1;
            return Some(before);
        }
        after += 1;
        (after <= end).then_some(after - 1)
    })
}
