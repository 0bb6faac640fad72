//! Compares a gap word by word.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::anchors::{Unplaced, in_order};
use super::run::Run;
use super::texts::Texts;
use crate::collate::cancel::Cancel;
use crate::text::{Pair, Side};

/// The shingles by which a gap is looked through, before it is compared word by word (benches/constants.md).
const GRAMS: [usize; 2] = [4, 2];
/// Pairs of words up to which a gap is compared word by word (a limit).
const MOST: usize = 1 << 16;

/// Compares the words at some places, given in order; runs that go over places left out are parted there.
pub(super) fn fine(texts: &Texts<'_>, places: &Pair<Vec<usize>>, cancel: &Cancel) -> Vec<Run> {
    let ids = Pair::from_fn(|side: Side| places[side].iter().map(|&at| texts.ids[side][at]).collect::<Vec<u32>>());
    let ids = ids.as_ref().map(Vec::as_slice);
    let coarse = if pairs(ids) > MOST / 4 { in_order(ids, &GRAMS, Unplaced::Left, cancel) } else { Vec::new() };
    let mut found = Vec::new();
    let mut before = Pair::new(0, 0);
    for run in coarse {
        found.extend(by_word(ids, before, run.at));
        found.push(run);
        before = Pair::from_fn(|side| run.end(side));
    }
    found.extend(by_word(ids, before, ids.map(<[u32]>::len)));
    found.into_iter().flat_map(|run| placed(run, places)).collect()
}

fn pairs(ids: Pair<&[u32]>) -> usize {
    ids.left.len().saturating_mul(ids.right.len())
}

/// Compares a gap word by word, where it is small enough.
fn by_word(ids: Pair<&[u32]>, from: Pair<usize>, to: Pair<usize>) -> Vec<Run> {
    let part = Pair::from_fn(|side| &ids[side][from[side]..to[side]]);
    if pairs(part) == 0 || pairs(part) > MOST {
        return Vec::new();
    }
    let ops = capture_diff_slices(Algorithm::Patience, part.left, part.right);
    let equal = |op: &DiffOp| match *op {
        DiffOp::Equal { old_index, new_index, len } => Some(Run { at: Pair::new(old_index, new_index), words: len }),
        _ => None,
    };
    ops.iter().filter_map(equal).map(|run| run.shifted(from)).collect()
}

/// A run of places as runs of words without a break.
fn placed(run: Run, places: &Pair<Vec<usize>>) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    for step in 0..run.words {
        let at = Pair::from_fn(|side| places[side][run.at[side] + step]);
        match found.last_mut() {
            Some(last) if Pair::from_fn(|side| last.end(side)) == at => last.words += 1,
            _ => found.push(Run { at, words: 1 }),
        }
    }
    found
}
