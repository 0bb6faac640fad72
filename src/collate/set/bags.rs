//! Readings as bags of weighted stems, with their names and numbers.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use super::reading::{Reading, Readings};
use crate::collate::sentences::common;
use crate::collate::stem::stem;
use crate::collate::witness::{Witness, rarity};
use crate::text::{Key, fold};

/// Readings in which a word is taken to stand at the least: one that a single outlet chose says no more than those that all kept
/// (benches/constants.md).
const SPREAD: u32 = 4;
/// Readings there are taken to be at the least, so that the words of two sentences that stand alone say something (benches/constants.md).
const FEWEST: usize = 60;

/// The words of a reading, by stem.
#[derive(Debug)]
pub(super) struct Bag {
    /// Each stem once, with its weight times its number, by stem.
    pub stems: Vec<(u32, i64)>,
    /// The length of the vector of weights.
    pub norm: f64,
}

/// The stems of all readings.
#[derive(Debug, Default)]
pub(super) struct Bags {
    /// Each reading's stems, as they stand.
    pub rows: Vec<Vec<u32>>,
    /// Each reading's bag, in the order of the readings.
    pub all: Vec<Bag>,
    /// The sum of a bag's weights, in 1024ths of a nat.
    pub heft: Vec<i64>,
    /// Each reading's stems that are names or numbers, sorted.
    pub names: Vec<Vec<u32>>,
    /// How much a stem says, in 1024ths of a nat: rarity among the readings, so that wire copy does not make its words common.
    pub weights: Vec<i64>,
}

impl Bags {
    /// Weighs the words of all readings. Linear in the words but for the sorting of each sentence's.
    pub fn new(witnesses: &[Witness<'_>], readings: &Readings) -> Self {
        let stems = Stems::new(witnesses, readings);
        let rows: Vec<Vec<u32>> = readings.all.iter().map(|reading| stems.of(readings.keys_of(reading))).collect();
        let mut counts = vec![0u32; stems.count];
        for row in &rows {
            for same in sorted(row).chunk_by(|a, b| a == b) {
                counts[same[0] as usize] += 1;
            }
        }
        let weights: Vec<i64> = counts.iter().map(|&count| rarity(rows.len().max(FEWEST), count.max(SPREAD))).collect();
        let all: Vec<Bag> = rows.iter().map(|row| bag(&sorted(row), &weights)).collect();
        let heft = all.iter().map(|bag| bag.stems.iter().map(|stem| stem.1).sum()).collect();
        let names = readings.all.iter().map(|reading| names(witnesses, readings, reading, &stems)).collect();
        Self { rows, all, heft, names, weights }
    }

    /// Compares two readings by the cosine of their weighted stems, from 0 for nothing in common to 1 for the same.
    pub fn cosine(&self, a: usize, b: usize) -> f64 {
        let products = common(&self.all[a].stems, &self.all[b].stems).map(|(_, x, y)| x * y);
        self.cosine_of(a, b, products.sum())
    }

    /// The same, given the sum of the products of the weights that both have.
    pub fn cosine_of(&self, a: usize, b: usize, products: i64) -> f64 {
        let norms = self.all[a].norm * self.all[b].norm;
        if norms > 0.0 { products as f64 / norms } else { 0.0 }
    }
}

/// The stem of every key, numbered so that the order of the articles does not matter.
struct Stems {
    of: FxHashMap<Key, u32>,
    count: usize,
}

impl Stems {
    fn new(witnesses: &[Witness<'_>], readings: &Readings) -> Self {
        let mut of: FxHashMap<Key, u64> = FxHashMap::default();
        for reading in &readings.all {
            let place = reading.places[0];
            let article = witnesses[place.article].article;
            let tokens = &article.tokens[article.sentences[place.sentence].tokens.clone()];
            for token in tokens {
                of.entry(token.key).or_insert_with(|| hash(&stem(&fold(token.span.of(&article.text)))));
            }
        }
        let mut sorted: Vec<u64> = of.values().copied().collect();
        sorted.sort_unstable();
        sorted.dedup();
        let number = |hash: u64| sorted.partition_point(|&other| other < hash) as u32;
        Self { of: of.into_iter().map(|(key, hash)| (key, number(hash))).collect(), count: sorted.len() }
    }

    /// The stems of keys, one each.
    fn of(&self, keys: &[Key]) -> Vec<u32> {
        keys.iter().filter_map(|key| self.of.get(key).copied()).collect()
    }
}

fn sorted(row: &[u32]) -> Vec<u32> {
    let mut sorted = row.to_vec();
    sorted.sort_unstable();
    sorted
}

fn hash(stem: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(stem.as_bytes());
    hasher.finish()
}

fn bag(row: &[u32], weights: &[i64]) -> Bag {
    let weight = |same: &[u32]| (same[0], weights[same[0] as usize] * same.len() as i64);
    let stems: Vec<(u32, i64)> = row.chunk_by(|a, b| a == b).map(weight).collect();
    let square: i64 = stems.iter().map(|(_, weight)| weight * weight).sum();
    Bag { stems, norm: (square as f64).sqrt() }
}

/// The stems of words with a digit, and of those with a capital inside the sentence wherever it stands. Where most words
/// have a capital, as in headlines, capitals tell nothing.
fn names(witnesses: &[Witness<'_>], readings: &Readings, reading: &Reading, stems: &Stems) -> Vec<u32> {
    let mut common = readings.keys_of(reading).to_vec();
    common.sort_unstable();
    common.dedup();
    for place in &reading.places {
        let here = names_at(witnesses[place.article], place.sentence);
        common.retain(|key| here.binary_search(key).is_ok());
    }
    let mut names = sorted(&stems.of(&common));
    names.dedup();
    names
}

/// The keys of the names and numbers of a sentence, sorted.
pub(super) fn names_at(witness: Witness<'_>, sentence: usize) -> Vec<Key> {
    let article = witness.article;
    let tokens = &article.tokens[article.sentences[sentence].tokens.clone()];
    let text = |at: usize| tokens[at].span.of(&article.text);
    let capital = |at: &usize| text(*at).starts_with(char::is_uppercase);
    let headline = (0..tokens.len()).filter(capital).count() * 2 > tokens.len();
    let is_name = |at: &usize| text(*at).contains(char::is_numeric) || *at > 0 && !headline && capital(at);
    let mut names: Vec<Key> = (0..tokens.len()).filter(is_name).map(|at| tokens[at].key).collect();
    names.sort_unstable();
    names
}
