//! The blocks of a page: which parts of the article are on it, and which are folded.

use std::ops::Range;

use super::cluster::{clusters, snapped};
use crate::article::{Article, ParagraphId, Sentence};
use crate::boilerplate::{Hidden, Mask};
use crate::text::{Span, plural};

/// How hidden text is shown on a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Folding {
    /// It folds to one row.
    #[default]
    Folded,
    /// It is shown like other text, in blocks of its own.
    Shown,
}

/// A part of the article that begins on a new row. Blocks are in order; together they contain every paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Text of one paragraph up to hidden text; a paragraph of many pages has several.
    Prose {
        /// The paragraph.
        paragraph_id: ParagraphId,
        /// Its span, including the white space after it.
        span: Span,
        /// If hidden text is shown, the passage that hides it, as an index into [`Mask::hidden`].
        revealed: Option<usize>,
    },
    /// Hidden text folded to one row: all neighbouring passages hidden by the same rule or action.
    Fold {
        /// From the first hidden byte to the last, across paragraphs if necessary, including the white space after it.
        span: Span,
        /// The paragraph in which it begins.
        first: ParagraphId,
        /// The passages, as indexes into [`Mask::hidden`].
        hidden: Range<usize>,
        /// How many sentences it hides, including partly hidden ones; 0 if it hides only words of one or two.
        sentences: usize,
        /// How many words it hides.
        words: usize,
    },
}

impl Block {
    /// How much a fold hides, for the reader; nothing of other blocks.
    pub fn amount(&self) -> Option<String> {
        match self {
            Block::Fold { sentences: 0, words, .. } => Some(plural(*words, "word")),
            Block::Fold { sentences, .. } => Some(plural(*sentences, "sentence")),
            Block::Prose { .. } => None,
        }
    }

    /// Returns its span.
    pub fn span(&self) -> Span {
        match self {
            Block::Prose { span, .. } | Block::Fold { span, .. } => *span,
        }
    }

    /// The paragraph in which it begins.
    pub fn paragraph_id(&self) -> ParagraphId {
        match self {
            Block::Prose { paragraph_id, .. } => *paragraph_id,
            Block::Fold { first, .. } => *first,
        }
    }
}

/// Bytes of prose from which on a stretch is split into several blocks, so that each is cheap to lay out. No paragraph meant to be read is
/// so long (a limit).
const MOST: usize = 2 * PART;
/// Bytes of such a part; it may be up to half as long (chosen).
const PART: usize = 8 << 10;
/// Bytes in which the beginning of a word is looked for if no sentence begins (a limit).
const NEAR: usize = 256;

/// Lists the blocks of `article` under `mask`. Takes time linear in paragraphs and hidden passages.
pub fn blocks(article: &Article, mask: &Mask, folding: Folding) -> Vec<Block> {
    let mut list = List { article, mask, folding, next: 0, blocks: Vec::with_capacity(article.paragraphs.len()) };
    for (index, paragraph) in article.paragraphs.iter().enumerate() {
        list.add(ParagraphId(index), paragraph.span);
    }
    list.blocks
}

/// The blocks listed so far.
struct List<'a> {
    article: &'a Article,
    mask: &'a Mask,
    folding: Folding,
    /// The first hidden passage that does not end before the next paragraph.
    next: usize,
    blocks: Vec<Block>,
}

impl List<'_> {
    /// Adds a paragraph, split where hidden text begins and ends.
    fn add(&mut self, paragraph_id: ParagraphId, paragraph: Span) {
        let mut at = paragraph.start();
        while let Some(hidden) = self.hidden_before(paragraph.end()) {
            let start = hidden.start().max(at);
            let end = self.with_space(hidden.end().min(paragraph.end()), paragraph.end());
            if start < end && !self.article.text[start..end].trim_start().is_empty() {
                self.add_prose(paragraph_id, Span::new(at, start), None);
                self.add_hidden(paragraph_id, Span::new(start, end));
                at = end;
            }
            if hidden.end() > paragraph.end() {
                break;
            }
            self.next += 1;
        }
        self.add_prose(paragraph_id, Span::new(at, paragraph.end()), None);
    }

    /// The next hidden passage if it begins before `place`.
    fn hidden_before(&self, place: usize) -> Option<Span> {
        let hidden = self.mask.hidden().get(self.next)?;
        Some(snapped(&self.article.text, hidden.span)).filter(|span| span.start() < place)
    }

    /// Moves `end` past the white space there, up to `most`, so that the next block begins with ink.
    fn with_space(&self, end: usize, most: usize) -> usize {
        let after = &self.article.text[end.min(most)..most];
        most - after.trim_start().len()
    }

    fn add_prose(&mut self, paragraph_id: ParagraphId, span: Span, revealed: Option<usize>) {
        let mut rest = span;
        while rest.len() > MOST {
            let at = self.parting(rest);
            self.blocks.push(Block::Prose { paragraph_id, span: Span::new(rest.start(), at), revealed });
            rest = Span::new(at, rest.end());
        }
        if !rest.is_empty() {
            self.blocks.push(Block::Prose { paragraph_id, span: rest, revealed });
        }
    }

    /// Returns where the next block begins in a stretch that is too long for one: at a sentence, else at a word, else between any two
    /// characters.
    fn parting(&self, long: Span) -> usize {
        let (text, sentences) = (&self.article.text, &self.article.sentences);
        let (least, aim) = (long.start() + PART / 2, long.start() + PART);
        let next = sentences.partition_point(|sentence| sentence.span.start() <= aim);
        let sentence = next.checked_sub(1).and_then(|at| sentences.get(at)).map(|sentence| sentence.span.start());
        let near = snapped(text, Span::new(aim - NEAR, aim));
        let word = || near.of(text).rfind(char::is_whitespace).map(|at| self.with_space(near.start() + at, long.end()));
        let any = || clusters(text, near).last().map_or(near.end(), |cluster| cluster.start);
        sentence.filter(|at| *at > least).or_else(word).filter(|at| *at < long.end()).unwrap_or_else(any)
    }

    fn add_hidden(&mut self, paragraph_id: ParagraphId, span: Span) {
        if self.folding == Folding::Shown {
            return self.add_prose(paragraph_id, span, Some(self.next));
        }
        let mut whole = (span, paragraph_id, self.next..self.next + 1);
        if let Some(Block::Fold { span: before, first, hidden, .. }) = self.blocks.last()
            && self.alike(hidden.start, self.next)
        {
            whole = (before.join(span), *first, hidden.start..self.next + 1);
            self.blocks.pop();
        }
        let (span, first, hidden) = whole;
        let (sentences, words) = (self.sentences_in(span), self.article.tokens_in(span).len());
        self.blocks.push(Block::Fold { span, first, hidden, sentences, words });
    }

    /// Whether both passages are hidden by the same rule or action.
    fn alike(&self, one: usize, other: usize) -> bool {
        let by = |index: usize| self.mask.hidden().get(index).map(|hidden: &Hidden| &hidden.by);
        by(one) == by(other)
    }

    /// Counts the sentences, partly hidden ones too; none if no sentence is hidden whole.
    fn sentences_in(&self, span: Span) -> usize {
        let sentences = &self.article.sentences;
        let start = sentences.partition_point(|sentence| sentence.span.end() <= span.start());
        let end = sentences.partition_point(|sentence| sentence.span.start() < span.end());
        let touched = sentences.get(start..end).unwrap_or_default();
        let whole = |sentence: &Sentence| {
            let seen = sentence.span.of(&self.article.text).trim_end();
            span.contains(sentence.span.start()) && sentence.span.start() + seen.len() <= span.end()
        };
        if touched.iter().any(whole) { touched.len() } else { 0 }
    }
}
