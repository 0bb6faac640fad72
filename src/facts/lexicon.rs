//! The table of words by which facts are recognised, prepared for lookup.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::pole::Pole;
use crate::text::offices;

const TABLE: &str = include_str!("../../assets/changes.txt");

/// What a word can be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum FactWord {
    /// A number, in thousandths.
    Number(u128),
    /// A number, unless it means something else.
    Few(u128),
    /// An ordinal.
    Ordinal(u128),
    /// A multiplier.
    Scale(u128),
    /// A number that is only an order of magnitude.
    Vague(u128),
    Unit(&'static str),
    Weekday(u8),
    Month(u8),
    Relative(&'static str),
    /// A word before a year.
    Year,
    Not,
    /// A phrase with a negation word that negates nothing.
    Yes,
    Unsaid,
    /// A word that tells nothing by itself beside a negation: `did`, `any`.
    Light,
    /// The past of another word.
    Past(&'static str),
    Doubt,
    Firm,
    /// A word that makes the following number approximate.
    About,
    /// The number is larger.
    Over,
    /// The number is smaller.
    Below,
    /// So many of them make a whole.
    Part(u128),
    /// What stands before the whole of which something is a part.
    Of,
    /// It joins the ends of a range.
    Range,
    /// A range stands behind it, joined by `and`.
    Between,
    /// What stands behind it goes from one to the other, and is no range.
    From,
    Say,
    /// A word of saying that goes on with a sentence: `saying`.
    Participle,
    /// Behind it stands who says so: `according to`.
    By,
    Title,
    /// What stands behind it is below zero.
    Minus,
    /// So many times over: `doubled`.
    Times(u128),
    /// A word beside which two names may change places: `and`, `met`.
    Mutual,
    /// A word that begins a sentence and is part of no name: `While Brandt`.
    Opening,
    Article,
    /// A definite article.
    The,
    Pronoun,
    /// Another form of a name.
    One(&'static str),
    /// A word for people of any kind.
    Anybody,
    /// A word that says yes where its opposite says no, or the other way round.
    Pole(Pole),
}

/// The words of one language.
#[derive(Debug, Default)]
pub(super) struct FactWords {
    /// Its name, two letters.
    pub name: &'static str,
    /// Words by which it is recognised.
    pub common: FxHashSet<&'static str>,
    words: FxHashMap<String, Vec<FactWord>>,
    /// The first words of the entries, with the length in words of the longest such entry.
    opening: FxHashMap<&'static str, usize>,
    /// Each word of them.
    parts: FxHashSet<&'static str>,
    /// Negating prefixes.
    pub prefixes: Vec<&'static str>,
    /// Whether common nouns are capitalised.
    pub capital: bool,
    /// Whether names are inflected.
    pub inflects: bool,
    /// Whether words are written without spaces, so that each letter is read as one.
    pub letters: bool,
    /// Whether a comma is the decimal separator.
    pub comma: bool,
}

static LANGUAGES: LazyLock<Vec<FactWords>> = LazyLock::new(|| read(TABLE));

/// The languages of which each word is a common one, as indexes.
static COMMON: LazyLock<FxHashMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
    let mut found: FxHashMap<&'static str, Vec<usize>> = FxHashMap::default();
    for (at, language) in languages().iter().enumerate() {
        language.common.iter().for_each(|word| found.entry(word).or_default().push(at));
    }
    found
});

/// The languages of which a word is a common one, as indexes into all.
pub(super) fn common_in(word: &str) -> &'static [usize] {
    COMMON.get(word).map_or(&[], Vec::as_slice)
}

/// All languages of the table.
pub(super) fn languages() -> &'static [FactWords] {
    &LANGUAGES
}

impl FactWords {
    /// Returns what a word or phrase can be, in lower case.
    pub fn meanings(&self, words: &str) -> &[FactWord] {
        self.words.get(words).map_or(&[], Vec::as_slice)
    }

    /// Returns the number of words of the longest phrase that begins with a word: 0 for most words.
    pub fn longest(&self, word: &str) -> usize {
        self.opening.get(word).copied().unwrap_or(0)
    }

    /// Whether a word as written can be part of a fact rather than only join two parts: it has a capital, a digit or a symbol, is in the table,
    /// or means a.m. or p.m. In languages with compound words, any word can.
    pub fn may_be_part(&self, word: &str) -> bool {
        let plain = |c: char| c.is_alphabetic() && !c.is_uppercase();
        !word.chars().all(plain) || self.parts.contains(word) || matches!(word, "am" | "pm") || self.joins_words()
    }

    /// Whether numbers are written as one word.
    pub fn joins_words(&self) -> bool {
        matches!(self.name, "de" | "nl")
    }

    /// Whether a word can be this.
    pub fn is(&self, words: &str, meaning: FactWord) -> bool {
        self.meanings(words).contains(&meaning)
    }
}

fn read(table: &'static str) -> Vec<FactWords> {
    let mut found: Vec<FactWords> = Vec::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            found.push(FactWords { name, ..FactWords::default() });
        }
        let Some((language, (heading, words))) = found.last_mut().zip(line.split_once(' ')) else { continue };
        for word in words.split_ascii_whitespace() {
            take(language, heading, word);
        }
    }
    for (name, office) in offices() {
        if let Some(language) = found.iter_mut().find(|language| language.name == name) {
            take(language, "title", office);
        }
    }
    found
}

/// Headings of words that are looked up beside a number, a negation or a quotation, or at the head of a sentence only.
const BESIDE: [&str; 13] =
    ["people", "mutual", "light", "past", "of", "over", "below", "range", "between", "from", "saying", "by", "opening"];

/// Words of phrases that say on which side a number lies, which tell nothing by themselves.
const JOINING: [&str; 5] = ["than", "up", "no", "at", "just"];

fn take(language: &mut FactWords, heading: &str, entry: &'static str) {
    let (word, value) = entry.split_once('=').unwrap_or((entry, ""));
    match heading {
        "common" => {
            language.common.insert(word);
        }
        "prefix" => language.prefixes.push(word),
        "capital" => language.capital = true,
        "inflects" => language.inflects = true,
        "decimal" => language.comma = word == ",",
        "letters" => language.letters = true,
        _ => {
            let Some(meaning) = meaning(heading, value) else { return };
            let words = match language.letters {
                true => spaced(word),
                false => word.replace('_', " "),
            };
            // What only says how a number beside it is meant is looked up there; such words are far too common to be looked at elsewhere.
            if BESIDE.contains(&heading) {
                // `more than 300`, `fewer than 300`: these may be all that differs.
                let bounds = matches!(heading, "over" | "below") && !language.letters;
                let telling = word.split('_').filter(|part| bounds && !language.common.contains(part));
                language.parts.extend(telling.filter(|part| !JOINING.contains(part)));
                language.words.entry(words).or_default().push(meaning);
                return;
            }
            let parts: Vec<&str> = match language.letters {
                true => word.split_inclusive(|_| true).collect(),
                false => word.split('_').collect(),
            };
            let longest = language.opening.entry(parts.first().copied().unwrap_or(word)).or_default();
            *longest = (*longest).max(parts.len());
            language.parts.extend(parts);
            language.words.entry(words).or_default().push(meaning);
        }
    }
}

/// The letters of a word, each for itself.
fn spaced(word: &str) -> String {
    word.chars().map(String::from).collect::<Vec<String>>().join(" ")
}

fn meaning(heading: &str, value: &'static str) -> Option<FactWord> {
    let thousandths = || value.parse::<f64>().ok().map(|value| (value * 1000.0).round() as u128);
    Some(match heading {
        "number" => FactWord::Number(thousandths()?),
        "few" => FactWord::Few(thousandths()?),
        "ordinal" => FactWord::Ordinal(thousandths()?),
        "scale" => FactWord::Scale(value.parse().ok()?),
        "vague" => FactWord::Vague(thousandths()?),
        "unit" => FactWord::Unit(value),
        "weekday" => FactWord::Weekday(value.parse().ok()?),
        "month" => FactWord::Month(value.parse().ok()?),
        "relative" => FactWord::Relative(value),
        "year" => FactWord::Year,
        "not" => FactWord::Not,
        "yes" => FactWord::Yes,
        "light" => FactWord::Light,
        "past" => FactWord::Past(value),
        "unsaid" => FactWord::Unsaid,
        "doubt" => FactWord::Doubt,
        "firm" => FactWord::Firm,
        "about" => FactWord::About,
        "over" => FactWord::Over,
        "below" => FactWord::Below,
        "part" => FactWord::Part(value.parse().ok()?),
        "of" => FactWord::Of,
        "range" => FactWord::Range,
        "between" => FactWord::Between,
        "from" => FactWord::From,
        "say" => FactWord::Say,
        "saying" => FactWord::Participle,
        "by" => FactWord::By,
        "title" => FactWord::Title,
        "minus" => FactWord::Minus,
        "times" => FactWord::Times(thousandths()?),
        "mutual" => FactWord::Mutual,
        "opening" => FactWord::Opening,
        "article" => FactWord::Article,
        "the" => FactWord::The,
        "pronoun" => FactWord::Pronoun,
        "one" => FactWord::One(value),
        "people" => FactWord::Anybody,
        "aye" => FactWord::Pole(Pole::new(value, true)),
        "nay" => FactWord::Pole(Pole::new(value, false)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{TABLE, languages, meaning};

    #[test]
    fn every_line_of_the_table_is_read() {
        let known = ["common", "prefix", "capital", "inflects", "decimal", "letters"];
        for line in TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with(['#', '['])) {
            let (heading, words) = line.split_once(' ').unwrap_or_else(|| panic!("{line}"));
            for entry in words.split(' ') {
                let value = entry.split_once('=').map_or("", |(_, value)| value);
                assert!(known.contains(&heading) || meaning(heading, value).is_some(), "{heading} {entry}");
            }
        }
        assert!(languages().len() >= 10);
        assert!(languages().iter().all(|language| language.name.len() == 2 && language.common.len() >= 20));
    }
}
