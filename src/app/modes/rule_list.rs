//! The list of rules.

use crate::app::jobs::Lookup;

/// The list of rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleList {
    /// The present rule, by its number among the rules of all files.
    pub at: usize,
    /// The number of passages and articles for each rule.
    pub counted: Lookup<Vec<(usize, usize)>>,
}
