//! Places: where the reader was in articles and pairs; by byte within a run, by paragraph and word between runs.

use std::collections::HashMap;
use std::path::PathBuf;

use super::marks::ReviewMark;
use super::marks::mark_of_paragraph;
use crate::article::{Article, ParagraphId};
use crate::text::{Pair, Side};

/// The reader's place in an article, and the cursor's row on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct Stood {
    pub cursor: usize,
    pub row: usize,
}

/// The reader's places in two articles, the one with the smaller index first, and on which link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) struct StoodIn {
    pub places: (Stood, Stood),
    pub link: Option<(ParagraphId, ParagraphId)>,
}

/// The reader's place in each pair that was open, by the articles' indexes, the smaller one first.
pub(in crate::app) type Pairs = HashMap<(usize, usize), StoodIn>;

/// What is kept of a set of articles between runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetPlaces {
    /// The pair that was open, by its files.
    pub open: Option<Pair<PathBuf>>,
    /// Whether the focus was in the right pane.
    pub focus: Option<Side>,
    /// The reader's place in each pair, the latest last.
    pub pairs: Vec<KeptPair>,
}

/// The reader's place in a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptPair {
    /// The articles, by their files.
    pub articles: [PathBuf; 2],
    /// The place in each.
    pub places: [KeptPlace; 2],
    /// Whether it was on a link.
    pub linked: bool,
}

/// A place in an article that is found again if the article has changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KeptPlace {
    /// The mark of its paragraph.
    pub mark: u64,
    /// Its number, from 0.
    pub paragraph: usize,
    /// The number of words in the paragraph before the place.
    pub word: usize,
    /// The cursor's row on the screen.
    pub row: usize,
}

impl KeptPlace {
    pub(in crate::app) fn of(article: &Article, stood: Stood) -> Self {
        let paragraph_id = article.paragraph_id_at(stood.cursor);
        let words = article.paragraphs.get(paragraph_id.0).map_or(0..0, |paragraph| paragraph.tokens.clone());
        let before = article.tokens.partition_point(|token| token.span.end() <= stood.cursor);
        let mark = mark_of_paragraph(article, paragraph_id).0;
        Self { mark, paragraph: paragraph_id.0, word: before.saturating_sub(words.start), row: stood.row }
    }

    /// Finds the place in the present article: in the nearest paragraph with the same words, else in the paragraph with the same number.
    pub(in crate::app) fn find(self, article: &Article) -> Stood {
        let is_it = |at: &usize| mark_of_paragraph(article, ParagraphId(*at)) == ReviewMark(self.mark);
        let last = article.paragraphs.len().saturating_sub(1);
        let near = self.paragraph.min(last);
        let at = Some(near).filter(is_it).or_else(|| {
            let fitting = (0..=last).filter(is_it);
            fitting.min_by_key(|at| at.abs_diff(self.paragraph))
        });
        let Some(paragraph) = article.paragraphs.get(at.unwrap_or(near)) else { return Stood::default() };
        let word = paragraph.tokens.start.saturating_add(if at.is_some() { self.word } else { 0 });
        let token = article.tokens.get(word).filter(|_| word < paragraph.tokens.end && self.word > 0);
        let cursor = token.map_or(paragraph.span.start(), |token| token.span.start());
        Stood { cursor, row: self.row }
    }
}
