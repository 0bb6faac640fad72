//! A witness: the visible words of an article.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::cancel::Cancel;
use super::figures::figures;
use super::framing::is_framing;
use super::stem::stem;
use super::word_kind::{Trait, plain_trait};
use crate::article::Article;
use crate::boilerplate::Mask;
use crate::text::{Key, Pair, Side, Span, Token, fold, is_office};

/// Sentences taken to stand in neither witness, so that few sentences do not make every word common (benches/constants.md).
const UNSEEN: f64 = 4.0;
/// Sentences that both witnesses are taken to have at the least, for the same reason (benches/constants.md).
pub(super) const FEWEST: usize = 40;
/// The least a word says, in 1024ths of a nat: a long run says something even where each of its words stands everywhere
/// (benches/constants.md).
const LEAST: f64 = 256.0;
/// A nat in fixed point (defined).
const NAT: f64 = 1024.0;

/// An article with its mask.
#[derive(Clone, Copy, Debug)]
pub struct Witness<'a> {
    /// The article.
    pub article: &'a Article,
    /// What is hidden and takes no part.
    pub mask: &'a Mask,
}

/// A visible word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// What it is compared by, numbered over both witnesses.
    pub id: u32,
    /// Its place in the article's tokens.
    pub token: u32,
    /// The sentence in which it stands.
    pub sentence: u32,
    /// The paragraph in which it stands.
    pub paragraph: u32,
}

/// A witness and its visible words, in order.
#[derive(Clone, Copy, Debug)]
pub(super) struct WitnessRow<'w> {
    /// The witness.
    pub witness: Witness<'w>,
    /// Its words.
    pub row: &'w [Word],
}

/// Visible words of an article, as if nothing were between them. Indexes count these words only, never all words of the article.
#[derive(Debug)]
pub(super) struct Seen(Vec<Token>);

impl Seen {
    /// Gathers the words of a row, or of a part of it.
    pub fn of(article: &Article, row: &[Word]) -> Self {
        Self(row.iter().filter_map(|word| article.tokens.get(word.token as usize)).copied().collect())
    }

    /// Gathers those of an article's words that are not hidden.
    pub fn within(witness: Witness<'_>, tokens: Range<usize>) -> Self {
        let tokens = witness.article.tokens.get(tokens).unwrap_or_default();
        let hidden = witness.mask.hidden();
        let first = |span: Span| hidden.partition_point(|hidden| hidden.span.end() <= span.start());
        let is_hidden = |span: Span| hidden.get(first(span)).is_some_and(|hidden| hidden.span.overlaps(span));
        Self(tokens.iter().filter(|token| !is_hidden(token.span)).copied().collect())
    }

    /// The words.
    pub fn words(&self) -> &[Token] {
        &self.0
    }
}

/// The visible words of both witnesses, with the weight of each id.
#[derive(Debug)]
pub(super) struct Words {
    /// The words, in order.
    pub rows: Pair<Vec<Word>>,
    /// How much a word says, by id: `ln(sentences / sentences with it)` over both witnesses, in 1024ths of a nat.
    pub weights: Vec<i64>,
    /// Whether a word stands in each witness, by id.
    pub present: Pair<Vec<bool>>,
    /// Bits of a word's key, by id: they break ties the same way whichever side is left.
    pub salts: Vec<u32>,
    /// The stem of a word, by id; words of one stem differ in their inflexion alone.
    pub stems: Vec<u32>,
    /// What a word is by itself, by stem.
    pub kinds: Vec<Trait>,
    /// Whether a word only frames what is said, by stem.
    pub framing: Vec<bool>,
    /// Whether a word is an office or a title, by stem.
    pub offices: Vec<bool>,
}

impl Words {
    /// Numbers and weighs the visible words of both witnesses. Linear in their number. Some are missing once `cancel` is raised.
    pub fn new(witnesses: Pair<Witness<'_>>, cancel: &Cancel) -> Self {
        let mut lexicon = Lexicon::default();
        let rows = witnesses.map(|witness| row(witness, &mut lexicon, cancel));
        let weights = weights(&rows, lexicon.stems.len(), cancel);
        let present = rows.as_ref().map(|row| present(row, lexicon.stems.len(), cancel));
        let Lexicon { salts, stems, kinds, framing, offices, .. } = lexicon;
        Self { rows, present, weights, salts, stems, kinds, framing, offices }
    }
}

impl Words {
    /// The salt of two stretches of words: it depends on each one's words in their order, and is the same whichever side is left.
    pub fn salt(&self, start: Pair<usize>, end: Pair<usize>) -> u32 {
        let mixed = Pair::from_fn(|side: Side| self.mixed(side, start[side]..end[side]));
        mixed.left.wrapping_add(mixed.right) & 0xffff
    }

    /// The same of a run, which has the same words on both sides.
    pub fn salt_of_run(&self, left: Range<usize>) -> u32 {
        let mixed = self.mixed(Side::Left, left);
        mixed.wrapping_add(mixed) & 0xffff
    }

    fn mixed(&self, side: Side, words: Range<usize>) -> u32 {
        let mixed = self.rows[side][words].iter().fold(1u32, |so_far, word| {
            (so_far.rotate_left(5) ^ self.salts[word.id as usize]).wrapping_mul(0x9e37_79b1)
        });
        mixed >> 16
    }
}

/// Words and stems, numbered as they come.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    ids: FxHashMap<Key, u32>,
    stems: Vec<u32>,
    salts: Vec<u32>,
    numbers: FxHashMap<String, u32>,
    kinds: Vec<Trait>,
    framing: Vec<bool>,
    offices: Vec<bool>,
}

impl Lexicon {
    fn id<'a>(&mut self, key: Key, word: impl Fn() -> &'a str) -> u32 {
        let next = self.ids.len() as u32;
        let id = *self.ids.entry(key).or_insert(next);
        if id == next {
            self.salts.push((key.0 >> 40) as u32);
            let stem = self.stem(word());
            self.stems.push(stem);
        }
        id
    }

    /// The number of a word's stem, and what the word is by itself.
    pub fn stem_of(&mut self, key: Key, word: &str) -> (u32, Trait) {
        let id = self.id(key, || word);
        let stem = self.stems[id as usize];
        (stem, self.kinds[stem as usize])
    }

    fn stem(&mut self, word: &str) -> u32 {
        let folded = fold(word);
        let (stem, next) = (figures(word).unwrap_or_else(|| stem(&folded)), self.kinds.len() as u32);
        if let Some(number) = self.numbers.get(&stem) {
            return *number;
        }
        self.framing.push(is_framing(&stem));
        self.offices.push(is_office(&folded));
        self.kinds.push(plain_trait(&stem));
        self.numbers.insert(stem, next);
        next
    }
}

fn row(witness: Witness<'_>, lexicon: &mut Lexicon, cancel: &Cancel) -> Vec<Word> {
    let article = witness.article;
    let mut row = Vec::with_capacity(article.tokens.len());
    let mut hidden = witness.mask.hidden().iter().map(|hidden| hidden.span).peekable();
    for (paragraph, part) in article.paragraphs.iter().enumerate() {
        for sentence in part.sentences.clone() {
            for token in cancel.watched(article.sentences[sentence].tokens.clone()) {
                let word = article.tokens[token];
                while hidden.next_if(|span| span.end() <= word.span.start()).is_some() {}
                if hidden.peek().is_some_and(|span| span.overlaps(word.span)) {
                    continue;
                }
                let id = lexicon.id(word.key, || word.span.of(&article.text));
                row.push(Word { id, token: token as u32, sentence: sentence as u32, paragraph: paragraph as u32 });
            }
        }
    }
    row
}

fn present(row: &[Word], ids: usize, cancel: &Cancel) -> Vec<bool> {
    let mut present = vec![false; ids];
    for word in cancel.watched(row) {
        present[word.id as usize] = true;
    }
    present
}

/// Weighs ids by rarity among the sentences, in fixed point, so that sums do not depend on their order.
fn weights(rows: &Pair<Vec<Word>>, ids: usize, cancel: &Cancel) -> Vec<i64> {
    let mut counts = vec![0u32; ids];
    let mut sentences = 0u32;
    let mut seen = vec![0u32; ids];
    for row in [&rows.left, &rows.right] {
        for sentence in cancel.watched(row.chunk_by(|a, b| a.sentence == b.sentence)) {
            sentences += 1;
            for word in sentence {
                let id = word.id as usize;
                if seen[id] != sentences {
                    seen[id] = sentences;
                    counts[id] += 1;
                }
            }
        }
    }
    counts.iter().map(|&count| rarity((sentences as usize).max(FEWEST), count)).collect()
}

/// Weighs what stands in `count` of so many sentences, in 1024ths of a nat.
pub(super) fn rarity(sentences: usize, count: u32) -> i64 {
    let all = sentences as f64 + UNSEEN;
    ((all / f64::from(count.max(1))).ln() * NAT).round().max(LEAST) as i64
}
