//! Grams: sequences of five words, with the articles that have them.
//!
//! All grams are hashed and sorted, and only those in two or more articles are kept, which in prose by many authors is a small part. The
//! work can be split into shards by hash; joined, their grams are the same for any number of shards. Grams are distinguished by 64 bits:
//! among ten million, the odds of any collision are one in a hundred thousand, and it would have to happen repeatedly in one pair of
//! articles to be seen.

use super::shard::Shard;
use super::words::stretches;
use crate::collate::cancel::Cancel;
use crate::collate::witness::Witness;

/// The words of a gram (benches/constants.md).
pub(super) const GRAM: usize = 5;
/// An odd number by whose powers the words of a gram are told apart (defined).
const BASE: u64 = 0x9e37_79b9_7f4a_7c15;

/// Grams that stand in several articles, of one shard or of all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grams {
    /// Where the articles of each gram end in `holders`.
    pub(super) ends: Vec<u32>,
    /// The articles of each gram, each once, in order.
    pub(super) holders: Vec<u32>,
    /// Every place of such a gram: article, gram, first word.
    pub(super) places: Vec<(u32, u32, u32)>,
}

/// A gram at a place: hash, article, first word.
type GramPlace = (u64, u32, u32);

impl Grams {
    /// Gathers the grams of a shard from the articles for which `first` gives themselves; `None` once `cancel` is raised.
    pub(super) fn new(witnesses: &[Witness<'_>], first: &[usize], shard: Shard, cancel: &Cancel) -> Option<Self> {
        let mut postings = Vec::new();
        for (article, witness) in witnesses.iter().enumerate().filter(|(at, _)| first.get(*at) == Some(at)) {
            if cancel.is_cancelled() {
                return None;
            }
            postings_of(*witness, article as u32, shard, &mut postings);
        }
        postings.sort_unstable();
        Some(Self::of_sorted(&postings))
    }

    fn of_sorted(postings: &[GramPlace]) -> Self {
        let mut grams = Self::default();
        for alike in postings.chunk_by(|a, b| a.0 == b.0) {
            if alike[0].1 == alike[alike.len() - 1].1 {
                continue;
            }
            let gram = grams.ends.len() as u32;
            grams.places.extend(alike.iter().map(|&(_, article, word)| (article, gram, word)));
            grams.holders.extend(alike.chunk_by(|a, b| a.1 == b.1).map(|same| same[0].1));
            grams.ends.push(grams.holders.len() as u32);
        }
        grams
    }

    /// Puts the grams of all shards one after the other.
    pub(super) fn together(shards: Vec<Grams>) -> Self {
        let mut shards = shards.into_iter();
        let mut all = shards.next().unwrap_or_default();
        for shard in shards {
            let (grams, holders) = (all.ends.len() as u32, all.holders.len() as u32);
            all.ends.extend(shard.ends.iter().map(|end| end + holders));
            all.holders.extend(shard.holders);
            all.places.extend(shard.places.iter().map(|&(article, gram, word)| (article, gram + grams, word)));
        }
        all
    }

    /// The articles of a gram.
    pub(super) fn holders(&self, gram: u32) -> &[u32] {
        let gram = gram as usize;
        let start = gram.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.holders[start as usize..self.ends[gram] as usize]
    }
}

/// Hashes the grams of a witness with a rolling polynomial (Karp and Rabin 1987) and keeps those of the shard. No gram goes over
/// what is hidden.
fn postings_of(witness: Witness<'_>, article: u32, shard: Shard, postings: &mut Vec<GramPlace>) {
    let leaving = BASE.wrapping_pow(GRAM as u32);
    for stretch in stretches(witness) {
        let words = &witness.article.tokens[stretch.clone()];
        let mut hash = 0u64;
        for (at, word) in words.iter().enumerate() {
            hash = hash.wrapping_mul(BASE).wrapping_add(word.key.0);
            if let Some(before) = at.checked_sub(GRAM) {
                hash = hash.wrapping_sub(words[before].key.0.wrapping_mul(leaving));
            }
            let mixed = mixed(hash);
            if at + 1 >= GRAM && shard.holds(mixed) {
                postings.push((mixed, article, (stretch.start + at + 1 - GRAM) as u32));
            }
        }
    }
}

/// Spreads a hash over all bits, so that shards are alike in size.
fn mixed(hash: u64) -> u64 {
    let folded = (hash ^ (hash >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    folded ^ (folded >> 32)
}
