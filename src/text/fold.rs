//! The fold: what about a word counts when two are compared.
//!
//! Case, quote style, inner dots, hyphens and apostrophes, a possessive `'s` and the endings that part British from American
//! spelling do not count. The price is that a few pairs of unlike words fall together (`organise` the verb and a name so
//! spelled); what was really written is always shown.

use std::borrow::Cow;
use std::hash::Hasher;

use rustc_hash::FxHasher;
use unicode_normalization::UnicodeNormalization;

/// The key by which words are compared: a 64-bit hash of the folded word, the same on every machine of one word order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub u64);

/// Gives the key of `word`.
pub fn key(word: &str) -> Key {
    let mut hasher = FxHasher::default();
    hasher.write(fold(word).as_bytes());
    Key(hasher.finish())
}

/// Gives the folded form of `word`.
pub fn fold(word: &str) -> String {
    let plain: String = if word.is_ascii() { word.to_ascii_lowercase() } else { plain(word) };
    let joined = without_joiners(without_possessive(&plain));
    american(&joined).unwrap_or(joined)
}

fn plain(word: &str) -> String {
    word.nfkc()
        .flat_map(char::to_lowercase)
        .filter(|c| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{feff}'))
        .map(|c| match c {
            '’' | '‘' | 'ʼ' | '＇' => '\'',
            '‐' | '\u{2011}' => '-',
            c => c,
        })
        .collect()
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

/// Takes out dots, hyphens and apostrophes, but not where they part digits: `1.3` is not `13`.
fn without_joiners(word: &str) -> String {
    if !word.contains(['.', '-', '\'', ',']) {
        return word.to_owned();
    }
    let chars: Vec<char> = word.chars().collect();
    let parts_digits =
        |at: usize| at > 0 && chars[at - 1].is_numeric() && chars.get(at + 1).is_some_and(|next| next.is_numeric());
    chars
        .iter()
        .enumerate()
        .filter(|&(at, c)| !matches!(c, ',') && (!matches!(c, '.' | '-' | '\'') || parts_digits(at)))
        .map(|(_, c)| c)
        .collect()
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

/// Gives the American form of a folded word, where it has another one.
fn american(word: &str) -> Option<String> {
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

/// Parts `labelled` into `labe` and `ed`; one-syllable stems (`filled`) keep their two letters.
fn doubled_l(word: &str) -> Option<(&str, &str)> {
    ["ed", "ing", "er", "ers"].iter().find_map(|ending| {
        let stem = word.strip_suffix(ending)?.strip_suffix("ll")?;
        (vowel_groups(stem) >= 2).then_some((stem, *ending))
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

fn letters(word: &str) -> Cow<'_, str> {
    let plain = if word.is_ascii() { word.to_ascii_lowercase() } else { plain(word) };
    Cow::Owned(without_joiners(without_possessive(&plain)))
}
