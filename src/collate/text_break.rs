//! Breaks of two versions, where they count.

use super::in_order::Breaks;
use crate::text::Pair;

/// How a text breaks between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextBreak {
    /// Not at all.
    None,
    /// A line ends.
    Line,
    /// A line stands blank.
    Paragraph,
}

/// A place where two versions break otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangedBreak {
    /// The word before it, as an index into the article's tokens.
    pub after: Pair<usize>,
    /// How each side breaks there.
    pub breaks: Pair<TextBreak>,
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
