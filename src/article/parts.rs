//! Parts of an article: paragraphs and sentences, as places in its text.

use std::ops::Range;

use crate::kinds::{Furniture, Part};
use crate::text::Span;

/// A paragraph of an article, counted from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ParagraphId(pub usize);

/// A block of prose: a line or several that were wrapped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands, without white space at the ends. A hard-wrapped one holds line breaks, which count as spaces.
    pub span: Span,
    /// Its sentences, as indexes into [`Article::sentences`](super::Article::sentences).
    pub sentences: Range<usize>,
    /// Its words, as indexes into [`Article::tokens`](super::Article::tokens).
    pub tokens: Range<usize>,
    /// What it is, where its file says so.
    pub part: Part,
    /// Whether it belongs to the article.
    pub furniture: Furniture,
}

/// A sentence of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, with its closing marks, without white space at the ends.
    pub span: Span,
    /// Its words, as indexes into [`Article::tokens`](super::Article::tokens).
    pub tokens: Range<usize>,
}
