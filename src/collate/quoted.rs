//! Finds which visible words are inside quotations.

use super::cancel::Cancel;
use super::witness::{Witness, Words};
use crate::text::{Pair, quotations};

/// Returns for each visible word whether it is quoted. Takes linear time. Some are missing once `cancel` is raised.
pub(super) fn quoted(witnesses: Pair<Witness<'_>>, words: &Words, cancel: &Cancel) -> Pair<Vec<bool>> {
    Pair::from_fn(|side| {
        let article = witnesses[side].article;
        let row = &words.rows[side];
        let mut quoted = vec![false; row.len()];
        let mut at = 0;
        for paragraph in cancel.watched(row.chunk_by(|a, b| a.paragraph == b.paragraph)) {
            let within = article.paragraphs[paragraph[0].paragraph as usize].span;
            let mut open = quotations(&article.text, within).into_iter().peekable();
            for word in cancel.watched(paragraph) {
                let span = article.tokens[word.token as usize].span;
                while open.next_if(|quotation| quotation.end() <= span.start()).is_some() {}
                quoted[at] = open.peek().is_some_and(|quotation| quotation.overlaps(span));
                at += 1;
            }
        }
        quoted
    })
}
