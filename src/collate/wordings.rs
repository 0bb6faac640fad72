//! Two wordings of one statement, compared without the articles around them.

use std::ops::Range;

use super::collation::{Class, Variant, Weight};
use super::variants::compare;
use super::witness::{Seen, Witness};
use crate::text::{Pair, Side, Token, percent_of};

/// How similar the wording of two sentences is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worded {
    /// The class of the similarity.
    pub class: Class,
    /// The percentage of the words of both that they share.
    pub percent: usize,
    /// The words in which they differ, in order.
    pub variants: Vec<Variant>,
}

/// The percentage of the words of both from which on neither is only a part of the other (chosen).
const NEARLY_ALL: usize = 90;

impl Worded {
    /// Whether the two have nearly all words in common, whatever a third wording has besides.
    pub fn is_nearly_all(&self) -> bool {
        self.class != Class::Reworded && self.percent >= NEARLY_ALL
    }
}

/// Compares two passages, given as indexes into the articles' tokens; hidden words are ignored. Two passages are edited if the other has
/// most of the words of the shorter one.
pub fn worded(witnesses: Pair<Witness<'_>>, tokens: Pair<Range<usize>>) -> Worded {
    if let Some(same) = written_the_same(witnesses, &tokens) {
        return same;
    }
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
    let percent = percent_of(slight * 2, words.left + words.right);
    Worded { class, percent, variants: found.variants }
}

/// Tells at once of two passages that are written the same, where nothing in them is hidden.
fn written_the_same(witnesses: Pair<Witness<'_>>, tokens: &Pair<Range<usize>>) -> Option<Worded> {
    let text = |side: Side| {
        let Witness { article, mask } = witnesses[side];
        let within = article.tokens.get(tokens[side].clone())?;
        let (first, last) = within.first().zip(within.last())?;
        let (span, hidden) = (first.span.join(last.span), mask.hidden());
        let next = hidden.get(hidden.partition_point(|hidden| hidden.span.end() <= span.start()));
        next.is_none_or(|next| !next.span.overlaps(span)).then(|| span.of(&article.text))
    };
    let same = tokens.left.len() == tokens.right.len() && text(Side::Left)? == text(Side::Right)?;
    same.then(|| Worded { class: Class::Verbatim, percent: 100, variants: Vec::new() })
}

/// Whether two passages have the same words, ignoring hidden ones; case, punctuation and spelling variants do not count.
pub fn same_words(witnesses: Pair<Witness<'_>>, tokens: &Pair<Range<usize>>) -> bool {
    let seen = Pair::from_fn(|side: Side| Seen::within(witnesses[side], tokens[side].clone()));
    let keys = |side: Side| seen[side].words().iter().map(|token| token.key);
    keys(Side::Left).eq(keys(Side::Right))
}

/// Returns the words in which two passages differ, in order. The passages are given as indexes into the articles' tokens; hidden words are
/// ignored.
pub fn variants(witnesses: Pair<Witness<'_>>, tokens: Pair<Range<usize>>) -> Vec<Variant> {
    worded(witnesses, tokens).variants
}
