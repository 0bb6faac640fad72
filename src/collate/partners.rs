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
    words: &'a Words,
    weights: &'a [i64],
    /// Words that have no partner yet, by stem; all 0 between two questions.
    lone: Vec<u32>,
    /// The flag at which it breaks off, wherever it is.
    pub cancel: &'a Cancel,
}

impl<'a> Partners<'a> {
    /// Prepares to find partners among `words`, of which each stem has a weight.
    pub fn new(words: &'a Words, weights: &'a [i64], cancel: &'a Cancel) -> Self {
        Self { words, weights, lone: vec![0; weights.len()], cancel }
    }

    /// Gives the stem of a word.
    pub fn stem(&self, side: Side, at: usize) -> usize {
        self.words.stems[self.words.rows[side][at].id as usize] as usize
    }

    /// Tells for each word of a window of `side`, which may be wider than the stretch, whether it has a partner in the other
    /// side's stretch: first the words in runs, then the others from the middle of the stretch outwards. Linear.
    pub fn have(&mut self, side: Side, window: &Range<usize>, stretch: &Stretch, runs: &[Run]) -> Vec<bool> {
        let there = &stretch[side.other()];
        for at in self.cancel.watched(there.clone()) {
            let stem = self.stem(side.other(), at);
            self.lone[stem] += 1;
        }
        let mut have = self.in_runs(side, window, there, runs);
        for at in self.cancel.watched(outwards(window, stretch[side].start + stretch[side].end)) {
            let stem = self.stem(side, at);
            if !have[at - window.start] && self.lone[stem] > 0 {
                self.lone[stem] -= 1;
                have[at - window.start] = true;
            }
        }
        self.forget(side.other(), there);
        have
    }

    fn in_runs(&mut self, side: Side, window: &Range<usize>, there: &Range<usize>, runs: &[Run]) -> Vec<bool> {
        let mut have = vec![false; window.len()];
        let mut spent = vec![false; there.len()];
        for run in runs {
            let steps = self.cancel.watched(0..run.words);
            for (a, b) in steps.map(|step| (run.at[side] + step, run.at[side.other()] + step)) {
                if !window.contains(&a) || !there.contains(&b) {
                    continue;
                }
                have[a - window.start] = true;
                if !std::mem::replace(&mut spent[b - there.start], true) {
                    let stem = self.stem(side.other(), b);
                    self.lone[stem] -= 1;
                }
            }
        }
        have
    }

    /// Gives the weight of the stems that both sides of a stretch have, each counted once.
    pub fn evidence(&mut self, stretch: &Stretch) -> i64 {
        for at in self.cancel.watched(stretch.left.clone()) {
            let stem = self.stem(Side::Left, at);
            self.lone[stem] = 1;
        }
        let mut sum = 0;
        for at in self.cancel.watched(stretch.right.clone()) {
            let stem = self.stem(Side::Right, at);
            if std::mem::take(&mut self.lone[stem]) > 0 {
                sum += self.weights[stem];
            }
        }
        self.forget(Side::Left, &stretch.left);
        sum
    }

    fn forget(&mut self, side: Side, range: &Range<usize>) {
        for at in self.cancel.watched(range.clone()) {
            let stem = self.stem(side, at);
            self.lone[stem] = 0;
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
