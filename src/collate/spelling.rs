//! Different spellings of a name: `Orvanna` here is `Orvana` there.
//!
//! Transliterations differ between outlets. Two names count as spellings of one if the articles exchange them: each occurs in only one
//! article, one replaces the other at least twice and never anything else, both are capitalised, and they differ in letters of one sound.
//! Similarity alone never makes a change slight: `Slovenia` is not `Slovakia`, `Niger` not `Nigeria`.

use rustc_hash::FxHashMap;

use super::cancel::Cancel;
use super::collation::{Match, Variant, Weight};
use crate::article::Article;
use crate::text::{Key, Pair, Side, Span};

/// How often one name must be put for the other (benches/constants.md).
const TIMES: usize = 2;
/// Letters from which on a word may be such a name (benches/constants.md).
const SHORTEST: usize = 4;

/// Whether two words may be one name spelled twice.
pub(super) fn may_be_one_name(a: &str, b: &str) -> bool {
    let name = |word: &str| {
        let letters = word.chars().count() >= SHORTEST && word.chars().all(char::is_alphabetic);
        letters && word.chars().next().is_some_and(char::is_uppercase)
    };
    name(a) && name(b) && sound(a) == sound(b)
}

/// A word by its sounds, as far as transliterations differ in how they write them: `y` for `i`, `kh` for `k`, letters once or twice.
fn sound(word: &str) -> String {
    let mut plain = word.to_lowercase();
    for (written, heard) in
        [("kh", "k"), ("gh", "g"), ("dh", "d"), ("ph", "f"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ae", "e")]
    {
        plain = plain.replace(written, heard);
    }
    let mut sound = String::with_capacity(plain.len());
    for c in plain.chars() {
        let c = match c {
            'y' => 'i',
            'q' => 'k',
            'w' => 'v',
            c => c,
        };
        if !sound.ends_with(c) {
            sound.push(c);
        }
    }
    sound
}

/// Makes a change of what only looked like one name spelled twice: the articles do not exchange the two consistently.
pub(super) fn settle_names(articles: Pair<&Article>, matches: &mut [Match], cancel: &Cancel) {
    let mut times: FxHashMap<(Key, Key), usize> = FxHashMap::default();
    let mut others: Pair<FxHashMap<Key, Vec<Key>>> = Pair::default();
    for variant in cancel.watched(&*matches).flat_map(|m| &m.variants) {
        let Some(names) = names(articles, variant) else { continue };
        *times.entry((names.left, names.right)).or_insert(0) += 1;
        for side in Side::BOTH {
            let known = others[side].entry(names[side]).or_default();
            if !known.contains(&names[side.other()]) {
                known.push(names[side.other()]);
            }
        }
    }
    for variant in cancel.watched(matches).flat_map(|m| &mut m.variants) {
        let Some(names) = names(articles, variant) else { continue };
        let alone = Side::BOTH.iter().all(|&side| others[side].get(&names[side]).is_some_and(|known| known.len() == 1));
        let often = times.get(&(names.left, names.right)).is_some_and(|&times| times >= TIMES);
        if !(alone && often) {
            variant.weight = Weight::Changed;
        }
    }
}

/// The two names of a slight variant whose words are not the same.
fn names(articles: Pair<&Article>, variant: &Variant) -> Option<Pair<Key>> {
    if variant.weight != Weight::Slight {
        return None;
    }
    let word = |side: Side| key_at(articles[side], variant.spans[side]);
    let names = Pair::new(word(Side::Left)?, word(Side::Right)?);
    (names.left != names.right).then_some(names)
}

fn key_at(article: &Article, span: Span) -> Option<Key> {
    let at = article.tokens.partition_point(|token| token.span.start() < span.start());
    article.tokens.get(at).filter(|token| token.span == span).map(|token| token.key)
}
