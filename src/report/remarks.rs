//! The reader's notes on a pair, for reports.

use super::Reported;
use super::phrases::opening;
use crate::article::ParagraphId;
use crate::collate::ParagraphLink;
use crate::text::{Pair, Side, sign};

/// A note with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The paragraphs: both for a note to what they share, else one.
    pub paragraph_ids: Pair<Option<ParagraphId>>,
    /// What the reader wrote, safe to show.
    pub text: String,
    /// The articles it was written on, if these are others that have the same words.
    pub from: Option<String>,
}

impl Remark {
    /// Whether it is written to what these two paragraphs share.
    pub(super) fn is_to(&self, paragraph_link: &ParagraphLink) -> bool {
        self.paragraph_ids == paragraph_link.paragraph_ids.map(Some)
    }
}

/// Returns what the reader wrote, and where, if that was on another article.
pub(super) fn worded(remark: &Remark) -> String {
    match &remark.from {
        Some(from) => format!("{} (written on {from})", remark.text),
        None => remark.text.clone(),
    }
}

/// Returns the place of a note: both paragraphs, or the article and its paragraph with its first words.
pub(super) fn place(remark: &Remark, reported: &Reported<'_>) -> String {
    let names = reported.articles.map(|article| article.name.as_str());
    let alone = |side: Side, paragraph_id: ParagraphId| {
        let (open, close) = (sign("“"), sign("”"));
        let said = opening(reported.articles[side], paragraph_id);
        format!("{}, {}{} {open}{said}{close}", names[side], sign("¶"), paragraph_id.0 + 1)
    };
    match (remark.paragraph_ids.left, remark.paragraph_ids.right) {
        (Some(left), Some(right)) => {
            format!("{}, {3}{} and {}, {3}{4}", names.left, left.0 + 1, names.right, sign("¶"), right.0 + 1)
        }
        (Some(left), None) => alone(Side::Left, left),
        (None, Some(right)) => alone(Side::Right, right),
        (None, None) => String::new(),
    }
}
