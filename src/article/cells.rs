//! The width of a text in cells, and where code in it ends.

use unicode_width::UnicodeWidthStr;

use crate::text::first;

/// Returns the width of white space in cells. A tab goes to the next multiple of four.
pub fn cells(blank: &str) -> usize {
    blank.chars().fold(0, |at, c| if c == '\t' { (at / 4 + 1) * 4 } else { at + 1 })
}

/// Returns the width of a text in cells.
pub fn width(text: &str) -> usize {
    if first(text.as_bytes(), |byte| !matches!(byte, b' '..=b'~')).is_none() { text.len() } else { text.width() }
}

/// Returns the length of the code or tag at the start of a text, or else of its mark.
pub fn closed(text: &str) -> usize {
    let ticks = text.bytes().take_while(|byte| *byte == b'`').count();
    if ticks > 0 {
        return text[ticks..].find(&text[..ticks]).map_or(ticks, |end| end + 2 * ticks);
    }
    let tag = text[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    text.find('>').filter(|_| tag).map_or(1, |end| end + 1)
}
