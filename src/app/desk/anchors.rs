//! Anchors: the paragraphs of two articles that correspond in order.

use crate::article::ParagraphId;
use crate::collate::Collation;
use crate::text::Pair;

/// The paragraphs that correspond in order, each at most once on either side.
pub(in crate::app) fn anchors(collation: &Collation) -> Vec<Pair<ParagraphId>> {
    let mut paragraph_ids: Vec<Pair<ParagraphId>> = collation
        .matches
        .iter()
        .filter(|found| !found.moved && !found.echo)
        .map(|found| found.passages.as_ref().map(|passage| passage.paragraph_id))
        .collect();
    paragraph_ids.sort_unstable();
    let mut anchors: Vec<Pair<ParagraphId>> = Vec::with_capacity(paragraph_ids.len());
    for pair in paragraph_ids {
        if anchors.last().is_none_or(|last| last.left < pair.left && last.right < pair.right) {
            anchors.push(pair);
        }
    }
    anchors
}
