//! Traces: finds a passage in other articles, word for word, or else the most similar sentence.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::article::Article;
use crate::collate::cancel::Cancel;
use crate::text::{Key, Token};

/// The most places that are returned for one article (chosen).
const MOST: usize = 20;
/// The percentage of the weight of a passage's words that a sentence must have (benches/constants.md).
const ALIKE: usize = 40;
/// How many words of the passage it must have (benches/constants.md).
const SHARED: usize = 3;

/// A place that has a passage, or something similar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The article, by its index.
    pub article: usize,
    /// The words there, as indexes into the article's tokens.
    pub tokens: Range<usize>,
    /// The percentage of the passage's words there, weighted by rarity; `None` if it is there word for word.
    pub percent: Option<usize>,
}

/// The words that are looked for.
struct Wanted {
    keys: Vec<Key>,
    /// What each word tells: the fewer there are of it, the more.
    weights: BTreeMap<Key, usize>,
    /// The rarest one, as an index into `keys`.
    rarest: usize,
}

/// Searches for a passage, `(article, words)`, in all articles: first exactly, then loosely in the other articles without an exact hit.
/// Exact hits come first, then the most similar ones. Returns `None` once `cancel` is raised. Takes linear time.
pub fn traces(articles: &[&Article], at: usize, passage: Range<usize>, cancel: &Cancel) -> Option<Vec<Trace>> {
    let keys: Vec<Key> =
        articles.get(at)?.tokens.get(passage.clone()).unwrap_or_default().iter().map(|word| word.key).collect();
    let wanted = Wanted::of(keys, articles);
    let mut found = Vec::new();
    for (article, text) in articles.iter().enumerate() {
        if cancel.is_cancelled() {
            return None;
        }
        let own = |tokens: &Range<usize>| article == at && tokens.start < passage.end && passage.start < tokens.end;
        let exact = wanted.exactly(&text.tokens).filter(|tokens| !own(tokens)).take(MOST);
        let before = found.len();
        found.extend(exact.map(|tokens| Trace { article, tokens, percent: None }));
        if found.len() == before && article != at {
            found.extend(wanted.loosely(text).map(|(tokens, percent)| Trace {
                article,
                tokens,
                percent: Some(percent),
            }));
        }
    }
    found.sort_by_key(|trace| {
        (trace.percent.map(|percent| 100_usize.saturating_sub(percent)), trace.article, trace.tokens.start)
    });
    Some(found)
}

impl Wanted {
    fn of(keys: Vec<Key>, articles: &[&Article]) -> Self {
        let mut counts: BTreeMap<Key, usize> = keys.iter().map(|key| (*key, 0)).collect();
        for word in articles.iter().flat_map(|article| &article.tokens) {
            if let Some(count) = counts.get_mut(&word.key) {
                *count += 1;
            }
        }
        let all: usize = articles.iter().map(|article| article.tokens.len()).sum();
        let rarest = (0..keys.len()).min_by_key(|at| counts.get(&keys[*at])).unwrap_or(0);
        let weight = |count: usize| (all / count.max(1)).max(1).ilog2() as usize + 1;
        let weights = counts.into_iter().map(|(key, count)| (key, weight(count).pow(2))).collect();
        Self { keys, weights, rarest }
    }

    /// Finds where the words stand in a row.
    fn exactly<'a>(&'a self, tokens: &'a [Token]) -> impl Iterator<Item = Range<usize>> + 'a {
        let starts = self.keys.get(self.rarest).into_iter().flat_map(move |rarest| {
            let there = tokens.iter().enumerate().filter(move |(_, word)| word.key == *rarest);
            there.filter_map(move |(at, _)| at.checked_sub(self.rarest))
        });
        starts.map(|start| start..start + self.keys.len()).filter(|span| {
            let there = tokens.get(span.clone());
            there.is_some_and(|there| there.iter().zip(&self.keys).all(|(word, key)| word.key == *key))
        })
    }

    /// Finds the sentence that has most of what the words tell, and how much of it in percent.
    fn loosely(&self, article: &Article) -> Option<(Range<usize>, usize)> {
        let all: usize = self.weights.values().sum();
        let least = SHARED.min(self.weights.len());
        let alike = |tokens: &Range<usize>| {
            let words = article.tokens.get(tokens.clone()).unwrap_or_default();
            let shared: BTreeSet<Key> =
                words.iter().map(|word| word.key).filter(|key| self.weights.contains_key(key)).collect();
            let told: usize = shared.iter().filter_map(|key| self.weights.get(key)).sum();
            if shared.len() >= least { (told * 100).checked_div(all).unwrap_or(0) } else { 0 }
        };
        let sentences = article.sentences.iter().map(|sentence| (sentence.tokens.clone(), alike(&sentence.tokens)));
        let best = sentences.reduce(|best, next| if next.1 > best.1 { next } else { best });
        best.filter(|(_, percent)| *percent >= ALIKE)
    }
}
