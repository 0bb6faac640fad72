//! The reader's notes on a pair, found for a report.

use super::{Notes, mark_of_paragraph, marks_of};
use crate::article::{Article, Locus};
use crate::collate::Collation;
use crate::report::Remark;
use crate::text::{Pair, Side};

/// Finds the notes to what a pair shares, in its order, then those to paragraphs of either article.
pub fn remarks(articles: Pair<&Article>, collation: &Collation, notes: &Notes) -> Vec<Remark> {
    if notes.is_empty() {
        return Vec::new();
    }
    let shared = collation.ties().filter_map(|tie| {
        let note = notes.find(&marks_of(articles, collation, tie))?;
        Some(Remark { loci: tie.loci.map(Some), text: note.text.clone() })
    });
    let alone = Side::BOTH.into_iter().flat_map(|side| {
        (0..articles[side].paragraphs.len()).map(Locus).filter_map(move |locus| {
            let note = notes.find(&[mark_of_paragraph(articles[side], locus)])?;
            let loci = Pair::from_fn(|other| (other == side).then_some(locus));
            Some(Remark { loci, text: note.text.clone() })
        })
    });
    shared.chain(alone).collect()
}
