//! Makes a rule that hides what the reader marked, here and elsewhere.

use std::ops::Range;

use super::naming::{LONGEST_NAME, NAME_WORDS, id, unnamed};
use super::rule::{Fit, Rule, RuleSet, Scope, Unit};
use crate::article::{Article, Sentence};
use crate::text::{Span, Token};

/// How many words of a mark the rules "begins like this" and "to the end" take (chosen).
const OPENING_WORDS: usize = 6;
/// The fewest characters of a name: in some scripts each character is a word (chosen).
const NAME_CHARS: usize = 12;

/// What the reader wants to hide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Exactly this text.
    Exactly,
    /// Text that begins like this.
    BeginsSo,
    /// Everything from here to the end.
    ToEnd,
}

/// A marked passage and what the reader wants to hide.
#[derive(Clone, Copy, Debug)]
pub struct Marked<'a> {
    /// The article it is in.
    pub article: &'a Article,
    /// Its span; it is widened to whole sentences.
    pub span: Span,
    /// What is wanted.
    pub choice: Choice,
}

impl<'a> Marked<'a> {
    /// Makes a rule from it, dated `day`, with an id that is free in `rules`. Returns `None` if no word is marked.
    ///
    /// "Begins like this" matches units like the first marked one: paragraphs if all of it is marked, else sentences. The rest of the mark does
    /// not count, because units that follow one another in one article rarely do in the next. "To the end" begins with a paragraph if the mark
    /// does. It takes more than the usual six words if an earlier unit begins with the same ones, so that in this article it hides from the
    /// mark on.
    pub fn rule(&self, scope: Scope, day: &str, rules: &RuleSet) -> Option<Rule> {
        let words = self.words()?;
        let fit = match self.choice {
            Choice::Exactly => Fit::Exactly(self.wording()),
            Choice::BeginsSo => {
                let (unit, whole) = self.unit(&words)?;
                let opening = whole.start..whole.end.min(whole.start + OPENING_WORDS);
                Fit::BeginsSo(unit, wording(self.article, &opening))
            }
            Choice::ToEnd => {
                let (unit, whole) = self.unit(&words)?;
                Fit::ToEnd(unit, wording(self.article, &telling(self.article, unit, &whole)))
            }
        };
        let name = name(self.article, &words);
        let id = id(&name, rules);
        Some(Rule { id, name, ..unnamed(fit, scope, day) })
    }

    fn sentences(&self) -> &'a [Sentence] {
        let all = &self.article.sentences;
        let start = all.partition_point(|s| s.span.end() <= self.span.start());
        let end = all.partition_point(|s| s.span.start() < self.span.end());
        all.get(start..end).unwrap_or_default()
    }

    /// Returns the words of the marked sentences, if there are any.
    fn words(&self) -> Option<Range<usize>> {
        let sentences = self.sentences();
        let words = sentences.first()?.tokens.start..sentences.last()?.tokens.end;
        let says = self.article.tokens.get(words.clone())?.iter().any(|word| !word.key.is_sign());
        says.then_some(words)
    }

    /// Returns the text of the marked sentences.
    fn wording(&self) -> String {
        let sentences = self.sentences().iter().map(|s| folded(s.span.of(&self.article.text)));
        sentences.collect::<Vec<_>>().join(" ")
    }

    /// Returns the first marked unit, with its words.
    fn unit(&self, words: &Range<usize>) -> Option<(Unit, Range<usize>)> {
        let sentence = self.sentences().iter().find(|s| !s.tokens.is_empty())?;
        let paragraph = self.article.paragraphs.get(self.article.paragraph_id_at(sentence.span.start()).0)?;
        let from_its_start = paragraph.tokens.start == sentence.tokens.start;
        let to_its_end = self.choice == Choice::ToEnd || paragraph.tokens.end <= words.end;
        if from_its_start && to_its_end {
            return Some((Unit::Paragraph, paragraph.tokens.clone()));
        }
        Some((Unit::Sentence, sentence.tokens.clone()))
    }
}

/// Returns enough first words of the unit `whole` to distinguish it from the units before it.
fn telling(article: &Article, unit: Unit, whole: &Range<usize>) -> Range<usize> {
    let keys = |words: &Range<usize>| article.tokens.get(words.clone()).unwrap_or_default();
    let alike = |other: &Range<usize>| shared_opening(keys(other), keys(whole));
    let earlier = |words: &&Range<usize>| words.start < whole.start;
    let longest = match unit {
        Unit::Paragraph => article.paragraphs.iter().map(|p| &p.tokens).take_while(earlier).map(alike).max(),
        Unit::Sentence | Unit::Words => {
            article.sentences.iter().map(|s| &s.tokens).take_while(earlier).map(alike).max()
        }
    };
    let count = longest.map_or(OPENING_WORDS, |longest| OPENING_WORDS.max(longest + 1));
    whole.start..whole.end.min(whole.start + count)
}

/// Returns how many words of `b` both begin with, ignoring symbols.
fn shared_opening(a: &[Token], b: &[Token]) -> usize {
    let says = |word: &&Token| !word.key.is_sign();
    let both = a.iter().filter(says).zip(b.iter().enumerate().filter(|(_, word)| says(word)));
    both.take_while(|(a, (_, b))| a.key == b.key).last().map_or(0, |(_, (at, _))| at + 1)
}

/// Returns the text from the first of `words` to the last. Sentences are separated by a space, even if the article lost it, so that the
/// same words are found again.
fn wording(article: &Article, words: &Range<usize>) -> String {
    let start = article.sentences.partition_point(|s| s.tokens.end <= words.start);
    let sentences = article.sentences.get(start..).unwrap_or_default();
    let parts = sentences.iter().take_while(|s| s.tokens.start < words.end).filter_map(|sentence| {
        let within = sentence.tokens.start.max(words.start)..sentence.tokens.end.min(words.end);
        let (opens, closes) = (within.start == words.start, within.end == words.end);
        let taken = article.tokens.get(within)?;
        let start = if opens { taken.first()?.span.start() } else { sentence.span.start() };
        let end = if closes { taken.last()?.span.end() } else { sentence.span.end() };
        Some(folded(Span::new(start, end).of(&article.text)))
    });
    parts.collect::<Vec<_>>().join(" ")
}

/// Returns `text` with each run of white space and control characters as one space.
pub(super) fn folded(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

fn name(article: &Article, words: &Range<usize>) -> String {
    let mut end = words.end.min(words.start + NAME_WORDS);
    let mut name = wording(article, &(words.start..end));
    while end < words.end && name.chars().count() < NAME_CHARS {
        end += 1;
        name = wording(article, &(words.start..end));
    }
    if name.chars().count() > LONGEST_NAME {
        return name.chars().take(LONGEST_NAME).chain(['…']).collect();
    }
    if end < words.end { format!("{name} …") } else { name }
}
