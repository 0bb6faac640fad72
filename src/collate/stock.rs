//! Stock phrases: a few words that any two sentences might share, such as a title, a name or a set phrase.
//!
//! They are recognised by their context: a small part of both sentences, quoted in neither, and not part of a longer run. On 46 labelled
//! pairs of articles, nine of 80 verbatim or edited links were wrong before, and five of 77 are now; one of 72 right statements is lost.

use std::collections::BTreeSet;
use std::ops::Range;

use super::clause::Clause;
use super::traits::Traits;
use super::witness::{Word, Words};
use super::word_kind::Trait;
use crate::text::{Pair, Side};

/// Words up to which shared words may be a stock phrase (benches/constants.md).
const SHORT: usize = 8;
/// The part of a sentence, in hundredths, below which they are one, and below which names alone are (benches/constants.md).
const SMALL: usize = 25;
const NAMES: usize = 75;
/// The most words of an office that stand before a name, as in `chief executive Tom Reiss` (defined).
const LONGEST: usize = 3;
/// Words without a capital, function words aside, from which on a sentence is no headline (benches/constants.md).
const SMALL_WORDS: usize = 3;
/// Weight, in 1024ths of a nat, from which on they are none, unless they are names alone (benches/constants.md).
const HEAVY: i64 = 13 * 1024;

/// Takes out of clauses those that are nothing but stock phrases, and gives them.
pub(super) fn stock(
    words: &Words,
    traits: &Traits,
    quoted: &Pair<Vec<bool>>,
    clauses: &mut Vec<Clause>,
) -> Vec<Clause> {
    clauses.extract_if(.., |clause| is_stock(words, traits, quoted, clause)).collect()
}

/// Whether a clause is nothing but a stock phrase. Linear in its sentences.
fn is_stock(words: &Words, traits: &Traits, quoted: &Pair<Vec<bool>>, clause: &Clause) -> bool {
    let names_alone = names_alone(words, traits, clause);
    let is_short = clause.shared <= SHORT && (clause.weight < HEAVY || names_alone);
    if !is_short || clause.whole || clause.evidence > clause.weight {
        return false;
    }
    let part = |side: Side| clause.words(side) * 100 / sentence(&words.rows[side], clause.start[side]).len().max(1);
    let part = part(Side::Left).max(part(Side::Right));
    if part >= NAMES || (part >= SMALL && !names_alone) {
        return false;
    }
    names_alone || !Side::BOTH.iter().any(|&side| quoted[side][clause.start[side]..clause.end[side]].contains(&true))
}

/// The visible words of the sentence in which a word stands.
fn sentence(row: &[Word], at: usize) -> Range<usize> {
    let here = row[at].sentence;
    let before = row[..at].iter().rev().take_while(|word| word.sentence == here).count();
    at - before..at + row[at..].iter().take_while(|word| word.sentence == here).count()
}

/// Whether a clause has nothing but names and their offices, numbers, dates, function words and such as only frame what is said.
pub(super) fn names_alone(words: &Words, traits: &Traits, clause: &Clause) -> bool {
    let by_place = tells_names(words, traits, clause.start);
    let is_name = |side, at| !says(words, traits, side, at) || (by_place && is_named(words, traits, side, at));
    let mut sides = Side::BOTH.iter();
    sides.all(|&side| (clause.start[side]..clause.end[side]).all(|at| is_name(side, at)))
}

/// The same of the words that two sentences have in common, anywhere in them.
pub(super) fn names_alone_in_common(words: &Words, traits: &Traits, within: &Pair<Range<usize>>) -> bool {
    let by_place = tells_names(words, traits, within.as_ref().map(|within| within.start));
    let ids = Pair::from_fn(|side: Side| {
        words.rows[side][within[side].clone()].iter().map(|word| word.id).collect::<BTreeSet<u32>>()
    });
    let is_name = |side, at| !says(words, traits, side, at) || (by_place && is_named(words, traits, side, at));
    let mut sides = Side::BOTH.iter();
    sides.all(|&side| {
        let mut common = within[side].clone().filter(|at| ids[side.other()].contains(&words.rows[side][*at].id));
        common.all(|at| is_name(side, at))
    })
}

/// Whether capitals tell names in the two sentences of these words. In a headline, where most words have a capital, they tell none.
fn tells_names(words: &Words, traits: &Traits, at: Pair<usize>) -> bool {
    Side::BOTH.iter().all(|&side| {
        let within = sentence(&words.rows[side], at[side]);
        let small = |at: &usize| kind(words, traits, side, *at) == Trait::Content && traits.names[side][*at].is_none();
        within.filter(small).count() >= SMALL_WORDS
    })
}

/// Whether a word's place tells that it is part of a name or of the office before it.
fn is_named(words: &Words, traits: &Traits, side: Side, at: usize) -> bool {
    traits.names[side][at].is_some() || belongs_to_office(words, traits, side, at)
}

/// Whether a word is part of the office of whoever is named behind it: `coach` and, where nothing that says something stands before it,
/// the word that tells which, as in `Museum director Alice Thorne`.
fn belongs_to_office(words: &Words, traits: &Traits, side: Side, at: usize) -> bool {
    let row = &words.rows[side];
    let stem = |at: usize| words.stems[row[at].id as usize] as usize;
    let is_here = |other: usize| row.get(other).is_some_and(|word| word.sentence == row[at].sentence);
    let is_of_name = |at: usize| {
        let mut behind = (at..at + LONGEST).take_while(|&at| is_here(at) && words.offices[stem(at)]);
        behind.any(|at| is_here(at + 1) && traits.names[side][at + 1].is_some())
    };
    let says = |at: usize| traits.of[stem(at)] == Trait::Content && traits.names[side][at].is_none();
    let begins = || at.checked_sub(1).is_none_or(|before| !is_here(before) || !says(before));
    is_of_name(at) || (is_here(at + 1) && is_of_name(at + 1) && begins())
}

fn says(words: &Words, traits: &Traits, side: Side, at: usize) -> bool {
    let stem = words.stems[words.rows[side][at].id as usize] as usize;
    kind(words, traits, side, at) == Trait::Content && !words.framing[stem]
}

fn kind(words: &Words, traits: &Traits, side: Side, at: usize) -> Trait {
    traits.of[words.stems[words.rows[side][at].id as usize] as usize]
}
