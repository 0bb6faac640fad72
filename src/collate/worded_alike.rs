//! Short sentences with similar wording: too few words for a significant run, but most of both in the same order.

use std::ops::Range;

use super::clause::{Clause, SharedWords};
use super::stock::names_alone_in_common;
use super::traits::Traits;
use super::witness::Words;
use crate::text::{Pair, Side};

/// Words up to which a sentence is short (benches/constants.md).
const SHORT: usize = 20;
/// The words that both must have in order, and the part of either, in hundredths, that these must be; where it is more, one word less
/// will do (benches/constants.md).
const LEAST: usize = 4;
const MOST: usize = 60;
const ALL_BUT_ONE: usize = 75;

/// An edited match of two short sentences, whole, where most of the words of both are the same in the same order, and not only whom they
/// name.
pub(super) fn worded_alike(words: &Words, traits: &Traits, sentences: &Pair<Range<usize>>) -> Option<Clause> {
    let longest = sentences.left.len().max(sentences.right.len());
    if longest > SHORT {
        return None;
    }
    let ids = Pair::from_fn(|side: Side| {
        words.rows[side][sentences[side].clone()].iter().map(|word| word.id).collect::<Vec<_>>()
    });
    let shared = in_order(&ids.left, &ids.right);
    let is_most = |most: usize| shared * 100 >= longest * most;
    if shared + 1 < LEAST || shared == longest || !is_most(if shared < LEAST { ALL_BUT_ONE } else { MOST }) {
        return None;
    }
    if !is_most(ALL_BUT_ONE) && names_alone_in_common(words, traits, sentences) {
        return None;
    }
    let (start, end) = (sentences.as_ref().map(|range| range.start), sentences.as_ref().map(|range| range.end));
    let weight = |side: Side| -> i64 {
        words.rows[side][sentences[side].clone()].iter().map(|word| words.weights[word.id as usize]).sum()
    };
    let weight = weight(Side::Left).min(weight(Side::Right));
    let clause = Clause::reworded(start, end, SharedWords { count: shared, weight }, words.salt(start, end));
    Some(Clause { reworded: false, ..clause })
}

/// How many words two rows have in common in one order, at the most.
pub(super) fn in_order<W: PartialEq>(left: &[W], right: &[W]) -> usize {
    let mut row = vec![0; right.len() + 1];
    for a in left {
        let mut diagonal = 0;
        for (at, b) in right.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if a == b { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row[right.len()]
}
