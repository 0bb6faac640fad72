//! The list of rules.

use crate::app::jobs::Lookup;

/// The list of rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleList {
    /// The rule one stands on, by its number among the rules of all files.
    pub at: usize,
    /// Passages and articles of each rule.
    pub counted: Lookup<Vec<(usize, usize)>>,
}
