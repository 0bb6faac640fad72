//! Odds: whether those who tell a statement contradict each other in a number, a name or a negation.

use std::collections::BTreeSet;

use super::row::{Odds, StoryRow};
use crate::collate::set::{Place, Wording};
use crate::collate::witness::{Seen, Witness};
use crate::text::{Pair, Side, fold};

/// Wordings of a statement that are compared.
const COMPARED: usize = 64;
/// Words that say no.
const NOT: [&str; 8] = ["not", "no", "never", "nobody", "none", "cannot", "neither", "nor"];

/// What a sentence states.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Stated {
    numbers: BTreeSet<String>,
    names: BTreeSet<String>,
    denies: bool,
}

/// Compares how a statement's whole tellers word it: what tells only a part of it contradicts nothing.
pub(super) fn odds(witnesses: &[Witness<'_>], row: &StoryRow) -> Odds {
    let whole = row.cells.iter().filter(|cell| matches!(cell.wording, Wording::Exact | Wording::Edited));
    let stated: BTreeSet<Stated> = whole.take(COMPARED).filter_map(|cell| stated(witnesses, cell.place)).collect();
    let mut odds = Odds::default();
    let all: Vec<&Stated> = stated.iter().collect();
    for (at, one) in all.iter().enumerate() {
        for other in all.iter().skip(at + 1) {
            let found = between(one, other);
            odds.number |= found.number;
            odds.name |= found.name;
            odds.negation |= found.negation;
        }
    }
    odds
}

/// Compares two sentences.
pub fn at_odds(witnesses: Pair<Witness<'_>>, sentences: Pair<usize>) -> Odds {
    let of = |side: Side| {
        let place = Place { article: 0, sentence: sentences[side] };
        stated(&[witnesses[side]], place).unwrap_or_default()
    };
    between(&of(Side::Left), &of(Side::Right))
}

fn between(one: &Stated, other: &Stated) -> Odds {
    Odds {
        number: apart(&one.numbers, &other.numbers),
        name: apart(&one.names, &other.names),
        negation: one.denies != other.denies,
    }
}

fn apart(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    !one.is_subset(other) && !other.is_subset(one)
}

fn stated(witnesses: &[Witness<'_>], place: Place) -> Option<Stated> {
    let witness = *witnesses.get(place.article)?;
    let article = witness.article;
    let seen = Seen::within(witness, article.sentences.get(place.sentence)?.tokens.clone());
    let mut stated = Stated::default();
    for (at, token) in seen.words().iter().enumerate() {
        let word = token.span.of(&article.text);
        if word.contains(char::is_numeric) {
            stated.numbers.insert(fold(word));
        } else if at > 0 && word.starts_with(char::is_uppercase) {
            stated.names.insert(fold(word));
        }
        stated.denies |= NOT.contains(&word.to_lowercase().as_str()) || word.ends_with("n't") || word.ends_with("n’t");
    }
    Some(stated)
}
