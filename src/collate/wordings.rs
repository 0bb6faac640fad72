//! Two wordings of one statement, compared without the articles around them.

use std::ops::Range;

use super::collation::{Class, Variant, Weight};
use super::variants::compare;
use super::witness::{Seen, Witness};
use crate::text::{Pair, Side, Token};

/// How alike two sentences are worded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    /// How alike they are.
    pub class: Class,
    /// Words that both have, of a hundred of both.
    pub percent: usize,
    /// The words in which they differ, in order.
    pub variants: Vec<Variant>,
}

/// Compares two stretches of words, given as indexes into the articles' tokens; hidden words take no part. Edited are two of which the
/// shorter has most of its words in the other.
pub fn worded(witnesses: Pair<Witness<'_>>, tokens: Pair<Range<usize>>) -> Worded {
    let seen = Pair::from_fn(|side: Side| Seen::within(witnesses[side], tokens[side].clone()));
    let lacks = |side: Side, token: &Token| seen[side].words().iter().all(|other| other.key != token.key);
    let word = |side: Side, at: usize| &seen[side].words()[at];
    let apart = |at: Pair<usize>| {
        lacks(Side::Right, word(Side::Left, at.left)) && lacks(Side::Left, word(Side::Right, at.right))
    };
    let found = compare(witnesses.map(|witness| witness.article), seen.as_ref(), apart);
    let words = seen.as_ref().map(|seen| seen.words().len());
    let class = match found.variants.iter().all(|variant| variant.weight != Weight::Changed) {
        true => Class::Verbatim,
        false if found.shared * 2 > words.left.min(words.right) => Class::Edited,
        false => Class::Reworded,
    };
    let slight = if class == Class::Verbatim { words.left.min(words.right) } else { found.shared };
    let percent = (slight * 200).checked_div(words.left + words.right).unwrap_or(0);
    Worded { class, percent, variants: found.variants }
}

/// Whether two stretches of words are the same words, hidden ones left out; case, marks and spelling variants do not count.
pub fn same_words(witnesses: Pair<Witness<'_>>, tokens: &Pair<Range<usize>>) -> bool {
    let seen = Pair::from_fn(|side: Side| Seen::within(witnesses[side], tokens[side].clone()));
    let keys = |side: Side| seen[side].words().iter().map(|token| token.key);
    keys(Side::Left).eq(keys(Side::Right))
}

/// The words in which two stretches of words differ, in order; the stretches are indexes into the articles' tokens, of which what is
/// hidden takes no part.
pub fn variants(witnesses: Pair<Witness<'_>>, tokens: Pair<Range<usize>>) -> Vec<Variant> {
    worded(witnesses, tokens).variants
}
