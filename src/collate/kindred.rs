//! Kindred sentences: those of one witness that say much the same as one of the other, whatever the order of the words.
//!
//! A join over an inverted index, with a budget: a sentence probes the lists of its rarest words first and stops after `PROBES`,
//! lists longer than `LONGEST` are passed over, and only the most promising are compared in full. Every
//! sentence of both witnesses asks, so a pair is found where either finds it. In texts of ordinary length nothing is left out.

use std::cmp::Reverse;

use super::cancel::Cancel;
use super::sentences::{Bag, Sentences, cosine};
use crate::text::{Pair, Side};

/// Places of the index a sentence may look at.
const PROBES: usize = 256;
/// The longest list that is looked at.
const LONGEST: usize = 512;
/// Sentences that are compared in full, and that are kept.
const COMPARED: usize = 8;
const KEPT: usize = 6;

/// Two sentences that say much the same, as indexes of the witnesses' sentences.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Kindred {
    /// The left one.
    pub left: usize,
    /// The right one.
    pub right: usize,
    /// How alike they are, from 0 to 1.
    pub cosine: f64,
}

/// Stems that two sentences must have in common to be compared: one is chance.
const IN_COMMON: u32 = 2;

/// Finds sentences with a cosine of at least `least` among those that `open` lets take part, by left, then right. Both witnesses
/// ask the other, so that it does not matter which stands left. Breaks off once `cancel` is raised.
pub(super) fn kindred(sentences: &Sentences, open: &Pair<Vec<bool>>, least: f64, cancel: &Cancel) -> Vec<Kindred> {
    let mut found = asked(sentences, open, (Side::Left, least), cancel);
    found.extend(asked(sentences, open, (Side::Right, least), cancel));
    found.sort_unstable_by_key(|pair| (pair.left, pair.right));
    found.dedup_by_key(|pair| (pair.left, pair.right));
    found
}

/// Gives for each sentence of one side the most kindred ones of the other.
fn asked(sentences: &Sentences, open: &Pair<Vec<bool>>, (from, least): (Side, f64), cancel: &Cancel) -> Vec<Kindred> {
    let others = &sentences.bags[from.other()];
    let lists = lists(others, &open[from.other()], sentences.weights.len());
    let mut scores = vec![Score::default(); others.len()];
    let mut found = Vec::new();
    for (here, bag) in sentences.bags[from].iter().enumerate().filter(|(here, _)| open[from][*here]) {
        if cancel.is_cancelled() {
            break;
        }
        let mut compared: Vec<(usize, f64)> = candidates(bag, others, &lists, &mut scores)
            .into_iter()
            .map(|there| (there, cosine(bag, &others[there])))
            .filter(|(_, cosine)| *cosine >= least)
            .collect();
        compared.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        compared.truncate(KEPT);
        found.extend(compared.into_iter().map(|(there, cosine)| match from {
            Side::Left => Kindred { left: here, right: there, cosine },
            Side::Right => Kindred { left: there, right: here, cosine },
        }));
    }
    found
}

/// Lists for each stem the open sentences it stands in, with its weight in each.
fn lists(bags: &[Bag], open: &[bool], stems: usize) -> Vec<Vec<(u32, u32)>> {
    let mut lists = vec![Vec::new(); stems];
    for (at, bag) in bags.iter().enumerate().filter(|(at, _)| open[*at]) {
        for (stem, weight) in bag.stems.iter().filter(|(_, weight)| *weight > 0) {
            lists[*stem as usize].push((at as u32, u32::try_from(*weight).unwrap_or(u32::MAX)));
        }
    }
    lists
}

/// Gives the most promising sentences for one that asks. The scores are all 0 before and after.
fn candidates(bag: &Bag, others: &[Bag], lists: &[Vec<(u32, u32)>], scores: &mut [Score]) -> Vec<usize> {
    let mut stems: Vec<(u32, i64)> = bag.stems.iter().copied().filter(|(_, weight)| *weight > 0).collect();
    stems.sort_unstable_by_key(|&(stem, _)| (lists[stem as usize].len(), stem));
    let (mut probes, mut touched) = (0, Vec::new());
    for (stem, weight) in stems {
        let list = &lists[stem as usize];
        if probes >= PROBES || list.len() > LONGEST {
            break;
        }
        probes += list.len();
        for &(there, other) in list {
            let score = &mut scores[there as usize];
            if score.stems == 0 {
                touched.push(there as usize);
            }
            score.stems += 1;
            score.product += (weight * i64::from(other)) as f32;
        }
    }
    let mut ranked: Vec<(Reverse<i64>, usize)> = touched
        .into_iter()
        .filter_map(|there| {
            let score = std::mem::take(&mut scores[there]);
            (score.stems >= IN_COMMON).then(|| (Reverse(promise(score.product, &others[there])), there))
        })
        .collect();
    if ranked.len() > COMPARED {
        ranked.select_nth_unstable(COMPARED - 1);
        ranked.truncate(COMPARED);
    }
    ranked.into_iter().map(|(_, there)| there).collect()
}

/// What one sentence of the index has in common with the one that asks, as far as it was looked at.
#[derive(Clone, Copy, Default)]
struct Score {
    stems: u32,
    product: f32,
}

fn promise(product: f32, bag: &Bag) -> i64 {
    (f64::from(product) / bag.norm.max(1.0)) as i64
}
