//! Notes in a diff: on a change, or on one of its paragraphs, which the reading view shows too.

use super::changes::mark_of_band;
use super::desk::Desk;
use super::diff_view::DiffView;
use crate::app::memory::{Note, ReviewMark, mark_of_linked, mark_of_paragraph};
use crate::article::ParagraphId;
use crate::text::{Pair, Side};

/// The marks of notes on a band: that of the change, then those of its paragraphs, if a side has only one.
pub(in crate::app) fn marks_in_diff(diff: &DiffView, band: usize) -> Vec<ReviewMark> {
    let compared = diff.sheet.compared();
    let articles = compared.articles.as_ref().map(|article| &**article);
    let Some(this) = compared.bands.get(band) else { return Vec::new() };
    let one = Pair::from_fn(|side: Side| {
        let home = this.home.filter(|_| this.paragraph_ids[side].is_empty());
        home.or_else(|| (this.paragraph_ids[side].len() == 1).then_some(ParagraphId(this.paragraph_ids[side].start)))
    });
    let linked = match (one.left, one.right) {
        (Some(left), Some(right)) => Some(mark_of_linked(articles, Pair::new(left, right))),
        (Some(left), None) if this.paragraph_ids.right.is_empty() => Some(mark_of_paragraph(articles.left, left)),
        (None, Some(right)) if this.paragraph_ids.left.is_empty() => Some(mark_of_paragraph(articles.right, right)),
        _ => None,
    };
    mark_of_band(diff, band).into_iter().chain(linked).collect()
}

/// The note on a band: on the change, else on one of its paragraphs. Reads its words.
pub fn note_in_diff<'a>(desk: &'a Desk, diff: &DiffView, band: usize) -> Option<&'a Note> {
    if desk.memory.notes.is_empty() {
        return None;
    }
    let compared = diff.sheet.compared();
    let mut marks = marks_in_diff(diff, band);
    for side in [Side::Right, Side::Left] {
        let paragraph_ids = compared.bands.get(band).map(|band| band.paragraph_ids[side].clone()).unwrap_or_default();
        marks.extend(paragraph_ids.map(|at| mark_of_paragraph(&compared.articles[side], ParagraphId(at))));
    }
    desk.memory.notes.find(&marks)
}
