//! The kind of each change: number, name, date, negation, quotation, certainty or wording.

use std::cell::OnceCell;
use std::ops::Range;

use super::cancel::Cancel;
use super::collation::{Class, Collation, Match, Variant, Weight};
use crate::article::Article;
use crate::facts::{ChangeKind, ChangeKinds, Fact, FactFinder, Frame, Saying};
use crate::facts::{at_odds, changed, conflicts, may_be_swapped, stands_near, swapped};
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
            Class::Reworded => {
                let passages = Pair::from_fn(|side: Side| FactsOf::new(&finders[side], tokens[side].clone()));
                kinds_of_reworded(passages.as_ref())
            }
            Class::Verbatim | Class::Edited => kinds_of(finders.as_ref(), &tokens, &mut found.variants),
        };
    }
}

/// The facts of a passage, found when they are first asked for.
pub(super) struct FactsOf<'f, 'a> {
    finder: &'f FactFinder<'a>,
    tokens: Range<usize>,
    found: OnceCell<Vec<Fact>>,
}

impl<'f, 'a> FactsOf<'f, 'a> {
    /// Those of a passage, given as indexes into the words of the article.
    pub fn new(finder: &'f FactFinder<'a>, tokens: Range<usize>) -> Self {
        Self { finder, tokens, found: OnceCell::new() }
    }

    fn all(&self) -> &[Fact] {
        self.found.get_or_init(|| self.finder.facts(self.tokens.clone()))
    }
}

/// Returns the facts in which two reworded passages contradict each other.
pub(super) fn kinds_of_reworded(passages: Pair<&FactsOf<'_, '_>>) -> ChangeKinds {
    let finders = passages.map(|it| it.finder);
    at_odds(finders, passages.map(FactsOf::all), passages.map(|it| it.finder.span(&it.tokens)))
}

/// Sets the kind of change of each variant between two passages, and returns all kinds. The passages are given as indexes into the words of
/// the articles.
pub fn kinds_of(finders: Pair<&FactFinder<'_>>, tokens: &Pair<Range<usize>>, variants: &mut [Variant]) -> ChangeKinds {
    let passages = Pair::from_fn(|side: Side| FactsOf::new(finders[side], tokens[side].clone()));
    kinds_between(passages.as_ref(), variants)
}

/// The same, between passages whose facts may be known already.
pub(super) fn kinds_between(passages: Pair<&FactsOf<'_, '_>>, variants: &mut [Variant]) -> ChangeKinds {
    let finders = passages.map(|it| it.finder);
    for variant in variants.iter_mut().filter(|variant| variant.weight == Weight::Changed) {
        variant.kinds =
            without_near(passages, changed(finders, facts_at(passages, variant.spans), variant.spans), variant.spans);
    }
    for swap in swaps(passages, variants) {
        let name = ChangeKinds::only(ChangeKind::Name);
        for at in swap.variants {
            let Some(variant) = variants.get_mut(at) else { continue };
            variant.kinds = variant.kinds.without(ChangeKind::Wording).and(name);
        }
    }
    let all = variants.iter().fold(ChangeKinds::NONE, |all, variant| all.and(variant.kinds));
    // A number that stands at another place in the other passage is in no variant with its own.
    match passages.left.found.get().zip(passages.right.found.get()) {
        Some(_) => all.and(kinds_of_reworded(passages)),
        None => all,
    }
}

/// Words of a paragraph before and behind a passage in which a number that it lacks is looked for (a limit).
const AROUND: usize = 200;

/// Leaves out numbers and dates that one passage lacks where they stand in the same paragraph: they are told in another place.
fn without_near(passages: Pair<&FactsOf<'_, '_>>, kinds: ChangeKinds, spans: Pair<Span>) -> ChangeKinds {
    let looked_for = [ChangeKind::Number, ChangeKind::Date].into_iter().filter(|kind| kinds.has(*kind));
    let around: OnceCell<Pair<Vec<Fact>>> = OnceCell::new();
    let left = looked_for.fold(kinds, |kinds, kind| {
        let near = around.get_or_init(|| passages.map(facts_around)).as_ref().map(Vec::as_slice);
        match stands_near(kind, passages.map(|it| it.finder), near, spans) {
            true => kinds.without(kind),
            false => kinds,
        }
    });
    if left.is_empty() { ChangeKinds::only(ChangeKind::Wording) } else { left }
}

/// The facts of the paragraph of a passage.
fn facts_around(passage: &FactsOf<'_, '_>) -> Vec<Fact> {
    let article = passage.finder.article();
    let place = article.tokens.get(passage.tokens.start).map_or(0, |token| token.span.start());
    let paragraph = article.paragraphs.get(article.paragraph_id_at(place).0).map_or(0..0, |it| it.tokens.clone());
    let from = paragraph.start.max(passage.tokens.start.saturating_sub(AROUND));
    passage.finder.facts(from..paragraph.end.min(passage.tokens.end + AROUND).max(from))
}

/// Returns the numbers, dates and names in which the variants of two passages contradict each other.
pub(super) fn conflicts_of(
    passages: Pair<&FactsOf<'_, '_>>,
    variants: &[Variant],
    frame: Frame,
) -> Vec<(ChangeKind, Fact, Fact)> {
    let mut found: Vec<(ChangeKind, Fact, Fact)> = Vec::new();
    let changed = variants.iter().filter(|variant| variant.weight == Weight::Changed);
    for variant in changed {
        for conflict in conflicts(facts_at(passages, variant.spans), variant.spans, frame) {
            // Two variants may be of one fact: `[3] March`, `March [5]`.
            let only_moved = both_name(passages, variant.spans, Pair::new(&conflict.1, &conflict.2));
            if !only_moved && !found.contains(&conflict) {
                found.push(conflict);
            }
        }
    }
    let swapped =
        swaps(passages, variants).into_iter().map(|swap| (ChangeKind::Name, swap.first.left, swap.first.right));
    found.extend(swapped);
    found
}

/// Whether both sides have both of two names, so that they may say the same in another order.
fn both_name(passages: Pair<&FactsOf<'_, '_>>, spans: Pair<Span>, facts: Pair<&Fact>) -> bool {
    Side::BOTH.into_iter().all(|side| match &facts[side.other()].says {
        Saying::Called(words) => passages[side].finder.says_words(spans[side], words),
        _ => false,
    })
}

/// Two names that changed places.
struct Swap {
    /// The variants in which they stand.
    variants: Vec<usize>,
    /// Which stands first on each side.
    first: Pair<Fact>,
}

/// Finds names that changed places, in a variant or in two that follow each other.
fn swaps(passages: Pair<&FactsOf<'_, '_>>, variants: &[Variant]) -> Vec<Swap> {
    let finders = passages.map(|it| it.finder);
    let changed: Vec<usize> = (0..variants.len()).filter(|at| variants[*at].weight == Weight::Changed).collect();
    let mut found = Vec::new();
    for both in changed.chunks(1).chain(changed.windows(2)) {
        let [Some(first), Some(last)] = [both.first(), both.last()].map(|at| at.and_then(|at| variants.get(*at)))
        else {
            continue;
        };
        let spans = Pair::from_fn(|side: Side| first.spans[side].join(last.spans[side]));
        if !may_be_swapped(finders, spans) {
            continue;
        }
        if let Some((left, right)) = swapped(finders, facts_at(passages, spans), spans) {
            found.push(Swap { variants: both.to_vec(), first: Pair::new(left, right) });
        }
    }
    found
}

/// The facts of two passages near a variant; none where its words cannot be part of one, which is known at once.
fn facts_at<'p>(passages: Pair<&'p FactsOf<'_, '_>>, spans: Pair<Span>) -> Pair<&'p [Fact]> {
    match Side::BOTH.iter().any(|&side| passages[side].finder.may_be_at(spans[side])) {
        true => near(passages.map(FactsOf::all), spans),
        false => Pair::new(&[], &[]),
    }
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
