//! Articles for reports, with their masks.

use crate::article::Article;
use crate::boilerplate::{Mask, Sieve};

/// An article with what is hidden in it.
#[derive(Debug)]
pub struct MaskedArticle<'a> {
    /// The article.
    pub article: &'a Article,
    /// What is hidden in it.
    pub mask: Mask,
}

impl<'a> MaskedArticle<'a> {
    pub(super) fn of(article: &'a Article, sieve: &Sieve<'_>) -> Self {
        Self { article, mask: sieve.mask(article, &[]) }
    }
}
