//! The story of all open articles, statement by statement.

use std::sync::Arc;

use crate::boilerplate::Mask;
use crate::collate::Synopsis;

/// The story of all open articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// Each statement, and who tells it.
    pub synopsis: Synopsis,
    /// What was hidden of each article.
    pub masks: Vec<Mask>,
}

/// The story of all open articles, or how far it is.
#[derive(Clone, Debug)]
pub struct Narrated {
    /// The ticket of what was asked.
    pub ticket: u64,
    /// Pairs that are read closely, and how many there are.
    pub done: (usize, usize),
    /// The story, once it is known.
    pub story: Option<Arc<Story>>,
}
