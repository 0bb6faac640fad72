//! A collation as CSV, one row for each match.

use super::Reported;
use super::escape::csv_row;
use super::phrases::line;
use crate::collate::{Match, SentenceVerdict};
use crate::text::Pair;

/// The names of the columns.
const COLUMNS: [&str; 13] = [
    "left",
    "left_paragraph",
    "right",
    "right_paragraph",
    "class",
    "moved",
    "echo",
    "left_words",
    "right_words",
    "shared_words",
    "left_text",
    "right_text",
    "decided",
];

/// Returns the header row.
pub fn csv_head() -> String {
    csv_row(&COLUMNS)
}

/// Writes a pair, one row for each match, in the order of the left article. Paragraphs count from 1.
pub fn csv(reported: &Reported<'_>) -> String {
    reported.collation.matches.iter().map(|m| row(m, reported)).collect()
}

fn row(m: &Match, reported: &Reported<'_>) -> String {
    let passages = m.passages.as_ref();
    let places = passages.map(|passage| (passage.paragraph_id.0 + 1).to_string());
    let words = passages.map(|passage| passage.tokens.len().to_string());
    let texts = Pair::from_fn(|side| line(reported.articles[side], passages[side].span));
    csv_row(&[
        &reported.articles.left.name,
        &places.left,
        &reported.articles.right.name,
        &places.right,
        m.class.name(),
        if m.moved { "yes" } else { "no" },
        if m.echo { "yes" } else { "no" },
        &words.left,
        &words.right,
        &m.shared.to_string(),
        &texts.left,
        &texts.right,
        match m.decided {
            Some(SentenceVerdict::Unsure) => "unsure",
            Some(_) => "yes",
            None => "no",
        },
    ])
}
