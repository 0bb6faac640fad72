//! Anchors: words that occur once in each of two spans, used as in Bram Cohen's patience diff.
//!
//! A match is at most a sentence, and the setup of `similar` costs more than its search. So short spans are split at their anchors here,
//! and only what is neither equal nor entirely different between two anchors is passed to `similar`.

use std::hash::Hash;

use similar::algorithms::{Capture, Compact, DiffHook, NoFinishHook, Replace, myers};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::text::Pair;

/// Words a side up to which anchors are looked for here: it costs the square (a limit).
pub(super) const FEW: usize = 64;

/// Aligns two stretches as `similar` does by its Patience; where words stand several times it may pair others of them, but no fewer.
pub(super) fn patient<T: Eq + Hash>(old: &[T], new: &[T]) -> Vec<DiffOp> {
    let Some(anchors) = anchors(old, new) else { return capture_diff_slices(Algorithm::Patience, old, new) };
    let mut found = Compact::new(Replace::new(Capture::new()), old, new);
    let Ok(()) = hold(Pair::new(old, new), &anchors, &mut found);
    found.into_inner().into_inner().into_ops()
}

/// The places of the words that stand once in each stretch; none where they are not in one order, or a stretch is long.
fn anchors<T: Eq>(old: &[T], new: &[T]) -> Option<Vec<Pair<usize>>> {
    if old.len() > FEW || new.len() > FEW {
        return None;
    }
    let once = |(at, word): (usize, &T)| {
        let place = only_place(new, word)?;
        only_place(old, word).map(|_| Pair::new(at, place))
    };
    let found: Vec<Pair<usize>> = old.iter().enumerate().filter_map(once).collect();
    found.is_sorted_by(|a, b| a.right < b.right).then_some(found)
}

fn only_place<T: Eq>(words: &[T], word: &T) -> Option<usize> {
    let place = words.iter().position(|other| other == word)?;
    (!words[place + 1..].contains(word)).then_some(place)
}

/// Tells what stands from one anchor to the next, each of which begins what is equal.
fn hold<T: Eq + Hash, D: DiffHook>(words: Pair<&[T]>, anchors: &[Pair<usize>], found: &mut D) -> Result<(), D::Error> {
    let mut from = Pair::new(0, 0);
    for anchor in anchors {
        between(words, from, *anchor, found)?;
        from = *anchor;
    }
    between(words, from, Pair::new(words.left.len(), words.right.len()), found)?;
    found.finish()
}

/// Tells what is equal at the beginning and the end of two stretches, and what is put for what between.
fn between<T: Eq + Hash, D: DiffHook>(
    words: Pair<&[T]>,
    from: Pair<usize>,
    to: Pair<usize>,
    found: &mut D,
) -> Result<(), D::Error> {
    let (old, new) = (&words.left[from.left..to.left], &words.right[from.right..to.right]);
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old, new) = (&old[head..], &new[head..]);
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
    let (old, new) = (&old[..old.len() - tail], &new[..new.len() - tail]);
    let start = from.map(|at| at + head);
    let end = Pair::new(start.left + old.len(), start.right + new.len());
    if head > 0 {
        found.equal(from.left, from.right, head)?;
    }
    if old.iter().any(|word| new.contains(word)) {
        let mut inside = NoFinishHook::new(&mut *found);
        myers::diff(&mut inside, words.left, start.left..end.left, words.right, start.right..end.right)?;
    } else {
        put_for(start, Pair::new(old.len(), new.len()), found)?;
    }
    if tail > 0 { found.equal(end.left, end.right, tail) } else { Ok(()) }
}

/// Tells that so many words are put for so many.
fn put_for<D: DiffHook>(at: Pair<usize>, words: Pair<usize>, found: &mut D) -> Result<(), D::Error> {
    if words.left > 0 {
        found.delete(at.left, words.left, at.right)?;
    }
    if words.right > 0 { found.insert(at.left, at.right, words.right) } else { Ok(()) }
}
