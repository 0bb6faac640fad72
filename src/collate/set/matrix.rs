//! The matrix: how much of each article is in each other.
//!
//! Words count as shared if both articles have them in runs of five or more, in any order of the runs. Two articles that share fewer than
//! eight words share nothing. Among more than a few dozen articles, neither do two that share only a stock sentence, which many unrelated
//! articles have; among few articles they do, because it may be the one quotation that all of them have. That is coarser than a collation,
//! which bridges small differences and finds edited sentences, but it takes one pass over all articles instead of one for each pair. The
//! grams are counted as in near-duplicate search without MinHash (exact postings with stock phrases masked: Manber's approach of 1994
//! without sampling).

use super::cell::{Cell, LEAST_WORDS};
use super::twins::Twins;
use crate::text::percent_of;

/// How many words of each article are in each other one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    twins: Twins,
    /// The articles of the same words, by the first of them.
    copies: Vec<Vec<usize>>,
    /// The articles with which an article shares something, each with how many of its words, by article; for first twins only.
    rows: Vec<Vec<(usize, usize)>>,
}

impl Matrix {
    pub(super) fn new(twins: Twins, cells: impl Iterator<Item = Cell>) -> Self {
        let mut rows = vec![Vec::new(); twins.first.len()];
        for Cell { articles: (a, b), words } in cells {
            rows[a as usize].push((b as usize, words.0 as usize));
            rows[b as usize].push((a as usize, words.1 as usize));
        }
        for row in &mut rows {
            row.sort_unstable();
            row.dedup();
        }
        let mut copies = vec![Vec::new(); twins.first.len()];
        for (article, &first) in twins.first.iter().enumerate() {
            copies[first].push(article);
        }
        Self { twins, copies, rows }
    }

    /// Counts the articles.
    pub fn articles(&self) -> usize {
        self.twins.first.len()
    }

    /// Returns the number of visible words of an article; 0 if it does not exist.
    pub fn words(&self, article: usize) -> usize {
        self.twins.words.get(article).copied().unwrap_or(0)
    }

    /// Returns the number of words of `article` that are in `other`; all of them if the two have the same words.
    pub fn shared(&self, article: usize, other: usize) -> usize {
        let (Some(&a), Some(&b)) = (self.twins.first.get(article), self.twins.first.get(other)) else { return 0 };
        if a == b {
            return self.words(article);
        }
        let row = &self.rows[a];
        row.binary_search_by_key(&b, |cell| cell.0).map_or(0, |at| row[at].1)
    }

    /// Returns how much of `article` is in `other`, in whole percent of its words, rounded down.
    pub fn percent(&self, article: usize, other: usize) -> usize {
        percent_of(self.shared(article, other), self.words(article))
    }

    /// Whether two articles are too short to share anything here: nothing can be told of them.
    pub fn is_too_short(&self, article: usize, other: usize) -> bool {
        self.shared(article, other) == 0 && self.words(article).min(self.words(other)) < LEAST_WORDS as usize
    }

    /// Returns the first article with the same words; the article itself if it does not exist.
    pub(super) fn first(&self, article: usize) -> usize {
        self.twins.first.get(article).copied().unwrap_or(article)
    }

    /// Returns the articles with which a first twin shares something, except for its copies, each with how many of its words, by article.
    pub(super) fn row(&self, first: usize) -> &[(usize, usize)] {
        self.rows.get(first).map_or(&[], Vec::as_slice)
    }

    /// Returns all articles with the same words, itself included, in order.
    pub(super) fn copies(&self, article: usize) -> &[usize] {
        self.copies.get(self.first(article)).map_or(&[], Vec::as_slice)
    }

    /// Returns the articles with which an article shares something, in order.
    pub fn partners(&self, article: usize) -> Vec<usize> {
        if self.words(article) == 0 {
            return Vec::new();
        }
        let first = self.twins.first[article];
        let others = self.rows[first].iter().map(|cell| cell.0).chain([first]);
        let mut partners: Vec<usize> = others.flat_map(|other| self.copies[other].iter().copied()).collect();
        partners.retain(|&other| other != article);
        partners.sort_unstable();
        partners
    }

    /// Returns all pairs that share something, the earlier article first, in order: of n copies, n² / 2.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        (0..self.articles()).flat_map(|article| {
            self.partners(article).into_iter().filter(move |&other| other > article).map(move |other| (article, other))
        })
    }
}
