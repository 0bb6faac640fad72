//! Sentences of a paragraph.

use super::span::Span;

/// Parts the paragraph `within` into sentences, in order.
pub fn sentences(_text: &str, within: Span) -> Vec<Span> {
    vec![within]
}
