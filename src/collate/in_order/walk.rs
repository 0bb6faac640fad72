//! Walking: in repetitive text, shingles locate nothing, so two versions are aligned from run to run.

use super::run::Run;
use crate::text::{Pair, Side};

/// Words put in or left out, at most, from one run to the next (a limit).
const FAR: usize = 200;
/// Words of a run from which on it may be no chance; it needs one more for each word that is put in or left out before it
/// (benches/constants.md).
const LONG: usize = 8;
/// Words from which on a run is surely no chance (benches/constants.md).
const SURE: usize = 24;
/// Words up to which runs are told apart by their length (a limit).
const LOOK: usize = 256;

/// Finds long runs from the beginning on, each the nearest behind the one before, and then from the end backwards, as far as such runs
/// follow each other. Costs at most a few dozen steps a word: what is put in is looked for no farther than the texts are long.
pub(super) fn walked(ids: Pair<&[u32]>) -> Vec<Run> {
    let mut found = forwards(ids);
    let start = found.last().map_or(Pair::new(0, 0), |last| Pair::from_fn(|side| last.end(side)));
    let turned = Pair::from_fn(|side| ids[side][start[side]..].iter().rev().copied().collect::<Vec<u32>>());
    let behind = forwards(turned.as_ref().map(Vec::as_slice));
    let place = |run: Run| Run { at: Pair::from_fn(|side| ids[side].len() - run.end(side)), words: run.words };
    found.extend(behind.into_iter().rev().map(place));
    found
}

fn forwards(ids: Pair<&[u32]>) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    let mut at = Pair::new(0, 0);
    while let Some(run) = next(Pair::from_fn(|side| &ids[side][at[side]..])) {
        let run = run.shifted(at);
        at = Pair::from_fn(|side| run.end(side));
        found.push(run);
    }
    found
}

/// Finds the run that is reached with the fewest words put in and left out (Myers 1986); of several the longest.
fn next(ids: Pair<&[u32]>) -> Option<Run> {
    let far = FAR.min((ids.left.len() + ids.right.len()) / 4);
    // How far the left side is reached on each diagonal; the middle one is where nothing is put in.
    let mut reached: Vec<Option<usize>> = vec![None; 2 * far + 3];
    let middle = far + 1;
    for edits in 0..=far {
        let mut best: Option<Run> = None;
        for diagonal in (middle - edits..=middle + edits).step_by(2) {
            let from = if edits == 0 { Some(0) } else { stepped(&reached, diagonal) };
            let at = from.and_then(|left| Some(Pair::new(left, (left + middle).checked_sub(diagonal)?)));
            let Some(at) = at.filter(|at| at.left <= ids.left.len() && at.right <= ids.right.len()) else {
                reached[diagonal] = None;
                continue;
            };
            let words = alike(ids, at).take(LOOK).count();
            reached[diagonal] = Some(at.left + words);
            if words >= (LONG + edits).min(SURE) && best.is_none_or(|best| words > best.words) {
                best = Some(Run { at, words });
            }
        }
        if let Some(run) = best {
            return Some(Run { words: alike(ids, run.at).count(), ..run });
        }
    }
    None
}

/// How far a diagonal is reached from its neighbours: by a word that only the right side has, or only the left one.
fn stepped(reached: &[Option<usize>], diagonal: usize) -> Option<usize> {
    let added = reached[diagonal + 1];
    let removed = reached[diagonal - 1].map(|left| left + 1);
    added.max(removed)
}

fn alike<'i>(ids: Pair<&'i [u32]>, at: Pair<usize>) -> impl Iterator<Item = ()> + 'i {
    let rest = Pair::from_fn(|side: Side| ids[side][at[side]..].iter());
    rest.left.zip(rest.right).take_while(|(a, b)| a == b).map(|_| ())
}
