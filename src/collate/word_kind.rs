//! The kinds of words.

use super::function_words::is_function_word;

/// The kind of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trait {
    /// A content word.
    Content,
    /// A name.
    Name,
    /// A number, in figures or in words.
    Number,
    /// A function word.
    Function,
}

/// Returns the kind of a word with this stem, without context.
pub(super) fn plain_trait(stem: &str) -> Trait {
    if stem.contains(|c: char| c.is_numeric()) {
        return Trait::Number;
    }
    if is_function_word(stem) { Trait::Function } else { Trait::Content }
}
