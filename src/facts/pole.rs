//! Words with an opposite.

/// A word with an opposite: `agreed` and `refused` answer one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pole {
    /// What is answered.
    question: &'static str,
    yes: bool,
}

impl Pole {
    /// A word that says yes or no to a question.
    pub fn new(question: &'static str, yes: bool) -> Self {
        Self { question, yes }
    }

    /// Whether one says yes and the other no.
    pub fn is_opposite(&self, other: &Pole) -> bool {
        self.question == other.question && self.yes != other.yes
    }
}
