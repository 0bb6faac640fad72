//! Reworded statements: sentences of both sides that say the same in other words.
//!
//! A rule fitted on labelled articles sums up the features of two sentences: how similar their words are, whether either has a better
//! counterpart, whether their neighbours are similar too, whom they name, how much of them is quoted, where they are in their articles, and
//! whether only one denies.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::alike::{Alike, Likeness, ONE};
use super::by_letters::{has_words, is_by_letters};
use super::cancel::Cancel;
use super::clause::{Clause, SharedWords};
use super::fitted::{DENIED, Features, LACKING, LIKENESS, NAMES_ALONE, QUOTED, at_most, verdict};
use super::kindred::Kindred;
use super::known::Known;
use super::namesakes::Namesakes;
use super::parting::parted;
use super::pieces::pieces;
use super::sentence_properties::{SentenceProperties, look_at};
use super::sentences::Sentences;
use super::stock::names_alone;
use super::word_kind::Trait;
use super::worded_alike::worded_alike;
use crate::text::{Pair, Side};

/// The least likeness of two sentences that are looked at, in 1024ths, and the stems they must share that say something
/// (benches/constants.md).
const LEAST: i64 = 41;
const IN_COMMON: usize = 2;
/// The same where they share nothing but names: one name and another are no statement, whatever else speaks for it (benches/constants.md).
const NAMES_IN_COMMON: usize = 3;
/// The same where one is a crosshead that the other does not have whole, and the words up to which one is: two words that any sentence
/// of the story has are no statement, and are all that a crosshead says. Of the links of the wire copy .05 are wrong so, and .07
/// without (benches/constants.md).
const CROSSHEAD_IN_COMMON: usize = 3;
const CROSSHEAD: usize = 4;
/// What is added to the best likeness of a sentence before dividing by it, in 1024ths (benches/constants.md).
const BEST: i64 = 51;
/// The names lacking that are counted at the most (benches/constants.md).
const NAMES: i64 = 3;

/// The sentences of a side up to which neither order nor rivals tell anything, and the likeness that is needed then, in 1024ths
/// (benches/constants.md).
const FEW: usize = 2;
const ALIKE: i64 = 256;

/// Two sentences that may make the same statement.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// The sentences.
    pub pair: Pair<usize>,
    /// What is known of them.
    pub features: Features,
    /// Whether all words of both have matches elsewhere.
    pub settled: bool,
}

/// The sentences among which reworded statements are looked for.
#[derive(Clone, Copy)]
pub(super) struct Prospects<'a> {
    /// What joins some of them already.
    pub clauses: &'a [Clause],
    /// Those that are kin.
    pub kin: &'a [Kindred],
}

/// Finds reworded statements among sentences that are kin and that `clauses` do not join already.
pub(super) fn reworded(known: &Known<'_>, clauses: &[Clause], kin: &[Kindred], cancel: &Cancel) -> Vec<Clause> {
    let few = Side::BOTH.iter().any(|&side| known.sentences.bags[side].len() <= FEW);
    let passes = |features: &Features| match few {
        true if features[NAMES_ALONE] > 0 => -1,
        true => features[LIKENESS] - ALIKE,
        false => verdict(features),
    };
    let mut taken: Vec<(i64, Pair<usize>)> =
        candidates(known, Prospects { clauses, kin }, |features| few || at_most(features) >= 0, cancel)
            .into_iter()
            .filter(|candidate| !is_second_best(known, candidate))
            .map(|candidate| (passes(&candidate.features), candidate.pair))
            .filter(|(verdict, pair)| *verdict >= 0 && !is_lone_name(known, *pair))
            .collect();
    if !taken.is_empty() {
        let namesakes = Namesakes::new(known, cancel);
        taken.retain(|(_, pair)| !namesakes.differ(known, *pair));
    }
    taken.sort_unstable_by_key(|(verdict, pair)| (Reverse(*verdict), *pair));
    let joined = cancel.watched(clauses).filter_map(|clause| joined(known.sentences, clause));
    let links: BTreeSet<(usize, usize)> = joined.chain(taken.iter().map(|(_, pair)| (pair.left, pair.right))).collect();
    let further = pieces(known.sentences, &links, cancel);
    taken.iter().map(|(_, pair)| *pair).chain(further).filter_map(|pair| clause(known, pair)).collect()
}

/// The sentences that are looked at, with what is known of them. What they say beside their words is looked at only where
/// `may_pass` agrees to the other features. Costs the words of each two.
pub(super) fn candidates(
    known: &Known<'_>,
    from: Prospects<'_>,
    may_pass: impl Fn(&Features) -> bool,
    cancel: &Cancel,
) -> Vec<Candidate> {
    let Prospects { clauses, kin } = from;
    let Known { sentences, alike, .. } = *known;
    let mut joined: Vec<(usize, usize)> =
        cancel.watched(clauses).filter_map(|clause| joined(sentences, clause)).collect();
    joined.sort_unstable();
    joined.dedup();
    let stock: BTreeMap<(usize, usize), usize> = stock(known, cancel);
    let matched = matched(known, clauses, cancel);
    let mut best = sentences.bags.as_ref().map(|bags| vec![0i64; bags.len()]);
    let mut found: Vec<(Pair<usize>, Likeness)> = Vec::new();
    let kin = kin.iter().map(|kindred| (kindred.left, kindred.right));
    for (left, right) in cancel.watched(kin.chain(joined.iter().copied())) {
        let pair = Pair::new(left, right);
        let likeness = alike.of(pair);
        for side in Side::BOTH {
            best[side][pair[side]] = best[side][pair[side]].max(likeness.all);
        }
        let telling = likeness.telling.saturating_sub(stock.get(&(left, right)).copied().unwrap_or(0));
        let least = match likeness.beside_names {
            _ if is_crosshead(sentences, pair) => CROSSHEAD_IN_COMMON,
            0 => NAMES_IN_COMMON,
            _ => IN_COMMON,
        };
        let says = likeness.telling >= least && telling > 0 && (!is_by_letters(known, pair) || has_words(known, pair));
        if likeness.all >= LEAST && says && joined.binary_search(&(left, right)).is_err() {
            found.push((pair, likeness));
        }
    }
    let mut kept: Pair<Vec<Option<SentenceProperties>>> = best.as_ref().map(|best| vec![None; best.len()]);
    let each = cancel.watched(found).filter_map(|(pair, likeness)| {
        let counted = best.left[pair.left] + BEST;
        let share = likeness.all.pow(2) * ONE / (counted * (best.right[pair.right] + BEST));
        let mut features = [
            likeness.all,
            likeness.names,
            share,
            neighbours(alike, pair),
            0,
            0,
            0,
            apart(sentences, pair),
            matched.left[pair.left].max(matched.right[pair.right]),
            i64::from(pair == Pair::new(0, 0)) * ONE,
            i64::from(likeness.content == 0) * ONE,
            likeness.rare_names,
            likeness.rare,
        ];
        if !may_pass(&features) {
            return None;
        }
        for side in Side::BOTH {
            let within = sentences.bags[side][pair[side]].words.clone();
            kept[side][pair[side]].get_or_insert_with(|| look_at(known, side, within));
        }
        let said = Pair::new(kept.left[pair.left].as_ref()?, kept.right[pair.right].as_ref()?);
        features[LACKING] = lacking(sentences, pair, said) * ONE;
        features[QUOTED] = (said.left.quoted - said.right.quoted).abs();
        features[DENIED] = i64::from(said.left.denies != said.right.denies) * ONE;
        let settled = Side::BOTH.iter().all(|&side| matched[side][pair[side]] == ONE);
        Some(Candidate { pair, features, settled })
    });
    each.collect()
}

/// Whether one of two sentences is no longer than a crosshead, and the other lacks a word of it.
fn is_crosshead(sentences: &Sentences<'_>, pair: Pair<usize>) -> bool {
    let is_short = |side: &Side| sentences.bags[*side][pair[*side]].words.len() <= CROSSHEAD;
    Side::BOTH.iter().filter(|side| is_short(side)).any(|&side| {
        let stems = sentences.stems(side, pair[side]).len();
        sentences.common(pair).count() < stems
    })
}

/// Whether two sentences share nothing but parts of one name, which is no statement.
fn is_lone_name(known: &Known<'_>, pair: Pair<usize>) -> bool {
    let Known { words, traits, sentences, .. } = *known;
    let is_functional = |stem: u32| traits.of[stem as usize] == Trait::Function;
    let shared: Vec<u32> = sentences.common(pair).map(|(stem, ..)| stem).filter(|stem| !is_functional(*stem)).collect();
    Side::BOTH.iter().any(|&side| {
        let stem = |at: &usize| words.stems[words.rows[side][*at].id as usize];
        let places =
            sentences.bags[side][pair[side]].words.clone().filter(|at| shared.binary_search(&stem(at)).is_ok());
        let mut names: Vec<Option<u32>> = places.map(|at| traits.names[side][at]).collect();
        names.dedup();
        names.len() == 1 && names[0].is_some()
    })
}

/// Whether two sentences differ in a few words, but both have better counterparts, as those of a list where only the figures differ.
fn is_second_best(known: &Known<'_>, candidate: &Candidate) -> bool {
    candidate.settled && worded_alike(known.words, known.traits, &words_of(known, candidate.pair)).is_some()
}

/// The words of two sentences.
fn words_of(known: &Known<'_>, pair: Pair<usize>) -> Pair<Range<usize>> {
    Pair::from_fn(|side| known.sentences.bags[side][pair[side]].words.clone())
}

/// The sentences that a clause joins.
fn joined(sentences: &Sentences<'_>, clause: &Clause) -> Option<(usize, usize)> {
    Some((sentences.at(Side::Left, clause.start.left)?, sentences.at(Side::Right, clause.start.right)?))
}

/// How many stems that say something stand in the stock phrases of two sentences.
fn stock(known: &Known<'_>, cancel: &Cancel) -> BTreeMap<(usize, usize), usize> {
    let Known { words, traits, sentences, .. } = *known;
    let mut found = BTreeMap::new();
    for clause in cancel.watched(known.stock) {
        let row = &words.rows.left[clause.start.left..clause.end.left];
        let stems: BTreeSet<u32> = row.iter().map(|word| words.stems[word.id as usize]).collect();
        let telling = stems.iter().filter(|stem| traits.of[**stem as usize] != Trait::Function).count();
        if let Some(pair) = joined(sentences, clause) {
            *found.entry(pair).or_insert(0) += telling;
        }
    }
    found
}

/// How much of each sentence is matched already, in 1024ths.
fn matched(known: &Known<'_>, clauses: &[Clause], cancel: &Cancel) -> Pair<Vec<i64>> {
    Pair::from_fn(|side| {
        let mut matched = vec![false; known.words.rows[side].len()];
        for clause in cancel.watched(clauses) {
            matched[clause.start[side]..clause.end[side]].fill(true);
        }
        let share = |bag: &super::sentences::Bag| {
            let count = matched[bag.words.clone()].iter().filter(|matched| **matched).count();
            count as i64 * ONE / bag.words.len().max(1) as i64
        };
        known.sentences.bags[side].iter().map(share).collect()
    })
}

/// How alike the sentences before both and behind both are: a story told anew keeps much of its order.
fn neighbours(alike: &Alike<'_>, pair: Pair<usize>) -> i64 {
    let before = match (pair.left.checked_sub(1), pair.right.checked_sub(1)) {
        (Some(left), Some(right)) => alike.all(Pair::new(left, right)),
        _ => 0,
    };
    before + alike.all(pair.map(|at| at + 1))
}

/// How many names of one sentence the other lacks, on the side on which it is the fewer.
fn lacking(sentences: &Sentences<'_>, pair: Pair<usize>, said: Pair<&SentenceProperties>) -> i64 {
    let lacks = |side: Side| {
        let has = |stem: &u32| sentences.has(side.other(), pair[side.other()], *stem);
        said[side].names.iter().filter(|stem| !has(stem)).count() as i64
    };
    lacks(Side::Left).min(lacks(Side::Right)).min(NAMES)
}

/// By how many sentences two stand apart in their articles, drawn out to one length, as a logarithm in 1024ths.
fn apart(sentences: &Sentences<'_>, pair: Pair<usize>) -> i64 {
    let last = Pair::from_fn(|side| sentences.bags[side].len().saturating_sub(1).max(1) as i64);
    let crossed = (pair.left as i64 * last.right).abs_diff(pair.right as i64 * last.left);
    let steps = crossed as f64 * (last.left.max(last.right) + 1) as f64 / (last.left * last.right) as f64;
    ((1.0 + steps).ln() * ONE as f64).round() as i64
}

/// Takes of both sentences the clauses in which what they share stands, or both whole where they are worded alike.
fn clause(known: &Known<'_>, pair: Pair<usize>) -> Option<Clause> {
    let Known { words, traits, sentences, .. } = *known;
    if let Some(clause) = worded_alike(words, traits, &words_of(known, pair)) {
        return Some(clause);
    }
    let says = |stem: &u32| traits.of[*stem as usize] != Trait::Function;
    let shared: Vec<u32> = sentences.common(pair).map(|(stem, ..)| stem).filter(says).collect();
    let stretches = Pair::from_fn(|side| {
        let within = &sentences.bags[side][pair[side]].words;
        let is_shared = |at: &usize| shared.binary_search(&words.stems[words.rows[side][*at].id as usize]).is_ok();
        let mut places = within.clone().filter(is_shared);
        let first = places.next()?;
        let last = places.next_back().unwrap_or(first);
        let begins = |at: &usize| parted(known, side, *at);
        let start = (within.start + 1..=first).rev().find(begins).unwrap_or(within.start);
        Some((start, (last + 1..within.end).find(begins).unwrap_or(within.end)))
    });
    let (left, right) = (stretches.left?, stretches.right?);
    let (start, end) = (Pair::new(left.0, right.0), Pair::new(left.1, right.1));
    let weight = shared.iter().map(|stem| sentences.weights[*stem as usize]).sum();
    let clause = Clause::reworded(start, end, SharedWords { count: shared.len(), weight }, words.salt(start, end));
    // The same words in both, and but names: the sentences share no more than whom they are about.
    let is_name = clause.has_same_words(words) && names_alone(words, traits, &clause);
    (!is_name).then_some(clause)
}
