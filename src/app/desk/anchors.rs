//! Anchors: the paragraphs of two articles that correspond in order.

use crate::article::Locus;
use crate::collate::Collation;
use crate::text::Pair;

/// The paragraphs that correspond in order, each of either side at most once.
pub(in crate::app) fn anchors(collation: &Collation) -> Vec<Pair<Locus>> {
    let mut loci: Vec<Pair<Locus>> = collation
        .matches
        .iter()
        .filter(|found| !found.moved && !found.echo)
        .map(|found| found.passages.as_ref().map(|passage| passage.locus))
        .collect();
    loci.sort_unstable();
    let mut anchors: Vec<Pair<Locus>> = Vec::with_capacity(loci.len());
    for pair in loci {
        if anchors.last().is_none_or(|last| last.left < pair.left && last.right < pair.right) {
            anchors.push(pair);
        }
    }
    anchors
}
