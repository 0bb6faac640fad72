//! Proposals: what looks like boilerplate, and where one stands in it.

use crate::boilerplate::{Effect as Hides, Proposal, Warning};

/// What is proposed, and where one stands in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposals {
    /// What is proposed; `None` until it is found.
    pub found: Option<Vec<Proposal>>,
    /// The proposal one stands on.
    pub at: usize,
    /// The survey that counts for it.
    pub ticket: u64,
    /// What its rule would hide of each open article; `None` until it is known.
    pub hides: Option<Vec<Hides>>,
    /// What is odd about that.
    pub warnings: Vec<Warning>,
    /// The file in which rules are kept, by its number among an article's files of rules.
    pub home: usize,
    /// What was proposed before each decision, and where one stood; for each that can be taken back here.
    pub(in crate::app) decided: Vec<Decision>,
    /// The same after each decision that was taken back here.
    pub(in crate::app) undecided: Vec<Decision>,
}

/// What is proposed, and the place in it.
pub(in crate::app) type Decision = (Vec<Proposal>, usize);

impl Proposals {
    /// Gives the proposal one stands on.
    pub fn now(&self) -> Option<&Proposal> {
        self.found.as_ref()?.get(self.at)
    }
}
