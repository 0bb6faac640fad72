//! Two wordings of one statement, compared without the articles around them.

use std::ops::Range;

use super::collation::Variant;
use super::variants::compare;
use crate::article::Article;
use crate::text::{Pair, Side, Token};

/// Gives the words in which two stretches of words differ, in order; the stretches are indexes into the articles' tokens.
pub fn variants(articles: Pair<&Article>, tokens: Pair<Range<usize>>) -> Vec<Variant> {
    let stretch = |side: Side| articles[side].tokens.get(tokens[side].clone()).unwrap_or_default();
    let stretches: Pair<&[Token]> = Pair::from_fn(stretch);
    let lacks = |side: Side, token: &Token| stretches[side].iter().all(|other| other.key != token.key);
    let apart =
        |at: Pair<usize>| lacks(Side::Right, &stretches.left[at.left]) && lacks(Side::Left, &stretches.right[at.right]);
    compare(articles, stretches, apart).variants
}
