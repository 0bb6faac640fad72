//! Searches in all articles.

use std::sync::Arc;

use crate::app::jobs::Lookup;
use crate::article::{Article, TextId};
use crate::text::Span;

/// The present search, and earlier ones.
#[derive(Debug, Default)]
pub struct Searching {
    /// The present search, until the reader ends it.
    pub search: Option<Search>,
    /// Earlier searches, the latest last.
    pub(in crate::app) searches: Vec<String>,
    /// The trace that is awaited.
    pub(in crate::app) tracing: Lookup<()>,
}

/// A search for words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// The words as they were typed.
    pub query: String,
    /// The hits in each open article, in order.
    pub(in crate::app) hits: Lookup<Arc<Vec<Vec<Span>>>>,
    /// The texts that were searched; the places of the hits are meaningless in others.
    pub(in crate::app) of: Vec<TextId>,
    /// The current hit: the article, and the index of the hit in it.
    pub now: Option<(usize, usize)>,
    /// Whether to go to the first hit once they are known.
    pub(in crate::app) goes: bool,
}

impl Search {
    /// Whether the hits are known.
    pub fn is_done(&self) -> bool {
        self.hits.known().is_some()
    }

    /// The hits in an article, which has this index; none until they are known.
    pub fn hits_in(&self, at: usize, article: &Article) -> &[Span] {
        let hits = self.hits.known().filter(|_| self.of.get(at) == Some(&article.id));
        hits.and_then(|hits| hits.get(at)).map_or(&[], Vec::as_slice)
    }
}
