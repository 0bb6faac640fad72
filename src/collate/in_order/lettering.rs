//! What in the spelling of a word belongs to the word, what is a mark, and what is neither.
//!
//! Letters, digits and symbols belong to the word, and so does an apostrophe inside it (`its` is not `it's`). Case, hyphens, inner dots, the
//! style of an apostrophe and invisible characters are marks. White space is neither, nor is a hyphen where a line was wrapped.

use super::exact::Case;

/// Whether `c` is white space that says nothing: a space that keeps words together or has a width of its own is a mark.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}')
}

/// Whether two ways to write a word differ in no mark.
pub(super) fn is_written_alike(left: &str, right: &str, case: Case) -> bool {
    if left == right {
        return true;
    }
    let said = |word: &str, hyphen: LineEnd| {
        let word = unwrapped(word, hyphen);
        if case == Case::Ignored { word.to_lowercase() } else { word }
    };
    let both = [LineEnd::Dropped, LineEnd::Kept];
    both.iter().any(|&one| both.iter().any(|&other| said(left, one) == said(right, other)))
}

/// What becomes of a hyphen at the end of a line: nobody knows whether it was there before the text was wrapped.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LineEnd {
    Dropped,
    Kept,
}

/// A word without white space, and without what only wrapping put into it.
fn unwrapped(word: &str, hyphen: LineEnd) -> String {
    let mut kept = String::with_capacity(word.len());
    let mut rest = word.chars().peekable();
    while let Some(c) = rest.next() {
        let ends_line = matches!(rest.peek(), Some('\n' | '\r'));
        let parts = ends_line && (is_hyphen(c) || matches!(c, '\u{ad}' | '¬' | '='));
        let drops = parts && (hyphen == LineEnd::Dropped || !is_hyphen(c));
        if !drops && !is_blank(c) {
            kept.push(c);
        }
    }
    kept
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '\u{2011}' | '\u{ad}' | '¬')
}
