//! Short sentences, and short quotations in different sentences, that differ in a few words: too short for a significant run, yet the same
//! apart from what differs.

use std::cmp::Reverse;
use std::ops::Range;

use super::cancel::Cancel;
use super::clause::{Clause, SharedWords};
use super::clauses::rank;
use super::kindred::Kindred;
use super::known::Known;
use super::word_kind::Trait;
use super::worded_alike::worded_alike;
use crate::text::{Pair, Side};

/// The least cosine of two short sentences that are compared word by word (benches/constants.md).
const LIKE: f64 = 0.2;
/// Words that two quotations must have in order, the part of the shorter one, in hundredths, that these must be, and the words up to which
/// a quotation is short (benches/constants.md).
const LEAST: usize = 4;
const MOST: usize = 75;
const LONGEST: usize = 30;

/// Finds edited matches of short sentences and quotations of which no clause has anything, among sentences that are kin. The most alike go
/// first. Costs the square of a short sentence's words for each two.
pub(super) fn short(known: &Known<'_>, clauses: &[Clause], kin: &[Kindred], cancel: &Cancel) -> Vec<Clause> {
    let mut taken = known.words.rows.as_ref().map(|row| vec![false; row.len()]);
    for clause in cancel.watched(clauses) {
        mark(&mut taken, clause);
    }
    let mut found: Vec<Clause> = Vec::new();
    for kindred in cancel.watched(kin) {
        let pair = Pair::new(kindred.left, kindred.right);
        let within = Pair::from_fn(|side| known.sentences.bags[side][pair[side]].words.clone());
        let is_free = Side::BOTH.iter().all(|&side| !taken[side][within[side].clone()].contains(&true));
        if is_free && kindred.cosine >= LIKE {
            found.extend(worded_alike(known.words, known.traits, &within).filter(|_| telling(known, pair) > 0));
        }
        found.extend(requoted(known, &within));
    }
    found.sort_unstable_by_key(|clause| (Reverse(clause.shared * 1024 / longest(clause)), rank(clause), clause.end));
    found.retain(|clause| {
        let is_free = Side::BOTH.iter().all(|&side| !taken[side][clause.start[side]..clause.end[side]].contains(&true));
        if is_free {
            mark(&mut taken, clause);
        }
        is_free
    });
    found
}

fn mark(taken: &mut Pair<Vec<bool>>, clause: &Clause) {
    for side in Side::BOTH {
        taken[side][clause.start[side]..clause.end[side]].fill(true);
    }
}

fn longest(clause: &Clause) -> usize {
    clause.words(Side::Left).max(clause.words(Side::Right)).max(1)
}

/// How many stems that say something two sentences share.
fn telling(known: &Known<'_>, pair: Pair<usize>) -> usize {
    let says = |stem: u32| known.traits.of[stem as usize] != Trait::Function;
    known.sentences.common(pair).filter(|(stem, ..)| says(*stem)).count()
}

/// The quotations of two sentences that are much the same.
fn requoted(known: &Known<'_>, within: &Pair<Range<usize>>) -> Vec<Clause> {
    let quotations = Pair::from_fn(|side| quotations(&known.quoted[side], within[side].clone()));
    let mut found = Vec::new();
    for left in &quotations.left {
        for right in &quotations.right {
            found.extend(same_quotation(known, &Pair::new(left.clone(), right.clone())));
        }
    }
    found
}

/// The stretches of a sentence that are quoted.
fn quotations(quoted: &[bool], within: Range<usize>) -> Vec<Range<usize>> {
    let mut at = within.start;
    let stretches = quoted[within].chunk_by(|a, b| a == b).filter_map(|stretch| {
        at += stretch.len();
        (stretch[0] && (LEAST..=LONGEST).contains(&stretch.len())).then(|| at - stretch.len()..at)
    });
    stretches.collect()
}

/// What two quotations have in common as an edited match, where it is most of one.
fn same_quotation(known: &Known<'_>, quotations: &Pair<Range<usize>>) -> Option<Clause> {
    let words = known.words;
    let id = |side: Side, at: usize| words.rows[side][at].id;
    let shared = in_order(&Pair::from_fn(|side| quotations[side].clone().map(|at| id(side, at)).collect()));
    let shorter = quotations.left.len().min(quotations.right.len());
    let (first, last) = (shared.first()?, shared.last()?);
    if shared.len() < LEAST || shared.len() * 100 < shorter * MOST {
        return None;
    }
    let start = Pair::from_fn(|side| quotations[side].start + first[side]);
    let end = Pair::from_fn(|side| quotations[side].start + last[side] + 1);
    let ids = shared.iter().map(|place| id(Side::Left, quotations.left.start + place.left) as usize);
    let says = ids.clone().any(|id| known.traits.of[words.stems[id] as usize] == Trait::Content);
    let weight = ids.map(|id| words.weights[id]).sum();
    let clause = Clause::reworded(start, end, SharedWords { count: shared.len(), weight }, words.salt(start, end));
    says.then_some(Clause { reworded: false, ..clause })
}

/// The places of the words that two rows have in common in one order, as many as there can be.
fn in_order(rows: &Pair<Vec<u32>>) -> Vec<Pair<usize>> {
    let Pair { left, right } = rows;
    let mut longest = vec![vec![0u32; right.len() + 1]; left.len() + 1];
    for (i, a) in left.iter().enumerate().rev() {
        for (j, b) in right.iter().enumerate().rev() {
            longest[i][j] = if a == b { longest[i + 1][j + 1] + 1 } else { longest[i + 1][j].max(longest[i][j + 1]) };
        }
    }
    let (mut at, mut found) = (Pair::new(0, 0), Vec::new());
    while at.left < left.len() && at.right < right.len() {
        if left[at.left] == right[at.right] {
            found.push(at);
            at = at.map(|at| at + 1);
        } else if longest[at.left + 1][at.right] >= longest[at.left][at.right + 1] {
            at.left += 1;
        } else {
            at.right += 1;
        }
    }
    found
}
