//! Properties of a sentence besides its words: whom it names, how much of it is quoted, whether it denies.

use std::ops::Range;

use super::alike::ONE;
use super::known::Known;
use super::traits::Traits;
use super::witness::{Word, Words};
use super::word_kind::Trait;
use crate::text::Side;

/// Words that deny, as they are folded.
const DENYING: &[&str] = &[
    "aucun",
    "aucune",
    "cannot",
    "jamais",
    "kein",
    "keine",
    "keinen",
    "keiner",
    "nao",
    "ne",
    "never",
    "nicht",
    "nie",
    "no",
    "non",
    "nor",
    "not",
    "nunca",
    "pas",
    "without",
    "não",
    "не",
    "нет",
    "никогда",
    "لا",
    "لم",
    "لن",
    "ليس",
    "不",
    "未",
    "没",
    "沒",
];

/// What is known of a sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SentenceProperties {
    /// The stem of the last word of each name, each once, in order.
    pub names: Vec<u32>,
    /// How much of it is quoted, in 1024ths.
    pub quoted: i64,
    /// Whether it denies.
    pub denies: bool,
}

/// Looks at the sentence of some words of a side. Linear in them.
pub(super) fn look_at(known: &Known<'_>, side: Side, within: Range<usize>) -> SentenceProperties {
    let Known { words, traits, quoted, .. } = *known;
    let article = known.witnesses[side].article;
    let denies = |word: &Word| denies(article.tokens[word.token as usize].span.of(&article.text));
    let count = quoted[side][within.clone()].iter().filter(|quoted| **quoted).count();
    SentenceProperties {
        names: names(words, traits, side, within.clone()),
        quoted: count as i64 * ONE / within.len().max(1) as i64,
        denies: words.rows[side][within].iter().any(denies),
    }
}

/// The stem of the last word of each name, which is what it is called by the second time.
fn names(words: &Words, traits: &Traits, side: Side, within: Range<usize>) -> Vec<u32> {
    let stem = |at: usize| words.stems[words.rows[side][at].id as usize];
    let name = |at: usize| {
        traits.names[side].get(at).copied().flatten().filter(|_| traits.of[stem(at) as usize] == Trait::Name)
    };
    let ends = within.clone().filter(|&at| name(at).is_some() && (at + 1 == within.end || name(at + 1) != name(at)));
    let mut found: Vec<u32> = ends.map(stem).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Whether a word denies. A plain word is compared as it stands, which takes no memory.
fn denies(word: &str) -> bool {
    if word.is_ascii() {
        let ends = word.len().checked_sub(3).is_some_and(|at| word[at..].eq_ignore_ascii_case("n't"));
        return ends || DENYING.iter().any(|denying| denying.eq_ignore_ascii_case(word));
    }
    let small = word.to_lowercase().replace('’', "'");
    small.ends_with("n't") || DENYING.contains(&small.as_str())
}
