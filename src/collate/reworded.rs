//! Reworded statements: sentences of both sides that say the same in mostly other words.
//!
//! Two sentences are kindred by the words they have in common, weighed by rarity: names and numbers more, function words not at
//! all, and the words of one name, or of one phrase that both have, as little more than one. A pair is taken where the likeness and
//! the evidence together are enough and neither sentence has a much better counterpart. The thresholds were read off hand-made
//! labels of news; a talking point that two speakers share in the same words is still found as if it were one statement.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::cancel::Cancel;
use super::clauses::Clause;
use super::kindred::Kindred;
use super::sentences::{Bag, Bags, Sentences};
use super::sorting::sort;
use super::traits::{Trait, Traits};
use super::witness::Words;
use crate::text::{Pair, Side};

/// How much more the weight of a name and of a number counts than that of another word, in tenths.
const NAME: i64 = 12;
const NUMBER: i64 = 13;
/// What a further word of a name that is counted already still counts, and one of a phrase that both sides have, in tenths.
const SAME_NAME: i64 = 2;
const SAME_PHRASE: i64 = 4;
/// The least likeness of two sentences that are compared at all, and that are taken.
const KINDRED: f64 = 0.12;
const LIKENESS: f64 = 0.15;
/// The least evidence, in nats, and how much more it must be than what the best of so many pairs of sentences has by chance.
const EVIDENCE: f64 = 7.5;
const BEYOND_CHANCE: f64 = 1.0;
/// The least product of likeness and evidence.
const PRODUCT: f64 = 1.35;
/// How much more alike sentences count that stand beside others that correspond.
const BESIDE: f64 = 1.1;
/// How near to its best counterpart a sentence's other ones must come.
const NEAR_BEST: f64 = 0.65;
/// Words of a sentence that may be matched already, in hundredths.
const MATCHED: usize = 50;

/// What is known of both witnesses.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    /// Their words.
    pub words: &'a Words,
    /// What the words are.
    pub traits: &'a Traits,
    /// Their sentences, weighed by that.
    pub sentences: &'a Sentences<'a>,
}

struct Candidate {
    pair: Pair<usize>,
    likeness: f64,
    evidence: f64,
}

/// Gathers the sentences of both witnesses with their words weighed by what they are.
pub(super) fn by_content<'a>(
    sentences: &Sentences<'_>,
    bags: &'a Bags,
    traits: &Traits,
    cancel: &Cancel,
) -> Sentences<'a> {
    let adjust = |stem: u32, weight: i64| match traits.of[stem as usize] {
        Trait::Content => weight,
        Trait::Name => weight * NAME / 10,
        Trait::Number => weight * NUMBER / 10,
        Trait::Function => 0,
    };
    let weights = (0..).zip(&sentences.weights).map(|(stem, &weight)| adjust(stem, weight)).collect();
    Sentences::weighed(bags, weights, cancel)
}

/// Finds reworded statements among the sentences that `clauses` leave mostly unmatched.
pub(super) fn reworded(known: &Known<'_>, clauses: &[Clause], kin: &[Kindred], cancel: &Cancel) -> Vec<Clause> {
    let Known { words, traits, sentences } = *known;
    let free = free(words, sentences, clauses, cancel);
    let mut candidates: Vec<Candidate> = cancel
        .watched(kin)
        .map(|pair| Pair::new(pair.left, pair.right))
        .filter(|pair| Side::BOTH.iter().all(|&side| free[side][pair[side]]))
        .filter(|pair| sentences.cosine(*pair) >= KINDRED)
        .filter_map(|pair| weigh(words, traits, sentences, pair))
        .collect();
    support_by_neighbours(sentences, clauses, &mut candidates, cancel);
    candidates.retain(|c| c.likeness >= LIKENESS && c.likeness * c.evidence >= PRODUCT);
    keep_the_best(&mut candidates);
    candidates.iter().filter_map(|candidate| clause(words, sentences, candidate)).collect()
}

/// Tells for each sentence whether most of it is not matched yet.
fn free(words: &Words, sentences: &Sentences<'_>, clauses: &[Clause], cancel: &Cancel) -> Pair<Vec<bool>> {
    Pair::from_fn(|side| {
        let mut matched = vec![false; words.rows[side].len()];
        for clause in cancel.watched(clauses) {
            matched[clause.start[side]..clause.end[side]].fill(true);
        }
        let share = |bag: &Bag| {
            matched[bag.words.clone()].iter().filter(|matched| **matched).count() * 100 / bag.words.len().max(1)
        };
        cancel.watched(&sentences.bags[side]).map(|bag| share(bag) < MATCHED).collect()
    })
}

fn weigh(words: &Words, traits: &Traits, sentences: &Sentences<'_>, pair: Pair<usize>) -> Option<Candidate> {
    let shared: Vec<(u32, i64, i64)> = sentences.common(pair).filter(|(_, weight, _)| *weight > 0).collect();
    if shared.len() < 2 {
        return None;
    }
    let chance = ((sentences.bags.left.len() * sentences.bags.right.len()) as f64).ln();
    let needed = EVIDENCE.max(chance + BEYOND_CHANCE);
    let most: i64 = shared.iter().map(|(stem, ..)| sentences.weights[*stem as usize]).sum();
    if (most as f64) < needed * 1024.0 {
        return None;
    }
    let discounts = discounts((words, traits), sentences, pair, &shared);
    let (mut product, mut evidence) = (0.0, 0.0);
    for ((stem, left, right), tenths) in shared.iter().zip(discounts) {
        product += (left * right * tenths) as f64 / 10.0;
        evidence += (sentences.weights[*stem as usize] * tenths) as f64 / 10_240.0;
    }
    let likeness = product / (sentences.norm(Side::Left, pair.left) * sentences.norm(Side::Right, pair.right));
    (evidence >= needed).then_some(Candidate { pair, likeness, evidence })
}

/// Raises the likeness of pairs that stand beside another pair or beside a clause on both sides: a story told anew keeps much of
/// its order.
fn support_by_neighbours(sentences: &Sentences<'_>, clauses: &[Clause], candidates: &mut [Candidate], cancel: &Cancel) {
    let index = |side: Side, word: usize| sentences.at(side, word).unwrap_or(0);
    let mut places: Vec<(usize, usize)> = cancel
        .watched(clauses)
        .map(|c| Pair::from_fn(|side| index(side, c.start[side])))
        .map(|at| (at.left, at.right))
        .collect();
    places.extend(candidates.iter().map(|candidate| (candidate.pair.left, candidate.pair.right)));
    sort(&mut places, |place| place.0 as u64, |place| *place, cancel);
    places.dedup();
    for candidate in cancel.watched(candidates) {
        let (left, right) = (candidate.pair.left, candidate.pair.right);
        let from = places.partition_point(|place| place.0 + 1 < left);
        let near = places[from..].iter().take_while(|place| place.0 <= left + 1);
        let beside = near.filter(|place| place.1.abs_diff(right) <= 1).any(|place| *place != (left, right));
        if beside {
            candidate.likeness *= BESIDE;
        }
    }
}

/// Gives for each shared stem what it counts, in tenths: of the stems of one name, or of one phrase, only the heaviest counts whole.
fn discounts(
    (words, traits): (&Words, &Traits),
    sentences: &Sentences<'_>,
    pair: Pair<usize>,
    shared: &[(u32, i64, i64)],
) -> Vec<i64> {
    let weight = |stem: u32| sentences.weights[stem as usize];
    let mut tenths: FxHashMap<u32, i64> = shared.iter().map(|(stem, ..)| (*stem, 10)).collect();
    let mut phrases = Pair::<Vec<(u32, u32)>>::default();
    for side in Side::BOTH {
        let mut names: Vec<(u32, u32)> = Vec::new();
        let mut before: Option<u32> = None;
        for at in sentences.bags[side][pair[side]].words.clone() {
            let stem = words.stems[words.rows[side][at].id as usize];
            let known = tenths.contains_key(&stem).then_some(stem);
            names.extend(traits.names[side][at].zip(known));
            phrases[side].extend(before.zip(known));
            before = known;
        }
        for name in names.chunk_by(|a, b| a.0 == b.0) {
            let stems: Vec<u32> = name.iter().map(|(_, stem)| *stem).collect();
            count_once(&mut tenths, &stems, SAME_NAME, weight);
        }
    }
    for phrase in phrases.left.iter().filter(|phrase| phrases.right.contains(phrase)) {
        count_once(&mut tenths, &[phrase.0, phrase.1], SAME_PHRASE, weight);
    }
    shared.iter().map(|(stem, ..)| tenths[stem]).collect()
}

fn count_once(tenths: &mut FxHashMap<u32, i64>, stems: &[u32], less: i64, weight: impl Fn(u32) -> i64) {
    let Some(&heaviest) = stems.iter().max_by_key(|stem| (weight(**stem), **stem)) else { return };
    for stem in stems.iter().filter(|stem| **stem != heaviest) {
        tenths.entry(*stem).and_modify(|counted| *counted = less.min(*counted));
    }
}

/// Keeps the pairs that come near the best either sentence has.
fn keep_the_best(candidates: &mut Vec<Candidate>) {
    let mut best: Pair<FxHashMap<usize, f64>> = Pair::default();
    for candidate in candidates.iter() {
        for side in Side::BOTH {
            let known = best[side].entry(candidate.pair[side]).or_default();
            *known = known.max(candidate.likeness);
        }
    }
    candidates.retain(|c| Side::BOTH.iter().all(|&side| c.likeness >= NEAR_BEST * best[side][&c.pair[side]]));
    candidates
        .sort_by_key(|candidate| (Reverse((candidate.likeness * candidate.evidence * 1024.0) as i64), candidate.pair));
}

/// Takes of both sentences the part in which what they share stands.
fn clause(words: &Words, sentences: &Sentences<'_>, candidate: &Candidate) -> Option<Clause> {
    let bags = Pair::from_fn(|side| &sentences.bags[side][candidate.pair[side]]);
    let shared: Vec<u32> =
        sentences.common(candidate.pair).filter(|(_, weight, _)| *weight > 0).map(|(stem, ..)| stem).collect();
    let stretches = Pair::from_fn(|side| {
        let says = |at: &usize| shared.binary_search(&words.stems[words.rows[side][*at].id as usize]).is_ok();
        let mut places = bags[side].words.clone().filter(says);
        let first = places.next()?;
        Some((first, places.next_back().unwrap_or(first) + 1))
    });
    let (left, right) = (stretches.left?, stretches.right?);
    let (start, end) = (Pair::new(left.0, right.0), Pair::new(left.1, right.1));
    Some(Clause::reworded(start, end, (shared.len(), (candidate.evidence * 1024.0) as i64), words.salt(start, end)))
}
