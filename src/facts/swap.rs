//! Two names that changed places in the same words: `Brand sued Frost`, `Frost sued Brand`.

use super::fact::{Fact, Saying, on};
use super::finder::FactFinder;
use super::lexicon::FactWord;
use crate::text::{Key, Pair, Side, Span, Token};

/// The most words in which two names are looked for that changed places (a limit).
const WORDS: usize = 24;

/// Whether two stretches have the same words in another order, which is known without their facts.
pub fn may_be_swapped(finders: Pair<&FactFinder<'_>>, spans: Pair<Span>) -> bool {
    let words = Pair::from_fn(|side: Side| finders[side].within_span(spans[side]));
    let len = words.left.len();
    if !(3..=WORDS).contains(&len) || len != words.right.len() {
        return false;
    }
    let mut keys = words.map(|words| words.iter().map(|token| token.key).collect::<Vec<Key>>());
    let moved = keys.left != keys.right;
    keys.left.sort_unstable();
    keys.right.sort_unstable();
    moved && keys.left == keys.right
}

/// Returns the names that stand first on the two sides if all that differs is that two names changed places, and that says something else:
/// `Brand met Frost` says the same as `Frost met Brand`, and so does a list in another order.
pub fn swapped(finders: Pair<&FactFinder<'_>>, facts: Pair<&[Fact]>, spans: Pair<Span>) -> Option<(Fact, Fact)> {
    let names = Pair::from_fn(|side: Side| {
        on(facts[side], spans[side]).filter(|fact| matches!(fact.says, Saying::Called(_))).collect::<Vec<&Fact>>()
    });
    let ([one, two], [first, second]) = (&names.left[..], &names.right[..]) else { return None };
    if !one.may_be(second) || !two.may_be(first) || one.may_be(two) {
        return None;
    }
    let named = |side: Side, token: &Token| names[side].iter().any(|name| name.span.overlaps(token.span));
    let rest = |side: Side| {
        let words = finders[side].within_span(spans[side]).iter();
        words.filter(move |token| !named(side, token)).map(|token| token.key)
    };
    if !rest(Side::Left).eq(rest(Side::Right)) {
        return None;
    }
    let finder = finders.left;
    let between = finder.within_span(Span::new(one.span.end(), two.span.start().max(one.span.end())));
    // `in Lesk and in Halvern`: what stands before both parts nothing.
    let before = finder.word_before(one.span.start()).unwrap_or_default();
    let parts = |token: &Token| {
        let word = token.span.of(finder.text());
        let same = [FactWord::Mutual, FactWord::The, FactWord::Article, FactWord::Title];
        word != before && word.chars().all(char::is_alphabetic) && !same.iter().any(|it| finder.is_said(word, *it))
    };
    let knows = ["and", "und"].iter().any(|word| finder.is_said(word, FactWord::Mutual));
    (knows && between.iter().any(parts)).then(|| ((*one).clone(), (*first).clone()))
}
