//! The reader's notes on a pair, found for a report.

use super::{Note, Notes, mark_of_paragraph, marks_of};
use crate::article::{Article, ParagraphId};
use crate::collate::Collation;
use crate::report::Remark;
use crate::text::{Pair, Side};

/// Finds the notes on what a pair shares, in order, then those on paragraphs of either article.
pub fn remarks(articles: Pair<&Article>, collation: &Collation, notes: &Notes) -> Vec<Remark> {
    if notes.is_empty() {
        return Vec::new();
    }
    let shared = collation.paragraph_links().filter_map(|paragraph_link| {
        let note = notes.find(&marks_of(articles, collation, paragraph_link))?;
        Some(remark(note, paragraph_link.paragraph_ids.map(Some), &[articles.left, articles.right]))
    });
    let alone = Side::BOTH.into_iter().flat_map(|side| {
        (0..articles[side].paragraphs.len()).map(ParagraphId).filter_map(move |paragraph_id| {
            let note = notes.find(&[mark_of_paragraph(articles[side], paragraph_id)])?;
            let paragraph_ids = Pair::from_fn(|other| (other == side).then_some(paragraph_id));
            Some(remark(note, paragraph_ids, &[articles[side]]))
        })
    });
    shared.chain(alone).collect()
}

fn remark(note: &Note, paragraph_ids: Pair<Option<ParagraphId>>, on: &[&Article]) -> Remark {
    Remark { paragraph_ids, text: note.text.clone(), from: note.from(on) }
}
