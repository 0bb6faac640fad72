//! Families: groups of articles that share more wording than chance explains.
//!
//! The most similar are joined first, as in agglomerative clustering. Two families are joined only if more than half of the pairs across
//! them share long runs of words, so an article that took text from two sources does not join these.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::copied::Kinship;
use crate::collate::verdict::DecidedArticles;

/// Puts so many articles together, by who is kin; each family in order, families by their first articles. `first` gives for each the
/// first with the same words. What is decided of two comes before what they share; articles of the same words stay together. Costs the
/// sorting of the pairs.
pub(super) fn families(first: &[usize], kin: &[Kinship], decided: &[DecidedArticles]) -> Vec<Vec<usize>> {
    let mut joining = FamilyJoining::new(first, kin);
    let ends = |decided: &DecidedArticles| {
        Some((*first.get(decided.articles.0)?, *first.get(decided.articles.1)?)).filter(|(a, b)| a != b)
    };
    joining.parted = decided.iter().filter(|it| it.parts()).filter_map(ends).collect();
    let mut pairs: Vec<&Kinship> = kin.iter().filter(|kin| kin.close).collect();
    pairs.sort_unstable_by_key(|kin| (Reverse(kin.percent), Reverse(kin.words), kin.articles));
    pairs.into_iter().for_each(|kin| joining.join(kin.articles.0, kin.articles.1));
    // Last, so that who is joined by a decision parts nobody from those that share wording.
    for (a, b) in decided.iter().filter(|it| it.joins()).filter_map(ends) {
        let (one, other) = (joining.lead(a), joining.lead(b));
        if !joining.are_parted(one, other) {
            joining.unite(one, other);
        }
    }
    let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (article, first) in first.iter().enumerate() {
        found.entry(joining.lead(*first)).or_default().push(article);
    }
    let mut found: Vec<Vec<usize>> = found.into_values().collect();
    found.sort_unstable();
    found
}

struct FamilyJoining {
    leads: Vec<usize>,
    /// Articles of each family, by its lead; copies are counted once.
    sizes: Vec<usize>,
    /// Pairs that are kin, by the leads of both families.
    across: Vec<BTreeMap<usize, usize>>,
    /// Articles that somebody has parted.
    parted: Vec<(usize, usize)>,
}

impl FamilyJoining {
    fn new(first: &[usize], kin: &[Kinship]) -> Self {
        let mut across = vec![BTreeMap::new(); first.len()];
        for &Kinship { articles: (a, b), .. } in kin {
            across[a].insert(b, 1);
            across[b].insert(a, 1);
        }
        Self { leads: (0..first.len()).collect(), sizes: vec![1; first.len()], across, parted: Vec::new() }
    }

    fn lead(&mut self, article: usize) -> usize {
        let mut at = article;
        while self.leads[at] != at {
            self.leads[at] = self.leads[self.leads[at]];
            at = self.leads[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.lead(a), self.lead(b));
        let pairs = self.across[a].get(&b).copied().unwrap_or(0);
        if a == b || pairs * 2 <= self.sizes[a] * self.sizes[b] || self.are_parted(a, b) {
            return;
        }
        self.unite(a, b);
    }

    /// Whether somebody has parted one of the one family from one of the other.
    fn are_parted(&mut self, a: usize, b: usize) -> bool {
        let parted = self.parted.clone();
        parted.into_iter().any(|(one, other)| {
            let (one, other) = (self.lead(one), self.lead(other));
            (one, other) == (a, b) || (one, other) == (b, a)
        })
    }

    fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.lead(a), self.lead(b));
        if a == b {
            return;
        }
        // The one with fewer neighbours goes into the other, so that all joining together moves each neighbour a few times.
        let (into, from) = if self.across[a].len() >= self.across[b].len() { (a, b) } else { (b, a) };
        for (other, pairs) in std::mem::take(&mut self.across[from]) {
            self.across[other].remove(&from);
            if other != into {
                *self.across[into].entry(other).or_default() += pairs;
                *self.across[other].entry(into).or_default() += pairs;
            }
        }
        self.sizes[into] += self.sizes[from];
        self.leads[from] = into;
    }
}
