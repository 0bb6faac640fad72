//! Line breaks inside a paragraph, and what replaces them when lines are joined.

use super::span::Span;

/// Returns what replaces a line break between two characters: a space, or nothing between characters of scripts written without spaces and
/// beside their wide punctuation.
///
/// This follows the CSS rule for such breaks ("segment break transformation"), extended to the scripts of South East Asia.
pub fn gap(before: Option<char>, after: Option<char>) -> &'static str {
    let (Some(before), Some(after)) = (before, after) else { return " " };
    if (is_unspaced(before) && is_unspaced(after)) || is_wide_mark(before) || is_wide_mark(after) { "" } else { " " }
}

/// Returns a text as one line: trimmed, with each run of white space as one space, or as nothing between two characters of a script that is
/// written without spaces.
pub fn one_line(text: &str) -> String {
    let text = text.trim();
    flow(text, Span::new(0, text.len()))
}

/// Returns part of a text as one line. White space at its ends becomes a space like that inside.
pub fn flow(text: &str, span: Span) -> String {
    let slice = span.of(text);
    let single = |pair: &[u8]| pair != b"  " && pair[0] >= b' ';
    if slice.is_ascii() && slice.as_bytes().windows(2).all(single) && !slice.ends_with(|c: char| c.is_ascii_control()) {
        return slice.to_owned();
    }
    let mut line = String::with_capacity(slice.len());
    let mut at = span.start();
    while let Some(plain) = text[at..span.end()].find(char::is_whitespace) {
        line.push_str(&text[at..at + plain]);
        at += plain;
        let blank = &text[at..span.end()];
        match break_len(text, at) {
            0 => {
                line.push(' ');
                at = span.end() - blank.trim_start().len();
            }
            len => {
                line.push_str(gap(text[..at].chars().next_back(), text[at + len..].chars().next()));
                at = span.end().min(at + len);
            }
        }
    }
    line + &text[at..span.end()]
}

/// Returns the length of the white space at `at` if it contains a line break, else 0. If both lines begin with quotation marks of e-mail
/// (`> `), those of the second line are included.
pub fn break_len(text: &str, at: usize) -> usize {
    let (before, text) = text.split_at(at);
    let rest = text.trim_start();
    let blank = &text[..text.len() - rest.len()];
    if !blank.contains(breaks_line) {
        return 0;
    }
    let line = before.rfind(breaks_line).map_or(before, |at| &before[at..]);
    let quotes = line.trim_start().starts_with('>');
    let quoted = rest[if quotes { quote_len(rest) } else { 0 }..]
        .trim_start_matches(|c: char| c.is_whitespace() && !breaks_line(c));
    let goes_on = blank.bytes().filter(|byte| *byte == b'\n').count() < 2
        && !quoted.is_empty()
        && !quoted.starts_with(breaks_line);
    text.len() - if goes_on { quoted.len() } else { rest.len() }
}

/// Returns the length of the e-mail quotation marks (`> `, `>> `, `> > `) at the start of a line.
pub fn quote_len(line: &str) -> usize {
    let marks = line.find(|c| c != '>' && c != ' ').unwrap_or(line.len());
    let parted = line[..marks].ends_with(' ') || line[marks..].starts_with(char::is_alphabetic);
    if line.starts_with('>') && parted { marks } else { 0 }
}

/// Whether a character ends a line.
pub fn breaks_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\x0b' | '\x0c' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character belongs to a script that is written without spaces between words: Chinese, Japanese, Thai, Lao, Khmer,
/// Burmese. Korean has spaces.
pub fn is_unspaced(c: char) -> bool {
    matches!(c as u32,
        0x0e00..=0x0eff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x2e80..=0x2fdf | 0x3001..=0x30ff | 0x3105..=0x312f
        | 0x31a0..=0x31ff | 0x3400..=0x4dbf | 0x4e00..=0xa4cf | 0xf900..=0xfaff | 0xfe30..=0xfe4f | 0xff01..=0xff9f
        | 0x20000..=0x3ffff)
}

/// Whether a character is Chinese or Japanese punctuation, which includes its own space.
fn is_wide_mark(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301b}' | '！' | '（' | '）' | '，' | '．' | '：'
        | '；' | '？' | '［' | '］' | '｛' | '｝' | '｡'..='､')
}
