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

/// Two sentences of which somebody decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecidedPair {
    /// Where they stand.
    pub spans: Pair<Span>,
    /// What was decided.
    pub verdict: SentenceVerdict,
}
