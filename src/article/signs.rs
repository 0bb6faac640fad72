//! Signs inside a line: sentence ends, brackets, code, columns.

use super::cells::{closed, width};
use crate::text::{count, count_pairs, first};

/// What is inside a line.
#[derive(Clone, Copy, Debug)]
pub struct Signs {
    /// Whether a sentence ends inside it.
    pub inner: bool,
    /// Which brackets are open at its end.
    pub open: Open,
    /// Whether it closes a bracket that an earlier line opened.
    pub closes: bool,
    /// Whether it begins with a Markdown or HTML image.
    pub picture: bool,
    /// Whether it looks like program code.
    pub code: bool,
    /// The start and end of its second column, if it has one.
    pub column: Option<(usize, usize)>,
}

/// Which brackets are open at the end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    /// Those around the text of a link.
    Link,
    /// Others.
    Bracket,
    /// None.
    None,
}

impl Default for Signs {
    fn default() -> Self {
        Self { inner: false, open: Open::None, closes: false, picture: false, code: false, column: None }
    }
}

impl Signs {
    /// Reads the signs of a line. Most lines have no byte that could be one, so all are searched for at once.
    pub fn of(line: &str) -> Self {
        let seen = line.bytes().fold(0, |seen, byte| seen | SIGNS[usize::from(byte)]);
        let has = |sign: u8| seen & sign != 0;
        let (open, closes) = if has(BRACKET) { brackets(line) } else { (Open::None, false) };
        Self {
            inner: has(STOP) && has_inner_stop(line, has(MARK)),
            open,
            closes,
            picture: has(BRACKET | ODD) && PICTURES.iter().any(|begun| line.starts_with(begun)),
            code: begins_or_ends_as_code(line) || (has(ODD) && has_code(line)),
            column: column(line, has(TAB)),
        }
    }
}

/// How an image begins.
const PICTURES: [&str; 5] = ["[![", "![", "[<img", "<img", "<a "];

/// A bit for each kind of sign (defined).
const BRACKET: u8 = 1;
const STOP: u8 = 2;
const ODD: u8 = 4;
const TAB: u8 = 8;
const MARK: u8 = 16;

/// What each byte may be a sign of (defined).
const SIGNS: [u8; 256] = {
    let mut signs = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        signs[byte] = match byte as u8 {
            b'(' | b'[' => BRACKET | ODD,
            b')' | b']' => BRACKET,
            b'.' => STOP,
            b'!' | b'?' => STOP | MARK,
            b'\t' => TAB,
            // Chinese and Japanese stops begin with this.
            0xe3 | 0xef => STOP | MARK,
            byte if may_be_odd(byte) => ODD,
            _ => 0,
        };
        byte += 1;
    }
    signs
};

/// Whether a sentence ends inside a line.
fn has_inner_stop(line: &str, marked: bool) -> bool {
    let ends = |(at, _): (usize, &str)| ends_inside(line, at);
    line.match_indices('.').any(ends)
        || (marked && (line.match_indices(['!', '?']).any(ends) || line.contains(['。', '！', '？'])))
}

/// Whether a sentence ends at a stop: lower-case letters or a bracket come before it, a space and a capital letter after it.
fn ends_inside(line: &str, stop: usize) -> bool {
    let before =
        line.as_bytes()[..stop].iter().rev().take(3).filter(|byte| byte.is_ascii_lowercase() || **byte == b')');
    let rest = line[stop + 1..].trim_start_matches(['"', ')', '”', '’', '»', '\'']);
    let next = rest.trim_start();
    before.count() == 3 && next.len() < rest.len() && next.starts_with(char::is_uppercase)
}

/// Returns which brackets are open at the end of a line, and whether it closes one that an earlier line opened.
fn brackets(line: &str) -> (Open, bool) {
    let (mut round, mut square) = (0, 0);
    for byte in line.bytes() {
        match byte {
            b'(' => round += 1,
            b')' => round -= 1,
            b'[' => square += 1,
            b']' => square -= 1,
            _ => {}
        }
    }
    let open = match (round, square) {
        (_, 1..) => Open::Link,
        (1.., 0) => Open::Bracket,
        _ => Open::None,
    };
    (open, round + square < 0)
}

/// Whether a line begins or ends like program code.
fn begins_or_ends_as_code(line: &str) -> bool {
    let begins = line.starts_with("$ ") || line.starts_with("//") || line.starts_with(['}', ']', ')']);
    begins || line.ends_with([';', '{', '}', '[', '('])
}

/// Whether a line without marked code, tags or addresses looks like program code. Only words with a typical mark of code are checked, and
/// most lines have few.
fn has_code(line: &str) -> bool {
    let bytes = line.as_bytes();
    let (mut odd, mut at) = (0, 0);
    while let Some(mark) = bytes.get(at..).and_then(|rest| first(rest, may_be_odd)).map(|mark| at + mark) {
        let rest = &line[mark..];
        let skipped = if rest.starts_with(['`', '<']) { closed(rest) } else { 1 };
        let word = &rest[..rest.find(' ').unwrap_or(rest.len())];
        if skipped > 1 || rest.starts_with('`') || word.contains('`') {
            at = mark + skipped;
            continue;
        }
        let start = line[..mark].rfind(' ').map_or(0, |space| space + 1);
        at = mark + word.len();
        odd += usize::from(is_odd(&line[start..at]));
    }
    odd * 5 > count(bytes, |byte| byte == b' ')
}

/// Whether a byte is a typical mark of code.
const fn may_be_odd(byte: u8) -> bool {
    matches!(
        byte,
        b'`' | b'<' | b'>' | b'{' | b'}' | b';' | b'=' | b'|' | b'\\' | b'$' | b'_' | b'#' | b'(' | b':' | b'-'
    )
}

/// Whether a word is more likely code than prose.
fn is_odd(word: &str) -> bool {
    let called = word.find('(').is_some_and(|at| word[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'));
    let marked = word.contains(['{', '}', ';', '=', '<', '>', '|', '\\', '$', '_', '#']);
    let odd = called || marked || word.contains("::") || word.starts_with("--");
    odd && !word.contains(['/', '@']) && !word.contains("](")
}

/// Returns the start and end of what follows the first wide gap of a line.
fn column(line: &str, tabbed: bool) -> Option<(usize, usize)> {
    let bytes = line.as_bytes();
    if !tabbed && count_pairs(bytes, |one, other| one == b' ' && other == b' ') == 0 {
        return None;
    }
    let ends = |at: usize| line[..at].ends_with(['.', '!', '?', ':', '”', '"']);
    let gap = line.match_indices("  ").map(|(at, _)| at).find(|at| !ends(*at));
    let rest = line[gap.or_else(|| line.find('\t'))?..].trim_start();
    let begins = width(&line[..line.len() - rest.len()]);
    let word = rest.split(char::is_whitespace).next().unwrap_or_default();
    Some((begins, begins + width(word)))
}
