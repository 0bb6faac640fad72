//! Odds: whether those who tell a statement contradict each other in a number, a name or a negation.

use std::collections::BTreeSet;

use super::story::StoryRow;
use crate::collate::set::{Place, Wording};
use crate::collate::witness::{Seen, Witness};
use crate::text::fold;

/// Wordings of a statement that are compared.
const COMPARED: usize = 64;
/// Words that say no.
const NOT: [&str; 8] = ["not", "no", "never", "nobody", "none", "cannot", "neither", "nor"];

/// In what those who tell a statement contradict each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Odds {
    /// Each has a number that the other has not.
    pub number: bool,
    /// Each has a name that the other has not.
    pub name: bool,
    /// One denies what the other says.
    pub negation: bool,
}

impl Odds {
    /// Tells whether there are any.
    pub fn any(self) -> bool {
        self.number || self.name || self.negation
    }

    /// Gives the mark of each, and its name.
    pub fn named(self) -> impl Iterator<Item = (char, &'static str)> {
        let all = [(self.negation, '¬', "negation"), (self.number, '#', "number"), (self.name, 'N', "name")];
        all.into_iter().filter(|(is, ..)| *is).map(|(_, mark, name)| (mark, name))
    }
}

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
            odds.number |= apart(&one.numbers, &other.numbers);
            odds.name |= apart(&one.names, &other.names);
            odds.negation |= one.denies != other.denies;
        }
    }
    odds
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
