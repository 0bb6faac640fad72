//! Stock phrases: a few words that any two sentences might share, such as a title, a name or a set phrase.
//!
//! They are recognised by their context: a small part of both sentences, quoted in neither, and not part of a longer run. On 46 labelled
//! pairs of articles, nine of 80 verbatim or edited links were wrong before, and five of 77 are now; one of 72 right statements is lost.

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
const NAMES: usize = 60;
/// Words without a capital that say something, from which on a sentence is no headline (benches/constants.md).
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

/// Whether a clause has nothing but names, numbers, dates, function words and such as only frame what is said.
fn names_alone(words: &Words, traits: &Traits, clause: &Clause) -> bool {
    let says = |side: Side, at: usize| {
        let stem = words.stems[words.rows[side][at].id as usize] as usize;
        traits.of[stem] == Trait::Content && !words.framing[stem]
    };
    // In a headline, where most words have a capital, these tell no name.
    let small = |side: Side| {
        let within = sentence(&words.rows[side], clause.start[side]);
        within.filter(|&at| says(side, at) && traits.names[side][at].is_none()).count() >= SMALL_WORDS
    };
    let by_place = small(Side::Left) && small(Side::Right);
    Side::BOTH.iter().all(|&side| {
        let mut places = clause.start[side]..clause.end[side];
        places.all(|at| !says(side, at) || (by_place && traits.names[side][at].is_some()))
    })
}
