//! A sheet: the paragraphs of an article with what the finders ask of each.

use std::ops::Range;

use super::cues::{Cue, Cues};
use super::quotes::quoted;
use crate::article::Article;
use crate::text::{Span, Token};

/// The fewest words of a paragraph that tells something.
const BODY_WORDS: usize = 12;

/// An article under the finders' eyes.
#[derive(Debug)]
pub struct CuedArticle<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its paragraphs.
    pub lines: Vec<Line<'a>>,
    /// From the first paragraph that tells something to the last, as indexes into `lines`.
    pub body: Range<usize>,
    /// The paragraph with which a list of links begins that goes to the end.
    pub list: Option<usize>,
    /// The words in which a finder looks for its own.
    pub cues: &'a Cues,
}

/// A paragraph.
#[derive(Debug)]
pub struct Line<'a> {
    /// Where it stands.
    pub span: Span,
    /// What stands there.
    pub text: &'a str,
    /// Its words.
    pub words: &'a [Token],
    /// Its sentences, as indexes.
    pub sentences: Range<usize>,
    /// Whether it ends with a full stop, a credit behind it left out.
    pub stopped: bool,
    /// Whether the paper asks for something here, so that it is no part of the story.
    asks: bool,
    /// What of it stands between quotation marks.
    quoted: Vec<Span>,
}

impl<'a> CuedArticle<'a> {
    /// Looks at `article`.
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

    /// Lets the story end before the `list` at the end, if there is one.
    pub fn end_before(&mut self, list: Option<usize>) {
        let Some(start) = list else { return };
        let story = self.lines.get(..start).unwrap_or_default();
        self.body.end = story.iter().rposition(Line::is_story).map_or(self.body.start, |last| last + 1);
        self.list = list;
    }

    /// Counts the paragraphs in `range` that tell something.
    pub fn telling(&self, range: Range<usize>) -> usize {
        self.lines.get(range).unwrap_or_default().iter().filter(|line| line.tells()).count()
    }

    /// Whether the paragraph stands before or behind the story, or among its first three.
    pub fn is_outside(&self, at: usize) -> bool {
        at < self.body.start.max(3) || at >= self.body.end
    }

    /// The span from one paragraph to another, the last not with it.
    pub fn span(&self, range: Range<usize>) -> Option<Span> {
        let lines = self.lines.get(range)?;
        Some(lines.first()?.span.join(lines.last()?.span))
    }
}

impl Line<'_> {
    /// Whether it is long enough, and ends as prose does.
    pub fn tells(&self) -> bool {
        self.stopped && self.words.len() >= BODY_WORDS
    }

    /// Whether it tells something of the story, and not of the paper.
    pub fn is_story(&self) -> bool {
        self.tells() && !self.asks
    }

    /// Whether the byte at `place` stands between quotation marks.
    pub fn is_quoted(&self, place: usize) -> bool {
        self.quoted.iter().any(|span| span.contains(place))
    }
}

/// Whether a paragraph ends with a full stop; a question or an exclamation may be a headline.
fn is_stopped(text: &str) -> bool {
    let closers = ['”', '"', '’', '\'', ')', ']', '»', '“', '」', '』', '）', ' ', '\u{a0}'];
    let ends = |text: &str| text.trim_end_matches(closers).ends_with(['.', '。', '।', '۔', ':', '…', '።']);
    ends(text)
        || text.trim_end().ends_with(')') && text.rsplit_once('(').is_some_and(|(before, _)| ends(before.trim_end()))
}
