//! The similarity of two sentences by their words, from which the fitted rule for reworded statements starts.
//!
//! A word counts once in a sentence, by its rarity and its kind. Part of the median length is added to the length of both sentences, so
//! that short ones do not look alike by chance. Everything is in fixed point, so the result is the same on every machine.

use super::cancel::Cancel;
use super::sentences::{Bags, common};
use super::traits::Traits;
use super::witness::{FEWEST, rarity};
use super::word_kind::Trait;
use crate::text::{Pair, Side};

/// What is whole in fixed point (defined).
pub(super) const ONE: i64 = 1024;

/// The rarity, in 1024ths of a nat, above which a name and another word in common are evidence, however long their sentences are
/// (benches/constants.md).
const RARE_NAME: i64 = 2560;
const RARE: i64 = 2048;

/// Sentences with the weights by which they are compared.
#[derive(Debug)]
pub(super) struct Alike<'a> {
    bags: &'a Bags,
    /// What each stem counts.
    stems: Vec<Stem>,
    /// The length of each sentence's weights, with the share of the usual one.
    lengths: Pair<Vec<i64>>,
}

/// What a stem counts.
#[derive(Clone, Copy, Debug)]
struct Stem {
    rarity: i64,
    /// The square of its weight.
    square: i64,
    is: Trait,
}

impl<'a> Alike<'a> {
    /// Weighs the sentences. Linear in their words, and the sorting of their number.
    pub fn new(bags: &'a Bags, traits: &Traits, cancel: &Cancel) -> Self {
        let sentences = (bags.of(Side::Left).len() + bags.of(Side::Right).len()).max(FEWEST);
        let mut counts = vec![0u32; traits.of.len()];
        let each = |side: Side| (0..bags.of(side).len()).map(move |at| bags.stems(side, at));
        for stems in cancel.watched(each(Side::Left).chain(each(Side::Right))) {
            stems.iter().for_each(|(stem, _)| counts[*stem as usize] += 1);
        }
        let weighed = |(count, is): (&u32, &Trait)| {
            let rarity = rarity(sentences, *count);
            Stem { rarity, square: (rarity * tenths(*is) / 10).pow(2), is: *is }
        };
        let counted: Vec<Stem> = counts.iter().zip(&traits.of).map(weighed).collect();
        let sums = Pair::from_fn(|side| -> Vec<i64> {
            let sum = |stems: &[(u32, u32)]| stems.iter().map(|(stem, _)| counted[*stem as usize].square).sum();
            cancel.watched(each(side)).map(sum).collect()
        });
        let mut all: Vec<i64> = sums.left.iter().chain(&sums.right).copied().collect();
        let added = median(&mut all) / 4;
        let lengths = sums.map(|sums| sums.into_iter().map(|sum| (sum + added).max(1).isqrt()).collect());
        Self { bags, stems: counted, lengths }
    }

    /// How alike two sentences are by all their words, in 1024ths; one that is not there has nothing in common with any.
    pub fn all(&self, pair: Pair<usize>) -> i64 {
        if Side::BOTH.iter().any(|&side| pair[side] >= self.lengths[side].len()) {
            return 0;
        }
        let stems = Pair::from_fn(|side| self.bags.stems(side, pair[side]));
        self.share(pair, common(stems.left, stems.right).map(|(stem, ..)| self.stems[stem as usize].square).sum())
    }

    /// The part of the lengths of two sentences that squares are which they have in common.
    fn share(&self, pair: Pair<usize>, squares: i64) -> i64 {
        let lengths = i128::from(self.lengths.left[pair.left]) * i128::from(self.lengths.right[pair.right]);
        (i128::from(squares) * i128::from(ONE) / lengths.max(1)) as i64
    }

    /// Compares two sentences; one that is not there has nothing in common with any.
    pub fn of(&self, pair: Pair<usize>) -> Likeness {
        let mut likeness = Likeness::default();
        if Side::BOTH.iter().any(|&side| pair[side] >= self.lengths[side].len()) {
            return likeness;
        }
        let stems = Pair::from_fn(|side| self.bags.stems(side, pair[side]));
        let (mut all, mut names) = (0, 0);
        for (stem, ..) in common(stems.left, stems.right) {
            let Stem { rarity, square, is } = self.stems[stem as usize];
            all += square;
            match is {
                Trait::Function => continue,
                Trait::Name => {
                    names += square;
                    likeness.rare_names += (rarity - RARE_NAME).max(0);
                }
                Trait::Content => {
                    likeness.content += 1;
                    likeness.beside_names += 1;
                    likeness.rare += (rarity - RARE).max(0);
                }
                Trait::Number => likeness.beside_names += 1,
            }
            likeness.telling += 1;
        }
        (likeness.all, likeness.names) = (self.share(pair, all), self.share(pair, names));
        likeness
    }
}

/// How alike two sentences are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Likeness {
    /// By all their words, in 1024ths.
    pub all: i64,
    /// By names alone.
    pub names: i64,
    /// By how much the names in common pass what is rare, in 1024ths of a nat.
    pub rare_names: i64,
    /// By how much the other words in common do that are no numbers.
    pub rare: i64,
    /// The stems in common that say something.
    pub telling: usize,
    /// Those of them that are neither names nor numbers.
    pub content: usize,
    /// Those of them that are no names.
    pub beside_names: usize,
}

/// How much a word counts for what it is, in tenths.
fn tenths(of: Trait) -> i64 {
    match of {
        Trait::Content => 10,
        Trait::Name | Trait::Function => 8,
        Trait::Number => 16,
    }
}

/// The middle of some numbers, or the half of the two middle ones.
fn median(all: &mut [i64]) -> i64 {
    all.sort_unstable();
    match all.len() {
        0 => 0,
        count => (all[(count - 1) / 2] + all[count / 2]) / 2,
    }
}
