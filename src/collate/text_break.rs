//! Line and paragraph breaks of two versions, for when they count.

use super::in_order::Breaks;
use crate::text::Pair;

/// How a text breaks between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextBreak {
    /// No break.
    None,
    /// A line break.
    Line,
    /// A blank line.
    Paragraph,
}

/// A place where the breaks of two versions differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangedBreak {
    /// The word before it, as an index into the article's tokens.
    pub after: Pair<usize>,
    /// The break of each side.
    pub breaks: Pair<TextBreak>,
    /// The number of marks between the word and the break, where they tell its place: both sides may break between two words, before and
    /// behind a mark.
    pub marks: Option<usize>,
}

impl ChangedBreak {
    /// Whether the two differ here where these breaks count.
    pub fn counts(&self, heeded: Breaks) -> bool {
        let Pair { left, right } = self.breaks;
        match heeded {
            Breaks::Ignored => false,
            Breaks::Paragraphs => (left == TextBreak::Paragraph) != (right == TextBreak::Paragraph),
            Breaks::Lines => left != right,
        }
    }
}
