//! Sentences as bags of weighted words, to be compared whatever their order.

use std::ops::Range;

use super::witness::{Word, Words};
use crate::text::{Pair, Side};

/// The visible words of a sentence, by stem.
#[derive(Clone, Debug)]
pub(super) struct Bag {
    /// Its words, as indexes of visible words.
    pub words: Range<usize>,
    /// Each stem once, with its weight times its number, by stem.
    pub stems: Vec<(u32, i64)>,
    /// The length of the vector of weights.
    pub norm: f64,
}

/// The sentences of both witnesses.
#[derive(Debug)]
pub(super) struct Sentences {
    /// The sentences that have visible words, in order.
    pub bags: Pair<Vec<Bag>>,
    /// How much a stem says, in 1024ths of a nat.
    pub weights: Vec<i64>,
}

impl Sentences {
    /// Gathers the sentences of both witnesses, with the weight of each stem as `adjust` makes it. Costs the sorting of each sentence's words.
    pub fn weighed(words: &Words, adjust: impl Fn(u32, i64) -> i64) -> Self {
        let ranges = words.rows.as_ref().map(|row| ranges(row));
        let counts = counts(words, &ranges);
        let sentences = ranges.left.len() + ranges.right.len();
        let weigh = |(stem, &count): (usize, &u32)| adjust(stem as u32, super::witness::rarity(sentences, count));
        let weights: Vec<i64> = counts.iter().enumerate().map(weigh).collect();
        let bags = Pair::from_fn(|side| {
            ranges[side].iter().map(|range| bag(words, &words.rows[side], range, &weights)).collect()
        });
        Self { bags, weights }
    }

    /// Gives the sentence in which a visible word stands.
    pub fn at(&self, side: Side, word: usize) -> Option<&Bag> {
        let after = self.bags[side].partition_point(|bag| bag.words.start <= word);
        self.bags[side][..after].last()
    }
}

/// Compares two sentences by the cosine of their weighted stems, from 0 for nothing in common to 1 for the same.
pub(super) fn cosine(a: &Bag, b: &Bag) -> f64 {
    let norms = a.norm * b.norm;
    if norms > 0.0 { common(a, b).map(|(_, x, y)| x * y).sum::<i64>() as f64 / norms } else { 0.0 }
}

/// Gives the stems that two sentences have in common, with their weights in each. Costs the words of the shorter one times the
/// logarithm of those of the longer one.
pub(super) fn common<'a>(a: &'a Bag, b: &'a Bag) -> impl Iterator<Item = (u32, i64, i64)> + 'a {
    let swapped = a.stems.len() > b.stems.len();
    let (few, many) = if swapped { (b, a) } else { (a, b) };
    let mut rest = many.stems.as_slice();
    few.stems.iter().filter_map(move |&(stem, weight)| {
        rest = &rest[rest.partition_point(|other| other.0 < stem)..];
        let other = rest.first().filter(|other| other.0 == stem)?.1;
        Some(if swapped { (stem, other, weight) } else { (stem, weight, other) })
    })
}

/// Gives the sentences of a row as ranges of words.
pub(super) fn ranges(row: &[Word]) -> Vec<Range<usize>> {
    let mut start = 0;
    let parts = row.chunk_by(|a, b| a.sentence == b.sentence);
    parts
        .map(|part| {
            let range = start..start + part.len();
            start = range.end;
            range
        })
        .collect()
}

fn counts(words: &Words, ranges: &Pair<Vec<Range<usize>>>) -> Vec<u32> {
    let mut counts = vec![0u32; words.stems.iter().map(|&stem| stem as usize + 1).max().unwrap_or(0)];
    let mut seen = vec![0u32; counts.len()];
    let mut sentence = 0;
    for (row, ranges) in [(&words.rows.left, &ranges.left), (&words.rows.right, &ranges.right)] {
        for range in ranges {
            sentence += 1;
            for word in &row[range.clone()] {
                let stem = words.stems[word.id as usize] as usize;
                counts[stem] += u32::from(seen[stem] != sentence);
                seen[stem] = sentence;
            }
        }
    }
    counts
}

fn bag(words: &Words, row: &[Word], range: &Range<usize>, weights: &[i64]) -> Bag {
    let mut all: Vec<u32> = row[range.clone()].iter().map(|word| words.stems[word.id as usize]).collect();
    all.sort_unstable();
    let stems: Vec<(u32, i64)> =
        all.chunk_by(|a, b| a == b).map(|same| (same[0], weights[same[0] as usize] * same.len() as i64)).collect();
    let square: i64 = stems.iter().map(|(_, weight)| weight * weight).sum();
    Bag { words: range.clone(), stems, norm: (square as f64).sqrt() }
}
