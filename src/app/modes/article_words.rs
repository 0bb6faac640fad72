//! Words of an article.

use std::ops::Range;

use crate::app::desk::desk::Desk;
use crate::collate::{Class, Place, Witness, worded};
use crate::text::Pair;

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

/// An article with what is hidden in it.
pub(super) fn witness(desk: &Desk, article: usize) -> Option<Witness<'_>> {
    Some(Witness { article: desk.library.articles.get(article)?, mask: desk.library.masks.get(article)? })
}

/// The class of words as another article has them.
pub(super) fn class_of(desk: &Desk, here: &ArticleWords, there: &ArticleWords) -> Option<Class> {
    let witnesses = Pair::new(witness(desk, here.article)?, witness(desk, there.article)?);
    Some(worded(witnesses, Pair::new(here.words.clone(), there.words.clone())).class)
}
