//! Invented words with English endings, so that they are spelled, inflected and folded as English is.

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
        Kind::Noun => text += prng.pick::<&str>(&["", "", "", "or", "ment", "age", "our", "ity"]),
        Kind::Verb => text += prng.pick::<&str>(&["ed", "ed", "ed", "ised", "elled"]),
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

/// Gives the word as the other shore of the ocean spells it.
pub fn respelled(word: &Word) -> Word {
    let text = &word.text;
    let respelled = [("ised", "ized"), ("our", "or"), ("elled", "eled"), ("-wide", "wide")]
        .iter()
        .find_map(|(from, to)| Some(format!("{}{to}", text.strip_suffix(from)?)));
    let plain =
        respelled.unwrap_or_else(|| if word.kind == Kind::Number { text.replace(',', "") } else { text.clone() });
    Word::new(plain, word.kind)
}

/// Gives the text with a capital.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}
