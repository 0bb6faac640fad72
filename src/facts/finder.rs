//! Finds the facts of parts of an article.

use std::ops::Range;

use super::dates::dates;
use super::fact::{Fact, Saying};
use super::language::language;
use super::lexicon::{FactWord, FactWords};
use super::names::{KnownNames, names};
use super::numbers::numbers;
use super::row::Row;
use crate::article::Article;

/// Words of a sentence on either side of a passage that are looked at with it.
const AROUND: usize = 60;

/// An article made ready for its facts to be found, sentence by sentence.
#[derive(Debug)]
pub struct FactFinder<'a> {
    article: &'a Article,
    lexicon: Option<&'static FactWords>,
    names: KnownNames,
}

impl<'a> FactFinder<'a> {
    /// Reads an article for its language and the names it knows. Linear.
    pub fn new(article: &'a Article) -> Self {
        let lexicon = language(article);
        let names = lexicon.map(|lexicon| KnownNames::new(article, lexicon)).unwrap_or_default();
        Self { article, lexicon, names }
    }

    /// Gives its text.
    pub fn text(&self) -> &'a str {
        &self.article.text
    }

    /// Gives the language of the article, as two letters.
    pub fn language(&self) -> &'static str {
        self.lexicon.map_or("", |lexicon| lexicon.name)
    }

    /// Gives the facts of a passage and of the sentences around it, in order; the passage is told by its words, as indexes into the
    /// article's. Costs the length of the passage.
    pub fn facts(&self, tokens: Range<usize>) -> Vec<Fact> {
        let Some(lexicon) = self.lexicon else { return Vec::new() };
        let mut row = Row::new(self.article, lexicon, self.widened(tokens));
        let mut found = dates(&mut row);
        found.extend(numbers(&mut row));
        found.extend(names(&mut row, &self.names));
        found.extend(stances(&mut row));
        found.sort_by_key(|fact| fact.span);
        found
    }

    /// Gives the facts of one sentence, in order.
    pub fn of_sentence(&self, sentence: usize) -> Vec<Fact> {
        let Some(sentence) = self.article.sentences.get(sentence) else { return Vec::new() };
        let mut found = self.facts(sentence.tokens.clone());
        found.retain(|fact| fact.span.overlaps(sentence.span));
        found
    }

    /// Tells whether one word is the contrary of the other by a prefix: `legal`, `illegal`.
    pub(super) fn contrary(&self, a: &str, b: &str) -> bool {
        let (a, b) = (a.to_lowercase(), b.to_lowercase());
        let prefixed = |long: &str, short: &str| {
            let prefixes = self.lexicon.map_or(&[][..], |lexicon| lexicon.prefixes.as_slice());
            let rest = |prefix: &&str| long.strip_prefix(*prefix).map(|rest| rest.trim_start_matches('-'));
            short.chars().count() > 3 && prefixes.iter().filter_map(rest).any(|rest| rest == short)
        };
        prefixed(&a, &b) || prefixed(&b, &a)
    }

    /// Goes on to the ends of the sentences, as far as these are near.
    fn widened(&self, tokens: Range<usize>) -> Range<usize> {
        let all = &self.article.tokens;
        let Some((first, last)) = all.get(tokens.start).zip(tokens.end.checked_sub(1).and_then(|at| all.get(at)))
        else {
            return tokens;
        };
        let whole =
            |place: usize| self.article.sentences.get(self.article.sentence_at(place)).map(|s| s.tokens.clone());
        let start = whole(first.span.start()).map_or(tokens.start, |whole| whole.start.min(tokens.start));
        let end = whole(last.span.start()).map_or(tokens.end, |whole| whole.end.max(tokens.end));
        start.max(tokens.start.saturating_sub(AROUND))..end.min(tokens.end + AROUND)
    }
}

/// Finds negations, and words that vouch or doubt.
fn stances(row: &mut Row<'_>) -> Vec<Fact> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < row.cells.len() {
        let told = |m: FactWord| match m {
            FactWord::Yes => Some(None),
            FactWord::Not => Some(Some(Saying::Not)),
            FactWord::Unsaid => Some(Some(Saying::Unsaid)),
            FactWord::Doubt => Some(Some(Saying::Doubt)),
            FactWord::Firm => Some(Some(Saying::Firm)),
            FactWord::Pronoun => Some(Some(Saying::Pronoun)),
            _ => None,
        };
        let open = row.lexicon.is(row.small(at), FactWord::About)
            && row.cells.get(at + 1).is_some_and(|next| next.small.starts_with(|c: char| c.is_ascii_digit()));
        let (says, len) = match row.phrase(at, told) {
            Some((says, len)) => (says, len),
            None if open => (Some(Saying::Doubt), 1),
            None if row.small(at).ends_with("n't") && row.lexicon.name == "en" => (Some(Saying::Not), 1),
            None => (None, 1),
        };
        let capital = row.cells.get(at).is_some_and(|cell| cell.capital && !cell.first);
        // `No. 10`, `May` within a sentence.
        if let Some(says) = says.filter(|_| !capital) {
            found.push(Fact { span: row.span(at..at + len), says });
        }
        at += len;
    }
    found
}
