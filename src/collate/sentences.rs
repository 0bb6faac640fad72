//! Sentences as bags of weighted words, to compare them regardless of word order.
//!
//! The stems of all sentences are in one block of memory, each once per sentence with its count. Weights are kept separately, so that the
//! same sentences can be weighed in several ways.

use std::ops::Range;

use super::cancel::Cancel;
use super::traits::Traits;
use super::witness::{Word, Words, rarity};
use super::word_kind::Trait;
use crate::text::{Pair, Side};

/// How much more the weight of a name and of a number counts than that of another word, in tenths (benches/constants.md).
const NAME: i64 = 12;
const NUMBER: i64 = 13;

/// The visible words of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Bag {
    /// Its words, as indexes of visible words.
    pub words: Range<usize>,
    /// Its stems, as indexes of the stems of all.
    stems: Range<usize>,
}

/// The sentences of both witnesses that have visible words, in order.
#[derive(Debug)]
pub(super) struct Bags {
    all: Pair<Vec<Bag>>,
    /// The stems of one sentence after another, in order in each, with how often they stand there.
    stems: Pair<Vec<(u32, u32)>>,
}

impl Bags {
    /// Gathers the sentences of both witnesses. Costs the sorting of each sentence's words. Some are missing once `cancel` is raised.
    pub fn new(words: &Words, cancel: &Cancel) -> Self {
        let mut stems = words.rows.as_ref().map(|row| Vec::with_capacity(row.len()));
        let all = Pair::from_fn(|side| bags(words, &words.rows[side], &mut stems[side], cancel));
        Self { all, stems }
    }

    /// The sentences of a side, in order.
    pub fn of(&self, side: Side) -> &[Bag] {
        &self.all[side]
    }

    /// The stems of a sentence, in order, with how often each stands there.
    pub fn stems(&self, side: Side, at: usize) -> &[(u32, u32)] {
        &self.stems[side][self.all[side][at].stems.clone()]
    }
}

/// The sentences of both witnesses, weighed.
#[derive(Debug)]
pub(super) struct Sentences<'a> {
    /// The sentences, in order.
    pub bags: &'a Pair<Vec<Bag>>,
    stems: &'a Pair<Vec<(u32, u32)>>,
    /// How much a stem says, in 1024ths of a nat.
    pub weights: Vec<i64>,
    /// The length of the vector of weights of each sentence.
    norms: Pair<Vec<f64>>,
}

impl<'a> Sentences<'a> {
    /// Weighs each stem of the sentences by its rarity among them. Linear.
    pub fn new(bags: &'a Bags, words: &Words, cancel: &Cancel) -> Self {
        let sentences = bags.all.left.len() + bags.all.right.len();
        let mut counts = vec![0u32; words.stems.iter().map(|&stem| stem as usize + 1).max().unwrap_or(0)];
        for stems in [&bags.stems.left, &bags.stems.right] {
            cancel.parts(stems).for_each(|part| part.iter().for_each(|(stem, _)| counts[*stem as usize] += 1));
        }
        let weights = counts.iter().map(|&count| rarity(sentences, count)).collect();
        Self::weighed(bags, weights, cancel)
    }

    /// The sentences with their words weighed by what they are; function words say nothing.
    pub fn by_content(&self, bags: &'a Bags, traits: &Traits, cancel: &Cancel) -> Self {
        let adjust = |stem: u32, weight: i64| match traits.of[stem as usize] {
            Trait::Content => weight,
            Trait::Name => weight * NAME / 10,
            Trait::Number => weight * NUMBER / 10,
            Trait::Function => 0,
        };
        let weights = (0..).zip(&self.weights).map(|(stem, &weight)| adjust(stem, weight)).collect();
        Self::weighed(bags, weights, cancel)
    }

    /// Weighs the sentences by the weight of each stem. Linear. Some have no norm once `cancel` is raised.
    pub fn weighed(bags: &'a Bags, weights: Vec<i64>, cancel: &Cancel) -> Self {
        let square = |(stem, count): &(u32, u32)| (weights[*stem as usize] * i64::from(*count)).pow(2);
        let norms = Pair::from_fn(|side| {
            let squares = |bag: &Bag| bags.stems[side][bag.stems.clone()].iter().map(square).sum::<i64>();
            cancel.watched(&bags.all[side]).map(|bag| (squares(bag) as f64).sqrt()).collect()
        });
        Self { bags: &bags.all, stems: &bags.stems, weights, norms }
    }

    /// The sentence in which a visible word stands.
    pub fn at(&self, side: Side, word: usize) -> Option<usize> {
        self.bags[side].partition_point(|bag| bag.words.start <= word).checked_sub(1)
    }

    /// The stems of a sentence with the weight of each, by stem.
    pub fn stems(&self, side: Side, at: usize) -> impl ExactSizeIterator<Item = (u32, i64)> {
        self.counted(side, at).iter().map(|&(stem, count)| (stem, self.weight(stem, count)))
    }

    /// The length of the vector of weights of a sentence.
    pub fn norm(&self, side: Side, at: usize) -> f64 {
        self.norms[side][at]
    }

    /// Compares a sentence of each side by the cosine of their weighted stems, from 0 for nothing in common to 1 for the same.
    pub fn cosine(&self, pair: Pair<usize>) -> f64 {
        let norms = self.norms.left[pair.left] * self.norms.right[pair.right];
        if norms > 0.0 { self.common(pair).map(|(_, x, y)| x * y).sum::<i64>() as f64 / norms } else { 0.0 }
    }

    /// The stems that a sentence of each side have in common, with their weights in each. Costs the words of both at most.
    pub fn common(&self, pair: Pair<usize>) -> impl Iterator<Item = (u32, i64, i64)> {
        let stems = Pair::from_fn(|side| self.counted(side, pair[side]));
        let weighed = |(stem, a, b)| (stem, self.weight(stem, a), self.weight(stem, b));
        common(stems.left, stems.right).map(weighed)
    }

    /// Whether a sentence has a stem.
    pub fn has(&self, side: Side, at: usize, stem: u32) -> bool {
        self.counted(side, at).binary_search_by_key(&stem, |(other, _)| *other).is_ok()
    }

    fn counted(&self, side: Side, at: usize) -> &[(u32, u32)] {
        &self.stems[side][self.bags[side][at].stems.clone()]
    }

    fn weight(&self, stem: u32, count: u32) -> i64 {
        self.weights[stem as usize] * i64::from(count)
    }
}

/// Stems up to which two lists are gone through side by side; that takes less time than halving one of them (chosen).
const FEW: usize = 64;

/// The stems that two lists in order have in common, with what stands beside them in each. Costs the length of both, or, where
/// one is long, of the shorter one times the logarithm of that of the longer one.
pub(super) fn common<'a, N: Copy>(a: &'a [(u32, N)], b: &'a [(u32, N)]) -> impl Iterator<Item = (u32, N, N)> + 'a {
    let swapped = a.len() > b.len();
    let (mut few, mut rest) = if swapped { (b, a) } else { (a, b) };
    std::iter::from_fn(move || {
        while let (Some(&(stem, mine)), Some(&(other, theirs))) = (few.first(), rest.first()) {
            if rest.len() > FEW && other < stem {
                rest = &rest[rest.partition_point(|other| other.0 < stem)..];
                continue;
            }
            few = &few[usize::from(stem <= other)..];
            rest = &rest[usize::from(other <= stem)..];
            if stem == other {
                return Some(if swapped { (stem, theirs, mine) } else { (stem, mine, theirs) });
            }
        }
        None
    })
}

/// Gathers the sentences of a row, and behind `stems` their stems.
fn bags(words: &Words, row: &[Word], stems: &mut Vec<(u32, u32)>, cancel: &Cancel) -> Vec<Bag> {
    let mut room: Vec<u32> = Vec::new();
    let mut start = 0;
    let each = cancel.watched(row.chunk_by(|a, b| a.sentence == b.sentence)).map(|sentence| {
        room.clear();
        room.extend(sentence.iter().map(|word| words.stems[word.id as usize]));
        room.sort_unstable();
        let first = stems.len();
        stems.extend(room.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as u32)));
        let bag = Bag { words: start..start + sentence.len(), stems: first..stems.len() };
        start = bag.words.end;
        bag
    });
    each.collect()
}
