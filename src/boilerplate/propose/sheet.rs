//! An article prepared for the finders: its paragraphs with their properties.

use std::ops::Range;

use super::cues::{Cue, Cues};
use super::quotes::quoted;
use crate::article::Article;
use crate::text::{Span, Token};

/// The fewest words of a story paragraph (benches/constants.md).
const BODY_WORDS: usize = 12;

/// An article prepared for the finders.
#[derive(Debug)]
pub struct CuedArticle<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its paragraphs.
    pub lines: Vec<Line<'a>>,
    /// From the first story paragraph to the last, as indexes into `lines`.
    pub body: Range<usize>,
    /// The first paragraph of a link list that goes to the end.
    pub list: Option<usize>,
    /// Cues to search for.
    pub cues: &'a Cues,
}

/// A paragraph.
#[derive(Debug)]
pub struct Line<'a> {
    /// Where it stands.
    pub span: Span,
    /// Its text.
    pub text: &'a str,
    /// Its words.
    pub words: &'a [Token],
    /// Its sentences, as indexes.
    pub sentences: Range<usize>,
    /// Whether it ends with a full stop, apart from a credit after it.
    pub stopped: bool,
    /// Whether the outlet asks for something here, so that it is not part of the story.
    asks: bool,
    /// Its quoted parts.
    quoted: Vec<Span>,
}

impl<'a> CuedArticle<'a> {
    /// Prepares `article`.
    pub fn of(article: &'a Article, cues: &'a Cues) -> Self {
        let lines: Vec<Line<'a>> = article
            .paragraphs
            .iter()
            .map(|paragraph| {
                let text = article.text.get(paragraph.span.range()).unwrap_or_default();
                let words = article.tokens.get(paragraph.tokens.clone()).unwrap_or_default();
                let quoted = quoted(text, paragraph.span.start());
                let outside = |at: usize| {
                    let place = words.get(at).map_or(0, |word| word.span.start());
                    !quoted.iter().any(|span| span.contains(place))
                };
                Line {
                    span: paragraph.span,
                    text,
                    words,
                    asks: cues.places(words, Cue::Ask).any(outside),
                    sentences: paragraph.sentences.clone(),
                    stopped: is_stopped(text),
                    quoted,
                }
            })
            .collect();
        let first = lines.iter().position(Line::is_story).unwrap_or(lines.len());
        let last = lines.iter().rposition(Line::is_story).map_or(first, |last| last + 1);
        Self { article, lines, body: first..last, list: None, cues }
    }

    /// Ends the story before the `list` at the end, if there is one.
    pub fn end_before(&mut self, list: Option<usize>) {
        let Some(start) = list else { return };
        let story = self.lines.get(..start).unwrap_or_default();
        self.body.end = story.iter().rposition(Line::is_story).map_or(self.body.start, |last| last + 1);
        self.list = list;
    }

    /// Counts the story paragraphs in `range`.
    pub fn telling(&self, range: Range<usize>) -> usize {
        self.lines.get(range).unwrap_or_default().iter().filter(|line| line.tells()).count()
    }

    /// Whether the paragraph is before or after the story, or among its first three.
    pub fn is_outside(&self, at: usize) -> bool {
        at < self.body.start.max(3) || at >= self.body.end
    }

    /// Returns the span of a range of paragraphs.
    pub fn span(&self, range: Range<usize>) -> Option<Span> {
        let lines = self.lines.get(range)?;
        Some(lines.first()?.span.join(lines.last()?.span))
    }
}

impl Line<'_> {
    /// Whether it is long enough and ends like prose.
    pub fn tells(&self) -> bool {
        self.stopped && self.words.len() >= BODY_WORDS
    }

    /// Whether it is about the story and not about the outlet.
    pub fn is_story(&self) -> bool {
        self.tells() && !self.asks
    }

    /// Whether the byte at `place` is inside a quotation.
    pub fn is_quoted(&self, place: usize) -> bool {
        self.quoted.iter().any(|span| span.contains(place))
    }
}

/// Whether a paragraph ends with a full stop. A question or an exclamation may be a headline.
fn is_stopped(text: &str) -> bool {
    let closers = ['”', '"', '’', '\'', ')', ']', '»', '“', '」', '』', '）', ' ', '\u{a0}'];
    let ends = |text: &str| text.trim_end_matches(closers).ends_with(['.', '。', '।', '۔', ':', '…', '።']);
    ends(text)
        || text.trim_end().ends_with(')') && text.rsplit_once('(').is_some_and(|(before, _)| ends(before.trim_end()))
}
