//! What kind of change each variant is: number, name, date, negation, quotation, hedging, or mere wording.

use std::ops::Range;

use super::cancel::Cancel;
use super::collation::{Class, Match, Variant, Weight};
use crate::article::Article;
use crate::facts::{ChangeKinds, Fact, FactFinder, at_odds, changed};
use crate::text::{Pair, Side, Span};

/// Says of each variant what kind of change it is, and of each match what kinds it has. Reads both articles once, and each match once.
pub(super) fn tell_kinds(articles: Pair<&Article>, matches: &mut [Match], cancel: &Cancel) {
    let differs = |m: &Match| m.class == Class::Reworded || m.variants.iter().any(|v| v.weight == Weight::Changed);
    if !matches.iter().any(differs) {
        return;
    }
    let finders = articles.map(FactFinder::new);
    for found in cancel.watched(matches).filter(|m| differs(m)) {
        let tokens = Pair::from_fn(|side: Side| found.passages[side].tokens.clone());
        if found.class == Class::Reworded {
            let facts = facts(finders.as_ref(), &tokens);
            let facts = facts.as_ref().map(Vec::as_slice);
            found.kinds = at_odds(facts, found.passages.as_ref().map(|passage| passage.span));
        } else {
            found.kinds = kinds_of(finders.as_ref(), &tokens, &mut found.variants);
        }
    }
}

/// Says of each variant between two passages what kind of change it is, and gives all kinds; the passages are told by their words, as
/// indexes into the articles'.
pub fn kinds_of(finders: Pair<&FactFinder<'_>>, tokens: &Pair<Range<usize>>, variants: &mut [Variant]) -> ChangeKinds {
    let facts = facts(finders, tokens);
    let facts = facts.as_ref().map(Vec::as_slice);
    let mut all = ChangeKinds::NONE;
    for variant in variants.iter_mut().filter(|variant| variant.weight == Weight::Changed) {
        variant.kinds = changed(finders, near(facts, variant.spans), variant.spans);
        all = all.and(variant.kinds);
    }
    all
}

fn facts(finders: Pair<&FactFinder<'_>>, tokens: &Pair<Range<usize>>) -> Pair<Vec<Fact>> {
    Pair::from_fn(|side: Side| finders[side].facts(tokens[side].clone()))
}

/// Facts on either side of a variant that are looked at: those of a sentence or two.
const NEAR: usize = 40;

/// Gives the facts near a variant, so that a text in a single sentence costs no more than others.
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
