//! Sentences as bags of weighted words, to be compared whatever their order.

use std::ops::Range;

use super::cancel::Cancel;
use super::witness::{Word, Words, rarity};
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

impl Bag {
    /// Makes a bag of weighed stems.
    pub fn new(words: Range<usize>, stems: Vec<(u32, i64)>) -> Self {
        let square: i64 = stems.iter().map(|(_, weight)| weight * weight).sum();
        Self { words, stems, norm: (square as f64).sqrt() }
    }
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
    /// Gathers the sentences of both witnesses, with each stem weighed by its rarity. Costs the sorting of each sentence's words.
    /// Some are missing once `cancel` is raised.
    pub fn new(words: &Words, cancel: &Cancel) -> Self {
        let ranges = words.rows.as_ref().map(|row| ranges(row));
        let counts = counts(words, &ranges, cancel);
        let sentences = ranges.left.len() + ranges.right.len();
        let weights: Vec<i64> = counts.iter().map(|&count| rarity(sentences, count)).collect();
        let mut stems = Vec::new();
        let bags = Pair::from_fn(|side| {
            let each = cancel.watched(&ranges[side]);
            each.map(|range| bag((words, &words.rows[side]), range, &weights, &mut stems)).collect()
        });
        Self { bags, weights }
    }

    /// Gives the same sentences with the weight of each stem as `adjust` makes it of its weight here, which is never 0.
    pub fn adjusted(&self, adjust: impl Fn(u32, i64) -> i64, cancel: &Cancel) -> Self {
        let weights: Vec<i64> = (0..).zip(&self.weights).map(|(stem, &weight)| adjust(stem, weight)).collect();
        let of = |&(stem, weight): &(u32, i64)| (stem, weight / self.weights[stem as usize] * weights[stem as usize]);
        let bags = self.bags.as_ref().map(|bags| {
            let each = cancel.watched(bags);
            each.map(|bag| Bag::new(bag.words.clone(), bag.stems.iter().map(of).collect())).collect()
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

fn counts(words: &Words, ranges: &Pair<Vec<Range<usize>>>, cancel: &Cancel) -> Vec<u32> {
    let mut counts = vec![0u32; words.stems.iter().map(|&stem| stem as usize + 1).max().unwrap_or(0)];
    let mut seen = vec![0u32; counts.len()];
    let mut sentence = 0;
    for (row, ranges) in [(&words.rows.left, &ranges.left), (&words.rows.right, &ranges.right)] {
        for range in cancel.watched(ranges) {
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

/// Gathers a sentence; `all` is room for its stems.
fn bag((words, row): (&Words, &[Word]), range: &Range<usize>, weights: &[i64], all: &mut Vec<u32>) -> Bag {
    all.clear();
    all.extend(row[range.clone()].iter().map(|word| words.stems[word.id as usize]));
    all.sort_unstable();
    let mut stems = Vec::with_capacity(all.len());
    stems.extend(all.chunk_by(|a, b| a == b).map(|same| (same[0], weights[same[0] as usize] * same.len() as i64)));
    Bag::new(range.clone(), stems)
}
