//! Discords: numbers, dates and names in which articles with the same statement contradict each other.

use std::rc::Rc;

use super::changes::{FactsOf, conflicts_of, kinds_between, kinds_of_reworded};
use super::collation::{Class, Variant, Weight};
use super::set::{Cluster, Clusters, Place};
use super::verdict::SentenceVerdict;
use super::witness::Witness;
use super::wordings::{Worded, worded};
use crate::article::Article;
use crate::facts::{ChangeKind, ChangeKinds, Fact, FactFinder, Frame};
use crate::text::{Pair, Side, Span};

/// The most sentences of one statement that are compared (a limit).
const COMPARED: usize = 64;

/// A fact of a statement in which articles differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discord {
    /// The sentence that represents the statement.
    pub lead: Place,
    /// A number, a date or a name.
    pub kind: ChangeKind,
    /// The versions of it, that of the lead first.
    pub versions: Vec<DiscordVersion>,
    /// What somebody decided of the statement.
    pub decided: Option<SentenceVerdict>,
}

/// One version of the fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiscordVersion {
    /// The sentences that have it; never empty.
    pub by: Vec<DiscordTeller>,
    fact: Fact,
}

/// A sentence that has a version of a fact, in its own words: `12`, `a dozen`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DiscordTeller {
    /// The sentence.
    pub place: Place,
    /// Where it tells the fact.
    pub span: Span,
}

impl DiscordVersion {
    fn new(place: Place, fact: Fact) -> Self {
        Self { by: vec![DiscordTeller { place, span: fact.span }], fact }
    }
}

/// Finds the discords, in the order of the leads. Compares each sentence of a statement with its lead, word by word.
pub fn discords(witnesses: &[Witness<'_>], clusters: &Clusters) -> Vec<Discord> {
    let finders: Vec<FactFinder<'_>> = witnesses.iter().map(|witness| FactFinder::new(witness.article)).collect();
    let others = |cluster: &Cluster| {
        let others = cluster.members.iter().filter(|place| place.article != cluster.lead.article);
        others.map(|place| HeldAgainst { place: *place, clause: false }).collect::<Vec<_>>()
    };
    let told = |cluster: &Cluster| {
        let held = HeldWording::all(witnesses, &finders, cluster.lead, &others(cluster));
        told_by(&finders, cluster.lead, &held)
    };
    clusters.all().iter().flat_map(told).collect()
}

/// A sentence that is compared with the lead.
#[derive(Clone, Copy, Debug)]
pub(super) struct HeldAgainst {
    /// Its place.
    pub place: Place,
    /// Whether it tells only a clause of the statement: then only what differs in a few words beside the same ones counts.
    pub clause: bool,
}

/// Words that differ in a clause at the most where a fact in them counts: `1934`, `will not` (benches/constants.md).
const CLAUSE: usize = 3;

/// Leaves out variants that tell nothing of a sentence that has only a clause of the other: it has facts of its own around that.
fn within_clause(found: &mut Worded, articles: Pair<&Article>) {
    let words = |side: Side, span: Span| span.of(&articles[side].text).split_whitespace().count();
    let few = |variant: &Variant| Side::BOTH.iter().all(|&side| words(side, variant.spans[side]) <= CLAUSE);
    found.variants.retain(|variant| found.class != Class::Reworded && few(variant));
}

/// Words of a clause that stand before a figure on both sides, so that both figures are of the same (benches/constants.md: with two, one more
/// figure is told in 209 sets of articles, and that one is wrong).
const BEFORE: usize = 3;

/// The first words of the longer variants of a sentence that shares a clause, where the clause ends with a figure: `shut for [ten days, the
/// office said]`, `shut for [a week because of …]`.
fn clause_ends(found: &Worded, articles: Pair<&Article>) -> Vec<Variant> {
    let first =
        |side: Side, span: Span| articles[side].tokens.partition_point(|token| token.span.start() < span.start());
    let key = |side: Side, at: usize| articles[side].tokens.get(at).map(|token| token.key);
    let begins = |side: Side, span: Span| {
        let from = first(side, span);
        let within =
            articles[side].tokens.get(from..)?.iter().take(CLAUSE).take_while(|it| it.span.end() <= span.end());
        within.map(|token| token.span).reduce(|a, b| a.join(b))
    };
    let ends = |variant: &&Variant| {
        let from = Pair::from_fn(|side: Side| first(side, variant.spans[side]));
        let before = |back: usize| {
            Some((key(Side::Left, from.left.checked_sub(back)?), key(Side::Right, from.right.checked_sub(back)?)))
        };
        variant.weight == Weight::Changed
            && (1..=BEFORE).all(|back| before(back).is_some_and(|(one, other)| one == other))
    };
    let cut = |variant: &Variant| {
        let spans = Pair::new(begins(Side::Left, variant.spans.left)?, begins(Side::Right, variant.spans.right)?);
        Some(Variant { spans, ..variant.clone() })
    };
    found.variants.iter().filter(ends).filter_map(cut).collect()
}

/// Words of a quotation that both sides have next to those in which it differs: then it is one quotation, cut or changed (chosen).
const KEPT: usize = 3;

/// Whether a sentence that tells only a part of another has a quotation of it with more words, fewer or others.
fn quotes_otherwise(found: &Worded, articles: Pair<&Article>, finders: Pair<&FactFinder<'_>>) -> bool {
    let tokens = |side: Side| &articles[side].tokens;
    let quoted = |side: Side, at: usize| {
        let token = tokens(side).get(at)?;
        finders[side].is_quoted(token.span).then_some(token.key)
    };
    let same = |at: Pair<usize>| {
        let keys = Pair::from_fn(|side: Side| quoted(side, at[side]));
        keys.left.is_some() && keys.left == keys.right
    };
    let differs = |variant: &&Variant| {
        let starts = Pair::from_fn(|side: Side| {
            tokens(side).partition_point(|token| token.span.start() < variant.spans[side].start())
        });
        let ends = Pair::from_fn(|side: Side| {
            tokens(side).partition_point(|token| token.span.start() < variant.spans[side].end()).max(starts[side])
        });
        let inside = |side: Side| (starts[side]..ends[side]).any(|at| quoted(side, at).is_some());
        let before = |back: usize| {
            starts
                .left
                .checked_sub(back)
                .zip(starts.right.checked_sub(back))
                .is_some_and(|(l, r)| same(Pair::new(l, r)))
        };
        (inside(Side::Left) || inside(Side::Right))
            && ((1..=KEPT).all(before) || (0..KEPT).all(|on| same(ends.map(|at| at + on))))
    };
    found.variants.iter().filter(|variant| variant.weight == Weight::Changed).any(|variant| differs(&variant))
}

fn frame_of(worded: &Worded, held: &HeldAgainst) -> Frame {
    let changed = worded.variants.iter().filter(|variant| variant.weight == Weight::Changed).count();
    match worded.class {
        Class::Reworded => Frame::Other,
        _ if held.clause || changed > 1 => Frame::Alike,
        _ => Frame::Same,
    }
}

/// A sentence as it stands to the lead of a statement.
pub(super) struct HeldWording<'f, 'a> {
    /// Its place.
    place: Place,
    /// The words of both that count.
    worded: Worded,
    /// How the words around what differs stand to each other.
    frame: Frame,
    /// Where a clause that both share ends, if it tells only that.
    ends: Vec<Variant>,
    /// Whether it has a quotation of the lead with more words, fewer or others, if it tells only a part of it.
    requoted: bool,
    /// The facts of the lead, and its own.
    facts: Pair<Rc<FactsOf<'f, 'a>>>,
}

impl<'f, 'a> HeldWording<'f, 'a> {
    /// Compares sentences with the lead, word by word; no more than are compared at all.
    pub fn all(
        witnesses: &[Witness<'a>],
        finders: &'f [FactFinder<'a>],
        lead: Place,
        compared: &[HeldAgainst],
    ) -> Vec<Self> {
        let known = |place: Place| {
            let witness = witnesses.get(place.article)?;
            let tokens = witness.article.sentences.get(place.sentence)?.tokens.clone();
            Some((*witness, Rc::new(FactsOf::new(finders.get(place.article)?, tokens.clone())), tokens))
        };
        let Some(one) = known(lead) else { return Vec::new() };
        let held = |it: &HeldAgainst| {
            let other = known(it.place)?;
            let witnesses = Pair::new(one.0, other.0);
            let mut worded = worded(witnesses, Pair::new(one.2.clone(), other.2));
            let frame = frame_of(&worded, it);
            let (mut ends, mut requoted) = (Vec::new(), false);
            if it.clause {
                let articles = witnesses.map(|witness| witness.article);
                let of = finders.get(lead.article).zip(finders.get(it.place.article));
                requoted = of.is_some_and(|(one, other)| quotes_otherwise(&worded, articles, Pair::new(one, other)));
                ends = clause_ends(&worded, articles);
                within_clause(&mut worded, articles);
            }
            Some(Self { place: it.place, worded, frame, ends, requoted, facts: Pair::new(Rc::clone(&one.1), other.1) })
        };
        compared.iter().take(COMPARED).filter_map(held).collect()
    }

    fn facts(&self) -> Pair<&FactsOf<'f, 'a>> {
        self.facts.as_ref().map(Rc::as_ref)
    }

    /// Whether the two have few words in common.
    pub fn is_reworded(&self) -> bool {
        self.worded.class == Class::Reworded
    }

    /// The kinds of changes between the lead and it.
    pub fn kinds(&mut self) -> ChangeKinds {
        let facts = self.facts.as_ref().map(Rc::as_ref);
        let kinds = match self.worded.class {
            Class::Reworded => kinds_of_reworded(facts),
            Class::Verbatim | Class::Edited => kinds_between(facts, &mut self.worded.variants),
        };
        if self.requoted { kinds.and(ChangeKinds::only(ChangeKind::Quotation)) } else { kinds }
    }
}

/// Finds the discords of one statement: where the others contradict the lead.
pub(super) fn told_by(finders: &[FactFinder<'_>], lead: Place, held: &[HeldWording<'_, '_>]) -> Vec<Discord> {
    let mut found: Vec<Discord> = Vec::new();
    for held in held {
        let mut conflicts = conflicts_of(held.facts(), &held.worded.variants, held.frame);
        // What two sentences in other words name is mostly of different things.
        conflicts.retain(|(kind, ..)| !held.is_reworded() || *kind == ChangeKind::Number);
        let at_ends = conflicts_of(held.facts(), &held.ends, Frame::Other).into_iter();
        for (kind, one, other) in at_ends.filter(|(_, one, other)| one.measures_as(other)) {
            if !conflicts.iter().any(|(_, known, _)| known.span == one.span) {
                conflicts.push((kind, one, other));
            }
        }
        for (kind, one, other) in conflicts {
            let span = one.span;
            let same = |discord: &&mut Discord| discord.kind == kind && discord.versions[0].fact.span == span;
            if !found.iter_mut().any(|discord| same(&discord)) {
                found.push(Discord { lead, kind, versions: vec![DiscordVersion::new(lead, one)], decided: None });
            }
            let Some(discord) = found.iter_mut().find(same) else { continue };
            match discord.versions.iter_mut().skip(1).find(|version| version.fact.agrees(&other)) {
                Some(version) => version.by.push(DiscordTeller { place: held.place, span: other.span }),
                None => discord.versions.push(DiscordVersion::new(held.place, other)),
            }
        }
    }
    for discord in &mut found {
        for place in held.iter().map(|held| held.place) {
            let spoken = discord.versions.iter().any(|version| version.by.iter().any(|it| it.place == place));
            let Some(finder) = finders.get(place.article).filter(|_| !spoken) else { continue };
            let lead = &mut discord.versions[0];
            // A number of something else contradicts nothing, but says nothing of this either.
            let says = |fact: &Fact| fact.is_comparable(&lead.fact) && fact.says_all_of(&lead.fact);
            if let Some(fact) = finder.of_sentence(place.sentence).iter().find(|fact| says(fact)) {
                lead.by.push(DiscordTeller { place, span: fact.span });
            }
        }
    }
    found
}
