//! Borders of regions: where a passage that says the same on both sides begins and ends.
//!
//! A word with a partner on the other side counts for the region by its weight. A word without one counts against it, and more so if such
//! words are rare in the region: a gap in a copied passage means more than one in a paraphrase. It never counts more than a fixed amount,
//! because a missing rare word means no more than a missing common one. The heaviest span of each side is found in turn for the span of
//! the other, and its ends are moved to sentence ends, unless a run ends there.

use std::ops::Range;

use super::partners::{Partners, Stretch};
use super::runs::Run;
use super::sentences::Sentences;
use crate::text::{Pair, Side};

/// Words by which a stretch may grow at either end at a time (benches/constants.md).
pub(super) const ROOM: usize = 60;
/// Times that the borders are looked for; they mostly stay where they are from the second on (a limit).
const TIMES: usize = 4;
/// The least and the most, in 1024ths of a nat, that a word without a partner speaks against a stretch. On the test corpus of PAN 2013
/// (5,185 pairs, `IN_COMMON` .15) these give a plagdet of .9237, against .9216 with 1,233 (`-ln 0.3`) and 4,096 (benches/constants.md).
const AGAINST: (i64, i64) = (1_000, 3_000);

/// Brings the borders of a stretch to where most of what stands in it is shared; none where nothing is.
///
/// Linear in its words, `ROOM`, and the words of `runs`, which are the runs that begin in it.
pub(super) fn settle(
    partners: &mut Partners<'_>,
    sentences: &Sentences<'_>,
    stretch: Stretch,
    runs: &[Run],
) -> Option<Stretch> {
    let mut stretch = stretch;
    for _ in 0..TIMES {
        let next = Pair::from_fn(|side| heaviest(partners, sentences, side, RunsWithin { stretch: &stretch, runs }));
        if next.left.is_empty() || next.right.is_empty() {
            return None;
        }
        if next == stretch {
            break;
        }
        stretch = next;
    }
    Some(Pair::from_fn(|side| rounded(sentences, side, stretch[side].clone(), runs)))
}

/// A stretch, and the runs that begin in it.
#[derive(Clone, Copy)]
struct RunsWithin<'a> {
    stretch: &'a Stretch,
    runs: &'a [Run],
}

/// The heaviest stretch of one side.
fn heaviest(
    partners: &mut Partners<'_>,
    sentences: &Sentences<'_>,
    side: Side,
    within: RunsWithin<'_>,
) -> Range<usize> {
    let RunsWithin { stretch, runs } = within;
    let core = &stretch[side];
    let words = sentences.bags[side].last().map_or(0, |bag| bag.words.end);
    let window = core.start.saturating_sub(ROOM)..(core.end + ROOM).min(words);
    let have = partners.have(side, &window, stretch, runs);
    let against = against(&have[core.start - window.start..core.end - window.start]);
    let (mut sum, mut start, mut most, mut found) = (0, window.start, 0, window.start..window.start);
    let stems = partners.stems(side, &window);
    for ((at, stem), has) in partners.cancel.watched(window.zip(stems).zip(have)) {
        let weight = sentences.weights[*stem as usize];
        sum += if has { weight } else { -weight.min(against) };
        if sum > most {
            most = sum;
            found = start..at + 1;
        }
        if sum <= 0 {
            sum = 0;
            start = at + 1;
        }
    }
    found
}

/// How much a word without a partner speaks against a stretch, from how many of them it has.
fn against(have: &[bool]) -> i64 {
    let lone = have.iter().filter(|has| !**has).count();
    let share = (lone + 1) as f64 / (have.len() + 2) as f64;
    ((-share.ln() * 1024.0) as i64).clamp(AGAINST.0, AGAINST.1)
}

/// Takes the sentence at either end whole where most of it is in, and leaves it out where most is not. A run's end stays.
fn rounded(sentences: &Sentences<'_>, side: Side, range: Range<usize>, runs: &[Run]) -> Range<usize> {
    let (Some(first), Some(last)) = (sentences.at(side, range.start), sentences.at(side, range.end - 1)) else {
        return range;
    };
    let (first, last) = (&sentences.bags[side][first].words, &sentences.bags[side][last].words);
    let start = if runs.iter().any(|run| run.at[side] == range.start) {
        range.start
    } else if (first.end.min(range.end) - range.start) * 2 >= first.len() {
        first.start
    } else {
        first.end
    };
    let end = if runs.iter().any(|run| run.at[side] + run.words == range.end) {
        range.end
    } else if (range.end - last.start.max(range.start)) * 2 >= last.len() {
        last.end
    } else {
        last.start
    };
    if start < end { start..end } else { range }
}
