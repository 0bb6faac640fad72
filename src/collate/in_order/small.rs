//! Sets aside changes of fewer words than the reader wants to see.

use rustc_hash::{FxHashMap, FxHashSet};

use super::texts::Texts;
use crate::collate::collation::{Class, Match, Passage, SmallChanges, Variant, Weight};
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
        let tokens =
            |variant: &Variant| Pair::from_fn(|side: Side| texts.articles[side].tokens_in(variant.spans[side]));
        // What was taken out and what was put in its place may be two changes beside each other: they stay or go together.
        let beside = |one: &Variant, next: &Variant| {
            let (one, next) = (tokens(one), tokens(next));
            Side::BOTH.into_iter().all(|side| one[side].end == next[side].start)
        };
        let mut small = Vec::with_capacity(m.variants.len());
        for group in m.variants.chunk_by(beside) {
            let changed = group.iter().filter(|variant| variant.weight == Weight::Changed).map(tokens);
            let longest = changed.flat_map(|tokens| Side::BOTH.map(|side| words(side, tokens[side].clone()))).max();
            let is_small = longest.is_some_and(|longest| longest < least);
            found.changes += usize::from(is_small);
            small.extend(group.iter().map(|variant| is_small && variant.weight == Weight::Changed));
        }
        for (variant, _) in m.variants.iter().zip(&small).filter(|(_, small)| **small) {
            Side::BOTH.into_iter().for_each(|side| m.aside[side] += tokens(variant)[side].len());
        }
        let mut small = small.into_iter();
        m.variants.retain(|_| !small.next().unwrap_or(false));
        if m.class == Class::Edited && m.variants.iter().all(|variant| variant.weight != Weight::Changed) {
            m.class = Class::Verbatim;
        }
    }
    let large = Pair::from_fn(|side: Side| {
        let each = only[side].iter().map(|passage| words(side, passage.tokens.clone()) >= least);
        each.collect::<Vec<bool>>()
    });
    let kept = with_their_likes(matches, only, &large);
    for side in Side::BOTH {
        let before = only[side].len();
        let mut kept = kept[side].iter();
        only[side].retain(|_| kept.next().is_some_and(|kept| *kept));
        found.changes += before - only[side].len();
    }
    found
}

/// Adds to the passages that are large enough those that stand in the place of one, right behind or right before the same match.
fn with_their_likes(matches: &[Match], only: &Pair<Vec<Passage>>, large: &Pair<Vec<bool>>) -> Pair<Vec<bool>> {
    let home = || matches.iter().enumerate().filter(|(_, m)| !m.moved);
    let by = |side: Side, edge: fn(&Passage) -> usize| -> FxHashMap<usize, usize> {
        home().map(|(at, m)| (edge(&m.passages[side]), at)).collect()
    };
    let ends = Pair::from_fn(|side| by(side, |passage| passage.tokens.end));
    let starts = Pair::from_fn(|side| by(side, |passage| passage.tokens.start));
    let behind = |side: Side, passage: &Passage| ends[side].get(&passage.tokens.start).copied();
    let before = |side: Side, passage: &Passage| starts[side].get(&passage.tokens.end).copied();
    Pair::from_fn(|side: Side| {
        let other = side.other();
        let big = only[other].iter().zip(&large[other]).filter(|(_, large)| **large).map(|(passage, _)| passage);
        let (mut after_big, mut before_big) = (FxHashSet::default(), FxHashSet::default());
        for passage in big {
            after_big.extend(behind(other, passage));
            before_big.extend(before(other, passage));
        }
        let beside = |passage: &Passage| {
            behind(side, passage).is_some_and(|at| after_big.contains(&at))
                || before(side, passage).is_some_and(|at| before_big.contains(&at))
        };
        only[side].iter().zip(&large[side]).map(|(passage, large)| *large || beside(passage)).collect()
    })
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
