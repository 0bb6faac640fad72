//! The visible words of a witness.

use std::ops::Range;

use crate::collate::witness::Witness;

/// Returns the ranges of words between hidden passages, in order. A partly hidden word is hidden. Takes time linear in words and hidden
/// passages.
pub(in crate::collate) fn stretches(witness: Witness<'_>) -> Vec<Range<usize>> {
    let tokens = &witness.article.tokens;
    let mut found = Vec::new();
    let mut from = 0;
    for span in witness.mask.hidden().iter().map(|hidden| hidden.span).filter(|span| !span.is_empty()) {
        let end = from + tokens[from..].partition_point(|token| token.span.end() <= span.start());
        found.push(from..end);
        from = end + tokens[end..].partition_point(|token| token.span.start() < span.end());
    }
    found.push(from..tokens.len());
    found.retain(|stretch| !stretch.is_empty());
    found
}
