//! From what the reader marked to a rule that hides it, here and elsewhere.

use std::ops::Range;

use super::naming::{LONGEST_NAME, NAME_WORDS, id};
use super::rule::{Does, Fit, Rule, RuleSet, Scope, Unit};
use crate::article::{Article, Sentence};
use crate::text::{Span, Token};

/// How many words of a mark a rule of the kinds "begins so" and "to the end" takes.
const OPENING_WORDS: usize = 6;
/// A name has at least so many characters: in some scripts each character is a word.
const NAME_CHARS: usize = 12;

/// What the reader wants hidden of a marked passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// What reads exactly so.
    Exactly,
    /// What begins so.
    BeginsSo,
    /// Everything from here to the end.
    ToEnd,
}

/// A marked passage and what the reader wants of it.
#[derive(Clone, Copy, Debug)]
pub struct Marked<'a> {
    /// The article it stands in.
    pub article: &'a Article,
    /// Where it stands; taken as all the sentences it touches.
    pub span: Span,
    /// What is wanted.
    pub choice: Choice,
}

impl<'a> Marked<'a> {
    /// Makes a rule of it, made on `day`, with an id that is free in `rules`; nothing where no word is marked.
    ///
    /// "Begins so" fits units like the first that is marked: paragraphs if the whole of it is, else sentences. What else
    /// is marked does not count then, since units that follow one another in one article rarely do so in the next. "To the
    /// end" begins with a paragraph if the mark does, and takes more than the usual six words where an earlier unit begins
    /// with the same ones, so that in this article it hides from the mark on.
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
        Some(Rule {
            id,
            name,
            fit,
            does: Does::Hide,
            scope,
            created: day.to_owned(),
            note: String::new(),
            enabled: true,
        })
    }

    fn sentences(&self) -> &'a [Sentence] {
        let all = &self.article.sentences;
        let start = all.partition_point(|s| s.span.end() <= self.span.start());
        let end = all.partition_point(|s| s.span.start() < self.span.end());
        all.get(start..end).unwrap_or_default()
    }

    /// The words of the marked sentences, if there are any.
    fn words(&self) -> Option<Range<usize>> {
        let sentences = self.sentences();
        let words = sentences.first()?.tokens.start..sentences.last()?.tokens.end;
        let says = self.article.tokens.get(words.clone())?.iter().any(|word| !word.key.is_sign());
        says.then_some(words)
    }

    /// The text of the marked sentences.
    fn wording(&self) -> String {
        let sentences = self.sentences().iter().map(|s| folded(s.span.of(&self.article.text)));
        sentences.collect::<Vec<_>>().join(" ")
    }

    /// The first unit that is marked, with its words.
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

/// The first words of the unit `whole`, as many as tell it from the units before it.
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

/// With how many words of `b` both begin, signs left out.
fn shared_opening(a: &[Token], b: &[Token]) -> usize {
    let says = |word: &&Token| !word.key.is_sign();
    let both = a.iter().filter(says).zip(b.iter().enumerate().filter(|(_, word)| says(word)));
    both.take_while(|(a, (_, b))| a.key == b.key).last().map_or(0, |(_, (at, _))| at + 1)
}

/// The text from the first of `words` to the last. Sentences are parted by a space, also where the article lost it,
/// so that the words come out the same again.
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

/// Gives `text` with each run of white space and control characters as one space.
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
