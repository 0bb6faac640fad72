//! Lines of a text, and what of them tells paragraphs apart.

use unicode_width::UnicodeWidthStr;

use crate::text::{Span, first};

/// A line on which something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it stands, without white space at the ends.
    pub span: Span,
    /// How far it is indented, in characters.
    pub indent: usize,
    /// How wide it is, in cells.
    pub width: usize,
    /// How wide its first word is, in cells.
    pub first_word: usize,
    /// What its first letter is.
    pub opening: Opening,
    /// Whether it ends as a sentence does.
    pub ends_sentence: bool,
}

/// How a line begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// With a small letter.
    Small,
    /// With a capital letter.
    Capital,
    /// With the mark or the number of a list's item.
    Item,
    /// With something else: a digit, a letter of a script without case.
    Other,
}

/// Parts a text into blocks, which are runs of lines on which something stands.
///
/// A line ends with a line feed, a carriage return, both, or the rarer breaks of Unicode. A form feed and the paragraph
/// separator end a block too. A line of spaces, no-break spaces or zero-width marks alone is blank.
pub fn blocks(text: &str) -> Vec<Vec<Line>> {
    let mut found = Vec::new();
    let mut block = Vec::new();
    for (span, breaks) in raw_lines(text) {
        let line = line(text, span);
        if line.is_none() || breaks == Break::Block {
            block.extend(line);
            found.push(std::mem::take(&mut block));
            continue;
        }
        block.extend(line);
    }
    found.push(block);
    found.retain(|block| !block.is_empty());
    found
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Break {
    Line,
    Block,
}

fn raw_lines(text: &str) -> impl Iterator<Item = (Span, Break)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let len = line_len(rest);
        let (span, tail) = (Span::new(at, at + len), &rest[len..]);
        at += len + break_len(tail);
        Some((span, if tail.starts_with(['\x0c', '\u{2029}']) { Break::Block } else { Break::Line }))
    })
}

/// Gives the length of the line at the start. Most bytes begin no break and are not looked at as characters.
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

fn breaks_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\x0b' | '\x0c' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Gives the length of the break at the start of `tail`; a carriage return that was doubled counts with its line feed.
fn break_len(tail: &str) -> usize {
    let doubled = ["\r\n", "\r\r\n"].into_iter().find(|pair| tail.starts_with(pair)).map(str::len);
    doubled.unwrap_or(tail.chars().next().map_or(0, char::len_utf8))
}

fn line(text: &str, span: Span) -> Option<Line> {
    let raw = span.of(text);
    if raw.chars().all(|c| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')) {
        return None;
    }
    let trimmed = raw.trim();
    let lead = &raw[..raw.len() - raw.trim_start().len()];
    let start = span.start() + lead.len();
    Some(Line {
        span: Span::new(start, start + trimmed.len()),
        indent: lead.chars().count(),
        width: width(trimmed),
        first_word: trimmed.split_whitespace().next().map_or(0, width),
        opening: opening(trimmed),
        ends_sentence: ends_sentence(trimmed),
    })
}

/// Gives the width of a text in cells: of plain letters and marks each has one.
fn width(text: &str) -> usize {
    if first(text.as_bytes(), |byte| !matches!(byte, b' '..=b'~')).is_none() { text.len() } else { text.width() }
}

fn opening(line: &str) -> Opening {
    if is_item(line) {
        return Opening::Item;
    }
    match line.chars().find(|c| c.is_alphanumeric()) {
        Some(c) if c.is_lowercase() => Opening::Small,
        Some(c) if c.is_uppercase() => Opening::Capital,
        _ => Opening::Other,
    }
}

fn is_item(line: &str) -> bool {
    let Some(mark) = line.split_whitespace().next().filter(|mark| mark.len() < line.len()) else { return false };
    let number = mark.strip_suffix(['.', ')']).unwrap_or_default();
    matches!(mark, "•" | "·" | "‣" | "▪" | "●" | "*" | "-" | "–" | "+")
        || (matches!(number.len(), 1..=2) && number.bytes().all(|byte| byte.is_ascii_digit()))
}

fn ends_sentence(line: &str) -> bool {
    let closers = ['”', '"', '’', '\'', ')', ']', '»', '“', '」', '』', '）', ' ', '\u{a0}'];
    line.trim_end_matches(closers).ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '।', '؟', '۔'])
}
