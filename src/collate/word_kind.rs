//! What a word is by itself.

use super::function_words::is_function_word;

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trait {
    /// It says what a sentence states.
    Content,
    /// It names somebody or something.
    Name,
    /// It has a digit, or is a number in words.
    Number,
    /// It only holds a sentence together.
    Function,
}

/// Tells what a word with this stem is by itself.
pub(super) fn plain_trait(stem: &str) -> Trait {
    if stem.contains(|c: char| c.is_numeric()) {
        return Trait::Number;
    }
    if is_function_word(stem) { Trait::Function } else { Trait::Content }
}
