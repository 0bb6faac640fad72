//! Words of an article.

use std::ops::Range;

use crate::app::desk::desk::Desk;
use crate::collate::Place;

/// Words of an article, as indexes into its tokens.
pub(super) struct ArticleWords {
    /// The number of the article.
    pub article: usize,
    /// Its words.
    pub words: Range<usize>,
}

impl ArticleWords {
    /// The words of a sentence.
    pub fn of(desk: &Desk, place: Place) -> Option<Self> {
        let words = desk.library.articles.get(place.article)?.sentences.get(place.sentence)?.tokens.clone();
        Some(Self { article: place.article, words })
    }
}
