//! The fold: what about a word counts when two are compared.
//!
//! Case, quote style, inner dots, hyphens and apostrophes, a possessive `'s` and the endings that part British from
//! American spelling do not count. The price is that a few pairs of unlike words fall together (`organise` the verb and
//! a name so spelled); what was really written is always shown.

use std::hash::Hasher;

use rustc_hash::FxHasher;
use unicode_normalization::UnicodeNormalization;

/// The key by which words are compared: a 64-bit hash of the folded word, the same on every machine of one word order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub u64);

/// Gives the key of `word`.
pub fn key(word: &str) -> Key {
    match plain_word(word.as_bytes()) {
        Some((len, key)) if len == word.len() => key,
        _ => hash(fold(word).as_bytes()),
    }
}

/// Gives the length and the key of the word of plain letters and digits at the start, at a glance; most words are such. None where
/// what follows could join, or where the word is long.
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
        [after, ..] => after.is_ascii() && !after.is_ascii_alphanumeric(),
    };
    (len > 0 && ends).then(|| (len, plain_key(&room[..len])))
}

/// Gives the key of small letters and digits.
fn plain_key(letters: &[u8]) -> Key {
    let other = may_be_british(letters).then(|| str::from_utf8(letters).ok().and_then(american)).flatten();
    other.map_or_else(|| hash(letters), |other| hash(other.as_bytes()))
}

fn hash(folded: &[u8]) -> Key {
    let mut hasher = FxHasher::default();
    hasher.write(folded);
    Key(hasher.finish())
}

/// The longest word that is folded at a glance.
const PLAIN: usize = 32;

/// What each byte folds to: plain letters to small ones, digits to themselves, all others to 0.
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

/// Tells whether a folded word could have one of the endings that part British from American; says yes too often, never too seldom.
fn may_be_british(letters: &[u8]) -> bool {
    match letters {
        [_, _, rest @ .., b'e'] => matches!(
            rest,
            [.., b'i' | b'y', b's'] | [.., b't' | b'b', b'r'] | [.., b'g', b'u'] | [.., b'n', b'c'] | [.., b'b', b'l']
        ),
        [_, _, rest @ .., b'r'] => matches!(rest, [.., b'o', b'u'] | [.., b's' | b'l', b'e']),
        [_, _, rest @ .., b'd'] => matches!(rest, [.., b's' | b'r' | b'l', b'e']),
        [_, _, rest @ .., b'g'] => matches!(rest, [.., b's' | b'r' | b'l', b'i', b'n']),
        [_, _, rest @ .., b'n'] => matches!(rest, [.., b's', b'a', b't', b'i', b'o']),
        [_, _, rest @ .., b's'] => {
            matches!(rest, [.., b's' | b'u' | b'r' | b'c', b'e'] | [.., b'e' | b'u', b'r'] | [.., b'o', b'n'])
        }
        _ => false,
    }
}

/// Gives the folded form of `word`.
pub fn fold(word: &str) -> String {
    let letters = letters(word);
    let other = if may_be_british(letters.as_bytes()) { american(&letters) } else { None };
    other.unwrap_or(letters)
}

/// Gives what counts of a word but for its spelling.
fn letters(word: &str) -> String {
    let plain = if word.is_ascii() { word.to_ascii_lowercase() } else { plain(word) };
    without_joiners(without_possessive(&plain))
}

/// Words whose `'s` is a verb of its own.
const CONTRACTED: &[&str] =
    &["it's", "he's", "she's", "that's", "there's", "here's", "what's", "who's", "where's", "how's", "let's"];

fn without_possessive(word: &str) -> &str {
    if CONTRACTED.contains(&word) {
        return word;
    }
    word.strip_suffix("'s").unwrap_or(word)
}

fn plain(word: &str) -> String {
    word.nfkc()
        .flat_map(char::to_lowercase)
        .filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}'))
        .map(|c| match c {
            '’' | '‘' | 'ʼ' | '＇' => '\'',
            '‐' | '\u{2011}' => '-',
            'ς' => 'σ',
            c => c,
        })
        .flat_map(|c| if c == 'ß' { ['s'; 2].into_iter().take(2) } else { [c; 2].into_iter().take(1) })
        .collect()
}

/// Takes out dots, hyphens, apostrophes and wrapped lines' breaks, but not where they part digits: `1.3` is not `13`. A
/// comma goes from `1,000`, where it only groups, and stays in `1,3`.
fn without_joiners(word: &str) -> String {
    let is_joiner = |c: char| matches!(c, '.' | '-' | '\'' | ',') || c.is_whitespace();
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

/// Endings of British spelling and what stands for them in American, longest first.
const ENDINGS: &[(&str, &str)] = &[
    ("isations", "izations"),
    ("isation", "ization"),
    ("ourable", "orable"),
    ("ouring", "oring"),
    ("ysing", "yzing"),
    ("ising", "izing"),
    ("oured", "ored"),
    ("isers", "izers"),
    ("ysed", "yzed"),
    ("yses", "yzes"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("iser", "izer"),
    ("ogues", "ogs"),
    ("ogue", "og"),
    ("tres", "ters"),
    ("bres", "bers"),
    ("ours", "ors"),
    ("yse", "yze"),
    ("ise", "ize"),
    ("our", "or"),
    ("tre", "ter"),
    ("bre", "ber"),
];

/// Words too short for the endings.
const SHORT: &[(&str, &str)] = &[("metre", "meter"), ("litre", "liter"), ("fibre", "fiber")];

/// Gives the American form of a folded word, where it has another one.
fn american(word: &str) -> Option<String> {
    if let Some((_, other)) = SHORT.iter().find(|(british, _)| *british == word) {
        return Some((*other).to_owned());
    }
    if word.len() <= 5 || !word.is_ascii() {
        return None;
    }
    for stem in ["defence", "offence", "licence", "pretence"] {
        if let Some(rest) = word.strip_prefix(stem).filter(|rest| matches!(*rest, "" | "s")) {
            return Some(format!("{}se{rest}", &stem[..stem.len() - 2]));
        }
    }
    if let Some((stem, ending)) = doubled_l(word) {
        return Some(format!("{stem}l{ending}"));
    }
    let (stem, ending) = ENDINGS.iter().find_map(|(from, to)| Some((word.strip_suffix(from)?, *to)))?;
    (vowel_groups(stem) >= 1).then(|| format!("{stem}{ending}"))
}

/// Parts `labelled` into `labe` and `ed`, `fuelled` into `fue` and `ed`; one-syllable stems (`filled`) keep their two
/// letters.
fn doubled_l(word: &str) -> Option<(&str, &str)> {
    ["ed", "ing", "er", "ers"].iter().find_map(|ending| {
        let stem = word.strip_suffix(ending)?.strip_suffix("ll")?;
        let two_syllables = vowel_groups(stem) >= 2 || stem.ends_with("ue") || stem.ends_with("ia");
        two_syllables.then_some((stem, *ending))
    })
}

fn vowel_groups(stem: &str) -> usize {
    let vowels = stem.bytes().map(|b| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'));
    let mut groups = 0;
    let mut inside = false;
    for vowel in vowels {
        groups += usize::from(vowel && !inside);
        inside = vowel;
    }
    groups
}

/// Tells whether two words of one key are also written alike, but for case and typographic joiners.
///
/// `labelled` and `labeled` are not, `U.N.` and `UN` or `‘It` and `it` are.
pub fn written_alike(a: &str, b: &str) -> bool {
    a == b || letters(a) == letters(b)
}
