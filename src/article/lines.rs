//! The non-blank lines of a text, and the blocks they form.

use crate::text::{Span, breaks_line, first};

/// A non-blank line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its span, trimmed.
    pub span: Span,
    /// The bytes of white space before it.
    pub lead: usize,
    /// Whether it ends with two or more spaces.
    pub spaced: bool,
    /// Whether it begins a block: it follows a blank line or a page break, or is the first.
    pub begins: bool,
}

/// Returns the non-blank lines of a text.
///
/// A line ends with a line feed, a carriage return, both, or one of the rarer line breaks of Unicode. A form feed and the paragraph
/// separator also end a block. A line with nothing but spaces, no-break spaces or zero-width characters is blank.
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

/// Returns the length of the first line. Most bytes begin no line break and are not decoded.
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

/// Returns the length of the line break at the start of `tail`. A doubled carriage return counts with its line feed.
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
