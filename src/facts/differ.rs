//! In which facts two passages differ.

use super::change_kind::{ChangeKind, ChangeKinds};
use super::fact::{Fact, Saying};
use super::finder::FactFinder;
use crate::text::{Pair, Side, Span, quotations};

/// Bytes over which a fact beside an empty place is looked for: a space, and the mark of a quotation.
const BESIDE: usize = 4;
/// Words that a quotation has at the least: fewer are a term, or a title.
const QUOTED: usize = 3;
/// The kinds that have values to compare.
const VALUES: [ChangeKind; 3] = [ChangeKind::Number, ChangeKind::Date, ChangeKind::Name];

/// Tells what kind of change words that differ are, of which one side may be empty. `facts` are those of both passages and the sentences
/// around them.
pub fn changed(finders: Pair<&FactFinder<'_>>, facts: Pair<&[Fact]>, spans: Pair<Span>) -> ChangeKinds {
    let own = Pair::from_fn(|side: Side| on(facts[side], spans[side]).collect::<Vec<&Fact>>());
    let here = Pair::from_fn(|side: Side| widened(&own, facts, (side, spans)));
    let mut kinds = ChangeKinds::NONE;
    for kind in VALUES {
        if differs(kind, &here, facts) {
            kinds = kinds.and(ChangeKinds::only(kind));
        }
    }
    let says = |side: Side, saying: &Saying| own[side].iter().any(|fact| fact.says == *saying);
    let negates = |side: Side| says(side, &Saying::Not);
    let denies = |side: Side| negates(side) || says(side, &Saying::Unsaid);
    let word = Pair::from_fn(|side: Side| spans[side].of(finders[side].text()));
    let contrary = finders.left.contrary(word.left, word.right) || finders.right.contrary(word.left, word.right);
    if Side::BOTH.iter().any(|&side| negates(side) && !denies(side.other())) || contrary {
        kinds = kinds.and(ChangeKinds::only(ChangeKind::Negation));
    }
    let stance = |side: Side| (says(side, &Saying::Doubt), says(side, &Saying::Firm));
    if stance(Side::Left) != stance(Side::Right) {
        kinds = kinds.and(ChangeKinds::only(ChangeKind::Hedging));
    }
    if Side::BOTH.iter().any(|&side| is_quoted(finders[side].text(), spans[side])) {
        kinds = kinds.and(ChangeKinds::only(ChangeKind::Quotation));
    }
    if kinds.is_empty() { ChangeKinds::only(ChangeKind::Wording) } else { kinds }
}

/// Tells in which kinds of facts two passages contradict each other, however they are worded: each has a number, date or name that the
/// other lacks, or one denies what the other does not.
pub fn at_odds(facts: Pair<&[Fact]>, spans: Pair<Span>) -> ChangeKinds {
    let here = Pair::from_fn(|side: Side| on(facts[side], spans[side]).collect::<Vec<&Fact>>());
    let mut kinds = ChangeKinds::NONE;
    for kind in VALUES {
        let lacking = lacking(kind, &here);
        if Side::BOTH.iter().all(|&side| lacking[side].iter().any(|fact| !fact.is_weak())) {
            kinds = kinds.and(ChangeKinds::only(kind));
        }
    }
    let says = |side: Side, saying: &Saying| here[side].iter().any(|fact| fact.says == *saying);
    let negates = |side: Side| says(side, &Saying::Not);
    let denies = |side: Side| negates(side) || says(side, &Saying::Unsaid);
    if Side::BOTH.iter().any(|&side| negates(side) && !denies(side.other())) {
        kinds = kinds.and(ChangeKinds::only(ChangeKind::Negation));
    }
    kinds
}

/// Gives the facts that overlap a stretch.
fn on(facts: &[Fact], span: Span) -> impl Iterator<Item = &Fact> {
    // Facts do not overlap each other, but for a few that are short.
    let from = facts.partition_point(|fact| fact.span.end() <= span.start());
    let near = facts[from..].iter().take_while(move |fact| fact.span.start() < span.end().max(span.start() + 1));
    near.filter(move |fact| fact.span.overlaps(span) || span.is_empty() && fact.span.start() < span.start())
}

/// Adds what stands beside the words of a side where a fact of the other side goes on over its words: `[one] million`, `million`.
fn widened<'a>(own: &Pair<Vec<&'a Fact>>, facts: Pair<&'a [Fact]>, (side, spans): (Side, Pair<Span>)) -> Vec<&'a Fact> {
    let (other, span) = (side.other(), spans[side]);
    let mut here = own[side].clone();
    for theirs in &own[other] {
        let (before, behind) = (theirs.span.start() < spans[other].start(), theirs.span.end() > spans[other].end());
        let beside = facts[side].iter().filter(|fact| fact.kind() == theirs.kind()).filter(|fact| {
            let ends = before && fact.span.end() <= span.start() && fact.span.end() + BESIDE >= span.start();
            let begins = behind && fact.span.start() >= span.end() && fact.span.start() <= span.end() + BESIDE;
            ends || begins
        });
        for fact in beside {
            if !here.contains(&fact) {
                here.push(fact);
            }
        }
    }
    here
}

/// Gives the facts of a kind that the other side has not.
fn lacking<'a>(kind: ChangeKind, here: &Pair<Vec<&'a Fact>>) -> Pair<Vec<&'a Fact>> {
    let of_kind = Pair::from_fn(|side: Side| {
        here[side].iter().copied().filter(|fact| fact.kind() == Some(kind)).collect::<Vec<&Fact>>()
    });
    Pair::from_fn(|side: Side| {
        let others = &of_kind[side.other()];
        of_kind[side].iter().copied().filter(|fact| !others.iter().any(|other| fact.may_be(other))).collect()
    })
}

fn differs(kind: ChangeKind, here: &Pair<Vec<&Fact>>, facts: Pair<&[Fact]>) -> bool {
    let lacking = lacking(kind, here);
    let strong = |side: Side| lacking[side].iter().any(|fact| !fact.is_weak());
    if lacking.left.is_empty() != lacking.right.is_empty() {
        // What only one has here may stand elsewhere in the other's sentence: it has changed its place.
        let side = if lacking.left.is_empty() { Side::Right } else { Side::Left };
        let elsewhere = |fact: &&Fact| facts[side.other()].iter().any(|other| fact.may_be(other));
        let pronoun = || here[side.other()].iter().any(|fact| fact.says == Saying::Pronoun);
        return lacking[side].iter().any(|fact| !fact.is_weak() && !elsewhere(fact))
            && !(kind == ChangeKind::Name && pronoun());
    }
    strong(Side::Left) || strong(Side::Right)
}

/// Tells whether words stand in a quotation.
fn is_quoted(text: &str, span: Span) -> bool {
    if span.is_empty() {
        return false;
    }
    let around = paragraph(text, span);
    let within = quotations(text, around);
    within.iter().any(|quotation| quotation.overlaps(span) && words(quotation.of(text)) >= QUOTED)
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Bytes on either side within which a quotation is looked for.
const NEAR: usize = 2_000;

/// Gives the lines around a place up to empty ones.
fn paragraph(text: &str, span: Span) -> Span {
    let floor = |at: usize| (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let (from, to) = (floor(span.start().saturating_sub(NEAR)), floor((span.end() + NEAR).min(text.len())));
    let start = text[from..span.start()].rfind("\n\n").map_or(from, |at| from + at);
    let end = text[span.end()..to].find("\n\n").map_or(to, |at| span.end() + at);
    Span::new(start, end)
}
