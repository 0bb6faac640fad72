//! Sets aside changes of fewer words than the reader wants to see.

use super::texts::Texts;
use crate::collate::collation::{Class, Match, Passage, SmallChanges, Weight};
use crate::text::{Pair, Side};

/// Removes changes of too few words from the result, and counts them. Adjacent changed words, in one paragraph or in several, are one
/// change. Moves stay. Takes linear time.
pub(super) fn without_small(texts: &Texts<'_>, matches: &mut [Match], only: &mut Pair<Vec<Passage>>) -> SmallChanges {
    let least = texts.exactness.least();
    let mut found = SmallChanges { changes: 0, least };
    if least == 0 {
        return found;
    }
    let lengths = lengths(texts, matches, only);
    let words = |side: Side, range: std::ops::Range<usize>| range.map(|at| lengths[side][at]).max().unwrap_or(0);
    for m in matches.iter_mut() {
        let aside = &mut m.aside;
        m.variants.retain(|variant| {
            let tokens = Pair::from_fn(|side: Side| texts.articles[side].tokens_in(variant.spans[side]));
            let longest = Side::BOTH.map(|side| words(side, tokens[side].clone())).into_iter().max();
            let small = variant.weight == Weight::Changed && longest.is_some_and(|longest| longest < least);
            if small {
                found.changes += 1;
                Side::BOTH.into_iter().for_each(|side| aside[side] += tokens[side].len());
            }
            !small
        });
        if m.class == Class::Edited && m.variants.iter().all(|variant| variant.weight != Weight::Changed) {
            m.class = Class::Verbatim;
        }
    }
    for side in Side::BOTH {
        let before = only[side].len();
        only[side].retain(|passage| words(side, passage.tokens.clone()) >= least);
        found.changes += before - only[side].len();
    }
    found
}

/// For each word how many words beside it changed with it, itself included; 0 where it did not change.
fn lengths(texts: &Texts<'_>, matches: &[Match], only: &Pair<Vec<Passage>>) -> Pair<Vec<usize>> {
    Pair::from_fn(|side: Side| {
        let article = texts.articles[side];
        let mut lengths = vec![0; article.tokens.len()];
        let variants = matches.iter().flat_map(|m| &m.variants).filter(|variant| variant.weight == Weight::Changed);
        let changed = variants.map(|variant| article.tokens_in(variant.spans[side]));
        for range in changed.chain(only[side].iter().map(|passage| passage.tokens.clone())) {
            lengths[range].fill(1);
        }
        for run in lengths.chunk_by_mut(|a, b| a == b) {
            let words = run.len() * run[0];
            run.fill(words);
        }
        lengths
    })
}
