//! Words looked for in all articles. Each article is folded once, as long as it stays open.

use std::sync::Arc;

use crate::article::Article;
use crate::collate::Cancel;
use crate::text::{Plain, Span};

/// Words to look for.
#[derive(Clone, Debug)]
pub struct Quest {
    /// Which quest it is; an answer to an older one is dropped.
    pub ticket: u64,
    /// The words as they were typed.
    pub query: String,
    /// The open articles.
    pub articles: Vec<Arc<Article>>,
}

/// Where the words stand.
#[derive(Clone, Debug)]
pub struct Hits {
    /// The quest's ticket.
    pub ticket: u64,
    /// Where they stand in each article, in order.
    pub hits: Arc<Vec<Vec<Span>>>,
}

/// Articles that are folded already, kept from one quest to the next.
pub type FoldedArticles = Vec<(Arc<Article>, Plain)>;

impl Quest {
    /// Looks for the words; `folded` keeps the work from quest to quest. Nothing once `cancel` is raised.
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
