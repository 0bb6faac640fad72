//! Maps each word of the new version to what it was in the old version.

use std::ops::Range;

use crate::article::Article;
use crate::collate::collation::{Collation, Match, Weight};
use crate::text::{Pair, Side, Token, fold};

/// Returns for each word of the right version the words of the left one that it was: most often one, two if they are written as one now, as
/// in `reed-beds`; none if it is new or replaced another. The versions must be collated in order. Takes linear time.
pub fn kept_words(articles: Pair<&Article>, collation: &Collation) -> Vec<Range<usize>> {
    let mut kept = vec![0..0; articles.right.tokens.len()];
    for found in &collation.matches {
        let mut from = Pair::from_fn(|side: Side| found.passages[side].tokens.start);
        for (words, weight) in differing(articles, found) {
            join(articles, &mut kept, Pair::from_fn(|side| from[side]..words[side].start));
            if weight != Weight::Changed {
                join(articles, &mut kept, words.clone());
            }
            from = words.map(|words| words.end);
        }
        join(articles, &mut kept, Pair::from_fn(|side| from[side]..found.passages[side].tokens.end));
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

/// Joins words of both sides that are the same but for spaces and hyphens: one by one, and where one side has one word for several of the
/// other, by their letters.
fn join(articles: Pair<&Article>, kept: &mut [Range<usize>], words: Pair<Range<usize>>) {
    let mut next = words.as_ref().map(|words| words.start);
    while next.left < words.left.end && next.right < words.right.end {
        let group = match is_same(articles, next) {
            true => next.map(|next| next..next + 1),
            false => same_letters(articles, next, &words),
        };
        for right in group.right.clone() {
            if let Some(word) = kept.get_mut(right) {
                *word = group.left.clone();
            }
        }
        next = group.map(|group| group.end);
    }
}

fn is_same(articles: Pair<&Article>, at: Pair<usize>) -> bool {
    let token = Pair::from_fn(|side: Side| articles[side].tokens.get(at[side]));
    let (Some(left), Some(right)) = (token.left, token.right) else { return false };
    let small = |side: Side, token: &Token| token.span.of(&articles[side].text).to_lowercase();
    left.key == right.key || fold(&small(Side::Left, left)) == fold(&small(Side::Right, right))
}

/// The first words of both sides that have as many letters; all of them if no fewer have.
fn same_letters(articles: Pair<&Article>, from: Pair<usize>, words: &Pair<Range<usize>>) -> Pair<Range<usize>> {
    let letters = |side: Side, at: usize| {
        let word = articles[side].tokens.get(at).map_or("", |token| token.span.of(&articles[side].text));
        word.chars().filter(|c| c.is_alphanumeric()).count()
    };
    let mut end = from.map(|from| from + 1);
    let mut long = Pair::from_fn(|side: Side| letters(side, from[side]));
    while long.left != long.right {
        let shorter = if long.left < long.right { Side::Left } else { Side::Right };
        if end[shorter] == words[shorter].end {
            return Pair::from_fn(|side: Side| from[side]..words[side].end);
        }
        long[shorter] += letters(shorter, end[shorter]);
        end[shorter] += 1;
    }
    Pair::from_fn(|side: Side| from[side]..end[side])
}
