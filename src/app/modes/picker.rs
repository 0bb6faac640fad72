//! The state of the hide prompt: what a new rule hides, and where it applies.

use crate::app::jobs::{Lookup, RuleCheck};
use crate::boilerplate::{Candidate, Rule, Way};
use crate::text::Span;

/// Where a rule can apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeChoice {
    /// In this article.
    Article,
    /// In all articles of this one's source.
    Source,
    /// In every article.
    Everywhere,
}

/// The choices of where a rule applies, from narrow to broad.
pub const SCOPES: [ScopeChoice; 3] = [ScopeChoice::Article, ScopeChoice::Source, ScopeChoice::Everywhere];

/// The rows of the hide prompt that the reader changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PickerRow {
    /// What to hide.
    What,
    /// Where.
    Where,
    /// In which file the rule is kept.
    File,
}

/// A rule being made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picker {
    /// The index of the article with the marked text.
    pub article: usize,
    /// The marked text.
    pub marked: Span,
    /// The last sentence of a stretch, if the reader set a second mark.
    pub second: Option<usize>,
    /// The ways to hide it, from narrow to broad.
    pub ways: Vec<Candidate>,
    /// The chosen way, as an index into `ways`.
    pub chosen: usize,
    /// The chosen scope, as an index into [`SCOPES`].
    pub scope: usize,
    /// The row that was changed last.
    pub row: PickerRow,
    /// The chosen file, by its number among the article's rules files.
    pub file: usize,
    /// The rule that these choices make.
    pub rule: Rule,
    /// What is wrong with the reader's words, if anything is.
    pub wrong: Option<String>,
    /// What it would hide; while a newer answer is awaited, the older one is only dimmed.
    pub check: Lookup<RuleCheck>,
    /// Which of the places it would hide the reader is on.
    pub step: Option<usize>,
    /// The state before the words are edited, while they are.
    pub(in crate::app) before: Option<Box<Picker>>,
}

impl Picker {
    /// The chosen way.
    pub fn way(&self) -> Option<Way> {
        self.ways.get(self.chosen).map(|way| way.way)
    }

    /// The passages and words of each open article, once they are counted.
    pub fn counted(&self) -> Option<Vec<(usize, usize)>> {
        Some(self.check.known()?.hides.iter().map(|hides| (hides.spans.len(), hides.words)).collect())
    }
}
