//! Twins: articles with the same visible words, of which one represents all.
//!
//! Every outlet may print wire copy unchanged. Its pairs are never built, so ten thousand copies take no longer than one.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use super::words::stretches;
use crate::collate::witness::Witness;
use crate::text::Key;

/// Which articles are the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Twins {
    /// The first article of the same words, by article.
    pub first: Vec<usize>,
    /// Visible words, by article.
    pub words: Vec<usize>,
}

impl Twins {
    /// Compares whole articles, by a hash and, where hashes are equal, word by word. Linear but for the sorting of the articles.
    pub fn new(witnesses: &[Witness<'_>]) -> Self {
        let words = witnesses.iter().map(|witness| keys(*witness).count()).collect();
        let mut hashed: Vec<(u64, usize)> =
            witnesses.iter().enumerate().map(|(at, witness)| (hash(*witness), at)).collect();
        hashed.sort_unstable();
        let mut first: Vec<usize> = (0..witnesses.len()).collect();
        for alike in hashed.chunk_by(|a, b| a.0 == b.0) {
            let mut firsts: Vec<usize> = Vec::new();
            for &(_, at) in alike {
                let same = firsts.iter().find(|&&other| keys(witnesses[at]).eq(keys(witnesses[other])));
                match same {
                    Some(&other) => first[at] = other,
                    None => firsts.push(at),
                }
            }
        }
        Self { first, words }
    }
}

fn keys<'a>(witness: Witness<'a>) -> impl Iterator<Item = Key> + 'a {
    stretches(witness)
        .into_iter()
        .flat_map(move |stretch| witness.article.tokens[stretch].iter().map(|token| token.key))
}

fn hash(witness: Witness<'_>) -> u64 {
    let mut hasher = FxHasher::default();
    keys(witness).for_each(|key| hasher.write_u64(key.0));
    hasher.finish()
}
