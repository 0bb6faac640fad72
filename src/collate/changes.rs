//! The kind of each change: number, name, date, negation, quotation, hedging or wording.

use std::ops::Range;

use super::cancel::Cancel;
use super::collation::{Class, Collation, Match, Variant, Weight};
use crate::article::Article;
use crate::facts::{ChangeKind, ChangeKinds, Fact, FactFinder, at_odds, changed, conflicts};
use crate::text::{Pair, Side, Span};

/// Sets the kind of change of each variant of a collation, and the kinds of each match.
///
/// This reads both articles and each match once, which takes about half as long as the collation itself. It is a separate step, for callers
/// that show the kinds.
pub fn tell_kinds(articles: Pair<&Article>, collation: &mut Collation, cancel: &Cancel) {
    let differs = |m: &Match| m.class == Class::Reworded || m.variants.iter().any(|v| v.weight == Weight::Changed);
    let matches = &mut collation.matches;
    if !matches.iter().any(differs) {
        return;
    }
    let finders = articles.map(FactFinder::new);
    for found in cancel.watched(matches).filter(|m| differs(m)) {
        let tokens = Pair::from_fn(|side: Side| found.passages[side].tokens.clone());
        found.kinds = match found.class {
            Class::Reworded => kinds_of_reworded(finders.as_ref(), &tokens),
            Class::Verbatim | Class::Edited => kinds_of(finders.as_ref(), &tokens, &mut found.variants),
        };
    }
}

/// Returns the facts in which two reworded passages contradict each other.
pub(super) fn kinds_of_reworded(finders: Pair<&FactFinder<'_>>, tokens: &Pair<Range<usize>>) -> ChangeKinds {
    let facts = facts(finders, tokens);
    at_odds(facts.as_ref().map(Vec::as_slice), Pair::from_fn(|side: Side| finders[side].span(&tokens[side])))
}

/// Sets the kind of change of each variant between two passages, and returns all kinds. The passages are given as indexes into the words of
/// the articles.
pub fn kinds_of(finders: Pair<&FactFinder<'_>>, tokens: &Pair<Range<usize>>, variants: &mut [Variant]) -> ChangeKinds {
    let mut found: Option<Pair<Vec<Fact>>> = None;
    let mut all = ChangeKinds::NONE;
    for variant in variants.iter_mut().filter(|variant| variant.weight == Weight::Changed) {
        let spans = variant.spans;
        let facts = match Side::BOTH.iter().any(|&side| finders[side].may_be_at(spans[side])) {
            true => found.get_or_insert_with(|| facts(finders, tokens)).as_ref().map(Vec::as_slice),
            false => Pair::new(&[][..], &[][..]),
        };
        variant.kinds = changed(finders, near(facts, spans), spans);
        all = all.and(variant.kinds);
    }
    all
}

/// Returns the numbers, dates and names in which the variants of two passages contradict each other.
pub(super) fn conflicts_of(
    finders: Pair<&FactFinder<'_>>,
    tokens: &Pair<Range<usize>>,
    variants: &[Variant],
) -> Vec<(ChangeKind, Fact, Fact)> {
    let facts = facts(finders, tokens);
    let facts = facts.as_ref().map(Vec::as_slice);
    let changed = variants.iter().filter(|variant| variant.weight == Weight::Changed);
    changed.flat_map(|variant| conflicts(near(facts, variant.spans), variant.spans)).collect()
}

fn facts(finders: Pair<&FactFinder<'_>>, tokens: &Pair<Range<usize>>) -> Pair<Vec<Fact>> {
    Pair::from_fn(|side: Side| finders[side].facts(tokens[side].clone()))
}

/// How many facts on either side of a variant are examined: those of a sentence or two (a limit).
const NEAR: usize = 40;

/// Returns the facts near a variant, so that a text of a single sentence costs no more than others.
fn near(facts: Pair<&[Fact]>, spans: Pair<Span>) -> Pair<&[Fact]> {
    Pair::from_fn(|side: Side| {
        let all = facts[side];
        let (first, last) = (
            all.partition_point(|fact| fact.span.end() < spans[side].start()),
            all.partition_point(|fact| fact.span.start() <= spans[side].end()),
        );
        &all[first.saturating_sub(NEAR)..(last + NEAR).min(all.len())]
    })
}
