//! Units: whole sentences that stand once in each text. They are known again wherever they stand, even those too short for shingles:
//! a headline, a line of a list.

use std::hash::Hasher;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHasher};

use super::anchors::Run;
use super::chain::chain;
use super::moved::{Shift, flag, grouped, whole};
use super::texts::Texts;
use crate::collate::cancel::Cancel;
use crate::text::{Pair, Side};

/// The fewest words of a unit, and what they must say.
const LEAST: usize = 3;
const STRENGTH: usize = 5;

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
    let telling = |range: &Range<usize>| range.len() >= LEAST && texts.strength(range.start, range.len()) >= STRENGTH;
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
        let same = is_free && said(Side::Left, range) == said(Side::Right, &there);
        same.then_some(Run { at: Pair::new(*left, *right), words: range.len() })
    };
    asked.iter().filter_map(unit).collect()
}

/// Gives the sentences of a side, each as its words.
pub(super) fn sentences<'t>(texts: &'t Texts<'_>, side: Side) -> impl Iterator<Item = Range<usize>> + 't {
    let row = &texts.words.rows[side];
    let mut start = 0;
    row.chunk_by(|a, b| a.sentence == b.sentence).map(move |sentence| {
        let range = start..start + sentence.len();
        start = range.end;
        range
    })
}

fn hash(ids: &[u32]) -> u64 {
    let mut hasher = FxHasher::default();
    ids.iter().for_each(|&id| hasher.write_u32(id));
    hasher.write_usize(ids.len());
    hasher.finish()
}
