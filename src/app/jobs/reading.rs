//! Articles read anew.

use std::path::PathBuf;
use std::sync::Arc;

use crate::article::Article;

/// All articles, read whole, to take the place of those that are open.
#[derive(Clone, Debug, Default)]
pub struct Reopened {
    /// The reading's ticket.
    pub ticket: u64,
    /// In the order of their digits; not one where nothing could be opened.
    pub articles: Vec<Arc<Article>>,
    /// What was noticed meanwhile, one sentence each, safe to show.
    pub complaints: Vec<String>,
}

/// Articles to read anew.
#[derive(Clone, Debug)]
pub struct Reread {
    /// The reading's ticket.
    pub ticket: u64,
    /// The articles, by their indexes, and their files.
    pub files: Vec<(usize, PathBuf)>,
    /// The open articles.
    pub articles: Vec<Arc<Article>>,
}
