//! Words of a text, each with the key by which it is compared.

use unicode_normalization::char::is_combining_mark;

use super::fold::{Key, key};
use super::span::Span;

/// A word: where it stands and by what it is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// The word's letters and digits with the joiners between them, without punctuation around.
    pub span: Span,
    /// What it is compared by: two words are the same word when their keys are equal.
    pub key: Key,
}

/// Finds the words of `text` inside `within`, in order.
///
/// A word is a run of letters, digits and marks; a full stop, apostrophe or hyphen between two of them joins
/// (`U.N`, `Bachelet's`, `hard-line`), a comma joins digits (`1,000`). A full stop between a small letter and a capital parts
/// (`difference.China`): it is a sentence end that lost its space. Scripts written without spaces give a word a character.
/// Takes time linear in the length.
pub fn tokens(text: &str, within: Span) -> Vec<Token> {
    let mut found = Vec::with_capacity(within.len() / 6);
    let slice = within.of(text);
    let mut chars = slice.char_indices().peekable();
    while let Some((at, first)) = chars.next() {
        if !first.is_alphanumeric() {
            continue;
        }
        let mut end = at + first.len_utf8();
        let mut last = first;
        if stands_alone(first) {
            while let Some(&(_, mark)) = chars.peek().filter(|(_, c)| is_combining_mark(*c)) {
                end += mark.len_utf8();
                chars.next();
            }
        } else {
            while let Some(&(place, c)) = chars.peek() {
                if stands_alone(c) {
                    break;
                }
                if !continues(c) && !joins(last, c, &slice[place + c.len_utf8()..]) {
                    break;
                }
                end = place + c.len_utf8();
                last = c;
                chars.next();
            }
        }
        let span = Span::new(within.start() + at, within.start() + end);
        found.push(Token { span, key: key(span.of(text)) });
    }
    found
}

fn continues(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// Tells whether `joiner`, which stands after `before`, binds what comes after it to the same word.
fn joins(before: char, joiner: char, rest: &str) -> bool {
    let Some(after) = rest.chars().next() else { return false };
    let digits = before.is_numeric() && after.is_numeric();
    match joiner {
        '.' if matches!(after, '\'' | '’') => joins(before, after, &rest[after.len_utf8()..]),
        '.' => {
            digits
                || (after.is_alphabetic() && !before.is_numeric() && !(before.is_lowercase() && after.is_uppercase()))
        }
        ',' => digits,
        '\'' | '’' | '-' | '‐' | '\u{2011}' => after.is_alphanumeric() && !stands_alone(after),
        _ => false,
    }
}

/// Tells whether `c` belongs to a script that is written without spaces between words.
fn stands_alone(c: char) -> bool {
    matches!(c as u32,
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF
        | 0x3040..=0x30FF | 0x31F0..=0x31FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFF66..=0xFF9F
        | 0x20000..=0x3FFFF)
        && c.is_alphanumeric()
}
