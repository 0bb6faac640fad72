//! Searches all articles for words. Each article is folded once, as long as it stays open.

use std::sync::Arc;

use crate::article::Article;
use crate::collate::Cancel;
use crate::text::{Plain, Span};

/// A search for words.
#[derive(Clone, Debug)]
pub struct Quest {
    /// The number of the search; answers to older ones are dropped.
    pub ticket: u64,
    /// The words as they were typed.
    pub query: String,
    /// The open articles.
    pub articles: Vec<Arc<Article>>,
}

/// The hits of a search.
#[derive(Clone, Debug)]
pub struct Hits {
    /// The ticket of the search.
    pub ticket: u64,
    /// The hits in each article, in order.
    pub hits: Arc<Vec<Vec<Span>>>,
}

/// Folded articles, kept from one search to the next.
pub type FoldedArticles = Vec<(Arc<Article>, Plain)>;

impl Quest {
    /// Searches for the words; `folded` keeps the folded articles between searches. `None` if cancelled.
    pub fn answer(&self, folded: &mut FoldedArticles, cancel: &Cancel) -> Option<Hits> {
        folded.retain(|(known, _)| self.articles.iter().any(|article| Arc::ptr_eq(article, known)));
        let query = Plain::of(&self.query);
        let mut hits = Vec::with_capacity(self.articles.len());
        for (at, article) in self.articles.iter().enumerate() {
            if cancel.is_cancelled() {
                return None;
            }
            // They mostly come in the same order as before.
            let near = folded.get(at).filter(|(known, _)| Arc::ptr_eq(known, article)).map(|_| at);
            let known = near.or_else(|| folded.iter().position(|(known, _)| Arc::ptr_eq(known, article)));
            let known = known.unwrap_or_else(|| {
                folded.push((Arc::clone(article), Plain::of(&article.text)));
                folded.len() - 1
            });
            hits.push(
                folded.get(known).map_or_else(Vec::new, |(_, plain)| plain.hits(&article.text, &query).collect()),
            );
        }
        Some(Hits { ticket: self.ticket, hits: Arc::new(hits) })
    }
}
