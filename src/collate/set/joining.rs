//! Joins similar readings into clusters, without chaining different statements together.
//!
//! The most similar pairs are joined first, as in agglomerative clustering. A single pair does not join two clusters, because a chain of
//! edits can end at a different statement: the average over all pairs must be high too (average linkage, Sokal and Michener 1958). An
//! article makes a statement once, so two different sentences of one article are joined only if they are copies of each other. Sentences
//! of different length are not joined; that one contains the other is recorded separately (see `part`).

use super::bags::Bags;
use super::kin::Kin;
use super::opening::{cut_short, is_split_off};
use super::reading::Readings;
use crate::collate::cancel::Cancel;

/// The least cosine of a pair that joins, where one name or number of each is missing in the other, and where several are
/// (benches/constants.md).
const ALIKE: [f64; 3] = [0.52, 0.66, 0.8];
/// The least average of the cosines between two clusters (benches/constants.md).
const AVERAGE: f64 = 0.45;
/// The most that one of two may say more than the other (benches/constants.md).
const RATIO: f64 = 1.5;
/// The least cosine of two sentences of one article that are one statement said twice (benches/constants.md).
const COPY: f64 = 0.85;
/// Members of each cluster, at most, whose cosines are averaged (a limit).
const SAMPLE: usize = 12;

/// For each reading the number of its cluster, which is that of one of its readings; `None` once `cancel` is raised.
pub(super) fn joined(readings: &Readings, bags: &Bags, kin: &[Kin], cancel: &Cancel) -> Option<Vec<usize>> {
    let mut joining = Joining::new(readings);
    let mut pairs: Vec<&Kin> = kin.iter().filter(|kin| may_join(kin) && !is_split_off(bags, kin)).collect();
    pairs.sort_unstable_by(|a, b| b.cosine.total_cmp(&a.cosine).then_with(|| ends(a).cmp(&ends(b))));
    for (at, kin) in pairs.into_iter().enumerate() {
        if at % 256 == 0 && cancel.is_cancelled() {
            return None;
        }
        joining.join(bags, kin);
    }
    for (short, whole) in cut_short(readings, bags, kin, &joining.cluster) {
        joining.take(short, whole);
    }
    Some(joining.cluster)
}

fn may_join(kin: &Kin) -> bool {
    let least = ALIKE[kin.conflicts.min(ALIKE.len() - 1)];
    kin.cosine >= least && kin.ratio <= RATIO
}

fn ends(kin: &Kin) -> (usize, usize) {
    (kin.light.min(kin.heavy), kin.light.max(kin.heavy))
}

/// The clusters so far.
struct Joining {
    cluster: Vec<usize>,
    members: Vec<Vec<usize>>,
    articles: Vec<Vec<usize>>,
}

impl Joining {
    fn new(readings: &Readings) -> Self {
        let articles = readings.all.iter().map(|reading| {
            let mut articles: Vec<usize> = reading.places.iter().map(|place| place.article).collect();
            articles.dedup();
            articles
        });
        let count = readings.all.len();
        Self {
            cluster: (0..count).collect(),
            members: (0..count).map(|at| vec![at]).collect(),
            articles: articles.collect(),
        }
    }

    fn join(&mut self, bags: &Bags, kin: &Kin) {
        let (a, b) = (self.cluster[kin.light], self.cluster[kin.heavy]);
        if a == b || self.stand_apart(kin, a, b) || self.average(bags, a, b) < AVERAGE {
            return;
        }
        self.put_together(a, b);
    }

    /// Puts what is cut short to the whole, both by number, unless an article has sentences in both.
    fn take(&mut self, short: usize, whole: usize) {
        let number =
            |at: usize| self.members.get(at).and_then(|members| members.first()).map(|first| self.cluster[*first]);
        // Either may have been taken already.
        let (Some(a), Some(b)) = (number(short), number(whole)) else { return };
        let meet = self.articles[a].iter().any(|article| self.articles[b].binary_search(article).is_ok());
        if a != b && a == short && !meet {
            self.put_together(a, b);
        }
    }

    fn put_together(&mut self, a: usize, b: usize) {
        let (from, to) = if self.members[a].len() < self.members[b].len() { (a, b) } else { (b, a) };
        for &member in &self.members[from] {
            self.cluster[member] = to;
        }
        merge(&mut self.members, from, to);
        merge(&mut self.articles, from, to);
    }

    /// Whether an article has sentences in both clusters that are not copies.
    fn stand_apart(&self, kin: &Kin, a: usize, b: usize) -> bool {
        let (few, many) = if self.articles[a].len() <= self.articles[b].len() { (a, b) } else { (b, a) };
        let meet = self.articles[few].iter().any(|article| self.articles[many].binary_search(article).is_ok());
        meet && kin.cosine < COPY
    }

    fn average(&self, bags: &Bags, a: usize, b: usize) -> f64 {
        let (a, b) = (sample(&self.members[a]), sample(&self.members[b]));
        let sum: f64 = a.iter().flat_map(|&x| b.iter().map(move |&y| bags.cosine(x, y))).sum();
        sum / (a.len() * b.len()).max(1) as f64
    }
}

/// Puts a sorted list into another one.
fn merge(lists: &mut [Vec<usize>], from: usize, to: usize) {
    let list = std::mem::take(&mut lists[from]);
    lists[to].extend(list);
    lists[to].sort();
    lists[to].dedup();
}

fn sample(members: &[usize]) -> &[usize] {
    &members[..members.len().min(SAMPLE)]
}
