//! Readings: each distinct wording of a sentence, with all its places.
//!
//! Two sentences are one reading if the keys of their visible words are equal, so case, punctuation and spelling variants do not count. They
//! are sorted by a hash of their keys, and if hashes are equal by the keys. So a line in ten thousand articles takes only the time of a sort
//! and is compared with others once. The order of readings depends only on their words, not on the order of the articles.

use std::hash::Hasher;
use std::ops::Range;

use rustc_hash::FxHasher;

use super::words::stretches;
use crate::collate::witness::Witness;
use crate::text::Key;

/// A sentence of one of several articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The article, as an index into the witnesses.
    pub article: usize,
    /// The sentence, as an index into the article's sentences.
    pub sentence: usize,
}

/// One wording of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    /// Its places, in order; never empty.
    pub places: Vec<Place>,
    /// The keys of its words, as indexes into [`Readings::keys`].
    pub keys: Range<usize>,
}

/// All readings of several articles.
#[derive(Debug, Default)]
pub(super) struct Readings {
    /// The keys of all visible words.
    pub keys: Vec<Key>,
    /// The readings, by a hash of their words.
    pub all: Vec<Reading>,
}

impl Readings {
    /// Gathers the sentences that have visible words. Costs the sorting of the sentences.
    pub fn new(witnesses: &[Witness<'_>]) -> Self {
        let mut keys = Vec::new();
        let mut sentences = Vec::new();
        for (article, witness) in witnesses.iter().enumerate() {
            for (sentence, tokens) in visible(*witness) {
                let start = keys.len();
                keys.extend(tokens.iter().map(|&token| witness.article.tokens[token].key));
                let hash = hash(&keys[start..]);
                sentences.push((hash, start..keys.len(), Place { article, sentence }));
            }
        }
        sentences.sort_unstable_by(|a, b| {
            let by_keys = || keys[a.1.clone()].cmp(&keys[b.1.clone()]);
            a.0.cmp(&b.0).then_with(by_keys).then(a.2.cmp(&b.2))
        });
        let classes = sentences.chunk_by(|a, b| a.0 == b.0 && keys[a.1.clone()] == keys[b.1.clone()]);
        let reading = |class: &[(u64, Range<usize>, Place)]| Reading {
            places: class.iter().map(|sentence| sentence.2).collect(),
            keys: class[0].1.clone(),
        };
        let all = classes.map(reading).collect();
        Self { keys, all }
    }

    /// The keys of a reading.
    pub fn keys_of(&self, reading: &Reading) -> &[Key] {
        &self.keys[reading.keys.clone()]
    }
}

/// The sentences that have visible words, each with these.
pub(super) fn visible(witness: Witness<'_>) -> Vec<(usize, Vec<usize>)> {
    let mut words = stretches(witness).into_iter().flatten().peekable();
    let mut found = Vec::new();
    for (sentence, part) in witness.article.sentences.iter().enumerate() {
        let within: Vec<usize> = std::iter::from_fn(|| words.next_if(|&word| word < part.tokens.end)).collect();
        if !within.is_empty() {
            found.push((sentence, within));
        }
    }
    found
}

fn hash(keys: &[Key]) -> u64 {
    let mut hasher = FxHasher::default();
    for key in keys {
        hasher.write_u64(key.0);
    }
    hasher.finish()
}
