//! Finds the facts in which the versions of a statement contradict each other.

use std::ops::Range;

use super::row::StoryRow;
use crate::article::Article;
use crate::collate::changes::{kinds_of, kinds_of_reworded};
use crate::collate::collation::Class;
use crate::collate::discord::{Discord, told_by};
use crate::collate::set::{Place, Wording};
use crate::collate::witness::Witness;
use crate::collate::wordings::{Worded, worded};
use crate::facts::{ChangeKind, ChangeKinds, FactFinder};
use crate::text::{Pair, Side, Span};

/// Wordings of a statement that are compared.
const COMPARED: usize = 64;
/// Words that differ in a clause at the most where a negation among them is told: `does`, `will not`.
const CLAUSE: usize = 3;

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
    // A clause has facts of its own around it, but says yes or no to the same, where little else differs beside the negation.
    let clauses = row.cells.iter().filter(|cell| cell.wording == Wording::Clause).take(COMPARED);
    let clauses = clauses.map(|cell| (cell.place, CLAUSE)).filter(|(place, _)| *place != first);
    let mut compared =
        others.into_iter().map(|place| (place, usize::MAX)).chain(clauses).filter_map(|(other, most)| {
            let witnesses = Pair::new(*witnesses.get(first.article)?, *witnesses.get(other.article)?);
            let finders = Pair::new(finders.get(first.article)?, finders.get(other.article)?);
            let mut found = worded(witnesses, Pair::new(tokens(first)?, tokens(other)?));
            found.variants.retain(|variant| {
                Side::BOTH.iter().all(|&side| words_of(witnesses[side].article, variant.spans[side]) <= most)
            });
            Some(kinds_in(&mut found, finders, Pair::new(tokens(first)?, tokens(other)?)))
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
    kinds_in(&mut found, finders, tokens)
}

fn kinds_in(found: &mut Worded, finders: Pair<&FactFinder<'_>>, tokens: Pair<Range<usize>>) -> ChangeKinds {
    let kinds = match found.class {
        Class::Reworded => kinds_of_reworded(finders, &tokens),
        Class::Verbatim | Class::Edited => kinds_of(finders, &tokens, &mut found.variants),
    };
    kinds.facts()
}

fn words_of(article: &Article, span: Span) -> usize {
    span.of(&article.text).split_whitespace().count()
}
