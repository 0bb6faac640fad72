//! Two wordings of one statement, compared without the articles around them.

use std::ops::Range;

use super::collation::Variant;
use super::variants::compare;
use super::witness::{Seen, Witness};
use crate::text::{Pair, Side, Token};

/// Gives the words in which two stretches of words differ, in order; the stretches are indexes into the articles' tokens, of which what is
/// hidden takes no part.
pub fn variants(witnesses: Pair<Witness<'_>>, tokens: Pair<Range<usize>>) -> Vec<Variant> {
    let seen = Pair::from_fn(|side: Side| Seen::within(witnesses[side], tokens[side].clone()));
    let lacks = |side: Side, token: &Token| seen[side].words().iter().all(|other| other.key != token.key);
    let word = |side: Side, at: usize| &seen[side].words()[at];
    let apart = |at: Pair<usize>| {
        lacks(Side::Right, word(Side::Left, at.left)) && lacks(Side::Left, word(Side::Right, at.right))
    };
    compare(witnesses.map(|witness| witness.article), seen.as_ref(), apart).variants
}
