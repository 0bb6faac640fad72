//! A place where a sentence begins, and what a rule that matches there hides.

use std::cell::{Cell, OnceCell};
use std::ops::Range;

use super::rule::{Fit, Unit};
use crate::article::{Article, Paragraph, Sentence};
use crate::text::Span;

/// A place where a sentence begins.
#[derive(Clone, Copy, Debug)]
pub struct Opening<'a> {
    /// The article.
    pub article: &'a Article,
    /// The paragraph it is in.
    pub paragraph: &'a Paragraph,
    /// The sentence.
    pub sentence: &'a Sentence,
    /// The paragraph, prepared for finding units in it.
    pub ground: &'a Ground<'a>,
}

impl Opening<'_> {
    /// Returns what `fit`, whose `length` words are here, hides.
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

    /// Returns the span of the unit that begins here, if one does and has all `length` words.
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

    /// Returns the unit around `words` of this paragraph.
    pub fn around(&self, unit: Unit, words: Range<usize>) -> Option<Span> {
        let first = self.article.tokens.get(words.start)?.span;
        let last = self.article.tokens.get(words.end.checked_sub(1)?)?.span;
        self.ground.place(unit, first.join(last))
    }
}

/// Whether closing marks at the end of the paragraph go with a span of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Closing {
    /// They do.
    Goes,
    /// Only if the span is all of its sentence.
    WithSentence,
}

/// A paragraph in which units are put around spans. What each of them needs to know of the surrounding text is found once, because there
/// may be thousands.
#[derive(Debug)]
pub struct Ground<'a> {
    article: &'a Article,
    paragraph: &'a Paragraph,
    /// The first visible character, the first letter or digit, and the end of the last one.
    begins: usize,
    first: usize,
    last: usize,
    /// The runs of separators and of closing marks that were scanned last.
    parting: Cell<(usize, usize)>,
    closing: Cell<(usize, usize)>,
    /// The first bracket that is open at the last letter or digit.
    unclosed: OnceCell<Option<usize>>,
}

impl<'a> Ground<'a> {
    /// Scans the ends of a paragraph. Takes time linear in what is before its first letter and after its last.
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
            unclosed: OnceCell::default(),
        }
    }

    /// Returns the unit around `span`. If the unit is the words themselves, their punctuation goes with them, and at the start of the paragraph
    /// also what separates them from the rest.
    pub fn place(&self, unit: Unit, span: Span) -> Option<Span> {
        self.placed(unit, span, Closing::Goes)
    }

    /// Returns the unit around what an expression matches. It says itself which punctuation it matches; only a whole sentence leaves no full stop.
    pub fn place_of_match(&self, unit: Unit, span: Span) -> Option<Span> {
        self.placed(unit, span, Closing::WithSentence)
    }

    fn placed(&self, unit: Unit, span: Span, closing: Closing) -> Option<Span> {
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
                // A full stop or bracket at the end of a paragraph would be left over.
                let closes = end >= self.last
                    && (closing == Closing::Goes || self.begins_sentence(span.start()))
                    && self.unclosed().is_none_or(|bracket| bracket >= start);
                let end = if closes { self.over(&self.closing, end, |c| matches!(c, ')' | ']' | '.')) } else { end };
                Some(Span::new(start, end))
            }
        }
    }

    /// Short sentences count too, which are joined with others elsewhere.
    fn begins_sentence(&self, place: usize) -> bool {
        let before = self.article.text.get(self.paragraph.span.start()..place).unwrap_or_default().trim_end();
        place <= self.first || before.ends_with(['.', '!', '?', '…', ')', ']', '”', '"'])
    }

    /// A bracket that is closed behind a span, but opened before it, is not part of the span.
    fn unclosed(&self) -> Option<usize> {
        *self.unclosed.get_or_init(|| {
            let text = self.article.text.get(self.paragraph.span.start()..self.last)?;
            let mut open = Vec::new();
            for (at, c) in text.char_indices() {
                match c {
                    '(' | '[' => open.push(self.paragraph.span.start() + at),
                    ')' | ']' => drop(open.pop()),
                    _ => {}
                }
            }
            open.first().copied()
        })
    }

    /// Returns the end of the run of such characters that begins at `from`.
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

/// Returns the span of a run of sentences.
pub fn sentences(article: &Article, run: Range<usize>) -> Option<Span> {
    let sentences = article.sentences.get(run)?;
    let words = sentences.first()?.tokens.start..sentences.last()?.tokens.end;
    (!words.is_empty()).then(|| whole(article, &words))
}

/// Whether a sentence ends with `words`, or with symbols after them.
fn ends_a_sentence(article: &Article, words: &Range<usize>) -> bool {
    let signs = article.tokens.iter().skip(words.end).take_while(|word| word.key.is_sign()).count();
    (words.end..=words.end + signs).any(|end| article.sentences.binary_search_by(|s| s.tokens.end.cmp(&end)).is_ok())
}

/// Returns the span of the sentences of `words`, with the punctuation at the start and end of the paragraph.
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
