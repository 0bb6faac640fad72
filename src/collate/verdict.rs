//! Decisions of somebody on two sentences.

use crate::text::{Pair, Span};

/// What somebody decided of two sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SentenceVerdict {
    /// They make the same statement.
    Same,
    /// They do not.
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

/// Two sentences of which somebody decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecidedPair {
    /// Where they stand.
    pub spans: Pair<Span>,
    /// What was decided.
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
