//! Finds the facts in which the versions of a statement contradict each other.

use std::ops::Range;

use super::row::StoryRow;
use crate::collate::changes::{kinds_of, kinds_of_reworded};
use crate::collate::collation::Class;
use crate::collate::discord::{Discord, told_by};
use crate::collate::set::{Place, Wording};
use crate::collate::witness::Witness;
use crate::collate::wordings::worded;
use crate::facts::{ChangeKind, ChangeKinds, FactFinder};
use crate::text::Pair;

/// Wordings of a statement that are compared.
const COMPARED: usize = 64;

/// Compares how those who tell all of a statement word it with the first of them: what tells only a part of it contradicts nothing. Gives
/// the kinds of facts they differ in, and the numbers, dates and names that are told against each other.
pub(super) fn odds(
    witnesses: &[Witness<'_>],
    finders: &[FactFinder<'_>],
    row: &StoryRow,
) -> (ChangeKinds, Vec<Discord>) {
    let whole = row.cells.iter().filter(|cell| matches!(cell.wording, Wording::Exact | Wording::Edited));
    let mut told = whole.take(COMPARED).map(|cell| cell.place);
    let Some(first) = told.next() else { return (ChangeKinds::NONE, Vec::new()) };
    let others: Vec<Place> = told.collect();
    let discords = told_by(witnesses, finders, first, others.clone());
    let tokens = |place: Place| {
        let sentences = &witnesses.get(place.article)?.article.sentences;
        Some(sentences.get(place.sentence)?.tokens.clone())
    };
    // A clause has facts of its own around it, but says yes or no to the same.
    let clauses = row.cells.iter().filter(|cell| cell.wording == Wording::Clause).take(COMPARED);
    let clauses = clauses.map(|cell| cell.place).filter(|place| *place != first);
    let mut compared = others.into_iter().chain(clauses).filter_map(|other| {
        let witnesses = Pair::new(*witnesses.get(first.article)?, *witnesses.get(other.article)?);
        let finders = Pair::new(finders.get(first.article)?, finders.get(other.article)?);
        Some(at_odds(witnesses, finders, Pair::new(tokens(first)?, tokens(other)?)))
    });
    // A fact that only one of them tells is no contradiction; a negation is.
    let negated = compared.any(|kinds| kinds.has(ChangeKind::Negation));
    let negation = if negated { ChangeKinds::only(ChangeKind::Negation) } else { ChangeKinds::NONE };
    let kinds = discords.iter().fold(negation, |kinds, discord| kinds.and(ChangeKinds::only(discord.kind)));
    (kinds, discords)
}

/// Tells in which facts two stretches of words contradict each other, given as indexes into the articles' tokens.
pub fn at_odds(
    witnesses: Pair<Witness<'_>>,
    finders: Pair<&FactFinder<'_>>,
    tokens: Pair<Range<usize>>,
) -> ChangeKinds {
    let mut found = worded(witnesses, tokens.clone());
    let kinds = match found.class {
        Class::Reworded => kinds_of_reworded(finders, &tokens),
        Class::Verbatim | Class::Edited => kinds_of(finders, &tokens, &mut found.variants),
    };
    kinds.facts()
}
