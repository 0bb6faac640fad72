//! The matrix: how much of every article stands in every other.
//!
//! Words count as shared where five or more in a row stand in both, in any order of the rows; two articles that share fewer than
//! eight are strangers. Among more than a few dozen articles two that share nothing but what many strangers have, a stock sentence,
//! are strangers too; among few they are not, since there it may be the one quotation that all of them have.
//! That is coarser than a collation,
//! which joins what stands between and finds edited sentences, but takes one pass over all articles instead of one a pair. The
//! grams are counted as in MinHash-free near-duplicate search (exact postings, stock phrases masked, Manber's approach of 1994
//! without his sampling).

use super::cell::Cell;
use super::twins::Twins;

/// How many words of each article stand in each other one.
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

    /// Counts the visible words of an article; 0 for one that does not exist.
    pub fn words(&self, article: usize) -> usize {
        self.twins.words.get(article).copied().unwrap_or(0)
    }

    /// Counts the words of `article` that stand in `other`; all of them where the two have the same words.
    pub fn shared(&self, article: usize, other: usize) -> usize {
        let (Some(&a), Some(&b)) = (self.twins.first.get(article), self.twins.first.get(other)) else { return 0 };
        if a == b {
            return self.words(article);
        }
        let row = &self.rows[a];
        row.binary_search_by_key(&b, |cell| cell.0).map_or(0, |at| row[at].1)
    }

    /// How much of `article` stands in `other`, in whole percent of its words, rounded down.
    pub fn percent(&self, article: usize, other: usize) -> usize {
        (self.shared(article, other) * 100).checked_div(self.words(article)).unwrap_or(0)
    }

    /// The first article that has the same words; itself for one that does not exist.
    pub(super) fn first(&self, article: usize) -> usize {
        self.twins.first.get(article).copied().unwrap_or(article)
    }

    /// The articles with which a first twin shares something, but for its copies, each with how many of its words, by article.
    pub(super) fn row(&self, first: usize) -> &[(usize, usize)] {
        self.rows.get(first).map_or(&[], Vec::as_slice)
    }

    /// All articles of the same words, itself among them, in order.
    pub(super) fn copies(&self, article: usize) -> &[usize] {
        self.copies.get(self.first(article)).map_or(&[], Vec::as_slice)
    }

    /// The articles with which an article shares something, in order.
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

    /// Every pair that shares something, the earlier article first, in order. As many as there are: of n copies n² / 2.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        (0..self.articles()).flat_map(|article| {
            self.partners(article).into_iter().filter(move |&other| other > article).map(move |other| (article, other))
        })
    }
}
