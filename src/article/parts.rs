//! Parts of an article: paragraphs and sentences, as spans of its text.

use std::ops::Range;

use crate::kinds::{Furniture, Part};
use crate::text::Span;

/// A paragraph of an article, counted from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParagraphId(pub usize);

/// A paragraph: one line, or several wrapped lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its span, trimmed. If it is hard-wrapped, its line breaks count as spaces.
    pub span: Span,
    /// Its sentences, as indexes into [`Article::sentences`](super::Article::sentences).
    pub sentences: Range<usize>,
    /// Its words, as indexes into [`Article::tokens`](super::Article::tokens).
    pub tokens: Range<usize>,
    /// What it is, if its file says so.
    pub part: Part,
    /// Whether it belongs to the article or is furniture of the page.
    pub furniture: Furniture,
}

/// A sentence of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its span with its closing marks, trimmed.
    pub span: Span,
    /// Its words, as indexes into [`Article::tokens`](super::Article::tokens).
    pub tokens: Range<usize>,
}
