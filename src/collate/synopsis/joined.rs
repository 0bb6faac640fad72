//! Together: which sentence goes with which in a match of several.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::article::Article;
use crate::collate::witness::Witness;
use crate::text::{Key, Pair, Side};

/// Places of a word on the other side that are looked at: a word that stands there more often tells nothing (a limit).
const PLACES: usize = 8;

/// A sentence in which words of a match stand.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    /// The sentence, as an index into the article's.
    pub sentence: usize,
    /// Its words that stand in the match, as indexes into the article's.
    pub tokens: Range<usize>,
    /// Whether that is most of the sentence.
    pub most: bool,
}

/// Two sentences of a match that go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Together {
    /// The one and the other, as indexes into the stretches of their sides.
    pub at: Pair<usize>,
    /// Words that both have in the match.
    pub words: usize,
    /// Whether most of one of them stands in the match, and the other is the one that has most of that.
    pub sure: bool,
}

/// The sentences in which some words stand, each with these.
pub(super) fn stretches(article: &Article, tokens: Range<usize>) -> Vec<Stretch> {
    let first = article.sentences.partition_point(|sentence| sentence.tokens.end <= tokens.start);
    let within = article.sentences.iter().enumerate().skip(first);
    let within = within.take_while(|(_, sentence)| sentence.tokens.start < tokens.end);
    let own = |at: &Range<usize>| at.start.max(tokens.start)..at.end.min(tokens.end);
    let each = within.map(|(at, sentence)| {
        let tokens = own(&sentence.tokens);
        Stretch { sentence: at, most: tokens.len() * 2 > sentence.tokens.len(), tokens }
    });
    each.filter(|stretch| !stretch.tokens.is_empty()).collect()
}

/// Joins the sentences of a match. Where one side has a single one, that goes with all of the other side; else each goes with the one
/// that has most of its words, and with the one that stands where it stands if none has any. Costs the words of the match.
pub(super) fn joined(pair: Pair<Witness<'_>>, each: &Pair<Vec<Stretch>>) -> Vec<Together> {
    let single = each.left.len() <= 1 || each.right.len() <= 1;
    let shared = if single { of_single(each) } else { in_common(pair, each) };
    let mut best: Pair<Vec<Option<(usize, usize)>>> = Pair::from_fn(|side: Side| vec![None; each[side].len()]);
    for (at, &words) in &shared {
        for side in Side::BOTH {
            let known = &mut best[side][at[side]];
            if known.is_none_or(|(_, most)| words > most) {
                *known = Some((at[side.other()], words));
            }
        }
    }
    let mut found: Vec<Together> = Vec::new();
    for side in Side::BOTH {
        for (at, stretch) in each[side].iter().enumerate() {
            let where_it_stands = at * each[side.other()].len() / each[side].len();
            let (other, words) = best[side][at].unwrap_or((where_it_stands, 0));
            let at = Pair::from_fn(|of: Side| if of == side { at } else { other });
            found.push(Together { at, words, sure: stretch.most });
        }
    }
    if single {
        found.extend(shared.iter().map(|(at, &words)| Together { at: *at, words, sure: false }));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The words that a single sentence shares with each of the others.
fn of_single(each: &Pair<Vec<Stretch>>) -> BTreeMap<Pair<usize>, usize> {
    let words = |at: Pair<usize>| each.left[at.left].tokens.len().min(each.right[at.right].tokens.len());
    let with = |left: usize| (0..each.right.len()).map(move |right| Pair::new(left, right));
    (0..each.left.len()).flat_map(with).map(|at| (at, words(at))).collect()
}

/// Counts the words that every two sentences have in common.
fn in_common(pair: Pair<Witness<'_>>, each: &Pair<Vec<Stretch>>) -> BTreeMap<Pair<usize>, usize> {
    let words = |side: Side| {
        let all = &pair[side].article.tokens;
        let of = move |stretch: &Stretch| all.get(stretch.tokens.clone()).unwrap_or_default();
        each[side].iter().enumerate().flat_map(move |(at, stretch)| of(stretch).iter().map(move |it| (it.key, at)))
    };
    let mut places: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (key, at) in words(Side::Right) {
        let known = places.entry(key).or_default();
        if known.len() <= PLACES {
            known.push(at);
        }
    }
    let mut shared: BTreeMap<Pair<usize>, usize> = BTreeMap::new();
    for (key, left) in words(Side::Left) {
        let there = places.get(&key).filter(|known| known.len() <= PLACES);
        let mut there: Vec<usize> = there.cloned().unwrap_or_default();
        there.dedup();
        for right in there {
            *shared.entry(Pair::new(left, right)).or_default() += 1;
        }
    }
    shared
}
