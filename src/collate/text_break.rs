//! Line and paragraph breaks of two versions, for when they count.

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
}
