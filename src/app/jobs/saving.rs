//! The outcome of a change to a rules file.

use std::path::PathBuf;

use crate::boilerplate::{RuleId, RuleSet};

/// The content of a rules file after a change.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// The file.
    pub file: PathBuf,
    /// The rules.
    pub rules: RuleSet,
    /// The first line of each rule, from 1.
    pub lines: Vec<usize>,
}

/// The outcome of a change to a rules file.
#[derive(Clone, Debug)]
pub enum Saved {
    /// The rule is in the file.
    Added {
        /// The id that was asked for.
        asked: RuleId,
        /// The id that it got; another one if that was taken.
        id: RuleId,
        /// All rules in the file now.
        written: Written,
    },
    /// The rule was removed; these are left.
    Removed(RuleId, Written),
    /// The rule to remove was never saved; the file is unchanged.
    NeverThere(RuleId),
    /// The file is unchanged; the reason, in one sentence.
    NotAdded(RuleId, String),
    /// The file is unchanged; the reason, in one sentence.
    NotRemoved(RuleId, String),
    /// The step with this number was made; these are the rules now.
    Stepped(u64, Written),
    /// The file is unchanged; the reason, in one sentence.
    NotStepped(u64, String),
}
