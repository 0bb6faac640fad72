//! Sentences of a paragraph.
//!
//! A sentence ends at its full stop with the closing marks after it, if white space and something that can begin a sentence follow;
//! Chinese and Japanese stops need no space. Quotation marks are not counted across the end of a sentence, so one that is never closed
//! has no effect further on. A piece that is too short joins its neighbour, and one that is too long is split (see `piece`).

use super::glance::first;
use super::piece::{SHORT, cut, join};
use super::span::Span;
use super::stop::{lost_its_space, may_end};

/// Splits the paragraph `within` into sentences, in order and trimmed.
///
/// Each visible character of the paragraph is in exactly one of them. Takes linear time.
pub fn sentences(text: &str, within: Span) -> Vec<Span> {
    pieces_of(text, within, SHORT)
}

/// Splits a paragraph as `sentences` does, but lets a sentence of two words stand alone, whatever stands beside it.
pub fn short_sentences(text: &str, within: Span) -> Vec<Span> {
    pieces_of(text, within, 2)
}

fn pieces_of(text: &str, within: Span, least: usize) -> Vec<Span> {
    let slice = within.of(text);
    let mut pieces = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some(stop) = next_stop(slice, at) {
        let after = stop + leading(&slice[stop..], is_stop);
        let closed = after + closers_len(&slice[after..]);
        at = closed;
        if let Some(end) = border(slice, start, Ending { stop, after, closed }) {
            cut(slice, Span::new(start, end), &mut pieces);
            start = end;
        }
    }
    cut(slice, Span::new(start, slice.len()), &mut pieces);
    let placed = |span: Span| Span::new(within.start() + span.start(), within.start() + span.end());
    join(slice, pieces, least).into_iter().map(placed).collect()
}

/// A possible sentence end: its stops from `stop` to `after`, and its closing marks from there to `closed`.
#[derive(Clone, Copy)]
struct Ending {
    stop: usize,
    after: usize,
    closed: usize,
}

/// Finds the first stop from `at` on. Most bytes begin none and are not decoded.
fn next_stop(text: &str, mut at: usize) -> Option<usize> {
    // No short circuits, so that the compiler can test many bytes at once.
    let begins_stop = |byte: u8| (byte == b'.') | (byte == b'!') | (byte == b'?') | !byte.is_ascii();
    loop {
        at += first(text.as_bytes().get(at..)?, begins_stop)?;
        let c = text[at..].chars().next()?;
        if is_stop(c) {
            return Some(at);
        }
        at += c.len_utf8();
    }
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‼' | '⁇' | '⁈' | '⁉') || is_wide_stop(c) || is_caseless_stop(c)
}

/// Whether a stop belongs to a script that has no space after it.
fn is_wide_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡')
}

/// Whether a stop belongs to a script without capitals: Devanagari, Arabic, Urdu, Armenian, Ethiopic.
fn is_caseless_stop(c: char) -> bool {
    matches!(c, '।' | '॥' | '؟' | '۔' | '։' | '።')
}

/// Returns the length of the leading characters for which the test holds.
fn leading(text: &str, is_so: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is_so(c)).unwrap_or(text.len())
}

/// Returns the length of the leading closing marks: quotation marks, brackets and footnote numbers (`[3]`).
fn closers_len(text: &str) -> usize {
    let mut len = 0;
    loop {
        let taken = closer_len(&text[len..]);
        if taken == 0 {
            return len;
        }
        len += taken;
    }
}

fn closer_len(text: &str) -> usize {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return 0 };
    let rest = chars.as_str();
    match first {
        '”' | '"' | '’' | '\'' | ')' | ']' | '}' | '»' | '›' | '」' | '』' | '）' | '】' | '》' | '〉' => {
            first.len_utf8()
        }
        '“' | '‘' | '«' | '‹' if rest.is_empty() || rest.starts_with(is_after_quote) => first.len_utf8(),
        ' ' | '\u{a0}' | '\u{202f}' => match rest.strip_prefix('»') {
            Some(rest) if rest.is_empty() || rest.starts_with(is_after_quote) => first.len_utf8() + '»'.len_utf8(),
            _ => 0,
        },
        '[' => match leading(rest, |c| c.is_ascii_digit()) {
            digits @ 1..=3 if rest[digits..].starts_with(']') => digits + 2,
            _ => 0,
        },
        _ => 0,
    }
}

/// Whether `c` shows that the mark before it closed a quotation. Some languages open quotations with marks that others close them with.
fn is_after_quote(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':' | ')')
}

/// Returns where the sentence that began at `start` ends, if it ends here.
fn border(text: &str, start: usize, ending: Ending) -> Option<usize> {
    let Ending { stop, after, closed } = ending;
    let (stops, rest) = (&text[stop..after], &text[closed..]);
    if stops.contains(is_wide_stop) {
        return Some(closed);
    }
    let next = rest.trim_start();
    if next.len() == rest.len() {
        return border_without_space(text, start, ending);
    }
    if stops.contains(is_caseless_stop) {
        return Some(closed);
    }
    let next = next.trim_start_matches(is_opener);
    let begins = next.starts_with(|c: char| !c.is_lowercase() && !is_stop(c) && !matches!(c, ',' | ';' | ':'));
    (begins && (stops != "." || may_end(text, stop, next))).then_some(closed)
}

/// Whether `c` can come before the first word of a sentence.
fn is_opener(c: char) -> bool {
    matches!(c, '“' | '"' | '‘' | '\'' | '’' | '«' | '»' | '‹' | '›' | '„' | '‚' | '(' | '[' | '{' | '¿' | '¡')
        || matches!(c, '-' | '–' | '—' | '•' | '▪' | '●' | '*' | '·')
        || c.is_whitespace()
}

/// Like [`border`], for a stop with no space between its closing marks and what follows.
fn border_without_space(text: &str, start: usize, ending: Ending) -> Option<usize> {
    let Ending { stop, after, closed } = ending;
    if after == closed {
        return lost_its_space(text, stop).then_some(after);
    }
    let before = text[..stop].chars().next_back()?;
    let capital = text[closed..].starts_with(char::is_uppercase);
    if !capital || !(before.is_lowercase() || before.is_numeric()) {
        return None;
    }
    let opens = text[..closed].ends_with('"') && !is_quoting(&text[start..closed - 1]);
    Some(if opens { closed - 1 } else { closed })
}

/// Whether a quotation is open at the end of `sentence`.
fn is_quoting(sentence: &str) -> bool {
    sentence.chars().fold(false, |open, c| match c {
        '“' | '„' => true,
        '”' => false,
        '"' => !open,
        _ => open,
    })
}
