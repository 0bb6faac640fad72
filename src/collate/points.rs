//! Points: pairs of sentences that share something, from which regions grow.

use std::ops::Range;

use super::cancel::Cancel;
use super::clause::Clause;
use super::kindred::Kindred;
use super::runs::Run;
use super::sentences::{Bag, Sentences};
use super::sorting::sort;
use crate::text::{Pair, Side};

/// Words from which on a run makes points; a shorter one stands anywhere (benches/constants.md).
const RUN: usize = 5;
/// What a run must tell at the least, in 1024ths of a nat (benches/constants.md).
const EVIDENCE: i64 = 3 * 1024;
/// The least cosine of two sentences that make a point, and the least share of stems that they have in common. On the test corpus of
/// PAN 2013 (5,185 pairs) a share of .25 gives a plagdet of .9195, .15 gives .9216 (benches/constants.md).
const COSINE: f64 = 0.25;
const IN_COMMON: f64 = 0.15;
/// The share of a sentence's words, in hundredths, that runs must tell for it to be known what it tells (benches/constants.md).
const TOLD: usize = 80;

/// A sentence of each side, as indexes of the witnesses' sentences.
pub(super) type Point = Pair<usize>;

/// The points of two witnesses.
#[derive(Debug)]
pub(super) struct Points {
    /// The points, in order, each once.
    pub all: Vec<Point>,
    /// The runs that make points, each with the point in which it begins.
    pub runs: Vec<(Point, Run)>,
}

impl Points {
    /// Finds the points of sentences that have a run in common or say much the same. Costs the pairs and
    /// the words in runs.
    pub fn new(sentences: &Sentences<'_>, runs: &[Run], kin: &[Kindred], cancel: &Cancel) -> Self {
        let homes = sentences.bags.as_ref().map(|bags| homes(bags, cancel));
        let runs: Vec<(Point, Run)> = cancel
            .watched(runs.iter().filter(|run| speaks(run)))
            .map(|run| (Pair::from_fn(|side| homes[side][run.at[side]]), *run))
            .collect();
        let mut all: Vec<Point> = Vec::new();
        for (_, run) in &runs {
            for step in cancel.watched(0..run.words) {
                let point = Pair::from_fn(|side| homes[side][run.at[side] + step]);
                if all.last() != Some(&point) {
                    all.push(point);
                }
            }
        }
        all.extend(alike(sentences, cancel.watched(kin)));
        sort(&mut all, |point| point.left as u64, |point| *point, cancel);
        all.dedup();
        Self { all, runs }
    }
}

/// Whether a run makes points: it is long enough and not of words that stand everywhere.
fn speaks(run: &Run) -> bool {
    run.words >= RUN && run.evidence >= EVIDENCE
}

/// For each visible word of a side the sentence in which it stands.
fn homes(bags: &[Bag], cancel: &Cancel) -> Vec<usize> {
    cancel.watched(bags.iter().enumerate()).flat_map(|(at, bag)| bag.words.clone().map(move |_| at)).collect()
}

/// Tells for each sentence whether a counterpart is still looked for: runs leave open what it tells, or it differs from what they tell and
/// no clause has any of it. The runs over a short sentence may be parts of its neighbours' runs, too short to make a clause of it.
pub(super) fn open(sentences: &Sentences<'_>, runs: &[Run], clauses: &[Clause], cancel: &Cancel) -> Pair<Vec<bool>> {
    Pair::from_fn(|side| {
        let all = &sentences.bags[side];
        let runs = runs.iter().filter(|run| speaks(run)).map(|run| run.at[side]..run.at[side] + run.words);
        let told = covered(all, runs, cancel);
        let matched = covered(all, clauses.iter().map(|clause| clause.start[side]..clause.end[side]), cancel);
        let is_open = |bag: &Bag| {
            let (words, told) = (bag.words.len(), told[bag.words.clone()].iter().filter(|told| **told).count());
            told * 100 < words * TOLD || told < words && !matched[bag.words.clone()].contains(&true)
        };
        cancel.watched(all).map(is_open).collect()
    })
}

/// Which words of sentences stand in one of several stretches.
fn covered(all: &[Bag], stretches: impl Iterator<Item = Range<usize>>, cancel: &Cancel) -> Vec<bool> {
    let mut covered = vec![false; all.last().map_or(0, |bag| bag.words.end)];
    cancel.watched(stretches).for_each(|stretch| covered[stretch].fill(true));
    covered
}

fn alike<'a>(sentences: &'a Sentences<'_>, kin: impl Iterator<Item = &'a Kindred>) -> impl Iterator<Item = Point> {
    let in_common = |point: &Point| {
        let stems = sentences.stems(Side::Left, point.left).len() + sentences.stems(Side::Right, point.right).len();
        2.0 * sentences.common(*point).count() as f64 >= IN_COMMON * stems as f64
    };
    kin.filter(|pair| pair.cosine >= COSINE).map(|pair| Pair::new(pair.left, pair.right)).filter(in_common)
}
