//! Finds the facts of parts of an article.

use std::ops::Range;
use std::sync::OnceLock;

use super::dates::dates;
use super::fact::{Fact, Saying};
use super::language::language;
use super::lexicon::{FactWord, FactWords};
use super::names::{KnownNames, names};
use super::numbers::numbers;
use super::row::{Row, small};
use crate::article::{Article, Sentence};
use crate::text::{Span, Token, quotations};

/// Words that belong to a fact only between two parts of it.
const BINDING: [&[&str]; 3] = [super::dates::BINDING, super::names::BINDING, super::numbers::BINDING];
/// The bytes of the longest negating prefix, with a hyphen.
const PREFIX: usize = 12;
/// Signs of the address of a page.
const ADDRESS: [&str; 2] = ["://", "www."];
/// How many sentences on either side are searched for facts.
const NEAR: usize = 200;
/// How many words of a sentence on either side of a passage are searched with it.
const AROUND: usize = 60;

/// An article prepared for finding its facts, sentence by sentence.
#[derive(Debug)]
pub struct FactFinder<'a> {
    article: &'a Article,
    lexicon: Option<&'static FactWords>,
    /// The sentences that are read.
    sentences: &'a [Sentence],
    /// The words that they use as names, found with the first facts.
    names: OnceLock<KnownNames>,
    /// The longer quotations.
    quoted: Vec<Span>,
}

impl<'a> FactFinder<'a> {
    /// Finds the language of an article and its quotations, and its names when facts are first asked for. Takes linear time.
    pub fn new(article: &'a Article) -> Self {
        Self::within(article, 0..article.sentences.len())
    }

    /// Reads only the surroundings of a sentence, and finds facts only there, in bounded time.
    pub fn near(article: &'a Article, sentence: usize) -> Self {
        Self::within(article, sentence.saturating_sub(NEAR)..(sentence + NEAR).min(article.sentences.len()))
    }

    fn within(article: &'a Article, sentences: Range<usize>) -> Self {
        let lexicon = language(article);
        let sentences = article.sentences.get(sentences).unwrap_or_default();
        Self { article, lexicon, sentences, names: OnceLock::new(), quoted: quoted(article, sentences) }
    }

    /// Returns the span of words, given as indexes into the article's words.
    pub fn span(&self, tokens: &Range<usize>) -> Span {
        let within = self.article.tokens.get(tokens.clone()).unwrap_or_default();
        within.first().zip(within.last()).map_or(Span::default(), |(first, last)| first.span.join(last.span))
    }

    /// Whether words are in a quotation; the marks of one beside them do not count.
    pub fn is_quoted(&self, span: Span) -> bool {
        let text = span.of(&self.article.text);
        let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
        let start = span.end() - bare.len();
        let span = Span::new(start, start + bare.trim_end_matches(|c: char| !c.is_alphanumeric()).len());
        let after = self.quoted.partition_point(|quotation| quotation.end() <= span.start());
        !span.is_empty() && self.quoted.get(after).is_some_and(|quotation| quotation.overlaps(span))
    }

    /// Whether there may be a fact at a place, which rules out most changes cheaply: one of the words may be part of a fact or join two that
    /// are, or the place is between two such words.
    pub fn may_be_at(&self, span: Span) -> bool {
        let all = &self.article.tokens;
        let from = all.partition_point(|token| token.span.end() <= span.start());
        let to = all.partition_point(|token| token.span.start() < span.end()).max(from);
        let part = |at: Option<usize>| at.and_then(|at| all.get(at)).is_some_and(|token| self.may_be_part(token));
        let binds = |at: Option<usize>| {
            let token = at.and_then(|at| all.get(at));
            token.is_some_and(|token| BINDING.iter().any(|words| words.contains(&token.span.of(&self.article.text))))
        };
        let before = from.checked_sub(1);
        if from == to {
            return (part(before) || binds(before)) && (part(Some(to)) || binds(Some(to)));
        }
        let bound = |at: usize| binds(Some(at)) && part(at.checked_sub(1)) && part(Some(at + 1));
        (from..to).any(|at| part(Some(at)) || bound(at))
    }

    fn may_be_part(&self, token: &Token) -> bool {
        self.lexicon.is_some_and(|lexicon| lexicon.may_be_part(token.span.of(&self.article.text)))
    }

    /// The article.
    pub(crate) fn article(&self) -> &'a Article {
        self.article
    }

    /// Whether a word may be this.
    pub(super) fn is_word(&self, span: Span, word: FactWord) -> bool {
        self.is_said(span.of(&self.article.text), word)
    }

    /// Whether these letters may be this word.
    pub(super) fn is_said(&self, letters: &str, word: FactWord) -> bool {
        let small = letters.to_lowercase();
        self.lexicon.is_some_and(|lexicon| lexicon.is(&small, word))
    }

    /// Whether a word is one of those by which the language is known.
    pub(super) fn is_common(&self, word: &str) -> bool {
        self.lexicon.is_some_and(|lexicon| lexicon.common.contains(word))
    }

    /// Returns the word of which a word is the past, where that is not told by its ending: `saw`, `see`.
    pub(super) fn present(&self, small: &str) -> Option<&'static str> {
        let found = self.meanings(small).iter();
        found.filter_map(|m| if let FactWord::Past(word) = m { Some(*word) } else { None }).next()
    }

    /// Returns all that a word in small letters can be.
    pub(super) fn meanings(&self, small: &str) -> &'static [FactWord] {
        self.lexicon.map_or(&[][..], |lexicon| lexicon.meanings(small))
    }

    /// Whether the language gives all nouns a capital.
    pub(super) fn has_capital_nouns(&self) -> bool {
        self.lexicon.is_some_and(|lexicon| lexicon.capital)
    }

    /// Whether each letter is read as a word.
    pub(super) fn has_letters_for_words(&self) -> bool {
        self.lexicon.is_some_and(|lexicon| lexicon.letters)
    }

    /// Returns the word before a place.
    pub(super) fn word_before(&self, place: usize) -> Option<&'a str> {
        let all = &self.article.tokens;
        let before = all.partition_point(|token| token.span.end() <= place).checked_sub(1);
        before.and_then(|at| all.get(at)).map(|token| token.span.of(&self.article.text))
    }

    /// Returns the word behind a place, after a space.
    pub(super) fn word_behind(&self, place: usize) -> Option<&'a str> {
        let all = &self.article.tokens;
        let next = all.get(all.partition_point(|token| token.span.start() < place))?;
        let gap = self.article.text.get(place..next.span.start())?;
        gap.chars().all(char::is_whitespace).then(|| next.span.of(&self.article.text))
    }

    /// Whether all words of a name stand at a stretch, or in the sentences around, however they are written there.
    pub(crate) fn says_words(&self, span: Span, name: &[String]) -> bool {
        let near = self.article.sentence_at(span.start())..self.article.sentence_at(span.end().saturating_sub(1)) + 1;
        let sentences = self.article.sentences.get(near).unwrap_or_default();
        let tokens = sentences.iter().flat_map(|sentence| sentence.tokens.clone()).take(AROUND * 4);
        let words: Vec<String> = tokens
            .filter_map(|at| self.article.tokens.get(at))
            .map(|token| bare_word(token.span.of(&self.article.text)))
            .collect();
        !name.is_empty() && name.iter().all(|word| words.contains(word))
    }

    /// Returns the words of a span.
    pub(super) fn within_span(&self, span: Span) -> &'a [Token] {
        let all = &self.article.tokens;
        let from = all.partition_point(|token| token.span.end() <= span.start());
        let to = all.partition_point(|token| token.span.start() < span.end()).max(from);
        &all[from..to]
    }

    /// Its text.
    pub fn text(&self) -> &'a str {
        &self.article.text
    }

    /// Returns the language of the article, as two letters.
    pub fn language(&self) -> &'static str {
        self.lexicon.map_or("", |lexicon| lexicon.name)
    }

    /// Returns the facts of a passage and of the sentences around it, in order. The passage is given as indexes into the article's words. Takes
    /// time linear in its length.
    pub fn facts(&self, tokens: Range<usize>) -> Vec<Fact> {
        let Some(lexicon) = self.lexicon else { return Vec::new() };
        let mut row = Row::new(self.article, lexicon, self.widened(tokens));
        let mut found = dates(&mut row);
        found.extend(numbers(&mut row));
        let known = self.names.get_or_init(|| KnownNames::new(self.article, self.sentences, lexicon));
        found.extend(names(&mut row, known));
        found.extend(stances(&mut row));
        if ADDRESS.iter().any(|sign| row.whole().contains(sign)) {
            found.retain(|fact| !self.is_in_address(fact.span));
        }
        found.sort_by_key(|fact| fact.span);
        found
    }

    /// Whether a stretch is in the address of a page: what stands in it is said of nothing.
    fn is_in_address(&self, span: Span) -> bool {
        let text = &self.article.text;
        let (before, behind) =
            (text.get(..span.start()).unwrap_or_default(), text.get(span.end()..).unwrap_or_default());
        let from = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let to = behind.find(char::is_whitespace).map_or(text.len(), |at| span.end() + at);
        ADDRESS.iter().any(|sign| text.get(from..to).is_some_and(|whole| whole.contains(sign)))
    }

    /// Returns the facts of one sentence, in order.
    pub fn of_sentence(&self, sentence: usize) -> Vec<Fact> {
        let Some(sentence) = self.article.sentences.get(sentence) else { return Vec::new() };
        let mut found = self.facts(sentence.tokens.clone());
        found.retain(|fact| fact.span.overlaps(sentence.span));
        found
    }

    /// Whether one word is the other with a negating prefix: `legal`, `illegal`.
    pub(super) fn contrary(&self, a: &str, b: &str) -> bool {
        // This rules out nearly all changed words.
        if a.len() == b.len() || a.len().abs_diff(b.len()) > PREFIX {
            return false;
        }
        let (a, b) = (a.to_lowercase(), b.to_lowercase());
        let prefixed = |long: &str, short: &str| {
            let prefixes = self.lexicon.map_or(&[][..], |lexicon| lexicon.prefixes.as_slice());
            let rest = |prefix: &&str| long.strip_prefix(*prefix).map(|rest| rest.trim_start_matches('-'));
            short.chars().count() > 3 && prefixes.iter().filter_map(rest).any(|rest| rest == short)
        };
        prefixed(&a, &b) || prefixed(&b, &a)
    }

    /// Extends to the ends of the sentences, if these are near.
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

/// A word as words of names are compared.
fn bare_word(word: &str) -> String {
    let small = small(word);
    small.strip_suffix("'s").unwrap_or(&small).replace(['.', '-'], "")
}

/// Words that a quotation has at the least: fewer are a term, or a title.
const QUOTED: usize = 3;

fn quoted(article: &Article, sentences: &[Sentence]) -> Vec<Span> {
    let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else { return Vec::new() };
    let paragraph_ids = article.paragraph_id_at(first.span.start()).0..=article.paragraph_id_at(last.span.start()).0;
    let all = article.paragraphs.get(paragraph_ids).unwrap_or_default();
    let all = all.iter().flat_map(|paragraph| quotations(&article.text, paragraph.span));
    all.filter(|quotation| quotation.of(&article.text).split_whitespace().count() >= QUOTED).collect()
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
        let counted =
            row.gap(at + len).starts_with('.') || row.small(at + len).starts_with(|c: char| c.is_ascii_digit());
        // `No. 10`; `May` and `Will` within a sentence; `None` and `no_std` in a program.
        let behind = row.text.get(row.span(at..at + len).end()..).unwrap_or_default();
        let value = capital && row.lexicon.name == "en" && row.small(at) == "none" || behind.starts_with('_');
        if let Some(says) = says.filter(|says| !value && (!capital || *says == Saying::Not && !counted)) {
            found.push(Fact { span: row.span(at..at + len), says });
        }
        at += len;
    }
    found
}
