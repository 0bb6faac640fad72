//! Units: whole sentences that occur once in each text. They are recognised wherever they are, even if they are too short for shingles,
//! like a headline or a list line.

use std::hash::Hasher;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHasher};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::chain::chain;
use super::moved::{Shift, flag, grouped, whole};
use super::run::Run;
use super::texts::Texts;
use crate::collate::cancel::Cancel;
use crate::text::{Pair, Side};

/// The fewest words of a unit, and what they must say; a whole paragraph must only have a word that does not merely hold others together
/// (benches/constants.md).
const LEAST: usize = 3;
const STRENGTH: usize = 4;
/// Pairs of sentences of a gap up to which they are compared (a limit).
const MOST: usize = 1 << 20;

/// Finds the units that stand elsewhere, over `anchors` or in a gap between them, among the words that are not `taken`; flags their
/// words, too.
pub(super) fn moved_units(
    texts: &Texts<'_>,
    anchors: &[Run],
    taken: &mut Pair<Vec<bool>>,
    cancel: &Cancel,
) -> Vec<Shift> {
    let gap = |run: &Run, side: Side| anchors.partition_point(|anchor| anchor.at[side] <= run.at[side]);
    let (mut off, at_home): (Vec<Run>, Vec<Run>) =
        units(texts, taken).into_iter().partition(|run| gap(run, Side::Left) != gap(run, Side::Right));
    for near in at_home.chunk_by(|a, b| gap(a, Side::Left) == gap(b, Side::Left)) {
        let kept = chain(near.to_vec());
        off.extend(near.iter().filter(|run| !kept.contains(run)));
    }
    off.sort_by_key(|run| run.at);
    off.iter().for_each(|run| flag(taken, *run, true));
    let mut shifts = Vec::new();
    for group in grouped(off, taken) {
        if cancel.is_cancelled() {
            break;
        }
        shifts.push(whole(texts, group, taken, cancel));
    }
    shifts
}

/// Finds the sentences that stand once on each side and of which no word is taken, in the order of the left side.
fn units(texts: &Texts<'_>, taken: &Pair<Vec<bool>>) -> Vec<Run> {
    let said = |side: Side, range: &Range<usize>| &texts.ids[side][range.clone()];
    let mut places: FxHashMap<u64, Pair<Vec<usize>>> = FxHashMap::default();
    let loose = |range: &Range<usize>| !taken.left[range.clone()].contains(&true);
    let telling = |range: &Range<usize>| {
        let strength = texts.strength(range.start, range.len());
        (range.len() >= LEAST && strength >= STRENGTH)
            || (strength > range.len() && is_paragraph(texts, Side::Left, range))
    };
    let asked: Vec<Range<usize>> =
        sentences(texts, Side::Left).filter(|range| loose(range) && telling(range)).collect();
    for range in &asked {
        places.entry(hash(said(Side::Left, range))).or_default();
    }
    if places.is_empty() {
        return Vec::new();
    }
    for side in Side::BOTH {
        for range in sentences(texts, side) {
            if let Some(found) = places.get_mut(&hash(said(side, &range))) {
                found[side].push(range.start);
            }
        }
    }
    let unit = |range: &Range<usize>| {
        let found = places.get(&hash(said(Side::Left, range)))?;
        let ([left], [right]) = (found.left.as_slice(), found.right.as_slice()) else { return None };
        let there = *right..*right + range.len();
        let is_free = !taken.right.get(there.clone())?.contains(&true);
        let alike = range.len() >= LEAST || is_paragraph(texts, Side::Right, &there);
        let same = is_free && alike && said(Side::Left, range) == said(Side::Right, &there);
        same.then_some(Run { at: Pair::new(*left, *right), words: range.len() })
    };
    asked.iter().filter_map(unit).collect()
}

/// Whether a sentence is a whole paragraph: a headline, a line of a list.
fn is_paragraph(texts: &Texts<'_>, side: Side, range: &Range<usize>) -> bool {
    let row = &texts.words.rows[side];
    let parts = |at: usize| at == 0 || at >= row.len() || row[at].paragraph != row[at - 1].paragraph;
    parts(range.start) && parts(range.end)
}

/// Finds the sentences of a gap that stand whole on both sides, in order: a heading between two paragraphs written anew. Those that hold
/// a word that is `taken` do not count. Where there are too many to compare, none is found.
pub(super) fn kept_units(texts: &Texts<'_>, gap: &Pair<Range<usize>>, taken: &Pair<Vec<bool>>) -> Vec<Run> {
    let within = Pair::from_fn(|side: Side| sentences_in(texts, side, &gap[side], &taken[side]));
    if within.left.is_empty() || within.right.is_empty() || within.left.len() * within.right.len() > MOST {
        return Vec::new();
    }
    let said = Pair::from_fn(|side: Side| {
        within[side].iter().map(|range| &texts.ids[side][range.clone()]).collect::<Vec<&[u32]>>()
    });
    let ops = capture_diff_slices(Algorithm::Myers, &said.left, &said.right);
    let equal = ops.iter().filter(|op| matches!(op, DiffOp::Equal { .. }));
    let pairs = equal.flat_map(|op| op.old_range().zip(op.new_range()));
    pairs
        .map(|(left, right)| {
            let (left, right) = (&within.left[left], &within.right[right]);
            Run { at: Pair::new(left.start, right.start), words: left.len() }
        })
        .collect()
}

/// The sentences that stand whole in a stretch of a side, without a word that is taken.
fn sentences_in(texts: &Texts<'_>, side: Side, stretch: &Range<usize>, taken: &[bool]) -> Vec<Range<usize>> {
    let row = &texts.words.rows[side];
    let opens = |at: usize| at == 0 || at >= row.len() || row[at].sentence != row[at - 1].sentence;
    let mut found = Vec::new();
    let mut start = stretch.start;
    for end in (stretch.start + 1..=stretch.end).filter(|at| opens(*at)) {
        if opens(start) && !taken[start..end].contains(&true) {
            found.push(start..end);
        }
        start = end;
    }
    found
}

/// The sentences of a side, each as its words.
pub(super) fn sentences<'t>(texts: &'t Texts<'_>, side: Side) -> impl Iterator<Item = Range<usize>> + 't {
    let row = &texts.words.rows[side];
    let mut start = 0;
    row.chunk_by(|a, b| a.sentence == b.sentence).map(move |sentence| {
        let range = start..start + sentence.len();
        start = range.end;
        range
    })
}

pub(super) fn hash(ids: &[u32]) -> u64 {
    let mut hasher = FxHasher::default();
    ids.iter().for_each(|&id| hasher.write_u32(id));
    hasher.write_usize(ids.len());
    hasher.finish()
}
