//! A mask: what of one article is hidden.

use super::rule::RuleId;
use crate::text::Span;

/// What hides a passage.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HiddenBy {
    /// The reader, in this session only.
    Session,
    /// A rule.
    Rule(RuleId),
}

/// A hidden passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// Where it stands: whole words, from the first mark of a sentence to the last.
    pub span: Span,
    /// What hides it.
    pub by: HiddenBy,
}

/// The hidden passages of one article, in order, none overlapping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mask {
    hidden: Vec<Hidden>,
}

impl Mask {
    /// Makes a mask; where passages overlap the earlier in `hidden` keeps its place and the later is cut.
    pub fn new(hidden: Vec<Hidden>) -> Self {
        Self { hidden }
    }

    /// Gives the hidden passages, in order.
    pub fn hidden(&self) -> &[Hidden] {
        &self.hidden
    }

    /// Gives the hidden passage in which the byte at `place` stands.
    pub fn at(&self, place: usize) -> Option<&Hidden> {
        let next = self.hidden.partition_point(|h| h.span.start() <= place);
        self.hidden[..next].last().filter(|h| h.span.contains(place))
    }
}
