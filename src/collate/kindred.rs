//! Similar sentences of two witnesses, whatever the order of their words.
//!
//! A join over an inverted index, with a budget: a sentence probes the lists of its rarest words first and stops after `PROBES` entries.
//! Lists longer than `LONGEST` are skipped, and only the most promising sentences are compared in full. All sentences of both witnesses
//! search, so a pair is found if either finds it. In texts of ordinary length nothing is skipped.

use std::cmp::Reverse;

use super::cancel::Cancel;
use super::postings::Postings;
use super::sentences::Sentences;
use super::sorting::sort;
use crate::text::{Pair, Side};

/// Places of the index a sentence may look at (a limit).
const PROBES: u32 = 256;
/// The longest list that is looked at (a limit).
const LONGEST: u32 = 512;
/// Sentences that are compared in full, and that are kept (a limit).
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

/// Stems that two sentences must have in common to be compared: one is chance (benches/constants.md).
const IN_COMMON: u32 = 2;

/// Finds sentences with a cosine of at least `least` among those that `open` lets take part, by left, then right. Both witnesses
/// ask the other, so that it does not matter which stands left. Breaks off once `cancel` is raised.
pub(super) fn kindred(sentences: &Sentences<'_>, open: &Pair<Vec<bool>>, least: f64, cancel: &Cancel) -> Vec<Kindred> {
    let mut found = asked(sentences, open, Asker { from: Side::Left, least }, cancel);
    found.extend(asked(sentences, open, Asker { from: Side::Right, least }, cancel));
    sort(&mut found, |pair| pair.left as u64, |pair| (pair.left, pair.right), cancel);
    found.dedup_by_key(|pair| (pair.left, pair.right));
    found
}

/// The witness that asks the other, and the least cosine of what is found.
#[derive(Clone, Copy, Debug)]
struct Asker {
    from: Side,
    least: f64,
}

/// For each sentence of one side the most kindred ones of the other.
fn asked(sentences: &Sentences<'_>, open: &Pair<Vec<bool>>, asker: Asker, cancel: &Cancel) -> Vec<Kindred> {
    let Asker { from, least } = asker;
    let postings = Postings::new(sentences, from.other(), &open[from.other()], cancel);
    let mut search = KinSearch::new(sentences, from, postings);
    let mut found = Vec::new();
    let mut compared: Vec<(u32, f64)> = Vec::new();
    let pair = |here: usize, there: u32| match from {
        Side::Left => Pair::new(here, there as usize),
        Side::Right => Pair::new(there as usize, here),
    };
    let asking = (0..open[from].len()).filter(|here| open[from][*here]);
    for here in asking.take_while(|_| !cancel.is_cancelled()) {
        compared.clear();
        let promising = search.promising(here).iter().map(|&(_, there)| (there, sentences.cosine(pair(here, there))));
        compared.extend(promising.filter(|(_, cosine)| *cosine >= least));
        compared.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        compared.truncate(KEPT);
        found.extend(compared.iter().map(|&(there, cosine)| {
            let Pair { left, right } = pair(here, there);
            Kindred { left, right, cosine }
        }));
    }
    found
}

/// The search for sentences like one that asks. What it needs of memory it keeps from one question to the next.
struct KinSearch<'a> {
    sentences: &'a Sentences<'a>,
    /// The side that asks.
    from: Side,
    postings: Postings,
    /// What each sentence has in common with the one that asks, as far as it was looked at; nothing between two questions.
    scores: Vec<Score>,
    /// The sentences that have something.
    touched: Vec<u32>,
    /// The stems of the one that asks, each behind the length of its list.
    stems: Vec<(u32, u32, i64)>,
    /// The most promising, with their promise.
    ranked: Vec<(Reverse<i64>, u32)>,
}

#[derive(Clone, Copy, Default)]
struct Score {
    stems: u32,
    product: f32,
}

impl<'a> KinSearch<'a> {
    fn new(sentences: &'a Sentences<'a>, from: Side, postings: Postings) -> Self {
        let scores = vec![Score::default(); sentences.bags[from.other()].len()];
        Self { sentences, from, postings, scores, touched: Vec::new(), stems: Vec::new(), ranked: Vec::new() }
    }

    /// The most promising sentences for one that asks.
    fn promising(&mut self, here: usize) -> &[(Reverse<i64>, u32)] {
        self.probe(here);
        self.rank();
        if self.ranked.len() > COMPARED {
            self.ranked.select_nth_unstable(COMPARED - 1);
            self.ranked.truncate(COMPARED);
        }
        &self.ranked
    }

    /// Looks through the lists of the rarest stems, as far as the budget goes.
    fn probe(&mut self, here: usize) {
        let said = self.sentences.stems(self.from, here).filter(|(_, weight)| *weight > 0);
        self.stems.clear();
        self.stems.extend(said.map(|(stem, weight)| (self.postings.count(stem), stem, weight)));
        self.stems.sort_unstable();
        let mut probes = 0;
        for &(count, stem, weight) in &self.stems {
            if probes >= PROBES || count > LONGEST {
                break;
            }
            probes += count;
            for &(there, other) in self.postings.of(stem) {
                let score = &mut self.scores[there as usize];
                if score.stems == 0 {
                    self.touched.push(there);
                }
                score.stems += 1;
                score.product += (weight * i64::from(other)) as f32;
            }
        }
    }

    /// Ranks what was touched by its promise.
    fn rank(&mut self) {
        self.ranked.clear();
        for there in self.touched.drain(..) {
            let score = std::mem::take(&mut self.scores[there as usize]);
            if score.stems >= IN_COMMON {
                let promise =
                    f64::from(score.product) / self.sentences.norm(self.from.other(), there as usize).max(1.0);
                self.ranked.push((Reverse(promise as i64), there));
            }
        }
    }
}
