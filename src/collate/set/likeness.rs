//! Orders many articles so that families are together.
//!
//! Average linkage over the pairs that share something, as in phylogenetic trees (UPGMA): the two groups that are most similar on average
//! are joined, with their most similar ends side by side. An average can only fall when groups grow, so a pair waits in a heap with its last
//! average and is weighed again when its turn comes. Ties are broken by name, so that the order of opening does not matter if all names are
//! different.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use rustc_hash::FxHashMap;

use super::matrix::Matrix;
use crate::collate::cancel::Cancel;

/// The most like partners of an article that have a say in where it stands (benches/constants.md).
const NEAREST: usize = 32;
/// Times that each pair may be weighed again on the average; after that the older weights have to do (a limit).
const WEIGHED: usize = 64;
/// What two articles of the same words weigh (defined).
const ONE: u64 = 1 << 20;
/// Pairs that are looked at between two looks at the flag (chosen).
const STRIDE: usize = 1024;

/// Groups of articles that grow together. An article is a node; of twins the first stands for all.
struct Grove<'a> {
    matrix: &'a Matrix,
    /// The article of each node.
    articles: Vec<usize>,
    /// The group a node went into, itself where it stands for a group.
    parents: Vec<usize>,
    /// The members of each group, as nodes, in the order in which they stand.
    rows: Vec<VecDeque<usize>>,
    /// What the members of each group and of others weigh together, by group.
    near: Vec<FxHashMap<usize, u64>>,
}

/// Orders articles so that those that share much stand together, the largest families first; `None` once `cancel` is raised.
///
/// About n log n steps for n articles with a bounded number of partners; `names` decide between what is equally alike.
pub fn by_likeness(matrix: &Matrix, names: &[&str], cancel: &Cancel) -> Option<Vec<usize>> {
    let mut ranked: Vec<usize> = (0..matrix.articles()).collect();
    ranked.sort_by_key(|&article| (names.get(article).copied().unwrap_or_default(), article));
    let mut ranks = vec![0; ranked.len()];
    ranked.iter().enumerate().for_each(|(rank, &article)| ranks[article] = rank);
    let mut grove = Grove::planted(matrix, &ranked);
    grove.grow(cancel)?;
    let mut families: Vec<Vec<usize>> = grove.families().map(|row| with_copies(matrix, &row, &ranks)).collect();
    families.sort_by_key(|family| (Reverse(family.len()), family.iter().map(|&article| ranks[article]).min()));
    Some(families.concat())
}

/// Puts the twins of each article behind it, and turns the row so that the earlier name comes first.
fn with_copies(matrix: &Matrix, row: &[usize], ranks: &[usize]) -> Vec<usize> {
    let mut all: Vec<usize> = Vec::with_capacity(row.len());
    let turned = row.first().map(|&first| ranks[first]) > row.last().map(|&last| ranks[last]);
    let mut push = |first: usize| {
        let mut copies = matrix.copies(first).to_vec();
        copies.sort_by_key(|&article| ranks[article]);
        all.extend(copies);
    };
    if turned {
        row.iter().rev().for_each(|&first| push(first));
    } else {
        row.iter().for_each(|&first| push(first));
    }
    all
}

impl<'a> Grove<'a> {
    /// Makes a group of each article that is no twin of an earlier name, in the order of names.
    fn planted(matrix: &'a Matrix, ranked: &[usize]) -> Self {
        let mut nodes: FxHashMap<usize, usize> = FxHashMap::default();
        let mut articles = Vec::new();
        for &article in ranked {
            nodes.entry(matrix.first(article)).or_insert_with(|| {
                articles.push(article);
                articles.len() - 1
            });
        }
        let mut near = vec![FxHashMap::default(); articles.len()];
        for (node, &article) in articles.iter().enumerate() {
            let partners = matrix.row(matrix.first(article)).iter();
            let weighed = partners.filter_map(|&(other, _)| {
                let there = *nodes.get(&other)?;
                Some((Reverse(weight(matrix, article, other)), there))
            });
            let mut weighed: Vec<(Reverse<u64>, usize)> = weighed.collect();
            weighed.sort_unstable();
            for (Reverse(weight), there) in weighed.into_iter().take(NEAREST) {
                near[node].insert(there, weight);
                near[there].insert(node, weight);
            }
        }
        let rows = (0..articles.len()).map(|node| VecDeque::from([node])).collect();
        Self { matrix, parents: (0..articles.len()).collect(), articles, rows, near }
    }

    /// Puts groups together until no two share anything.
    fn grow(&mut self, cancel: &Cancel) -> Option<()> {
        let pairs = |node: usize| self.near[node].iter().filter(move |(other, _)| **other > node);
        let all = (0..self.near.len()).flat_map(|node| pairs(node).map(move |(&to, &weight)| (weight, node, to)));
        let mut waiting: BinaryHeap<(u64, Reverse<(usize, usize)>)> =
            all.map(|(weight, one, other)| (weight, Reverse((one, other)))).collect();
        let mut looks = waiting.len().saturating_mul(WEIGHED);
        let mut seen = 0_usize;
        while let Some((weight, Reverse((one, other)))) = waiting.pop() {
            seen += 1;
            if seen.is_multiple_of(STRIDE) && cancel.is_cancelled() {
                return None;
            }
            let (one, other) = (self.group_of(one), self.group_of(other));
            let Some(now) = self.average(one, other).filter(|_| one != other) else { continue };
            if now < weight && looks > 0 {
                looks -= 1;
                waiting.push((now, Reverse((one.min(other), one.max(other)))));
            } else {
                self.join(one, other);
            }
        }
        Some(())
    }

    fn group_of(&mut self, node: usize) -> usize {
        let mut at = node;
        while self.parents[at] != at {
            self.parents[at] = self.parents[self.parents[at]];
            at = self.parents[at];
        }
        at
    }

    fn average(&self, one: usize, other: usize) -> Option<u64> {
        let pairs = (self.rows[one].len() * self.rows[other].len()) as u64;
        self.near[one].get(&other)?.checked_div(pairs)
    }

    /// Makes one group of two; the one that has fewer neighbours goes into the other.
    fn join(&mut self, one: usize, other: usize) {
        let (kept, gone) = if self.near[one].len() >= self.near[other].len() { (one, other) } else { (other, one) };
        self.parents[gone] = kept;
        for (neighbour, weight) in std::mem::take(&mut self.near[gone]) {
            self.near[neighbour].remove(&gone);
            if neighbour != kept {
                *self.near[kept].entry(neighbour).or_default() += weight;
                *self.near[neighbour].entry(kept).or_default() += weight;
            }
        }
        let (one, other) = (std::mem::take(&mut self.rows[kept]), std::mem::take(&mut self.rows[gone]));
        self.rows[kept] = self.in_a_row(one, other);
    }

    /// Puts two rows together at the ends that are most alike; the shorter one is walked.
    fn in_a_row(&self, one: VecDeque<usize>, other: VecDeque<usize>) -> VecDeque<usize> {
        let (mut long, short) = if one.len() >= other.len() { (one, other) } else { (other, one) };
        let alike = |long: Option<&usize>, short: Option<&usize>| {
            let article = |node: Option<&usize>| node.and_then(|node| self.articles.get(*node)).copied();
            article(long).zip(article(short)).map_or(0, |(one, other)| weight(self.matrix, one, other))
        };
        let back = (alike(long.back(), short.front()), alike(long.back(), short.back()));
        let front = (alike(long.front(), short.front()), alike(long.front(), short.back()));
        let at_back = back.0.max(back.1) >= front.0.max(front.1);
        let from_front = if at_back { back.0 >= back.1 } else { front.0 >= front.1 };
        let mut add = |node: usize| if at_back { long.push_back(node) } else { long.push_front(node) };
        if from_front {
            short.into_iter().for_each(&mut add);
        } else {
            short.into_iter().rev().for_each(&mut add);
        }
        long
    }

    /// The articles of each group, in the order in which they stand.
    fn families(&self) -> impl Iterator<Item = Vec<usize>> {
        let rows = self.rows.iter().filter(|row| !row.is_empty());
        rows.map(|row| row.iter().filter_map(|&node| self.articles.get(node).copied()).collect())
    }
}

/// Weighs two articles: the part of their words together that stands in both.
fn weight(matrix: &Matrix, one: usize, other: usize) -> u64 {
    let shared = (matrix.shared(one, other) + matrix.shared(other, one)) as u64;
    let words = (matrix.words(one) + matrix.words(other)) as u64;
    (shared * ONE).checked_div(words).unwrap_or(0)
}
