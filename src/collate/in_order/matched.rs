//! Matches: turns runs in order into passages with their variants.

use std::ops::Range;

use super::run::Run;
use super::texts::Texts;
use crate::text::{Pair, Side};

/// Words of a sentence from which on it is a change of its own, and not one inside a passage (benches/constants.md).
const SENTENCE: usize = 4;
/// Changed words at an end of a passage that it has at the least, however short it is (benches/constants.md).
const END: usize = 3;

/// A passage of both sides, as words that both have and what differs between, before and behind them.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// Where it stands; inside one paragraph on each side.
    pub range: Pair<Range<usize>>,
    /// The words that both sides have, in order.
    pub runs: Vec<Run>,
}

impl Draft {
    fn of(run: Run) -> Self {
        Self { range: Pair::from_fn(|side| run.at[side]..run.end(side)), runs: vec![run] }
    }

    /// The number of words that both sides have.
    pub fn shared(&self) -> usize {
        self.runs.iter().map(|run| run.words).sum()
    }

    fn takes(&self, change: Pair<usize>) -> bool {
        change.left.max(change.right) <= self.shared().max(END)
    }
}

/// Puts the runs in each pair of paragraphs together, with the words between them that differ. A change goes with the sentence in which it
/// stands; a whole sentence stands alone. `within` are the places the runs stand in, `free` tells which words of them may be taken in.
pub(super) fn drafts(
    texts: &Texts<'_>,
    runs: &[Run],
    within: &Pair<Range<usize>>,
    free: impl Fn(Side, usize) -> bool,
) -> Vec<Draft> {
    let building = Building { texts, free };
    let mut found: Vec<Draft> = Vec::new();
    for run in runs.iter().flat_map(|run| parted(texts, *run)) {
        let start = found
            .last()
            .map_or(within.as_ref().map(|range| range.start), |last| last.range.as_ref().map(|range| range.end));
        let gap = Pair::from_fn(|side| start[side]..run.at[side].max(start[side]));
        let mut next = Draft::of(run);
        match found.last_mut() {
            Some(last) if building.joins(last, &gap, run) => {
                for side in Side::BOTH {
                    last.range[side].end = run.end(side);
                }
                last.runs.push(run);
                continue;
            }
            last => building.share(gap, last, Some(&mut next)),
        }
        found.push(next);
    }
    if let Some(last) = found.last_mut() {
        let gap = Pair::from_fn(|side| last.range[side].end..within[side].end);
        building.share(gap, Some(last), None);
    }
    found
}

/// Cuts a run where a paragraph ends on either side.
fn parted(texts: &Texts<'_>, run: Run) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    let cell = |step: usize| Pair::from_fn(|side| texts.paragraph(side, run.at[side] + step));
    for step in 0..run.words {
        match found.last_mut() {
            Some(last) if cell(step) == cell(step - 1) => last.words += 1,
            _ => found.push(Run { at: run.at.map(|at| at + step), words: 1 }),
        }
    }
    found
}

struct Building<'t, 'a, F> {
    texts: &'t Texts<'a>,
    free: F,
}

impl<F: Fn(Side, usize) -> bool> Building<'_, '_, F> {
    /// Whether a run goes on with a passage over a gap.
    fn joins(&self, last: &Draft, gap: &Pair<Range<usize>>, run: Run) -> bool {
        Side::BOTH.iter().all(|&side| {
            let paragraph = |at: usize| self.texts.paragraph(side, at);
            paragraph(last.range[side].end - 1) == paragraph(run.at[side])
                && gap[side].clone().all(|at| (self.free)(side, at))
                && !self.holds_sentence(side, &gap[side])
        })
    }

    fn holds_sentence(&self, side: Side, gap: &Range<usize>) -> bool {
        let sentence = |at: usize| self.texts.words.rows[side].get(at).map(|word| word.sentence);
        let mut start = gap.start;
        while start < gap.end {
            let end = (start..gap.end).find(|&at| sentence(at) != sentence(start)).unwrap_or(gap.end);
            let opens = start == 0 || sentence(start - 1) != sentence(start);
            if opens && sentence(end) != sentence(start) && end - start >= SENTENCE {
                return true;
            }
            start = end;
        }
        false
    }

    /// The words of a gap to the passages before and behind it, as far as they stand in the same sentences.
    fn share(&self, gap: Pair<Range<usize>>, last: Option<&mut Draft>, next: Option<&mut Draft>) {
        let whole = gap.as_ref().map(Range::len);
        let (mut tail, mut head) = self.ends(&gap, last.as_deref(), next.as_deref(), Unit::Sentence);
        if is_torn(tail, head) {
            let within = self.ends(&gap, last.as_deref(), next.as_deref(), Unit::Paragraph);
            if within.0 == Some(whole) || within.1 == Some(whole) {
                (tail, head) = within;
            }
        }
        let only_next = head == Some(whole) && tail != Some(whole);
        let mut used = Pair::new(0, 0);
        if let (Some(last), Some(tail)) = (last, tail.filter(|_| !only_next))
            && last.takes(tail)
        {
            for side in Side::BOTH {
                last.range[side].end += tail[side];
            }
            used = tail;
        }
        if let (Some(next), Some(head)) = (next, head) {
            let head = Pair::from_fn(|side| head[side].min(whole[side] - used[side]));
            if next.takes(head) {
                for side in Side::BOTH {
                    next.range[side].start -= head[side];
                }
            }
        }
    }

    /// How much of a gap stands in one unit with the passage before it, and with the one behind it.
    fn ends(&self, gap: &Pair<Range<usize>>, last: Option<&Draft>, next: Option<&Draft>, unit: Unit) -> GapEnds {
        let of = |side: Side, at: usize| match unit {
            Unit::Sentence => self.texts.sentence(side, at),
            Unit::Paragraph => self.texts.paragraph(side, at),
        };
        let same =
            |side: Side, near: usize| move |at: &usize| (self.free)(side, *at) && of(side, *at) == of(side, near);
        let tail = last.map(|last| {
            Pair::from_fn(|side| gap[side].clone().take_while(same(side, last.range[side].end - 1)).count())
        });
        let head = next.map(|next| {
            Pair::from_fn(|side| gap[side].clone().rev().take_while(same(side, next.range[side].start)).count())
        });
        (tail, head)
    }
}

/// How much of a gap goes with the passage before it, and with the one behind it.
type GapEnds = (Option<Pair<usize>>, Option<Pair<usize>>);

/// By what a gap goes with a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Sentence,
    Paragraph,
}

/// Whether the old words would go with one passage, and the new ones with the other.
fn is_torn(tail: Option<Pair<usize>>, head: Option<Pair<usize>>) -> bool {
    let (Some(tail), Some(head)) = (tail, head) else { return false };
    let torn = |side: Side| tail[side] > 0 && head[side] == 0 && tail[side.other()] == 0 && head[side.other()] > 0;
    torn(Side::Left) || torn(Side::Right)
}
