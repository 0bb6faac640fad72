//! A place where a sentence begins, and what a rule that fits there hides.

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
}

impl Opening<'_> {
    /// Gives what `fit`, whose `length` words stand here, hides.
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

    /// Gives where the unit stands that begins here with `length` words, if one does and has them all.
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

    /// Gives the unit around `words`, which stand in this paragraph.
    pub fn around(&self, unit: Unit, words: Range<usize>) -> Option<Span> {
        let first = self.article.tokens.get(words.start)?.span;
        let last = self.article.tokens.get(words.end.checked_sub(1)?)?.span;
        place(self.article, self.paragraph, (unit, first.join(last)))
    }
}

/// Gives the unit around `span`, which stands in `paragraph`; for words themselves the marks that belong to them, and what
/// parts them from the rest, go with them at the start of a paragraph.
pub fn place(article: &Article, paragraph: &Paragraph, (unit, span): (Unit, Span)) -> Option<Span> {
    if span.is_empty() {
        return None;
    }
    match unit {
        Unit::Paragraph => Some(paragraph.span),
        Unit::Sentence => {
            let first = article.sentences.get(article.sentence_at(span.start()))?;
            let last = article.sentences.get(article.sentence_at(span.end() - 1))?;
            Some(first.span.join(last.span))
        }
        Unit::Words => {
            let after = article.text.get(span.end()..paragraph.span.end())?;
            let lead = article.text.get(paragraph.span.start()..span.start())?;
            let parting = |c: char| c.is_whitespace() || matches!(c, ':' | '–' | '—' | '|' | ',' | '-');
            let opens = !lead.contains(char::is_alphanumeric);
            let tail = if opens { after.len() - after.trim_start_matches(parting).len() } else { 0 };
            let start = if opens && lead.trim().is_empty() { paragraph.span.start() } else { span.start() };
            let rest = after.get(tail..)?;
            let end =
                if rest.contains(char::is_alphanumeric) { span.end() + tail } else { closing(rest, span.end() + tail) };
            Some(Span::new(start, end))
        }
    }
}

/// Gives the end of the marks that close what ends a paragraph: a lone full stop or bracket has nothing to close any more.
fn closing(rest: &str, end: usize) -> usize {
    let marks = rest.len() - rest.trim_start_matches([')', ']', '.']).len();
    end + marks
}

/// Gives where a run of sentences stands.
pub fn sentences(article: &Article, run: Range<usize>) -> Option<Span> {
    let sentences = article.sentences.get(run)?;
    let words = sentences.first()?.tokens.start..sentences.last()?.tokens.end;
    (!words.is_empty()).then(|| whole(article, &words))
}

/// Tells whether a sentence ends with `words`, or with signs behind them.
fn ends_a_sentence(article: &Article, words: &Range<usize>) -> bool {
    let signs = article.tokens.iter().skip(words.end).take_while(|word| word.key.is_sign()).count();
    (words.end..=words.end + signs).any(|end| article.sentences.binary_search_by(|s| s.tokens.end.cmp(&end)).is_ok())
}

/// Gives where the sentences of `words` stand, with all marks of the paragraph before its first word and after its last.
fn whole(article: &Article, words: &Range<usize>) -> Span {
    let start = article.tokens.get(words.start).map_or(0, |word| word.span.start());
    let last =
        words.end.checked_sub(1).and_then(|last| article.tokens.get(last)).map_or(start, |word| word.span.start());
    let paragraph = |place| article.paragraphs.get(article.locus_at(place).0);
    let sentence = |place| article.sentences.get(article.sentence_at(place));
    let opened = paragraph(start).filter(|p| p.tokens.start == words.start).map(|p| p.span);
    let closed = paragraph(last).filter(|p| p.tokens.end == words.end).map(|p| p.span);
    let first = opened.or_else(|| Some(sentence(start)?.span)).map_or(start, Span::start);
    let end = closed.or_else(|| Some(sentence(last)?.span)).map_or(last, Span::end);
    Span::new(first, end)
}
