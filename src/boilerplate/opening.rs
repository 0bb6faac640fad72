//! A place where a sentence begins, and what a rule that fits there hides.

use std::cell::Cell;
use std::ops::Range;

use super::rule::{Fit, Unit};
use crate::article::{Article, Paragraph, Sentence};
use crate::text::Span;

/// A place where a sentence begins.
#[derive(Clone, Copy, Debug)]
pub struct Opening<'a> {
    /// The article.
    pub article: &'a Article,
    /// The paragraph in which it stands.
    pub paragraph: &'a Paragraph,
    /// The sentence.
    pub sentence: &'a Sentence,
    /// The paragraph as units are put in it.
    pub ground: &'a Ground<'a>,
}

impl Opening<'_> {
    /// What `fit`, whose `length` words stand here, hides.
    pub fn hides(&self, fit: &Fit, length: usize) -> Option<Span> {
        match fit {
            Fit::Exactly(_) => {
                let start = self.sentence.tokens.start;
                let words = start..start + length;
                ends_a_sentence(self.article, &words).then(|| whole(self.article, &words))
            }
            Fit::BeginsSo(unit, _) => self.unit_span(*unit, length),
            Fit::ToEnd(unit, _) => {
                let begun = self.unit_span(*unit, length)?;
                Some(Span::new(begun.start(), self.article.paragraphs.last()?.span.end()))
            }
            Fit::Loosely(_) | Fit::Contains(..) | Fit::Pattern(..) | Fit::Between(..) => None,
        }
    }

    /// Where the unit stands that begins here with `length` words, if one does and has them all.
    pub fn unit_span(&self, unit: Unit, length: usize) -> Option<Span> {
        let start = self.sentence.tokens.start;
        let words = start..start + length;
        let all = match unit {
            Unit::Paragraph => &self.paragraph.tokens,
            Unit::Sentence => &self.sentence.tokens,
            Unit::Words if words.end <= self.paragraph.tokens.end => return self.around(Unit::Words, words),
            Unit::Words => return None,
        };
        (all.start == start && words.end <= all.end).then(|| whole(self.article, all))
    }

    /// The unit around `words`, which stand in this paragraph.
    pub fn around(&self, unit: Unit, words: Range<usize>) -> Option<Span> {
        let first = self.article.tokens.get(words.start)?.span;
        let last = self.article.tokens.get(words.end.checked_sub(1)?)?.span;
        self.ground.place(unit, first.join(last))
    }
}

/// A paragraph in which units are put around stretches, with what each of them asks of the text around it found once: thousands of them
/// may stand in a text without letters.
#[derive(Debug)]
pub struct Ground<'a> {
    article: &'a Article,
    paragraph: &'a Paragraph,
    /// The first character that is no white space, the first letter or digit, and the end of the last one.
    begins: usize,
    first: usize,
    last: usize,
    /// The stretches of parting and of closing marks that were gone through last.
    parting: Cell<(usize, usize)>,
    closing: Cell<(usize, usize)>,
}

impl<'a> Ground<'a> {
    /// Looks at the ends of a paragraph. Linear in what stands before its first letter and behind its last.
    pub fn of(article: &'a Article, paragraph: &'a Paragraph) -> Self {
        let span = paragraph.span;
        let text = span.of(&article.text);
        let at = |found: Option<usize>| found.map_or(span.end(), |at| span.start() + at);
        let last = text.char_indices().rev().find(|(_, c)| c.is_alphanumeric()).map(|(at, c)| at + c.len_utf8());
        Self {
            article,
            paragraph,
            begins: at(text.find(|c: char| !c.is_whitespace())),
            first: at(text.find(char::is_alphanumeric)),
            last: last.map_or(span.start(), |end| span.start() + end),
            parting: Cell::default(),
            closing: Cell::default(),
        }
    }

    /// The unit around `span`, which stands in the paragraph; for words themselves the marks that belong to them, and what
    /// parts them from the rest, go with them at the start of the paragraph.
    pub fn place(&self, unit: Unit, span: Span) -> Option<Span> {
        if span.is_empty() {
            return None;
        }
        match unit {
            Unit::Paragraph => Some(self.paragraph.span),
            Unit::Sentence => {
                let first = self.article.sentences.get(self.article.sentence_at(span.start()))?;
                let last = self.article.sentences.get(self.article.sentence_at(span.end() - 1))?;
                Some(first.span.join(last.span))
            }
            Unit::Words => {
                let parting = |c: char| c.is_whitespace() || matches!(c, ':' | '–' | '—' | '|' | ',' | '-');
                let opens = span.start() <= self.first;
                let begins = opens && span.start() <= self.begins;
                let start = if begins { self.paragraph.span.start() } else { span.start() };
                let end = if opens { self.over(&self.parting, span.end(), parting) } else { span.end() };
                // A lone full stop or bracket that closes what ends a paragraph has nothing to close any more.
                let closes = end >= self.last;
                let end = if closes { self.over(&self.closing, end, |c| matches!(c, ')' | ']' | '.')) } else { end };
                Some(Span::new(start, end))
            }
        }
    }

    /// The end of a stretch of such characters that begins at `from`.
    fn over(&self, known: &Cell<(usize, usize)>, from: usize, is_such: impl Fn(char) -> bool) -> usize {
        let (start, end) = known.get();
        if start <= from && from < end {
            return end;
        }
        let rest = self.article.text.get(from..self.paragraph.span.end()).unwrap_or_default();
        let end = from + rest.len() - rest.trim_start_matches(is_such).len();
        known.set((from, end));
        end
    }
}

/// Where a run of sentences stands.
pub fn sentences(article: &Article, run: Range<usize>) -> Option<Span> {
    let sentences = article.sentences.get(run)?;
    let words = sentences.first()?.tokens.start..sentences.last()?.tokens.end;
    (!words.is_empty()).then(|| whole(article, &words))
}

/// Whether a sentence ends with `words`, or with signs behind them.
fn ends_a_sentence(article: &Article, words: &Range<usize>) -> bool {
    let signs = article.tokens.iter().skip(words.end).take_while(|word| word.key.is_sign()).count();
    (words.end..=words.end + signs).any(|end| article.sentences.binary_search_by(|s| s.tokens.end.cmp(&end)).is_ok())
}

/// Where the sentences of `words` stand, with all marks of the paragraph before its first word and after its last.
fn whole(article: &Article, words: &Range<usize>) -> Span {
    let start = article.tokens.get(words.start).map_or(0, |word| word.span.start());
    let last =
        words.end.checked_sub(1).and_then(|last| article.tokens.get(last)).map_or(start, |word| word.span.start());
    let paragraph = |place| article.paragraphs.get(article.paragraph_id_at(place).0);
    let sentence = |place| article.sentences.get(article.sentence_at(place));
    let opened = paragraph(start).filter(|p| p.tokens.start == words.start).map(|p| p.span);
    let closed = paragraph(last).filter(|p| p.tokens.end == words.end).map(|p| p.span);
    let first = opened.or_else(|| Some(sentence(start)?.span)).map_or(start, Span::start);
    let end = closed.or_else(|| Some(sentence(last)?.span)).map_or(last, Span::end);
    Span::new(first, end)
}
