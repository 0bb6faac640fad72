//! Articles that were read again.

use std::path::PathBuf;
use std::sync::Arc;

use crate::article::Article;

/// All articles, read whole, to replace the open ones.
#[derive(Clone, Debug, Default)]
pub struct Reopened {
    /// The reading's ticket.
    pub ticket: u64,
    /// In the order of their digits; empty if nothing could be opened.
    pub articles: Vec<Arc<Article>>,
    /// What was noticed meanwhile, one sentence each, safe to show.
    pub complaints: Vec<String>,
}

/// Articles to read again.
#[derive(Clone, Debug)]
pub struct Reread {
    /// The reading's ticket.
    pub ticket: u64,
    /// The indexes of the articles, and their files.
    pub files: Vec<(usize, PathBuf)>,
    /// The open articles.
    pub articles: Vec<Arc<Article>>,
}
