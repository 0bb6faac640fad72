//! Maps each word of the new version to the word of the old version that it was.

use std::ops::Range;

use crate::article::Article;
use crate::collate::collation::{Collation, Match, Weight};
use crate::text::{Pair, Side};

/// Returns for each word of the right version the word of the left one that it was; `None` if it is new or replaced another. The versions
/// must be collated in order. Takes linear time.
pub fn kept_words(articles: Pair<&Article>, collation: &Collation) -> Vec<Option<usize>> {
    let mut kept = vec![None; articles.right.tokens.len()];
    for found in &collation.matches {
        let mut from = Pair::from_fn(|side: Side| found.passages[side].tokens.start);
        for (words, weight) in differing(articles, found) {
            join(&mut kept, Pair::from_fn(|side| from[side]..words[side].start));
            if weight != Weight::Changed {
                join(&mut kept, words.clone());
            }
            from = words.map(|words| words.end);
        }
        join(&mut kept, Pair::from_fn(|side| from[side]..found.passages[side].tokens.end));
    }
    kept
}

/// The words in which the sides of a match differ, in order.
fn differing(articles: Pair<&Article>, found: &Match) -> Vec<(Pair<Range<usize>>, Weight)> {
    let mut all: Vec<(Pair<Range<usize>>, Weight)> = Vec::new();
    let mut last = Pair::from_fn(|side: Side| found.passages[side].tokens.start);
    for variant in &found.variants {
        let words = Pair::from_fn(|side: Side| {
            let words = articles[side].tokens_in(variant.spans[side]);
            words.start.max(last[side])..words.end.max(last[side])
        });
        last = words.as_ref().map(|words| words.end);
        all.push((words, variant.weight));
    }
    all
}

/// Joins words of both sides one by one.
fn join(kept: &mut [Option<usize>], words: Pair<Range<usize>>) {
    for (left, right) in words.left.zip(words.right) {
        if let Some(word) = kept.get_mut(right) {
            *word = Some(left);
        }
    }
}
