//! The way from a decoded text back to the bytes on the disk.

use crate::text::Span;

/// Maps bytes of a decoded text to bytes of the file it was decoded from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiskMap {
    skipped: usize,
}

impl DiskMap {
    /// The map of a UTF-8 file whose text starts after `skipped` bytes (its byte order mark).
    pub fn identity(skipped: usize) -> Self {
        Self { skipped }
    }

    /// Gives the span on the disk of a span of the text.
    pub fn on_disk(&self, span: Span) -> Span {
        Span::new(span.start() + self.skipped, span.end() + self.skipped)
    }
}
