//! The state of the proposals, and the reader's place in them.

use crate::app::jobs::{Lookup, RuleCheck};
use crate::boilerplate::Proposal;

/// The proposals, and the reader's place in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposals {
    /// The proposals.
    pub found: Lookup<Vec<Proposal>>,
    /// The present proposal.
    pub at: usize,
    /// What its rule would hide.
    pub check: Lookup<RuleCheck>,
    /// The file for rules, by its number among an article's rules files.
    pub file: usize,
    /// The proposals and the place before each decision that can be undone here.
    pub(in crate::app) decided: Vec<Decision>,
    /// The same after each decision that was undone here.
    pub(in crate::app) undecided: Vec<Decision>,
}

/// The proposals, and the place in them.
pub(in crate::app) type Decision = (Vec<Proposal>, usize);

impl Proposals {
    /// Whether any was decided on here.
    pub fn has_decided(&self) -> bool {
        !self.decided.is_empty()
    }

    /// The present proposal.
    pub fn now(&self) -> Option<&Proposal> {
        self.found.known()?.get(self.at)
    }
}
