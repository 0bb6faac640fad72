//! Lines of a text on which something stands, and the blocks they make.

use crate::text::{Span, breaks_line, first};

/// A line on which something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it stands, without white space at the ends.
    pub span: Span,
    /// Bytes of white space before it.
    pub lead: usize,
    /// Whether spaces stand after it, two at least.
    pub spaced: bool,
    /// Whether it begins a block: nothing stands before it, or a blank line, or the end of a page.
    pub begins: bool,
}

/// The lines of a text on which something stands.
///
/// A line ends with a line feed, a carriage return, both, or the rarer breaks of Unicode. A form feed and the paragraph
/// separator end a block too. A line of spaces, no-break spaces or zero-width marks alone is blank.
pub fn lines(text: &str) -> Vec<Line> {
    let mut found = Vec::new();
    let mut begins = true;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let len = line_len(rest);
        let (raw, tail) = rest.split_at(len);
        let line = line(raw, at, begins);
        begins = line.is_none() || tail.starts_with(['\x0c', '\u{2029}']);
        found.extend(line);
        at += len + break_len(tail);
    }
    found
}

/// The length of the line at the start. Most bytes begin no break and are not looked at as characters.
fn line_len(text: &str) -> usize {
    let mut at = 0;
    while let Some(plain) = first(&text.as_bytes()[at..], |byte| matches!(byte, 0x0a..=0x0d | 0xc2 | 0xe2)) {
        at += plain;
        match text[at..].chars().next() {
            Some(c) if !breaks_line(c) => at += c.len_utf8(),
            _ => return at,
        }
    }
    text.len()
}

/// The length of the break at the start of `tail`; a carriage return that was doubled counts with its line feed.
fn break_len(tail: &str) -> usize {
    let doubled = ["\r\n", "\r\r\n"].into_iter().find(|pair| tail.starts_with(pair)).map(str::len);
    doubled.unwrap_or(tail.chars().next().map_or(0, char::len_utf8))
}

fn line(raw: &str, start: usize, begins: bool) -> Option<Line> {
    let unseen = |c: char| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    raw.find(|c| !unseen(c))?;
    let trimmed = raw.trim_start();
    let lead = raw.len() - trimmed.len();
    let spaced = trimmed.ends_with("  ");
    let span = Span::new(start + lead, start + lead + trimmed.trim_end().len());
    Some(Line { span, lead, spaced, begins })
}
