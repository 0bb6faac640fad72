//! The index from which all pairs of articles are compared.

use std::ops::Range;

use super::cell::Cell;
use super::grams::{GRAM, Grams};
use super::matrix::Matrix;
use super::shard::Shard;
use super::twins::Twins;
use crate::collate::cancel::Cancel;
use crate::collate::witness::Witness;

/// Places of a gram in one article that are looked at for a run of words (a limit).
const PLACES: usize = 16;

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

    /// Returns the longest run of words that two articles share, as words of each; the first of several. Takes a look-up for each shared
    /// gram, and `PLACES` steps.
    pub(in crate::collate) fn longest_row(&self, article: usize, other: usize) -> Option<(Range<usize>, Range<usize>)> {
        let mut there: Vec<(u32, u32)> = self.entries(self.first(other)).to_vec();
        there.sort_unstable();
        let places = |gram: u32| {
            let from = there.partition_point(|entry| entry.0 < gram);
            there[from..].iter().take_while(move |entry| entry.0 == gram).take(PLACES).map(|entry| entry.1 as usize)
        };
        let mut longest: Option<(Range<usize>, Range<usize>)> = None;
        // The runs that reach the last gram, by the first words of its places in the other article.
        let mut runs: Vec<(Range<usize>, Range<usize>)> = Vec::new();
        for &(gram, word) in self.entries(self.first(article)) {
            let word = word as usize;
            let at = |place: usize| {
                let goes_on =
                    |run: &&(Range<usize>, Range<usize>)| run.0.end + 1 == word + GRAM && run.1.end + 1 == place + GRAM;
                let start = runs.iter().find(goes_on).map_or((word, place), |run| (run.0.start, run.1.start));
                (start.0..word + GRAM, start.1..place + GRAM)
            };
            runs = places(gram).map(at).collect();
            for run in &runs {
                if longest.as_ref().is_none_or(|longest| longest.0.len() < run.0.len()) {
                    longest = Some(run.clone());
                }
            }
        }
        longest
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
