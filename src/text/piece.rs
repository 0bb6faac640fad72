//! Splits pieces of a paragraph that are too long to be sentences, and joins those that are too short.

use super::glance::count_pairs;
use super::span::Span;
use super::token::words;

/// The most words of a sentence that is not split (benches/constants.md).
const LONG: usize = 60;

/// The fewest words of a sentence that is not joined to another (benches/constants.md).
pub(super) const SHORT: usize = 3;

/// Splits a piece that is too long after semicolons and before bullets. What is still too long is split at line breaks, but not before a
/// lower-case letter, where a line was only wrapped.
pub(super) fn cut(text: &str, piece: Span, found: &mut Vec<Span>) {
    if !is_long(text, piece) {
        return found.push(piece);
    }
    for part in parted(text, piece, is_after_semicolon) {
        if is_long(text, part) {
            found.extend(parted(text, part, is_after_break));
        } else {
            found.push(part);
        }
    }
}

fn is_long(text: &str, piece: Span) -> bool {
    // Between two words is a byte of neither, or one of them has a multi-byte character.
    piece.len() > 2 * LONG && most_words(piece.of(text)) > LONG && words(text, piece).take(LONG + 1).count() > LONG
}

/// Returns an upper bound on the number of words of a text: a word begins with an ASCII letter or digit after something else, or with a
/// non-ASCII character.
fn most_words(text: &str) -> usize {
    let begins = |before: u8, it: u8| it >= 0xc0 || (it.is_ascii_alphanumeric() && !before.is_ascii_alphanumeric());
    1 + count_pairs(text.as_bytes(), begins)
}

/// Splits a piece wherever `is_border` accepts the two visible characters around a place and the space between them.
fn parted(text: &str, piece: Span, is_border: fn(&Gap) -> bool) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = piece.start();
    let mut gap = Gap { before: ' ', broken: false, spaced: false, after: ' ' };
    for (at, c) in piece.of(text).char_indices() {
        if c.is_whitespace() {
            gap.spaced = true;
            gap.broken |= matches!(c, '\n' | '\r' | '\u{2028}');
            continue;
        }
        gap.after = c;
        let place = piece.start() + at;
        if is_border(&gap) && place > start {
            found.push(Span::new(start, place));
            start = place;
        }
        gap = Gap { before: c, broken: false, spaced: false, after: ' ' };
    }
    found.push(Span::new(start, piece.end()));
    found
}

/// The surroundings of a place between two visible characters.
struct Gap {
    before: char,
    spaced: bool,
    broken: bool,
    after: char,
}

fn is_after_semicolon(gap: &Gap) -> bool {
    let bullet = matches!(gap.after, '•' | '▪' | '●' | '‣' | '◦');
    let dashed = gap.broken && matches!(gap.after, '-' | '–' | '—' | '*' | '·');
    bullet || dashed || gap.before == '；' || (gap.spaced && matches!(gap.before, ';' | '؛'))
}

fn is_after_break(gap: &Gap) -> bool {
    gap.broken && !gap.after.is_lowercase()
}

/// Joins pieces of fewer than `least` words to the next one, or to the previous one if there is no next, and trims all pieces.
pub(super) fn join(text: &str, pieces: Vec<Span>, least: usize) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::with_capacity(pieces.len());
    let mut waiting: Option<(Span, usize)> = None;
    for piece in pieces.into_iter().filter_map(|piece| trimmed(text, piece)) {
        let count = words(text, piece).take(least).count();
        let (piece, count) = waiting.take().map_or((piece, count), |(span, more)| (span.join(piece), more + count));
        if count < least {
            waiting = Some((piece, count));
        } else {
            found.push(piece);
        }
    }
    match (waiting, found.last_mut()) {
        (Some((rest, _)), Some(last)) => *last = last.join(rest),
        (Some((rest, _)), None) => found.push(rest),
        _ => {}
    }
    found
}

fn trimmed(text: &str, piece: Span) -> Option<Span> {
    let slice = piece.of(text);
    let start = piece.start() + slice.len() - slice.trim_start().len();
    let len = slice.trim().len();
    (len > 0).then(|| Span::new(start, start + len))
}
