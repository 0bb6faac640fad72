//! Places in a text: byte spans.

use std::ops::Range;

/// A stretch of a text in bytes, end exclusive.
///
/// Kept in 32 bits a side, because every word of every article has one; texts past 4 GiB are refused when they are loaded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// Makes the span `start..end`; an end before the start gives the empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        let start = start as u32;
        Self { start, end: (end as u32).max(start) }
    }

    /// The first byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after the last.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// The length in bytes.
    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    /// Whether the span holds nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a range to index a text with.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Whether the byte at `place` lies inside.
    pub fn contains(self, place: usize) -> bool {
        self.start() <= place && place < self.end()
    }

    /// Whether all of `other` lies inside.
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two have a byte in common.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// What the two have in common, if it is anything.
    pub fn meet(self, other: Span) -> Option<Span> {
        self.overlaps(other).then(|| Span { start: self.start.max(other.start), end: self.end.min(other.end) })
    }

    /// The smallest span that covers both.
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The text that stands in this span; nothing where the span is of another text and stands on no characters of this one. That
    /// would be a mistake of the program's, which tests are told of and no reader loses work over.
    pub fn of(self, text: &str) -> &str {
        debug_assert!(text.get(self.range()).is_some(), "{self:?} is of another text than these {} bytes", text.len());
        text.get(self.range()).unwrap_or_default()
    }
}
