//! Searches in all articles.

use std::sync::Arc;

use crate::app::jobs::Lookup;
use crate::article::{Article, TextId};
use crate::text::Span;

/// What is looked for, and what was.
#[derive(Debug, Default)]
pub struct Searching {
    /// The words that are looked for, until the reader ends the search.
    pub search: Option<Search>,
    /// What was looked for so far, the last one last.
    pub(in crate::app) searches: Vec<String>,
    /// The trace that is awaited.
    pub(in crate::app) tracing: Lookup<()>,
}

/// Words that are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// The words as they were typed.
    pub query: String,
    /// Where they stand in each open article, in order.
    pub(in crate::app) hits: Lookup<Arc<Vec<Vec<Span>>>>,
    /// The texts in which they are looked for; places in them mean nothing in any other.
    pub(in crate::app) of: Vec<TextId>,
    /// The hit one stands on: the article, and which of its hits.
    pub now: Option<(usize, usize)>,
    /// Whether to go to the first hit once they are known.
    pub(in crate::app) goes: bool,
}

impl Search {
    /// Whether it is known where the words stand.
    pub fn is_done(&self) -> bool {
        self.hits.known().is_some()
    }

    /// The hits in an article, which is the one of this index; none as long as they are not known.
    pub fn hits_in(&self, at: usize, article: &Article) -> &[Span] {
        let hits = self.hits.known().filter(|_| self.of.get(at) == Some(&article.id));
        hits.and_then(|hits| hits.get(at)).map_or(&[], Vec::as_slice)
    }
}
