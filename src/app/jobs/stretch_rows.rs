//! The rows of unmatched stretches: where each is, how many words it has, and its first ones.

use std::sync::Arc;

use super::list_row::{Goal, ListRow, TOLD, on_one_line};
use crate::article::Article;
use crate::collate::Passage;
use crate::page::shortened;
use crate::text::{Span, plural};

/// Characters of an article's name in a row, which leave room for the words.
const NAMED: usize = 40;

/// A row for each of some stretches of articles.
#[derive(Debug)]
pub(in crate::app) struct StretchRows {
    /// The open articles.
    pub articles: Vec<Arc<Article>>,
    /// The stretches, each with the index of its article.
    pub stretches: Vec<(usize, Passage)>,
}

impl StretchRows {
    pub fn len(&self) -> usize {
        self.stretches.len()
    }

    /// Makes the row of a stretch.
    pub fn row(&self, at: usize) -> Option<ListRow> {
        let (number, stretch) = self.stretches.get(at)?;
        let article = self.articles.get(*number)?;
        let span = stretch.span;
        let end = (span.start()..=span.end().min(span.start() + TOLD * 2)).rev();
        let end = end.into_iter().find(|end| article.text.is_char_boundary(*end))?;
        let marks = if end == span.end() { closing(article.text.get(end..)?) } else { 0 };
        Some(ListRow {
            place: format!("{} ¶{}", number + 1, stretch.paragraph_id.0 + 1),
            figure: plural(stretch.tokens.len(), "word"),
            words: on_one_line(Span::new(span.start(), end + marks).of(&article.text)),
            why: shortened(article.called(), &[], NAMED),
            goal: Goal::There(*number, span.start()),
            ..ListRow::default()
        })
    }
}

/// The length of the punctuation with which a text begins, if no word follows it directly: it closes what is before it.
fn closing(text: &str) -> usize {
    let rest = text.trim_start_matches(|c: char| !c.is_alphanumeric() && !c.is_whitespace());
    if rest.starts_with(char::is_alphanumeric) { 0 } else { text.len() - rest.len() }
}
