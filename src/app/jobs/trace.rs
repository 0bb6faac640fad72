//! A passage looked for in all articles.

use std::ops::Range;
use std::sync::Arc;

use crate::article::{Article, TextId};
use crate::collate::{Cancel, Trace, traces};

/// A passage to look for.
#[derive(Clone, Debug)]
pub struct Tracing {
    /// Which one it is; an answer to an older one is dropped.
    pub ticket: u64,
    /// The article in which it stands, by its index.
    pub article: usize,
    /// Its words, as indexes into the article's tokens.
    pub tokens: Range<usize>,
    /// The open articles.
    pub articles: Vec<Arc<Article>>,
}

/// Where a passage stands elsewhere.
#[derive(Clone, Debug)]
pub struct Traced {
    /// The ticket of what was asked.
    pub ticket: u64,
    /// The article in which the passage stands, by its index.
    pub article: usize,
    /// Its words, as indexes into the article's tokens.
    pub tokens: Range<usize>,
    /// The texts in which it was looked for; places in them mean nothing in any other.
    pub of: Vec<TextId>,
    /// Where else it stands.
    pub traces: Vec<Trace>,
}

impl Tracing {
    /// Looks for the passage. Nothing once `cancel` is raised.
    pub fn answer(&self, cancel: &Cancel) -> Option<Traced> {
        let articles: Vec<&Article> = self.articles.iter().map(Arc::as_ref).collect();
        let (ticket, article, tokens) = (self.ticket, self.article, self.tokens.clone());
        let traces = traces(&articles, article, tokens.clone(), cancel)?;
        let of = articles.iter().map(|article| article.id).collect();
        Some(Traced { ticket, article, tokens, of, traces })
    }
}
