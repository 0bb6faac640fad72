//! The weight of words in context: by rarity, but with a name counted only once, and function words next to nothing.
//!
//! So a title or an official name of many words does not count as shared text, but a short clause of rare words does.

use super::cancel::Cancel;
use super::traits::Traits;
use super::witness::Words;
use super::word_kind::Trait;
use crate::text::{Pair, Side};

/// What a further word of a name still tells, in tenths (benches/constants.md).
const SAME_NAME: i64 = 2;
/// The most a function word tells, in 1024ths of a nat (benches/constants.md).
const FUNCTION: i64 = 512;

/// Sums of what the visible words tell, from the beginning to each of them, by side.
#[derive(Debug)]
pub(super) struct Telling {
    sums: Pair<Vec<i64>>,
    /// What the best of all pairs of sentences has in common by chance, in 1024ths of a nat: the logarithm of their number.
    pub chance: i64,
}

impl Telling {
    /// Weighs the words of both witnesses. Linear in their number.
    pub fn new(words: &Words, traits: &Traits, cancel: &Cancel) -> Self {
        let sums = Pair::from_fn(|side| {
            let told = cancel.watched(words.rows[side].iter().enumerate()).map(|(at, word)| {
                let weight = words.weights[word.id as usize];
                let name = traits.names[side][at];
                match traits.of[words.stems[word.id as usize] as usize] {
                    Trait::Function => weight.min(FUNCTION),
                    _ if name.is_some() && at > 0 && traits.names[side][at - 1] == name => weight * SAME_NAME / 10,
                    _ => weight,
                }
            });
            let mut sums = Vec::with_capacity(words.rows[side].len() + 1);
            sums.push(0);
            let mut sum = 0;
            sums.extend(told.map(|weight| {
                sum += weight;
                sum
            }));
            sums
        });
        let sentences = words.rows.as_ref().map(|row| row.chunk_by(|a, b| a.sentence == b.sentence).count().max(1));
        let chance = ((sentences.left as f64 * sentences.right as f64).ln() * 1024.0).round() as i64;
        Self { sums, chance }
    }

    /// What a run of `words` equal words tells, in 1024ths of a nat: the less of what it tells on either side.
    pub fn of(&self, at: Pair<usize>, words: usize) -> i64 {
        let told = |side: Side| self.sums[side][at[side] + words] - self.sums[side][at[side]];
        told(Side::Left).min(told(Side::Right))
    }
}
