//! The story of all open articles, statement by statement.

use std::sync::Arc;

use crate::boilerplate::Mask;
use crate::collate::{Passage, Quoted, Synopsis};

/// The story of all open articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// Each statement, and who tells it.
    pub synopsis: Synopsis,
    /// What was hidden of each article.
    pub masks: Vec<Mask>,
    /// What no match was found for in any other article, by article: stretches of some words, not single ones.
    pub unmatched: Vec<Vec<Passage>>,
    /// The quotations of all articles, those of one saying together.
    pub quotations: Vec<Quoted>,
}

impl Story {
    /// Takes a synopsis, the quotations, and what was hidden when they were found.
    pub fn of(synopsis: Synopsis, quotations: Vec<Quoted>, masks: Vec<Mask>) -> Self {
        let only = |article: usize| synopsis.only_in(article).0.into_iter().cloned().collect();
        let unmatched = (0..synopsis.articles()).map(only).collect();
        Self { synopsis, masks, unmatched, quotations }
    }
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
