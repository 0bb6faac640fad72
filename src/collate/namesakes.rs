//! Namesakes: two people with the same surname and different first names.

use std::collections::{BTreeMap, BTreeSet};

use super::cancel::Cancel;
use super::known::Known;
use crate::text::{Pair, Side, fold, is_office};

/// Possible first names: words that occur before only one surname.
pub(super) struct Namesakes {
    /// The surname, by the stem before it.
    surnames: BTreeMap<u32, u32>,
}

impl Namesakes {
    /// Collects all names of both articles. Takes linear time.
    pub fn new(known: &Known<'_>, cancel: &Cancel) -> Self {
        let mut followers: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
        for side in Side::BOTH {
            for at in cancel.watched(1..known.words.rows[side].len()) {
                for first in firsts(known, side, at) {
                    followers.entry(stem(known, side, first)).or_default().insert(stem(known, side, at));
                }
            }
        }
        let lone = |(first, last): (u32, BTreeSet<u32>)| (last.len() == 1).then_some((first, *last.first()?));
        Self { surnames: followers.into_iter().filter_map(lone).collect() }
    }

    /// Whether two sentences name different people with the same surname. First names with the same initial count as equal, because they may be
    /// spelled differently or shortened. Takes linear time.
    pub fn differ(&self, known: &Known<'_>, pair: Pair<usize>) -> bool {
        let named = Pair::from_fn(|side: Side| {
            let mut named: BTreeMap<u32, BTreeSet<char>> = BTreeMap::new();
            for at in known.sentences.bags[side][pair[side]].words.clone().skip(1) {
                let last = stem(known, side, at);
                let is_first = |first: usize| self.surnames.get(&stem(known, side, first)) == Some(&last);
                if firsts(known, side, at).all(is_first) {
                    let initials =
                        firsts(known, side, at).filter_map(|first| written(known, side, first).chars().next());
                    named.entry(last).or_default().extend(initials);
                }
            }
            named.retain(|_, initials| !initials.is_empty());
            named
        });
        named.left.iter().any(|(last, first)| named.right.get(last).is_some_and(|other| first.is_disjoint(other)))
    }
}

/// Returns the words of a name before its last, without titles, if the word at `at` is a last one.
fn firsts<'k>(known: &'k Known<'_>, side: Side, at: usize) -> impl Iterator<Item = usize> + 'k {
    let names = &known.traits.names[side];
    let name = names[at].filter(|name| names.get(at + 1) != Some(&Some(*name)));
    let within = move |before: &usize| name.is_some() && names[*before] == name;
    let is_title = move |before: &usize| is_office(&fold(written(known, side, *before)));
    (0..at).rev().take_while(within).filter(move |before| !is_title(before))
}

fn stem(known: &Known<'_>, side: Side, at: usize) -> u32 {
    known.words.stems[known.words.rows[side][at].id as usize]
}

fn written<'k>(known: &Known<'k>, side: Side, at: usize) -> &'k str {
    let article = known.witnesses[side].article;
    article.tokens[known.words.rows[side][at].token as usize].span.of(&article.text)
}
