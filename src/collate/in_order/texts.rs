//! Two versions as rows of words, prepared for comparison.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::cancel::Cancel;
use super::super::function_words::is_function_word;
use super::super::stem::stem;
use super::super::witness::{Witness, Word, Words};
use super::exact::{Diacritics, Exactness};
use super::lettering::is_written_alike;
use super::numbering::is_item_number;
use super::run::Run;
use crate::article::Article;
use crate::text::{Pair, Side, Span, fold, letters, without_diacritics};

/// Letters up to which a word holds others together in most languages (benches/constants.md).
const SHORT: usize = 3;

/// Two witnesses, made ready to be compared in order.
pub(super) struct Texts<'a> {
    /// The articles.
    pub articles: Pair<&'a Article>,
    /// The visible words and what they weigh, without the numbers of items: these are marks.
    pub words: Words,
    /// The visible words with these numbers, where there are any.
    numbered: Pair<Option<Vec<Word>>>,
    /// The tokens that are such numbers, in order.
    numbers: Pair<Vec<u32>>,
    /// What each word is compared by, numbered over both witnesses.
    pub ids: Pair<Vec<u32>>,
    /// What counts.
    pub exactness: Exactness,
    /// Whether a word, by its id in `words`, only holds others together.
    light: Vec<bool>,
}

impl<'a> Texts<'a> {
    /// Numbers the visible words by what counts of them. Linear.
    pub fn new(witnesses: Pair<Witness<'a>>, exactness: Exactness, cancel: &Cancel) -> Self {
        let articles = witnesses.map(|witness| witness.article);
        let mut words = Words::new(witnesses, cancel);
        let light = light(articles, &words);
        let mut numbered = Pair::new(None, None);
        let numbers = item_numbers(articles, &words.rows);
        for side in Side::BOTH.into_iter().filter(|side| !numbers[*side].is_empty()) {
            let counts = |word: &&Word| numbers[side].binary_search(&word.token).is_ok();
            let rest = words.rows[side].iter().filter(|word| !counts(word)).copied().collect();
            numbered[side] = Some(std::mem::replace(&mut words.rows[side], rest));
        }
        let mut spelled = Numbers { diacritics: exactness.diacritics(), ..Numbers::default() };
        let ids = Pair::from_fn(|side: Side| {
            let said = |word: &Word| articles[side].tokens[word.token as usize].span.of(&articles[side].text);
            cancel.watched(&words.rows[side]).map(|word| spelled.of(word.id, said(word))).collect()
        });
        Self { articles, words, numbered, numbers, ids, exactness, light }
    }

    /// Whether a token is the number of an item.
    pub fn is_number(&self, side: Side, token: usize) -> bool {
        self.numbers[side].binary_search(&(token as u32)).is_ok()
    }

    /// The visible words of a side, the numbers of items too.
    pub fn visible(&self, side: Side) -> &[Word] {
        self.numbered[side].as_deref().unwrap_or(&self.words.rows[side])
    }

    /// How much a stretch of words says: a word that only holds others together half of what another one does.
    pub fn strength(&self, start: usize, words: usize) -> usize {
        let row = &self.words.rows.left[start..start + words];
        row.iter().map(|word| self.weight(word)).sum()
    }

    /// How much a word of one side says.
    pub fn strength_at(&self, side: Side, at: usize) -> usize {
        self.weight(&self.words.rows[side][at])
    }

    /// How much a word says by its rarity, in 1024ths of a nat; nothing where it only holds others together.
    pub fn rarity(&self, side: Side, at: usize) -> Option<i64> {
        let id = self.words.rows[side][at].id as usize;
        (!self.light[id]).then(|| self.words.weights[id])
    }

    fn weight(&self, word: &Word) -> usize {
        if self.light[word.id as usize] { 1 } else { 2 }
    }

    /// The sentence in which a word stands.
    pub fn sentence(&self, side: Side, at: usize) -> u32 {
        self.words.rows[side][at].sentence
    }

    /// The paragraph in which a word stands.
    pub fn paragraph(&self, side: Side, at: usize) -> u32 {
        self.words.rows[side][at].paragraph
    }

    /// Where a word stands in its text.
    pub fn span(&self, side: Side, at: usize) -> Span {
        self.articles[side].tokens[self.words.rows[side][at].token as usize].span
    }

    /// Whether a word is a sign.
    pub fn is_sign(&self, side: Side, at: usize) -> bool {
        self.articles[side].tokens[self.words.rows[side][at].token as usize].key.is_sign()
    }

    /// A word as it is written.
    pub fn written(&self, side: Side, at: usize) -> &'a str {
        self.span(side, at).of(&self.articles[side].text)
    }

    /// A word as far as its writing counts.
    pub fn bare(&self, side: Side, at: usize) -> Cow<'a, str> {
        match self.exactness.diacritics() {
            Diacritics::Heeded => Cow::Borrowed(self.written(side, at)),
            Diacritics::Ignored => without_diacritics(self.written(side, at)),
        }
    }

    /// How many words of a run differ in diacritics that do not count. Linear.
    pub fn bared(&self, run: &Run) -> usize {
        if self.exactness.diacritics() == Diacritics::Heeded {
            return 0;
        }
        (0..run.words).filter(|step| self.is_bared(run.at.map(|at| at + step))).count()
    }

    fn is_bared(&self, at: Pair<usize>) -> bool {
        let written = Pair::from_fn(|side| self.written(side, at[side]));
        let bare = Pair::from_fn(|side| self.bare(side, at[side]));
        let alike = |a: &str, b: &str| is_written_alike(a, b, self.exactness.case());
        !alike(written.left, written.right)
            && (alike(&bare.left, &bare.right) || letters(written.left) != letters(written.right))
    }

    /// Whether nothing but the number of an item stands between a word and the one before it in its row.
    pub fn follows(&self, side: Side, at: usize) -> bool {
        let row = &self.words.rows[side];
        let next = at.checked_sub(1).map(|before| row[before].token + 1);
        next.is_some_and(|next| row[at].token == next || self.first_token(side, at) == next)
    }

    /// The first token that goes with a word: the number of the item that the word begins, else its own.
    pub fn first_token(&self, side: Side, at: usize) -> u32 {
        let word = self.words.rows[side][at];
        let Some(row) = self.numbered[side].as_deref() else { return word.token };
        let before = row.partition_point(|other| other.token < word.token).checked_sub(1);
        let number = before.filter(|before| self.is_number(side, row[*before].token as usize));
        number.and_then(|number| row.get(number)).unwrap_or(&word).token
    }
}

/// Finds the visible words that are numbers of items, as tokens in order. What the other side has as a word, before the same word, is
/// one here, too: there the item goes on a paragraph. Linear.
fn item_numbers(articles: Pair<&Article>, rows: &Pair<Vec<Word>>) -> Pair<Vec<u32>> {
    let places = Pair::from_fn(|side: Side| {
        let row = &rows[side];
        (0..row.len()).filter(|at| counts_items(articles[side], row, *at)).collect::<Vec<usize>>()
    });
    if places.left.is_empty() && places.right.is_empty() {
        return Pair::default();
    }
    let key = |side: Side, at: usize| rows[side].get(at).map(|word| articles[side].tokens[word.token as usize].key);
    let pair = |side: Side, at: usize| (key(side, at), key(side, at + 1));
    Pair::from_fn(|side: Side| {
        let wanted: FxHashSet<_> = places[side].iter().map(|at| pair(side, *at)).collect();
        let other = side.other();
        let is_item = |at: &usize| places[other].binary_search(at).is_ok();
        let words = (0..rows[other].len()).filter(|at| !is_item(at)).map(|at| pair(other, at));
        let worded: FxHashSet<_> = words.filter(|pair| wanted.contains(pair)).collect();
        let counts = places[side].iter().filter(|at| !worded.contains(&pair(side, **at)));
        counts.map(|at| rows[side][*at].token).collect()
    })
}

/// Whether a visible word only counts the items of a list, and there is more of its item to be seen.
fn counts_items(article: &Article, row: &[Word], at: usize) -> bool {
    let goes_on = |word: &Word| row.get(at + 1).is_some_and(|next| next.paragraph == word.paragraph);
    let counts = |word: &Word| is_item_number(article, word.paragraph as usize, word.token as usize);
    row.get(at).is_some_and(|word| goes_on(word) && counts(word))
}

/// Numbers of words: two words have one number if they are of the same letters.
#[derive(Default)]
struct Numbers<'t> {
    /// By what a word is compared by in reading: how it was written first, and its number.
    first: Vec<Option<(&'t str, u32)>>,
    others: FxHashMap<String, u32>,
    next: u32,
    diacritics: Diacritics,
}

impl<'t> Numbers<'t> {
    fn of(&mut self, id: u32, written: &'t str) -> u32 {
        let id = id as usize;
        if self.first.len() <= id {
            self.first.resize(id + 1, None);
        }
        if self.diacritics == Diacritics::Ignored {
            return self.of_bare(id, written);
        }
        let Some((known, number)) = self.first[id] else {
            let number = self.fresh();
            self.first[id] = Some((written, number));
            return number;
        };
        if known == written || known.eq_ignore_ascii_case(written) {
            return number;
        }
        let spelled = letters(written);
        if letters(known) == spelled {
            return number;
        }
        if let Some(number) = self.others.get(spelled.as_ref()) {
            return *number;
        }
        let number = self.fresh();
        self.others.insert(spelled.into_owned(), number);
        number
    }

    /// As [`Numbers::of`], where words of one number may have other keys.
    fn of_bare(&mut self, id: usize, written: &'t str) -> u32 {
        if let Some((known, number)) = self.first[id]
            && (known == written || known.eq_ignore_ascii_case(written))
        {
            return number;
        }
        let bare = letters(&without_diacritics(written)).into_owned();
        let fresh = self.next;
        let number = *self.others.entry(bare).or_insert(fresh);
        if number == fresh {
            self.next += 1;
        }
        self.first[id].get_or_insert((written, number));
        number
    }

    fn fresh(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }
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
