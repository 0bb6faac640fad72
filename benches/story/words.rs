//! Invented words with English endings, so that they are spelled, inflected and folded as English is.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::prng::Prng;

/// What a word does in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A small word of the language itself.
    Function,
    /// A thing.
    Noun,
    /// A deed, in the past.
    Verb,
    /// A property.
    Adjective,
    /// Somebody or somewhere.
    Name,
    /// A number.
    Number,
    /// A comma; it stands without a space.
    Mark,
}

/// A word and what it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it is written inside a sentence.
    pub text: String,
    /// What it does.
    pub kind: Kind,
}

impl Word {
    /// Makes a word.
    pub fn new(text: impl Into<String>, kind: Kind) -> Self {
        Self { text: text.into(), kind }
    }

    /// Tells whether it says something.
    pub fn says_something(&self) -> bool {
        matches!(self.kind, Kind::Noun | Kind::Verb | Kind::Adjective)
    }
}

/// Words of each kind in the language.
const LANGUAGE: usize = 3_000;
const OPENINGS: &[&str] = &[
    "b", "br", "c", "d", "dr", "f", "g", "gl", "h", "k", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v", "w",
];
const VOWELS: &[&str] = &["a", "e", "i", "o", "u", "ai", "ea", "oo"];
const CLOSINGS: &[&str] = &["b", "d", "g", "k", "l", "m", "n", "nd", "p", "r", "rt", "sk", "t", "v"];

/// Gives the `rank`th word of a kind.
pub fn word(kind: Kind, rank: usize) -> Word {
    let mut prng = Prng::new(rank as u64 * 8 + kind as u64);
    let mut text = String::new();
    for _ in 0..2 {
        text += prng.pick::<&str>(OPENINGS);
        text += prng.pick::<&str>(VOWELS);
        text += prng.pick::<&str>(CLOSINGS);
    }
    match kind {
        Kind::Noun => match *prng.pick::<&str>(&["", "", "", "or", "ment", "age", "our", "ity"]) {
            "our" => text = regional("our", &mut prng),
            ending => text += ending,
        },
        Kind::Verb => match *prng.pick::<&str>(&["ed", "ed", "ed", "ised", "elled"]) {
            "ed" => text += "ed",
            ending => text = regional(ending, &mut prng),
        },
        Kind::Adjective => text += prng.pick::<&str>(&["", "al", "ous", "y", "-wide"]),
        Kind::Name => text = capitalised(&text),
        Kind::Function | Kind::Number | Kind::Mark => (),
    }
    Word::new(text, kind)
}

/// Draws a word of a kind, common ones more often; no name is more common than another.
pub fn drawn(kind: Kind, prng: &mut Prng) -> Word {
    let rank = if kind == Kind::Name { prng.below(LANGUAGE) } else { prng.zipf(LANGUAGE) };
    word(kind, rank)
}

/// Gives one of the two words that may stand for a word.
pub fn synonym(of: &Word, prng: &mut Prng) -> Word {
    let rank = of.text.bytes().fold(7usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte as usize));
    word(of.kind, LANGUAGE + rank % 20_000 * 2 + prng.below(2))
}

/// Gives the word in the other number or tense.
pub fn inflected(word: &Word) -> Word {
    let text = match word.kind {
        Kind::Verb => word.text.strip_suffix("ed").map_or(word.text.clone(), |stem| format!("{stem}ing")),
        Kind::Noun => word.text.strip_suffix('s').map_or(format!("{}s", word.text), str::to_owned),
        _ => word.text.clone(),
    };
    Word::new(text, word.kind)
}

/// Picks a real word that is spelled otherwise on the other shore of the ocean: which are, is known from a list, so invented ones would
/// be other words.
fn regional(ending: &str, prng: &mut Prng) -> String {
    let all: Vec<&str> = SPELLINGS.keys().copied().filter(|word| word.ends_with(ending)).collect();
    (*prng.pick(&all)).to_owned()
}

/// American spellings, by the British one.
static SPELLINGS: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    let families = include_str!("../../assets/regional.txt").lines().filter(|line| !line.starts_with('#'));
    families
        .filter_map(|family| family.split_once(' '))
        .filter(|(_, british)| !british.contains(' '))
        .map(|(a, b)| (b, a))
        .collect()
});

/// Gives the word as the other shore of the ocean spells it.
pub fn respelled(word: &Word) -> Word {
    let text = &word.text;
    let listed = SPELLINGS.get(text.as_str()).map(|american| (*american).to_owned());
    let joined = || text.strip_suffix("-wide").map(|stem| format!("{stem}wide"));
    let plain = || if word.kind == Kind::Number { text.replace(',', "") } else { text.clone() };
    Word::new(listed.or_else(joined).unwrap_or_else(plain), word.kind)
}

/// Gives the text with a capital.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}
