//! Searches for a passage in all articles.

use std::ops::Range;
use std::sync::Arc;

use crate::article::{Article, TextId};
use crate::collate::{Cancel, Trace, traces};

/// A passage to search for.
#[derive(Clone, Debug)]
pub struct Tracing {
    /// The number of the search; answers to older ones are dropped.
    pub ticket: u64,
    /// The index of its article.
    pub article: usize,
    /// Its words, as indexes into the article's tokens.
    pub tokens: Range<usize>,
    /// The open articles.
    pub articles: Vec<Arc<Article>>,
}

/// Where else a passage is.
#[derive(Clone, Debug)]
pub struct Traced {
    /// The ticket of the question.
    pub ticket: u64,
    /// The index of the passage's article.
    pub article: usize,
    /// Its words, as indexes into the article's tokens.
    pub tokens: Range<usize>,
    /// The texts that were searched; places in them mean nothing in others.
    pub of: Vec<TextId>,
    /// The places where it was found.
    pub traces: Vec<Trace>,
}

impl Tracing {
    /// Searches for the passage. `None` if cancelled.
    pub fn answer(&self, cancel: &Cancel) -> Option<Traced> {
        let articles: Vec<&Article> = self.articles.iter().map(Arc::as_ref).collect();
        let (ticket, article, tokens) = (self.ticket, self.article, self.tokens.clone());
        let traces = traces(&articles, article, tokens.clone(), cancel)?;
        let of = articles.iter().map(|article| article.id).collect();
        Some(Traced { ticket, article, tokens, of, traces })
    }
}
