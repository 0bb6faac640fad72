//! Splits a text into words, each with the key by which it is compared.

use unicode_normalization::char::is_combining_mark;

use super::fold::{is_hyphen, is_superscript, key, plain_word};
use super::invisible::{invisible_len, is_invisible};
use super::note::is_note;
use super::opening::{begins_line, opening};
use super::span::Span;
use super::stop::lost_its_space;
use super::symbol::symbol_len;
use super::word_key::Key;

/// A word: its span and its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// The span of the word's letters and digits with the joiners between them, without punctuation around it; or of a symbol.
    pub span: Span,
    /// The key: two words count as the same if their keys are equal.
    pub key: Key,
}

/// Finds the words of `text` inside `within`, in order.
///
/// A word is a run of letters, digits and marks. A full stop, apostrophe or hyphen between two of them joins (`U.N`, `keeper's`,
/// `hard-line`), a comma joins digits (`1,000`), and a hyphen at the end of a wrapped line joins too; a hyphen between digits separates
/// (`23-28`). A full stop between a lower-case letter and a capital separates (`possible.The`): it is a sentence end that lost its space.
/// In scripts written without spaces, each character is a word. Invisible characters neither join nor separate. A footnote number
/// (`down¹`) is a word, and so is each symbol (`£`, `%`, `→`, an emoji, a minus), unless it decorates the start of a line. Takes linear
/// time.
pub fn tokens(text: &str, within: Span) -> Vec<Token> {
    each_token(text, within, begins_line(text, within)).collect()
}

/// Like [`tokens`], as an iterator. `opens` says whether `within` begins a paragraph.
pub fn each_token(text: &str, within: Span, opens: bool) -> impl Iterator<Item = Token> {
    let text = &text[..within.end()];
    let mut at = within.start();
    let mut check_box = 0;
    if opens {
        let opening = opening(&text[at..]);
        at += opening.len;
        check_box = opening.check_box;
    }
    std::iter::from_fn(move || {
        let (start, len) = match std::mem::take(&mut check_box) {
            0 => next_word(text, at)?,
            len => (at, Some(len)),
        };
        let (len, key) = len.map(|len| (len, key(&text[start..start + len]))).unwrap_or_else(|| {
            plain_word(&text.as_bytes()[start..]).unwrap_or_else(|| {
                let len = word_len(text, start);
                (len, key(&text[start..start + len]))
            })
        });
        at = start + len;
        Some(Token { span: Span::new(start, at), key })
    })
}

/// Finds the spans of the words of `text` inside `within`, without symbols.
pub(super) fn words(text: &str, within: Span) -> impl Iterator<Item = Span> {
    let text = &text[..within.end()];
    let mut at = within.start();
    std::iter::from_fn(move || {
        let start = at + text[at..].find(begins_word)?;
        at = start + word_len(text, start);
        Some(Span::new(start, at))
    })
}

fn begins_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || (!c.is_ascii() && c.is_alphanumeric() && !is_invisible(c))
}

/// Returns the place of the first letter, digit or symbol from `at` on, with the length of a symbol.
fn next_word(text: &str, at: usize) -> Option<(usize, Option<usize>)> {
    let bytes = text.as_bytes();
    let mut start = at;
    loop {
        let byte = *bytes.get(start)?;
        match KINDS[usize::from(byte)] {
            Kind::Word => return Some((start, None)),
            Kind::Nothing => start += 1,
            Kind::Other => {
                let c = text[start..].chars().next()?;
                if begins_word(c) {
                    return Some((start, None));
                }
                if let Some(len) = symbol_len(text, start) {
                    return Some((start, Some(len)));
                }
                start += c.len_utf8();
            }
        }
    }
}

/// What a byte can begin.
#[derive(Clone, Copy)]
enum Kind {
    Word,
    Nothing,
    Other,
}

const KINDS: [Kind; 256] = kinds();

const fn kinds() -> [Kind; 256] {
    let mut kinds = [Kind::Other; 256];
    let mut byte = 0u8;
    while byte.is_ascii() {
        kinds[byte as usize] = match byte {
            b'$' | b'%' | b'&' | b'@' | b'+' | b'=' | b'<' | b'>' | b'#' | b'*' | b'~' | b'^' | b'-' | b'.' => {
                Kind::Other
            }
            byte if byte.is_ascii_alphanumeric() => Kind::Word,
            _ => Kind::Nothing,
        };
        byte += 1;
    }
    kinds
}

/// Returns the length of the word that begins at `start`.
fn word_len(text: &str, start: usize) -> usize {
    if let Some(len) = plain_len(&text.as_bytes()[start..]) {
        return len;
    }
    let mut rest = text[start..].char_indices();
    let Some((_, first)) = rest.next() else { return 0 };
    if stands_alone(first) {
        return rest.find(|(_, c)| !is_combining_mark(*c)).map_or(text.len() - start, |(len, _)| len);
    }
    let (mut len, mut last) = (first.len_utf8(), first);
    while let Some((taken, c)) = next_part(text, start, start + len, last) {
        len += taken;
        last = c;
    }
    len
}

/// Returns the length of what continues at `place` the word from `start`, and its last character.
fn next_part(text: &str, start: usize, place: usize, last: char) -> Option<(usize, char)> {
    let hidden = invisible_len(&text[place..]);
    let seen = place + hidden;
    let c = text[seen..].chars().next().filter(|c| !stands_alone(*c))?;
    let taken = if is_superscript(c) != is_superscript(last) && is_note(&text[start..place], &text[seen..]) {
        0
    } else if continues(c) || is_superscript(c) {
        c.len_utf8()
    } else if text[place..seen].ends_with('\u{ad}') && matches!(c, '\n' | '\r') {
        wrap_len(&text[seen..], true).unwrap_or(0)
    } else {
        joiner_len(text, seen, last)
    };
    (taken > 0).then_some((hidden + taken, c))
}

/// The fast path for nearly all words: returns the length of a word of ASCII letters and digits, if nothing after it could join.
fn plain_len(bytes: &[u8]) -> Option<usize> {
    let len = bytes.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    let ends =
        bytes.get(len).is_none_or(|after| after.is_ascii() && !matches!(after, b'.' | b',' | b'\'' | b'-' | b'='));
    (len > 0 && ends).then_some(len)
}

fn continues(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// Returns the length of the joiner at `place` after `before`, or 0 if there is none.
fn joiner_len(text: &str, place: usize, before: char) -> usize {
    let mut chars = text[place..].chars();
    let Some(joiner) = chars.next() else { return 0 };
    let mut chars = chars.as_str().chars();
    let Some(after) = chars.find(|c| !is_invisible(*c)) else { return 0 };
    let digits = before.is_numeric() && after.is_numeric();
    let bound = continues(after) && !stands_alone(after) && !is_superscript(after);
    let joins = match joiner {
        '.' if matches!(after, '\'' | '’') => before.is_alphabetic() && is_possessive(chars.as_str()),
        '.' if digits => bound,
        '.' => bound && after.is_alphabetic() && !before.is_numeric() && !lost_its_space(text, place),
        ',' => bound && digits,
        '-' | '‐' | '\u{2011}' if digits => false,
        '-' | '‐' | '\u{2011}' | '¬' | '=' if matches!(after, '\n' | '\r') => {
            let rest = &text[place + joiner.len_utf8()..];
            // Only these two have no other meaning there.
            let sure = matches!(joiner, '¬') || (joiner == '=' && before.is_alphabetic());
            let wraps = sure || is_hyphen(joiner);
            // `1914-` and `18` would be two numbers on one line too.
            let parts = |gap: &usize| before.is_numeric() && rest[*gap..].starts_with(char::is_numeric);
            let gap = wrap_len(rest, sure).filter(|gap| wraps && !parts(gap));
            return gap.map_or(0, |gap| joiner.len_utf8() + gap);
        }
        '\'' | '’' | '-' | '‐' | '\u{2011}' => bound,
        _ => false,
    };
    if joins { joiner.len_utf8() } else { 0 }
}

/// Whether there is a single `s` here, as after the apostrophe in `U.N.'s`.
fn is_possessive(rest: &str) -> bool {
    rest.strip_prefix(['s', 'S']).is_some_and(|rest| !rest.starts_with(continues))
}

/// Returns the length of the line break and indent between a hyphen and the rest of its word. `None` if the word does not go on, because
/// the next line is blank or begins with a word that follows a hanging hyphen (`pre- and post-war`). A `sure` hyphen never hangs, and a
/// lower-case letter follows it.
fn wrap_len(rest: &str, sure: bool) -> Option<usize> {
    let line = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r']))?;
    let next = line.trim_start_matches([' ', '\t']);
    let word = next.split(|c: char| !continues(c)).next()?;
    let hanging = matches!(word, "" | "and" | "or" | "to" | "und" | "oder" | "bis" | "et" | "ou" | "y" | "o" | "e");
    let goes_on = if sure { word.starts_with(char::is_lowercase) } else { !hanging };
    (goes_on && !next.starts_with(|c| stands_alone(c) || is_superscript(c))).then_some(rest.len() - next.len())
}

/// Whether `c` belongs to a script that is written without spaces between words.
fn stands_alone(c: char) -> bool {
    matches!(c as u32,
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x3005..=0x3007
        | 0x3040..=0x30FF | 0x31F0..=0x31FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFF66..=0xFF9F
        | 0x20000..=0x3FFFF)
        && c.is_alphanumeric()
}
