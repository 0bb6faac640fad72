//! Finds the facts in which the versions of a statement contradict each other.

use std::ops::Range;

use super::row::{StoryCell, StoryRow};
use crate::collate::appeared::appeared;
use crate::collate::changes::{FactsOf, kinds_of, kinds_of_reworded};
use crate::collate::collation::Class;
use crate::collate::discord::{Discord, HeldAgainst, HeldWording, told_by};
use crate::collate::set::{Place, Wording};
use crate::collate::witness::Witness;
use crate::collate::wordings::worded;
use crate::facts::{ChangeKind, ChangeKinds, FactFinder, Saying};
use crate::text::{Pair, Side};

/// Wordings of a statement that are compared (a limit).
const COMPARED: usize = 64;

/// Compares how those who tell all of a statement word it with the first of them: what tells only a part of it contradicts nothing. Gives
/// the kinds of facts they differ in, with quotations whose words differ, and the numbers, dates and names that are told against each
/// other.
pub(super) fn odds(
    witnesses: &[Witness<'_>],
    finders: &[FactFinder<'_>],
    row: &StoryRow,
) -> (ChangeKinds, Vec<Discord>) {
    let all = |cell: &&StoryCell| matches!(cell.wording, Wording::Exact | Wording::Edited);
    let Some(first) = row.cells.iter().find(all).map(|cell| cell.place) else { return (ChangeKinds::NONE, Vec::new()) };
    if witnesses
        .get(first.article)
        .zip(finders.get(first.article))
        .is_some_and(|(it, finder)| appeared(it.article, finder, first.sentence).is_some())
    {
        return (ChangeKinds::NONE, Vec::new());
    }
    let others = row.cells.iter().map(|cell| HeldAgainst { place: cell.place, clause: !all(&cell) });
    let others: Vec<HeldAgainst> = others.filter(|it| it.place != first).take(COMPARED).collect();
    let mut held = HeldWording::all(witnesses, finders, first, &others);
    let discords = told_by(finders, first, &held);
    // A fact that only one of them tells is no contradiction; a negation is, and so are other words in a quotation.
    let mut differing = held.iter_mut().map(HeldWording::kinds).fold(ChangeKinds::NONE, ChangeKinds::and);
    if !differing.has(ChangeKind::Negation) && is_denied(witnesses, finders, first, &others) {
        differing = differing.and(ChangeKinds::only(ChangeKind::Negation));
    }
    let told = [ChangeKind::Negation, ChangeKind::Quotation].into_iter().filter(|kind| differing.has(*kind));
    let told = told.chain(discords.iter().map(|discord| discord.kind));
    let kinds = told.fold(ChangeKinds::NONE, |kinds, kind| kinds.and(ChangeKinds::only(kind)));
    (kinds, discords)
}

/// Sentences with more or fewer negations than the first that are held against the others, too (chosen).
const HELD: usize = 4;

/// Whether two of those who tell a statement deny each other in much the same words, though neither denies the first: it may go on where
/// they end.
fn is_denied(witnesses: &[Witness<'_>], finders: &[FactFinder<'_>], first: Place, others: &[HeldAgainst]) -> bool {
    let negations = |place: Place| {
        let facts = finders.get(place.article).map(|finder| finder.of_sentence(place.sentence)).unwrap_or_default();
        facts.iter().filter(|fact| fact.says == Saying::Not).count()
    };
    let usual = negations(first);
    let (as_first, odd): (Vec<HeldAgainst>, Vec<HeldAgainst>) =
        others.iter().partition(|it| negations(it.place) == usual);
    odd.iter().take(HELD).any(|odd| {
        let against = as_first.iter().map(|it| HeldAgainst { place: it.place, clause: it.clause || odd.clause });
        let mut held = HeldWording::all(witnesses, finders, odd.place, &against.collect::<Vec<_>>());
        held.iter_mut().any(|held| !held.is_reworded() && held.kinds().has(ChangeKind::Negation))
    })
}

/// Returns in which facts two stretches of words contradict each other, given as indexes into the articles' tokens.
pub fn at_odds(
    witnesses: Pair<Witness<'_>>,
    finders: Pair<&FactFinder<'_>>,
    tokens: Pair<Range<usize>>,
) -> ChangeKinds {
    let mut found = worded(witnesses, tokens.clone());
    let kinds = match found.class {
        Class::Reworded => {
            let passages = Pair::from_fn(|side: Side| FactsOf::new(finders[side], tokens[side].clone()));
            kinds_of_reworded(passages.as_ref())
        }
        Class::Verbatim | Class::Edited => kinds_of(finders, &tokens, &mut found.variants),
    };
    kinds.facts()
}
