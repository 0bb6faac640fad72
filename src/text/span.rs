//! Byte ranges of a text.

use std::ops::Range;

/// A byte range of a text, end exclusive.
///
/// Both ends are 32 bits, because every word of every article has a span: a text must be shorter than 4 GiB. Longer files are refused when
/// they are loaded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// Makes the span `start..end`. If the end is before the start, the span is empty at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        let start = start as u32;
        Self { start, end: (end as u32).max(start) }
    }

    /// Returns the offset of the first byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// Returns the offset after the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Returns the length in bytes.
    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    /// Whether the span is empty.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Returns the span as a range to index a text with.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Whether the byte at `place` is inside.
    pub fn contains(self, place: usize) -> bool {
        self.start() <= place && place < self.end()
    }

    /// Whether all of `other` is inside.
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two spans have a byte in common.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Returns the intersection, if the two overlap.
    pub fn meet(self, other: Span) -> Option<Span> {
        self.overlaps(other).then(|| Span { start: self.start.max(other.start), end: self.end.min(other.end) })
    }

    /// Returns the smallest span that covers both.
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Returns the text of this span, or nothing if the span does not fit the text.
    ///
    /// # Panics
    ///
    /// Only with debug assertions, if the span does not fit the text: it is then of another text.
    pub fn of(self, text: &str) -> &str {
        debug_assert!(text.get(self.range()).is_some(), "{self:?} is of another text than these {} bytes", text.len());
        text.get(self.range()).unwrap_or_default()
    }
}
