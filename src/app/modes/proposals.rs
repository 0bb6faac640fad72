//! The state of the proposals, and the reader's place in them.

use crate::app::jobs::{Lookup, RuleCheck};
use crate::boilerplate::Proposal;

/// What is proposed, and where one stands in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposals {
    /// What is proposed.
    pub found: Lookup<Vec<Proposal>>,
    /// The proposal one stands on.
    pub at: usize,
    /// What its rule would hide.
    pub check: Lookup<RuleCheck>,
    /// The file in which rules are kept, by its number among an article's files of rules.
    pub file: usize,
    /// What was proposed before each decision, and where one stood; for each that can be taken back here.
    pub(in crate::app) decided: Vec<Decision>,
    /// The same after each decision that was taken back here.
    pub(in crate::app) undecided: Vec<Decision>,
}

/// What is proposed, and the place in it.
pub(in crate::app) type Decision = (Vec<Proposal>, usize);

impl Proposals {
    /// The proposal one stands on.
    pub fn now(&self) -> Option<&Proposal> {
        self.found.known()?.get(self.at)
    }
}
