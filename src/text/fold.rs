//! Folding: reduces a word to what counts when words are compared.
//!
//! Case, quote style, inner dots and hyphens, invisible characters, a possessive `'s` and regional spelling (see `regional`) do not
//! count. As a side effect, a few different words of the list become equal (the verb `tire` and `tyre`). What was written is always
//! shown.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::invisible::is_invisible;
use super::regional::{regional, regional_key};
use super::symbol::symbol_letters;
use super::word_key::{Key, hash};

/// Returns the key of `word`, which is that of its folded form.
pub fn key(word: &str) -> Key {
    match plain_word(word.as_bytes()) {
        Some((len, key)) if len == word.len() => key,
        _ => match symbol_letters(word) {
            Some(sign) => Key(hash(sign.as_bytes()).0 >> 32),
            None => hash(fold(word).as_bytes()),
        },
    }
}

/// The fast path for most words: returns the length and the key of the word of ASCII letters and digits at the start. Returns `None` if
/// what follows could belong to the word, or if the word is long.
pub(super) fn plain_word(bytes: &[u8]) -> Option<(usize, Key)> {
    let mut room = [0; PLAIN];
    let mut len = 0;
    for (place, byte) in room.iter_mut().zip(bytes) {
        *place = FOLDED[usize::from(*byte)];
        if *place == 0 {
            break;
        }
        len += 1;
    }
    let ends = match &bytes[len..] {
        [] => true,
        [b'.' | b',' | b'\'' | b'-', rest @ ..] => matches!(rest, [] | [b' ', ..]),
        [b'=', rest @ ..] => !matches!(rest, [b'\n' | b'\r', ..]),
        [after, ..] => after.is_ascii() && !after.is_ascii_alphanumeric(),
    };
    (len > 0 && ends).then(|| (len, plain_key(&room[..len])))
}

/// Returns the key of lower-case letters and digits.
fn plain_key(letters: &[u8]) -> Key {
    regional_key(hash(letters))
}

/// The longest word that the fast path folds (a limit).
const PLAIN: usize = 32;

/// What each byte folds to: ASCII letters to lower case, digits to themselves, all others to 0 (defined).
const FOLDED: [u8; 256] = folded();

const fn folded() -> [u8; 256] {
    let mut folded = [0; 256];
    let mut byte = 0u8;
    while byte.is_ascii() {
        if byte.is_ascii_alphanumeric() {
            folded[byte as usize] = byte.to_ascii_lowercase();
        }
        byte += 1;
    }
    folded
}

/// Returns the folded form of `word`: lower case, without hyphens, dots and a possessive `'s`, in one regional spelling (`colour` is
/// `color`). Words with the same folded form count as the same.
pub fn fold(word: &str) -> String {
    let spelled = spelled(word);
    if let Some(other) = regional(&spelled) {
        return other.to_owned();
    }
    if !word.contains(is_hyphen) {
        return spelled;
    }
    let parts: Vec<Option<&str>> = word.split(is_hyphen).map(|part| regional(&self::spelled(part))).collect();
    if parts.iter().all(Option::is_none) {
        return spelled;
    }
    let parts = word.split(is_hyphen).zip(parts).map(|(part, other)| other.unwrap_or(part));
    let joined = self::spelled(&parts.collect::<Vec<_>>().join("-"));
    regional(&joined).map_or(joined, str::to_owned)
}

/// Returns the letters and digits of a word, or its symbol: what counts when two versions of one text are compared.
///
/// Case, the style of quotes and dashes, dots and hyphens between letters and invisible characters are dropped. Apostrophes, regional
/// spelling and a possessive `'s` are kept.
pub fn letters(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(symbol_letters(word).unwrap_or_else(|| without_joiners(&plain(word, is_superscript))))
}

/// Returns what counts of a word, without regard to regional spelling.
fn spelled(word: &str) -> String {
    if let Some(symbol) = symbol_letters(word) {
        return symbol;
    }
    // The number of a footnote is not part of the word, and `10⁶` is not `106`.
    let mut pairs = word.chars().zip(word.chars().skip(1));
    let stays = word.chars().all(is_superscript) || pairs.any(|(c, next)| c.is_ascii_digit() && is_superscript(next));
    without_joiners(without_possessive(&plain(word, |c| stays && is_superscript(c)).replace('ß', "ss")))
}

/// Words whose `'s` is a verb.
const CONTRACTED: &[&str] =
    &["it's", "he's", "she's", "that's", "there's", "here's", "what's", "who's", "where's", "how's", "let's"];

fn without_possessive(word: &str) -> &str {
    if CONTRACTED.contains(&word) {
        return word;
    }
    word.strip_suffix("'s").unwrap_or(word)
}

/// Returns the plain lower-case form of a word. Characters that `stays` accepts are left unchanged.
fn plain(word: &str, stays: impl Fn(char) -> bool) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut plain = String::with_capacity(word.len());
    for part in word.split_inclusive(&stays) {
        let kept = part.chars().next_back().filter(|c| stays(*c));
        let part = &part[..part.len() - kept.map_or(0, char::len_utf8)];
        // Invisible characters go first, so that none separates a mark from its letter.
        let seen = part.chars().filter(|c| !is_invisible(*c)).nfkc().flat_map(char::to_lowercase);
        plain.extend(seen.map(|c| match c {
            '’' | '‘' | 'ʼ' | '＇' => '\'',
            c if is_hyphen(c) => '-',
            'ς' => 'σ',
            c => c,
        }));
        plain.extend(kept);
    }
    plain
}

/// Whether `c` is a hyphen.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '\u{2011}')
}

/// Whether `c` is a superscript digit or sign, as in footnote numbers and exponents.
pub(super) fn is_superscript(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '⁺' | '⁻')
}

/// Removes dots, hyphens and line breaks, but not between digits: `1.3` is not `13`. A comma is removed from `1,000`, where it only
/// groups, and kept in `1,3`.
fn without_joiners(word: &str) -> String {
    // The last two join only across a line end.
    let is_joiner = |c: char| matches!(c, '.' | '-' | ',' | '¬' | '=') || c.is_whitespace();
    if !word.contains(is_joiner) {
        return word.to_owned();
    }
    let groups =
        word.rsplit_once(',').is_some_and(|(_, last)| last.chars().take_while(|c| c.is_numeric()).count() == 3);
    let mut kept = String::with_capacity(word.len());
    let mut chars = word.chars().filter(|c| !c.is_whitespace()).peekable();
    while let Some(c) = chars.next() {
        let parts_digits = kept.ends_with(char::is_numeric) && chars.peek().is_some_and(|next| next.is_numeric());
        if !is_joiner(c) || (parts_digits && !(c == ',' && groups)) {
            kept.push(c);
        }
    }
    kept
}

/// Whether two words with the same key are also spelled alike, apart from case and typographic joiners.
///
/// `labelled` and `labeled` are not, `U.N.` and `UN` or `lock’s` and `lock's` are.
pub fn written_alike(a: &str, b: &str) -> bool {
    a == b || spelled(a) == spelled(b)
}
