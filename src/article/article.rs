//! An article: an immutable text and the places in it.

use std::ops::Range;

use super::disk::DiskMap;
use super::names::may_be_called;
use super::origin::Origin;
use super::segment::segment;
use super::source::source;
use super::text_id::TextId;
use crate::text::{Span, Token};

/// A paragraph of an article, counted from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Locus(pub usize);

/// A text with its paragraphs, sentences and words. Everything in it is a place in `text`, which is never rewritten.
#[derive(Clone, Debug)]
pub struct Article {
    /// What the reader calls it: the file's name without its folder, made safe to show.
    pub name: String,
    /// Where it came from.
    pub origin: Origin,
    /// The source a rule can be scoped to: what the file says of itself, else its folder, else its name.
    pub source: String,
    /// The decoded text, whole.
    pub text: String,
    /// What tells the text from others.
    pub id: TextId,
    /// Paragraphs in order. They do not overlap; only white space stands between them.
    pub paragraphs: Vec<Paragraph>,
    /// Sentences in order, each inside one paragraph.
    pub sentences: Vec<Sentence>,
    /// Words in order, each inside one sentence.
    pub tokens: Vec<Token>,
    /// The way back from `text` to the bytes on the disk.
    pub disk: DiskMap,
    /// How much of what stands on the disk it is.
    pub extent: Extent,
}

/// How much of what stands on the disk an article is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    #[default]
    Whole,
    /// Its beginning, to be read while the rest is fetched: what it ends with is no end.
    Head,
}

/// A block of prose: a line or several that were wrapped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands, without white space at the ends. A hard-wrapped one holds line breaks, which count as spaces.
    pub span: Span,
    /// Its sentences, as indexes into [`Article::sentences`].
    pub sentences: Range<usize>,
    /// Its words, as indexes into [`Article::tokens`].
    pub tokens: Range<usize>,
}

/// A sentence of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, with its closing marks, without white space at the ends.
    pub span: Span,
    /// Its words, as indexes into [`Article::tokens`].
    pub tokens: Range<usize>,
}

impl Article {
    /// Makes an article of a decoded text.
    pub fn new(name: String, origin: Origin, text: String, disk: DiskMap) -> Self {
        let parts = segment(&text);
        Self {
            name,
            source: source(&text, &origin),
            origin,
            id: TextId::of(&text),
            text,
            paragraphs: parts.paragraphs,
            sentences: parts.sentences,
            tokens: parts.tokens,
            disk,
            extent: Extent::Whole,
        }
    }

    /// Makes an article of a text that stands on no disk.
    pub fn of_text(name: &str, text: &str) -> Self {
        Self::new(name.to_owned(), Origin::Bundled(name.to_owned()), text.to_owned(), DiskMap::identity(0))
    }

    /// Tells whether the reader has called it so, now or when it was opened beside others: a name grows with the number of files
    /// it is to be told from.
    pub fn is_called(&self, name: &str) -> bool {
        let by_its_place = || matches!(&self.origin, Origin::File { place, .. } if may_be_called(place, name));
        self.name == name || by_its_place()
    }

    /// Gives the paragraph in which `place` stands, or the nearest one before it; the first one where there is none.
    pub fn locus_at(&self, place: usize) -> Locus {
        Locus(self.paragraphs.partition_point(|p| p.span.start() <= place).saturating_sub(1))
    }

    /// Gives the index of the sentence in which `place` stands, or the nearest one before it.
    pub fn sentence_at(&self, place: usize) -> usize {
        self.sentences.partition_point(|s| s.span.start() <= place).saturating_sub(1)
    }

    /// Gives the words that stand wholly in `span`, as indexes into [`Article::tokens`].
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|t| t.span.start() < span.start());
        let end = self.tokens.partition_point(|t| t.span.end() <= span.end());
        start..end.max(start)
    }
}
