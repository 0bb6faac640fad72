//! A row of words in which facts are searched for.

use std::ops::Range;

use super::lexicon::{FactWord, FactWords};
use crate::article::Article;
use crate::text::Span;

/// A word.
#[derive(Debug)]
pub(super) struct Cell {
    pub span: Span,
    /// Its text in lower case, with straight apostrophes.
    pub small: String,
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether it has at least two letters and all are capitals.
    pub capitals: bool,
    /// Whether it begins a sentence or a quotation.
    pub first: bool,
    /// Whether it already belongs to a fact.
    pub taken: bool,
}

/// Consecutive words of one article.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub text: &'a str,
    pub lexicon: &'static FactWords,
    pub cells: Vec<Cell>,
}

impl<'a> Row<'a> {
    /// Makes a row from words, by their indexes in the article.
    pub fn new(article: &'a Article, lexicon: &'static FactWords, tokens: Range<usize>) -> Self {
        let text = article.text.as_str();
        let before = tokens.start.checked_sub(1).and_then(|at| article.tokens.get(at)).map_or(0, |t| t.span.end());
        let mut end = before;
        let mut cells = Vec::with_capacity(tokens.len());
        let mut sentence = 0..0;
        for (at, token) in tokens.clone().zip(article.tokens.get(tokens).unwrap_or_default()) {
            let gap = text.get(end.min(token.span.start())..token.span.start()).unwrap_or_default();
            end = token.span.end();
            let goes_on = sentence.contains(&at);
            if !goes_on {
                let place = article.sentence_at(token.span.start());
                sentence = article.sentences.get(place).map_or(at..at + 1, |sentence| sentence.tokens.clone());
            }
            let label = cells.last().filter(|_| at == sentence.start + 1).map(|cell: &Cell| cell.small.as_str());
            let first = !goes_on || opens(gap) || label.is_some_and(|label| numbers_item(label, gap));
            cells.push(cell(token.span, token.span.of(text), first));
        }
        Self { text, lexicon, cells }
    }

    /// Returns all of its text.
    pub fn whole(&self) -> &'a str {
        self.span(0..self.cells.len()).of(self.text)
    }

    /// Returns the text between a word and the one before.
    pub fn gap(&self, at: usize) -> &'a str {
        let (Some(before), Some(word)) = (at.checked_sub(1).and_then(|at| self.cells.get(at)), self.cells.get(at))
        else {
            return "";
        };
        self.text.get(before.span.end()..word.span.start()).unwrap_or_default()
    }

    /// Whether there is only white space between a word and the one before.
    pub fn goes_on(&self, at: usize) -> bool {
        at > 0 && at < self.cells.len() && self.gap(at).chars().all(char::is_whitespace)
    }

    /// Returns the word at a place, or an empty one.
    pub fn small(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", |cell| cell.small.as_str())
    }

    /// Returns what the longest phrase that begins at a place can be, and its length in words; only words not yet taken count.
    pub fn phrase<T>(&self, at: usize, wanted: impl Fn(FactWord) -> Option<T>) -> Option<(T, usize)> {
        let mut words = String::new();
        let mut found = None;
        let first = self.small(at);
        for len in 1..=self.lexicon.longest(first.strip_suffix("'s").unwrap_or(first)) {
            let Some(cell) = self.cells.get(at + len - 1).filter(|cell| !cell.taken) else { break };
            if len > 1 {
                if !self.goes_on(at + len - 1) {
                    break;
                }
                words.push(' ');
            }
            words.push_str(&cell.small);
            let told = |words: &str| self.lexicon.meanings(words).iter().find_map(|&m| wanted(m)).map(|it| (it, len));
            // `tomorrow's`
            let bare = || words.strip_suffix("'s").and_then(told);
            found = told(&words).or_else(bare).or(found);
        }
        found
    }

    /// Returns the span of words.
    pub fn span(&self, range: Range<usize>) -> Span {
        let (first, last) = (self.cells.get(range.start), range.end.checked_sub(1).and_then(|at| self.cells.get(at)));
        first.zip(last).map_or(Span::default(), |(first, last)| first.span.join(last.span))
    }

    /// Marks words as part of a fact.
    pub fn take(&mut self, range: Range<usize>) {
        self.cells.get_mut(range).unwrap_or_default().iter_mut().for_each(|cell| cell.taken = true);
    }
}

/// Whether a sentence or a quotation can begin after this text.
pub(super) fn opens(gap: &str) -> bool {
    gap.contains(['"', '“', '„', '«', ':', '•', '‘', '…']) || gap.starts_with("..")
}

/// Whether the first word of a line and what stands behind it number an item: `2.`, `(a)`.
pub(super) fn numbers_item(word: &str, gap: &str) -> bool {
    let digits = word.bytes().all(|byte| byte.is_ascii_digit());
    gap.starts_with(')') && (digits || word.chars().nth(1).is_none()) || gap.starts_with(". ") && digits
}

/// Returns a word in lower case, with straight apostrophes.
pub(super) fn small(word: &str) -> String {
    let small = word.to_lowercase();
    if small.contains('’') { small.replace('’', "'") } else { small }
}

fn cell(span: Span, word: &str, first: bool) -> Cell {
    let small = small(word);
    let capital = word.starts_with(char::is_uppercase);
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = letters > 1 && word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    Cell { span, small, capital, capitals, first, taken: false }
}
