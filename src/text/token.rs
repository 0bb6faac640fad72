//! Words of a text, each with the key by which it is compared.

use unicode_normalization::char::is_combining_mark;

use super::fold::{Key, key, plain_word};
use super::span::Span;
use super::stop::lost_its_space;

/// A word: where it stands and by what it is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// The word's letters and digits with the joiners between them, without punctuation around.
    pub span: Span,
    /// What it is compared by: two words are the same word when their keys are equal.
    pub key: Key,
}

/// Finds the words of `text` inside `within`, in order.
///
/// A word is a run of letters, digits and marks; a full stop, apostrophe or hyphen between two of them joins (`U.N`,
/// `keeper's`, `hard-line`), a comma joins digits (`1,000`), and so does a hyphen at the end of a wrapped line; between digits it parts (`23-28`). A
/// full stop between a small letter and a capital parts (`possible.The`): it is a sentence end that lost its space.
/// Scripts written without spaces give a word a character. Takes time linear in the length.
pub fn tokens(text: &str, within: Span) -> Vec<Token> {
    each_token(text, within).collect()
}

/// As [`tokens`], one word after another.
pub fn each_token(text: &str, within: Span) -> impl Iterator<Item = Token> {
    let slice = within.of(text);
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = next_word(slice, at)?;
        let (len, key) = plain_word(&slice.as_bytes()[start..]).unwrap_or_else(|| {
            let len = word_len(slice, start);
            (len, key(&slice[start..start + len]))
        });
        at = start + len;
        Some(Token { span: Span::new(within.start() + start, within.start() + at), key })
    })
}

/// Finds where the words of `text` inside `within` stand.
pub(super) fn words(text: &str, within: Span) -> impl Iterator<Item = Span> {
    let slice = within.of(text);
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = next_word(slice, at)?;
        at = start + word_len(slice, start);
        Some(Span::new(within.start() + start, within.start() + at))
    })
}

/// Gives the place of the first letter or digit from `at` on.
fn next_word(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut start = at;
    while !bytes.get(start)?.is_ascii_alphanumeric() {
        if !bytes[start].is_ascii() {
            return text[start..].find(char::is_alphanumeric).map(|blank| start + blank);
        }
        start += 1;
    }
    Some(start)
}

/// Gives the length of the word that begins at `start`.
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
    while let Some(c) = text[start + len..].chars().next().filter(|c| !stands_alone(*c)) {
        let place = start + len;
        let taken = if continues(c) { c.len_utf8() } else { joiner_len(text, place, last) };
        if taken == 0 {
            break;
        }
        len += taken;
        last = c;
    }
    len
}

/// Gives the length of a word of plain letters and digits with nothing after it that could join: nearly all words, at a glance.
fn plain_len(bytes: &[u8]) -> Option<usize> {
    let len = bytes.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    let ends = bytes.get(len).is_none_or(|after| after.is_ascii() && !matches!(after, b'.' | b',' | b'\'' | b'-'));
    (len > 0 && ends).then_some(len)
}

fn continues(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// Gives the length of what stands at `place` after `before`, if it binds what comes after it to the same word; else 0.
fn joiner_len(text: &str, place: usize, before: char) -> usize {
    let mut chars = text[place..].chars();
    let (Some(joiner), Some(after)) = (chars.next(), chars.next()) else { return 0 };
    let digits = before.is_numeric() && after.is_numeric();
    let bound = continues(after) && !stands_alone(after);
    let joins = match joiner {
        '.' if matches!(after, '\'' | '’') => before.is_alphabetic() && is_possessive(chars.as_str()),
        '.' if digits => bound,
        '.' => bound && after.is_alphabetic() && !before.is_numeric() && !lost_its_space(text, place),
        ',' => bound && digits,
        '-' | '‐' | '\u{2011}' if digits => false,
        '-' | '‐' if after == '\n' || after == '\r' => {
            return wrap_len(&text[place + joiner.len_utf8()..]).map_or(0, |gap| joiner.len_utf8() + gap);
        }
        '\'' | '’' | '-' | '‐' | '\u{2011}' | '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' => bound,
        _ => false,
    };
    if joins { joiner.len_utf8() } else { 0 }
}

/// Tells whether an `s` stands here alone, as after the apostrophe in `U.N.'s`.
fn is_possessive(rest: &str) -> bool {
    rest.strip_prefix(['s', 'S']).is_some_and(|rest| !rest.starts_with(continues))
}

/// Gives the length of the line break and indent to the word with which a line goes on after a hyphen. None where it
/// does not, because the next line is blank or begins with a word that follows a hanging hyphen (`pre- and post-war`).
fn wrap_len(rest: &str) -> Option<usize> {
    let line = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r']))?;
    let next = line.trim_start_matches([' ', '\t']);
    let word = next.split(|c: char| !continues(c)).next()?;
    let hanging = matches!(word, "" | "and" | "or" | "to" | "und" | "oder" | "bis" | "et" | "ou" | "y" | "o" | "e");
    (!hanging && !next.starts_with(stands_alone)).then_some(rest.len() - next.len())
}

/// Tells whether `c` belongs to a script that is written without spaces between words.
fn stands_alone(c: char) -> bool {
    matches!(c as u32,
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x3005..=0x3007
        | 0x3040..=0x30FF | 0x31F0..=0x31FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFF66..=0xFF9F
        | 0x20000..=0x3FFFF)
        && c.is_alphanumeric()
}
