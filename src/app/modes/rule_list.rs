//! The list of rules.

/// The list of rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleList {
    /// The rule one stands on, by its number among the rules of all files.
    pub at: usize,
    /// The survey that counts for it.
    pub ticket: u64,
    /// Passages and articles of each rule; `None` until they are counted.
    pub counted: Option<Vec<(usize, usize)>>,
}
