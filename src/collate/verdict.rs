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

/// Two sentences with a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecidedPair {
    /// Their spans.
    pub spans: Pair<Span>,
    /// The decision.
    pub verdict: SentenceVerdict,
}
