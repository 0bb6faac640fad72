//! What comes of a change to a rules file.

use std::path::PathBuf;

use crate::boilerplate::{RuleId, RuleSet};

/// What stands in a rules file after a change to it.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// The file.
    pub file: PathBuf,
    /// The rules.
    pub rules: RuleSet,
    /// The line with which each begins, from 1.
    pub lines: Vec<usize>,
}

/// What came of a change to a rules file.
#[derive(Clone, Debug)]
pub enum Saved {
    /// The rule is in the file.
    Added {
        /// The id with which it was to be saved.
        asked: RuleId,
        /// The id it has there, another one where that was taken.
        id: RuleId,
        /// The rules that are there now, others' included.
        written: Written,
    },
    /// The rule is out of the file; these are left.
    Removed(RuleId, Written),
    /// The rule to be taken out was never saved; the file was left as it was.
    NeverThere(RuleId),
    /// The file was left as it was; the reason, in one sentence.
    NotAdded(RuleId, String),
    /// The file was left as it was; the reason, in one sentence.
    NotRemoved(RuleId, String),
    /// The step of this number is made; these are the rules now.
    Stepped(u64, Written),
    /// The file was left as it was; the reason, in one sentence.
    NotStepped(u64, String),
}
