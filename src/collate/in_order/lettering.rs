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

/// Whether white space alone parts words in one of two texts of the same letters, where nothing parts them in the other.
pub(super) fn is_parted_otherwise(left: &str, right: &str) -> bool {
    let (left, right) = (partings(left), partings(right));
    let apart = |one: &[(usize, bool)], other: &[(usize, bool)]| {
        one.iter().any(|(at, blank)| *blank && other.binary_search_by_key(at, |(at, _)| *at).is_err())
    };
    apart(&left, &right) || apart(&right, &left)
}

/// Behind how many letters something stands between two, and whether that is white space alone.
fn partings(text: &str) -> Vec<(usize, bool)> {
    let (mut found, mut letters) = (Vec::<(usize, bool)>::new(), 0);
    for c in text.chars() {
        if c.is_alphanumeric() {
            letters += c.to_lowercase().count();
            continue;
        }
        match found.last_mut().filter(|(at, _)| *at == letters) {
            Some((_, blank)) => *blank &= c.is_whitespace(),
            None if letters > 0 => found.push((letters, c.is_whitespace())),
            None => {}
        }
    }
    found.pop_if(|(at, _)| *at == letters);
    found
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
