//! Ends of clauses: how much of the two sentences corresponds around the words they share.
//!
//! If the shared words are most of what either sentence has left, or the sentences are similar, both correspond as a whole, and what
//! differs at the ends are variants. Otherwise only the few differing words next to the shared ones are included.

use std::cmp::Reverse;
use std::ops::Range;

use super::cancel::Cancel;
use super::clause::Clause;
use super::clauses::{HEAVY, rank};
use super::sentences::Sentences;
use super::sorting::sort;
use super::witness::Words;
use crate::text::{Pair, Side};

/// How many differing words are always included at an end, and how many of those that only one side has (benches/constants.md).
const FEW: usize = 6;
const EXTRA: usize = 3;
/// The percentage of the rest of a sentence that the shared words must be for all of it to correspond (benches/constants.md).
const MOST: usize = 55;
/// The least similarity of two sentences that correspond as a whole (benches/constants.md).
const ALIKE: f64 = 0.45;

/// Widens clauses to what corresponds, the heaviest first. No clause takes words of another. Takes time linear in the words of the
/// sentences.
pub(super) fn with_ends(words: &Words, sentences: &Sentences<'_>, clauses: &mut [Clause], cancel: &Cancel) {
    let mut taken = words.rows.as_ref().map(|row| vec![false; row.len()]);
    for clause in clauses.iter() {
        mark(&mut taken, clause);
    }
    let mut order: Vec<usize> = (0..clauses.len()).collect();
    let lightness = |&at: &usize| HEAVY.saturating_sub(clauses[at].weight.max(0).unsigned_abs());
    let number = |at: &usize| u64::from(clauses[*at].echo) * 2 * HEAVY + lightness(at);
    let key = |&at: &usize| (clauses[at].echo, Reverse(clauses[at].weight), rank(&clauses[at]), at);
    sort(&mut order, number, key, cancel);
    for at in cancel.watched(order) {
        let clause = &mut clauses[at];
        widen(sentences, &taken, clause);
        clause.salt = words.salt(clause.start, clause.end);
        mark(&mut taken, clause);
    }
}

fn mark(taken: &mut Pair<Vec<bool>>, clause: &Clause) {
    for side in Side::BOTH {
        taken[side][clause.start[side]..clause.end[side]].fill(true);
    }
}

fn widen(sentences: &Sentences<'_>, taken: &Pair<Vec<bool>>, clause: &mut Clause) {
    let at = Pair::from_fn(|side| sentences.at(side, clause.start[side]));
    let (Some(left), Some(right)) = (at.left, at.right) else { return };
    let pair = Pair::new(left, right);
    let open = Pair::from_fn(|side| {
        let sentence = &sentences.bags[side][pair[side]].words;
        open(sentence, &taken[side], clause.start[side]..clause.end[side])
    });
    let whole = Side::BOTH.iter().all(|&side| clause.words(side) * 100 >= open[side].len() * MOST)
        || sentences.cosine(pair) >= ALIKE;
    let few = FEW.min(clause.words(Side::Left).min(clause.words(Side::Right)) / 2);
    let fits = |rest: Pair<usize>| {
        let room = if rest.left == 0 || rest.right == 0 { few.min(EXTRA) } else { few };
        whole || (rest.left <= room && rest.right <= room)
    };
    let before = Pair::from_fn(|side| clause.start[side] - open[side].start);
    let after = Pair::from_fn(|side| open[side].end - clause.end[side]);
    if fits(before) {
        clause.start = Pair::from_fn(|side| open[side].start);
    }
    if fits(after) {
        clause.end = Pair::from_fn(|side| open[side].end);
    }
}

/// Returns what a clause could take of its sentence: itself and the words on both sides up to another clause.
fn open(sentence: &Range<usize>, taken: &[bool], clause: Range<usize>) -> Range<usize> {
    let before = taken[sentence.start..clause.start].iter().rev().take_while(|taken| !**taken).count();
    let after = taken[clause.end..sentence.end].iter().take_while(|taken| !**taken).count();
    clause.start - before..clause.end + after
}
