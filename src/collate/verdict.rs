//! Decisions that somebody made on pairs of sentences.

use crate::text::{Pair, Span};

/// A decision on two sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SentenceVerdict {
    /// They make the same statement.
    Same,
    /// They do not make the same statement.
    Different,
    /// It cannot be told.
    Unsure,
}

impl SentenceVerdict {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            SentenceVerdict::Same => "same",
            SentenceVerdict::Different => "different",
            SentenceVerdict::Unsure => "unsure",
        }
    }
}

/// Two sentences with a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecidedPair {
    /// Their spans.
    pub spans: Pair<Span>,
    /// The decision.
    pub verdict: SentenceVerdict,
}

/// Two of many articles of which somebody decided as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecidedArticles {
    /// Their numbers, the lesser first.
    pub articles: (usize, usize),
    /// What was decided.
    pub verdict: SentenceVerdict,
    /// Whether they share only what any text of their kind has.
    pub template: bool,
}

impl DecidedArticles {
    /// Whether the two are said to have one text behind them.
    pub fn joins(&self) -> bool {
        self.verdict == SentenceVerdict::Same && !self.template
    }

    /// Whether they are said to have none.
    pub fn parts(&self) -> bool {
        self.verdict == SentenceVerdict::Different || self.template
    }
}
