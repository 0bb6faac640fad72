//! Sentences of a script that sets no spaces between words, where each letter is read as a word.

use std::collections::BTreeSet;

use super::known::Known;
use super::witness::Word;
use crate::text::{Pair, Side};

/// Words of two letters that sentences of a script without spaces share at the least (chosen: `政府`, government, is in any two of a story).
const WORDS: usize = 2;

/// Whether most words of two sentences are one letter of a script that sets no spaces between words.
pub(super) fn is_by_letters(known: &Known<'_>, pair: Pair<usize>) -> bool {
    Side::BOTH.iter().all(|&side| {
        let article = known.witnesses[side].article;
        let words = &known.words.rows[side][known.sentences.bags[side][pair[side]].words.clone()];
        let is_letter = |word: &&Word| {
            let letters = article.tokens.get(word.token as usize).map_or("", |token| token.span.of(&article.text));
            !letters.is_ascii() && letters.chars().nth(1).is_none()
        };
        words.iter().filter(is_letter).count() * 2 > words.len()
    })
}

/// Whether two sentences that are read by letters share words: letters side by side. Single letters are parts of any other words.
pub(super) fn has_words(known: &Known<'_>, pair: Pair<usize>) -> bool {
    let twos = Pair::from_fn(|side: Side| {
        let words = &known.words.rows[side][known.sentences.bags[side][pair[side]].words.clone()];
        words.windows(2).map(|two| (two[0].id, two[1].id)).collect::<BTreeSet<(u32, u32)>>()
    });
    twos.left.intersection(&twos.right).count() >= WORDS
}
