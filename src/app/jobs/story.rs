//! The story of all open articles, statement by statement.

use std::sync::Arc;

use crate::boilerplate::Mask;
use crate::collate::{Passage, Quoted, Synopsis};

/// The story of all open articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// Each statement, and who has it.
    pub synopsis: Synopsis,
    /// What was hidden in each article.
    pub masks: Vec<Mask>,
    /// The text of each article that has no match in any other: stretches of some words, not single ones.
    pub unmatched: Vec<Vec<Passage>>,
    /// The quotations of all articles, grouped by what was said.
    pub quotations: Vec<Quoted>,
}

impl Story {
    /// Collects a synopsis, the quotations, and what was hidden when they were found.
    pub fn of(synopsis: Synopsis, quotations: Vec<Quoted>, masks: Vec<Mask>) -> Self {
        let only = |article: usize| synopsis.only_in(article).0.into_iter().cloned().collect();
        let unmatched = (0..synopsis.articles()).map(only).collect();
        Self { synopsis, masks, unmatched, quotations }
    }
}

/// The story of all open articles, or how far it has come.
#[derive(Clone, Debug)]
pub struct Narrated {
    /// The ticket of the question.
    pub ticket: u64,
    /// How many pairs have been compared closely, and of how many.
    pub done: (usize, usize),
    /// The story, once it is known.
    pub story: Option<Arc<Story>>,
}
