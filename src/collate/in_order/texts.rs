//! The two texts as rows of words, as they are compared in order.

use rustc_hash::FxHashMap;

use super::super::cancel::Cancel;
use super::super::function_words::is_function_word;
use super::super::stem::stem;
use super::super::witness::{Witness, Words};
use super::exact::{Exactness, counting, extents};
use crate::article::Article;
use crate::text::{Pair, Side, Span, fold};

/// Letters up to which a word holds others together in most languages.
const SHORT: usize = 3;

/// Two witnesses, made ready to be compared in order.
pub(super) struct Texts<'a> {
    /// The articles.
    pub articles: Pair<&'a Article>,
    /// The visible words and what they weigh.
    pub words: Words,
    /// What each word is compared by, numbered over both witnesses.
    pub ids: Pair<Vec<u32>>,
    /// The stretch of text that counts with each word.
    pub extents: Pair<Vec<Span>>,
    /// What counts.
    pub exactness: Exactness,
    /// Whether a word, by its id in `words`, only holds others together.
    light: Vec<bool>,
}

impl<'a> Texts<'a> {
    /// Numbers the visible words by what counts of them. Linear.
    pub fn new(witnesses: Pair<Witness<'a>>, exactness: Exactness, cancel: &Cancel) -> Self {
        let articles = witnesses.map(|witness| witness.article);
        let words = Words::new(witnesses, cancel);
        let light = light(articles, &words);
        let (ids, extents) = match exactness {
            Exactness::Words => by_words(articles, &words),
            Exactness::Characters(case, spaces) => {
                let extents = Pair::from_fn(|side| extents(articles[side], &words.rows[side]));
                let mut numbers = FxHashMap::default();
                let ids = Pair::from_fn(|side| {
                    let each = extents[side].iter();
                    let said = each.map(|span| counting(span.of(&articles[side].text), case, spaces));
                    said.map(|said| numbered(&mut numbers, said)).collect()
                });
                (ids, extents)
            }
        };
        Self { articles, words, ids, extents, exactness, light }
    }

    /// Gives how much a stretch of words says: a word that only holds others together half of what another one does.
    pub fn strength(&self, start: usize, words: usize) -> usize {
        let row = &self.words.rows.left[start..start + words];
        row.iter().map(|word| if self.light[word.id as usize] { 1 } else { 2 }).sum()
    }

    /// Gives the sentence in which a word stands.
    pub fn sentence(&self, side: Side, at: usize) -> u32 {
        self.words.rows[side][at].sentence
    }

    /// Gives the paragraph in which a word stands.
    pub fn paragraph(&self, side: Side, at: usize) -> u32 {
        self.words.rows[side][at].paragraph
    }
}

fn by_words(articles: Pair<&Article>, words: &Words) -> (Pair<Vec<u32>>, Pair<Vec<Span>>) {
    let ids = words.rows.as_ref().map(|row| row.iter().map(|word| word.id).collect());
    let span = |side: Side, token: u32| articles[side].tokens[token as usize].span;
    let extents = Pair::from_fn(|side| words.rows[side].iter().map(|word| span(side, word.token)).collect());
    (ids, extents)
}

fn numbered(numbers: &mut FxHashMap<String, u32>, said: String) -> u32 {
    let next = numbers.len() as u32;
    *numbers.entry(said).or_insert(next)
}

fn light(articles: Pair<&Article>, words: &Words) -> Vec<bool> {
    let mut light: Vec<Option<bool>> = vec![None; words.stems.len()];
    for side in Side::BOTH {
        for word in &words.rows[side] {
            let text = articles[side].tokens[word.token as usize].span.of(&articles[side].text);
            light[word.id as usize].get_or_insert_with(|| {
                let letters = text.chars().all(char::is_alphabetic) && text.chars().count() <= SHORT;
                (letters && text.is_ascii()) || is_function_word(&stem(&fold(text)))
            });
        }
    }
    light.into_iter().map(Option::unwrap_or_default).collect()
}
