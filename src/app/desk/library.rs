//! The library: the open articles, and what is known about each and about all.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::app::jobs::Lookup;
use crate::article::{Article, TextId};
use crate::boilerplate::Mask;
use crate::collate::Clusters;
use crate::curation::Rulings;
use crate::text::Span;

/// The open articles.
#[derive(Debug, Default)]
pub struct Library {
    /// The articles, in the order of their digits.
    pub articles: Vec<Arc<Article>>,
    /// What is known to be hidden in each article.
    pub(in crate::app) masks: Vec<Arc<Mask>>,
    /// What the reader hid in each article, for this session.
    pub(in crate::app) hidden_by_hand: Vec<Vec<Span>>,
    /// The reader's last place in each article.
    pub(in crate::app) cursors: Vec<usize>,
    /// Which open articles have which statement; with two articles only once it is asked for.
    pub clusters: Lookup<Arc<Clusters>>,
    /// Decisions on sentences.
    pub rulings: Arc<Rulings>,
    /// The request for articles that will replace these.
    pub(in crate::app) reading: Lookup<()>,
    /// What on disk differs from what is open.
    pub(in crate::app) stale: Stale,
    /// What was noticed in reading, one sentence each, safe to show; the help lists it.
    pub(in crate::app) noticed: Vec<String>,
}

impl Library {
    /// Whether articles that will replace these are being read.
    pub fn is_reading(&self) -> bool {
        self.reading.is_awaited()
    }

    /// Whether the open articles have exactly these texts.
    pub(in crate::app) fn is_of(&self, texts: &[TextId]) -> bool {
        self.articles.iter().map(|article| article.id).eq(texts.iter().copied())
    }
}

/// What on disk differs from what is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct Stale {
    /// The fingerprints of the texts of files of open articles.
    pub texts: BTreeMap<PathBuf, u64>,
    /// The names of new articles.
    pub new: Vec<String>,
    /// What of it was reported.
    pub said: Vec<String>,
}

/// Adds an empty article for the other pane if there is only one.
pub(in crate::app) fn beside(mut articles: Vec<Arc<Article>>) -> Vec<Arc<Article>> {
    while articles.len() < 2 {
        articles.push(Arc::new(Article::of_text("", "")));
    }
    articles
}
