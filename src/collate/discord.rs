//! Discords: numbers, dates and names in which articles with the same statement contradict each other.

use super::changes::conflicts_of;
use super::collation::{Class, Variant};
use super::set::{Cluster, Clusters, Place};
use super::verdict::SentenceVerdict;
use super::witness::Witness;
use super::wordings::{Worded, worded};
use crate::article::Article;
use crate::facts::{ChangeKind, Fact, FactFinder};
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
    /// Its first span.
    pub span: Span,
    /// The sentences that have it; the first is the one that contains `span`.
    pub places: Vec<Place>,
    fact: Fact,
}

/// Finds the discords, in the order of the leads. Compares each sentence of a statement with its lead, word by word.
pub fn discords(witnesses: &[Witness<'_>], clusters: &Clusters) -> Vec<Discord> {
    let finders: Vec<FactFinder<'_>> = witnesses.iter().map(|witness| FactFinder::new(witness.article)).collect();
    let others = |cluster: &Cluster| {
        let others = cluster.members.iter().filter(|place| place.article != cluster.lead.article);
        others.map(|place| HeldAgainst { place: *place, clause: false }).collect::<Vec<_>>()
    };
    let told = |cluster: &Cluster| told_by(witnesses, &finders, cluster.lead, &others(cluster));
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
pub(super) fn within_clause(found: &mut Worded, articles: Pair<&Article>) {
    let words = |side: Side, span: Span| span.of(&articles[side].text).split_whitespace().count();
    let few = |variant: &Variant| Side::BOTH.iter().all(|&side| words(side, variant.spans[side]) <= CLAUSE);
    found.variants.retain(|variant| found.class != Class::Reworded && few(variant));
}

/// Finds the discords of one statement: where the others contradict the lead.
pub(super) fn told_by(
    witnesses: &[Witness<'_>],
    finders: &[FactFinder<'_>],
    lead: Place,
    compared: &[HeldAgainst],
) -> Vec<Discord> {
    let others = compared.iter().take(COMPARED).map(|it| it.place);
    let mut found: Vec<Discord> = Vec::new();
    for HeldAgainst { place, clause } in compared.iter().copied().take(COMPARED) {
        for (kind, one, other) in conflicts(witnesses, finders, Pair::new(lead, place), clause) {
            let same = |discord: &&mut Discord| discord.kind == kind && discord.versions[0].span == one.span;
            if !found.iter_mut().any(|discord| same(&discord)) {
                let said = DiscordVersion { span: one.span, places: vec![lead], fact: one.clone() };
                found.push(Discord { lead, kind, versions: vec![said], decided: None });
            }
            let Some(discord) = found.iter_mut().find(same) else { continue };
            match discord.versions.iter_mut().skip(1).find(|version| version.fact.agrees(&other)) {
                Some(version) => version.places.push(place),
                None => discord.versions.push(DiscordVersion { span: other.span, places: vec![place], fact: other }),
            }
        }
    }
    for discord in &mut found {
        for place in others.clone() {
            let spoken = discord.versions.iter().any(|version| version.places.contains(&place));
            let Some(finder) = finders.get(place.article).filter(|_| !spoken) else { continue };
            let lead = &mut discord.versions[0];
            if finder.of_sentence(place.sentence).iter().any(|fact| fact.agrees(&lead.fact)) {
                lead.places.push(place);
            }
        }
    }
    found
}

fn conflicts(
    witnesses: &[Witness<'_>],
    finders: &[FactFinder<'_>],
    places: Pair<Place>,
    clause: bool,
) -> Vec<(ChangeKind, Fact, Fact)> {
    let witness = |place: Place| {
        let witness = witnesses.get(place.article)?;
        let sentence = witness.article.sentences.get(place.sentence)?;
        Some((*witness, finders.get(place.article)?, sentence.tokens.clone()))
    };
    let (Some(left), Some(right)) = (witness(places.left), witness(places.right)) else { return Vec::new() };
    let tokens = Pair::new(left.2, right.2);
    let mut found = worded(Pair::new(left.0, right.0), tokens.clone());
    if clause {
        within_clause(&mut found, Pair::new(left.0.article, right.0.article));
    }
    conflicts_of(Pair::new(left.1, right.1), &tokens, &found.variants)
}
