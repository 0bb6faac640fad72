//! The state of the hide question: what a new rule hides, and where it applies.

use crate::app::jobs::{Lookup, RuleCheck};
use crate::boilerplate::{Candidate, Rule, Way};
use crate::text::Span;

/// Where a rule can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeChoice {
    /// In this article.
    Article,
    /// In all articles of this one's source.
    Source,
    /// In every article.
    Everywhere,
}

/// The choices of where a rule holds, from narrow to broad.
pub const SCOPES: [ScopeChoice; 3] = [ScopeChoice::Article, ScopeChoice::Source, ScopeChoice::Everywhere];

/// A rule in the making.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picker {
    /// The article in which something is marked, by index.
    pub article: usize,
    /// What is marked.
    pub marked: Span,
    /// The sentence up to which a stretch goes, where the reader set a second mark.
    pub second: Option<usize>,
    /// The ways to hide it, from narrow to broad.
    pub ways: Vec<Candidate>,
    /// The way that is chosen, as an index into `ways`.
    pub chosen: usize,
    /// The choice of where, as an index into [`SCOPES`].
    pub scope: usize,
    /// The choice of the file, by its number among the article's files of rules.
    pub file: usize,
    /// The rule that these choices make.
    pub rule: Rule,
    /// What is wrong with what the reader wrote, if anything is.
    pub wrong: Option<String>,
    /// What it would hide; while a newer answer is awaited, the older one is dimmed and no more.
    pub check: Lookup<RuleCheck>,
    /// Which of the places it would hide one stands on.
    pub step: Option<usize>,
    /// As it was before its words were edited, while they are.
    pub(in crate::app) before: Option<Box<Picker>>,
}

impl Picker {
    /// The way that is chosen.
    pub fn way(&self) -> Option<Way> {
        self.ways.get(self.chosen).map(|way| way.way)
    }

    /// Passages and words of each open article, once they are counted.
    pub fn counted(&self) -> Option<Vec<(usize, usize)>> {
        Some(self.check.known()?.hides.iter().map(|hides| (hides.spans.len(), hides.words)).collect())
    }
}
