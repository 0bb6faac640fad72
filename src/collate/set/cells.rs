//! Cells: finds which articles are worth comparing, and how many words they share.

use std::cmp::Reverse;

use rustc_hash::FxHashSet;

use super::cell::{Cell, LEAST_WORDS};
use super::grams::GRAM;
use super::index::{Census, Index};
use super::matrix::Matrix;
use super::shard::Shard;
use crate::collate::cancel::Cancel;
use crate::collate::witness::Witness;

/// Places of the index an article may look at when it looks for others (a limit).
const PROBES: usize = 16_384;
/// Articles it is compared with at the most (a limit).
const COMPARED: usize = 1_024;
/// Grams that two of many articles must share to be compared, as many as eight words in a row have: fewer may be chance
/// (benches/constants.md).
const LEAST_GRAMS: u32 = 4;
/// Articles of which every two are compared that share anything: so few are read one by one (a limit).
const SMALL: usize = 64;
/// Articles of a gram up to which nothing is said of their company, and grams that two must share to be company (benches/constants.md).
const FEW: usize = 3;
const COMPANY: u32 = 30;
/// Articles in which a gram may stand before it counts as stock, and the same as one in so many of all articles (benches/constants.md).
const STOCK: (usize, usize) = (64, 100);

/// Room to count in, kept from one article to the next.
pub(super) struct Scratch {
    tally: Vec<u32>,
    here: Vec<u32>,
    there: Vec<u32>,
    stamp: u32,
    done: FxHashSet<(u32, u32)>,
}

impl Scratch {
    pub fn new(articles: usize, grams: usize) -> Self {
        Self {
            tally: vec![0; articles],
            here: vec![0; grams],
            there: vec![0; grams],
            stamp: 0,
            done: FxHashSet::default(),
        }
    }
}

/// The articles that share several grams with `article`, the most first.
///
/// Its rarest grams are looked up first. What stands in very many articles leads nowhere, unless an article has hardly anything
/// else: then it is itself what stands everywhere. Nor does what stands in several of which most have nothing more to do with
/// `article`: a stock sentence keeps other company than a source does.
pub(super) fn nominated(index: &Index, article: usize, scratch: &mut Scratch) -> Vec<u32> {
    let leads = leads(index, article);
    let mut touched = Vec::new();
    for other in others(index, &leads, article) {
        let tally = &mut scratch.tally[other as usize];
        if *tally == 0 {
            touched.push(other);
        }
        *tally += 1;
    }
    let many = index.twins.first.len() > SMALL;
    let is_stock = |gram: &u32| many && is_stock(index.grams.holders(*gram), &scratch.tally);
    let stock: Vec<u32> = leads.into_iter().filter(is_stock).collect();
    for other in others(index, &stock, article) {
        scratch.tally[other as usize] -= 1;
    }
    let take = |other: u32| (Reverse(std::mem::take(&mut scratch.tally[other as usize])), other);
    let mut ranked: Vec<(Reverse<u32>, u32)> = touched.into_iter().map(take).collect();
    ranked.retain(|&(tally, _)| !many || tally.0 >= LEAST_GRAMS);
    ranked.sort_unstable();
    ranked.truncate(COMPARED);
    ranked.into_iter().map(|(_, other)| other).collect()
}

/// The articles of each of some grams, but not `article` itself.
fn others(index: &Index, grams: &[u32], article: usize) -> impl Iterator<Item = u32> {
    let holders = grams.iter().flat_map(|&gram| index.grams.holders(gram));
    holders.copied().filter(move |&other| other as usize != article)
}

/// Whether most of the other articles of a gram share no more than a sentence or two.
fn is_stock(holders: &[u32], tally: &[u32]) -> bool {
    let company = holders.iter().filter(|&&other| tally[other as usize] >= COMPANY).count();
    holders.len() > FEW && company * 2 < holders.len() - 1
}

/// The grams by which an article looks for others, the rarest first, as many as it may.
fn leads(index: &Index, article: usize) -> Vec<u32> {
    let count = |gram: u32| index.grams.holders(gram).len();
    let stock = STOCK.0.max(index.twins.first.len() / STOCK.1);
    let mut grams: Vec<u32> = index.entries(article).iter().map(|entry| entry.0).collect();
    let frequent = grams.iter().filter(|&&gram| count(gram) > stock).count();
    if frequent * 2 <= index.twins.words[article] {
        grams.retain(|&gram| count(gram) <= stock);
    }
    let mut ranked: Vec<(usize, u32)> = grams.into_iter().map(|gram| (count(gram), gram)).collect();
    ranked.sort_unstable();
    ranked.dedup();
    let mut probes = 0;
    let within = ranked.iter().take_while(|(count, _)| {
        probes += count;
        probes <= PROBES.max(*count)
    });
    within.map(|(_, gram)| *gram).collect()
}

/// Counts the words that `article` shares with each of `others`, stock phrases too, and no word twice. Linear in the shared grams of
/// both.
pub(super) fn compared(index: &Index, article: usize, others: &[u32], scratch: &mut Scratch) -> Vec<Cell> {
    scratch.stamp += 1;
    let here = scratch.stamp;
    for &(gram, _) in index.entries(article) {
        scratch.here[gram as usize] = here;
    }
    let mut found = Vec::new();
    for &other in others {
        let articles = ((article as u32).min(other), (article as u32).max(other));
        if !scratch.done.insert(articles) {
            continue;
        }
        scratch.stamp += 1;
        let (theirs, ours) = (shared_there(index, other as usize, here, scratch), shared_here(index, article, scratch));
        if theirs.min(ours) >= LEAST_WORDS {
            let words = if articles.0 == other { (theirs, ours) } else { (ours, theirs) };
            found.push(Cell { articles, words });
        }
    }
    found
}

/// Counts the words of `other` that stand in the article of the stamp `here`, and stamps its grams.
fn shared_there(index: &Index, other: usize, here: u32, scratch: &mut Scratch) -> u32 {
    let Scratch { here: stamps, there, stamp, .. } = scratch;
    let entries = index.entries(other).iter().filter(|entry| {
        there[entry.0 as usize] = *stamp;
        stamps[entry.0 as usize] == here
    });
    covered(entries)
}

fn shared_here(index: &Index, article: usize, scratch: &Scratch) -> u32 {
    covered(index.entries(article).iter().filter(|entry| scratch.there[entry.0 as usize] == scratch.stamp))
}

/// Counts the words in grams that come in order.
fn covered<'a>(entries: impl Iterator<Item = &'a (u32, u32)>) -> u32 {
    let mut reached = 0;
    entries.fold(0, |sum, &(_, word)| {
        let end = word + GRAM as u32;
        let fresh = end - word.max(reached);
        reached = end;
        sum + fresh
    })
}

/// Counts for every pair of articles how much of one stands in the other; `None` once `cancel` is raised.
///
/// Costs the sorting of all grams and a bounded number of steps an article; the parts may be shared out (see [`Census`]).
pub fn matrix(witnesses: &[Witness<'_>], cancel: &Cancel) -> Option<Matrix> {
    let census = Census::new(witnesses);
    let grams = census.grams(Shard::ALL, cancel)?;
    let index = census.index(vec![grams]);
    let cells = cells(&index, Shard::ALL, cancel)?;
    Some(index.matrix(vec![cells]))
}

/// Compares the articles of a shard with all others; `None` once `cancel` is raised. Bounded a article: it looks at so many
/// places of the index and is compared with so many articles at the most.
pub fn cells(index: &Index, shard: Shard, cancel: &Cancel) -> Option<Vec<Cell>> {
    let mut scratch = Scratch::new(index.articles(), index.grams.ends.len());
    let mut found = Vec::new();
    for article in shard.of(index.articles()) {
        if cancel.is_cancelled() {
            return None;
        }
        let others = nominated(index, article, &mut scratch);
        found.extend(compared(index, article, &others, &mut scratch));
    }
    Some(found)
}
