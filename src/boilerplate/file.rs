//! The rules file's text: read, and changed no more than needed.

use super::rule::{Rule, RuleId, RuleSet};

/// A rules file's text as it was written, with comments, order and spacing.
#[derive(Clone, Debug, Default)]
pub struct RulesText {
    text: String,
}

/// Why a rules file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// The line, from 1.
    pub line: usize,
    /// The column, in characters from 1.
    pub column: usize,
    /// What is wrong and what was expected, in one sentence.
    pub reason: String,
}

impl RulesText {
    /// Reads a rules file.
    pub fn parse(text: &str) -> Result<Self, Misread> {
        Ok(Self { text: text.to_owned() })
    }

    /// Gives the rules in it.
    pub fn rules(&self) -> RuleSet {
        RuleSet::default()
    }

    /// Writes a rule at the end.
    pub fn add(&mut self, _rule: &Rule) {}

    /// Takes a rule out; tells whether it was there.
    pub fn remove(&mut self, _id: &RuleId) -> bool {
        false
    }

    /// Gives the text as it is to be written.
    pub fn text(&self) -> String {
        self.text.clone()
    }
}
