//! The index from which all pairs of articles are compared.

use std::ops::Range;

use super::cell::Cell;
use super::grams::{GRAM, Grams};
use super::matrix::Matrix;
use super::shard::Shard;
use super::twins::Twins;
use crate::collate::cancel::Cancel;
use crate::collate::witness::Witness;

/// The common text of several articles, to be compared pair by pair. It is made in two steps that can both run in parallel:
///
/// ```text
/// Census::new -> grams (by shard) -> index -> cells (by shard) -> matrix
/// ```
#[derive(Debug)]
pub struct Census<'a> {
    witnesses: &'a [Witness<'a>],
    twins: Twins,
}

/// The grams of all articles.
#[derive(Debug)]
pub struct Index {
    pub(super) grams: Grams,
    pub(super) twins: Twins,
    /// Every place of a shared gram, gram and first word, by article and word.
    entries: Vec<(u32, u32)>,
    /// Where the entries of each article end.
    ends: Vec<usize>,
}

impl<'a> Census<'a> {
    /// Starts by finding equal articles. Takes linear time.
    pub fn new(witnesses: &'a [Witness<'a>]) -> Self {
        Self { witnesses, twins: Twins::new(witnesses) }
    }

    /// Collects the grams of a shard. Returns `None` once `cancel` is raised. Takes the time to sort the shard's grams, of 16 bytes each.
    pub fn grams(&self, shard: Shard, cancel: &Cancel) -> Option<Grams> {
        Grams::new(self.witnesses, &self.twins.first, shard, cancel)
    }

    /// Joins the grams of all shards, which must be in order.
    pub fn index(self, shards: Vec<Grams>) -> Index {
        let mut grams = Grams::together(shards);
        let mut places = std::mem::take(&mut grams.places);
        let mut ends = vec![0usize; self.witnesses.len()];
        for &(article, ..) in &places {
            ends[article as usize] += 1;
        }
        ends.iter_mut().fold(0, |sum, end| {
            *end += sum;
            *end
        });
        places.sort_unstable_by_key(|&(article, _, word)| (article, word));
        let entries = places.into_iter().map(|(_, gram, word)| (gram, word)).collect();
        Index { grams, twins: self.twins, entries, ends }
    }
}

impl Index {
    /// Makes a matrix from the cells known so far.
    pub fn so_far(&self, cells: &[Cell]) -> Matrix {
        Matrix::new(self.twins.clone(), cells.iter().copied())
    }

    /// Joins the cells of all shards, in any order.
    pub fn matrix(self, shards: Vec<Vec<Cell>>) -> Matrix {
        Matrix::new(self.twins, shards.into_iter().flatten())
    }

    /// Returns the first article with the same words; the article itself if it does not exist.
    pub(in crate::collate) fn first(&self, article: usize) -> usize {
        self.twins.first.get(article).copied().unwrap_or(article)
    }

    /// Counts the visible words of an article.
    pub(in crate::collate) fn words(&self, article: usize) -> usize {
        self.twins.words.get(article).copied().unwrap_or(0)
    }

    /// Returns the longest runs of words of `article` that consist of grams of `other`, in order; all of it if both have the same words. They
    /// may overlap. Takes a look-up for each shared gram.
    pub(in crate::collate) fn rows_shared(&self, article: usize, other: usize) -> Vec<Range<usize>> {
        let (article, other) = (self.first(article), self.first(other));
        let mut rows: Vec<Range<usize>> = Vec::new();
        for &(gram, word) in self.entries(article) {
            if article != other && self.grams.holders(gram).binary_search(&(other as u32)).is_err() {
                continue;
            }
            let word = word as usize;
            match rows.last_mut().filter(|row| row.end + 1 == word + GRAM) {
                Some(row) => row.end += 1,
                None => rows.push(word..word + GRAM),
            }
        }
        rows
    }

    /// Returns where a run of words of one article begins in another, by its first gram, if it is there.
    pub(in crate::collate) fn found_in(&self, article: usize, word: usize, other: usize) -> Option<usize> {
        let (article, other) = (self.entries(self.first(article)), self.entries(self.first(other)));
        let gram = article.iter().find(|entry| entry.1 as usize == word)?.0;
        other.iter().find(|entry| entry.0 == gram).map(|entry| entry.1 as usize)
    }

    /// Returns the shared grams of an article, each with its first word, by word.
    pub(super) fn entries(&self, article: usize) -> &[(u32, u32)] {
        &self.entries[self.range(article)]
    }

    /// Counts the articles.
    pub(super) fn articles(&self) -> usize {
        self.ends.len()
    }

    fn range(&self, article: usize) -> Range<usize> {
        article.checked_sub(1).map_or(0, |before| self.ends[before])..self.ends[article]
    }
}
