//! Kin: pairs of similar readings.
//!
//! A join over an inverted index with a budget, as for the sentences of two witnesses. A reading searches the lists of its rarest stems
//! first and stops after `PROBES` entries, no further than `LONGEST` into a list, and skips the lists of common stems. The `COMPARED` most
//! promising are compared in full. So each reading takes at most `PROBES` steps.

use std::cmp::Reverse;

use super::bags::Bags;
use crate::collate::cancel::Cancel;
use crate::collate::sentences::common;

/// Places of the index a reading may look at (a limit).
const PROBES: usize = 1_024;
/// Places of one list that are looked at: those of a statement that very many outlets tell all meet the same ones there (a limit).
const LONGEST: usize = 512;
/// The longest list that is looked at at all (a limit).
const COMMON: usize = 4_096;
/// Readings that are compared in full (a limit).
const COMPARED: usize = 48;
/// What the rare stems must have in common, as a part of what the lighter reading says, to be compared in full (benches/constants.md).
const PROMISE: f64 = 0.2;
/// The least cosine, and the least part of the lighter reading that stands in the other, of which one must be reached (benches/constants.md).
const LEAST: (f64, f64) = (0.25, 0.5);

/// Two readings that say much the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Kin {
    /// The reading that says less, or the first of two that say as much.
    pub light: usize,
    /// The other one.
    pub heavy: usize,
    /// How alike they are, from 0 to 1.
    pub cosine: f64,
    /// How much of what the lighter says stands in the other, from 0 to 1.
    pub held: f64,
    /// How much more the heavier says, from 1.
    pub ratio: f64,
    /// Names and numbers that each has and the other lacks: the fewer of the two.
    pub conflicts: usize,
}

/// Finds kin, in no order that matters, each pair once; `None` once `cancel` is raised.
pub(super) fn kin(bags: &Bags, cancel: &Cancel) -> Option<Vec<Kin>> {
    let lists = lists(bags);
    let mut scores = vec![0i64; bags.all.len()];
    let mut pairs = Vec::new();
    for reading in 0..bags.all.len() {
        if reading % 256 == 0 && cancel.is_cancelled() {
            return None;
        }
        for other in promising(reading, bags, &lists, &mut scores) {
            pairs.push((reading.min(other), reading.max(other)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    let compared = pairs.into_iter().map(|(a, b)| compare(bags, a, b));
    Some(compared.filter(|kin| kin.cosine >= LEAST.0 || kin.held >= LEAST.1).collect())
}

fn lists(bags: &Bags) -> Vec<Vec<u32>> {
    let mut lists = vec![Vec::new(); bags.weights.len()];
    for (at, bag) in bags.all.iter().enumerate() {
        for (stem, _) in &bag.stems {
            lists[*stem as usize].push(at as u32);
        }
    }
    lists
}

fn promising(reading: usize, bags: &Bags, lists: &[Vec<u32>], scores: &mut [i64]) -> Vec<usize> {
    let mut stems = bags.all[reading].stems.clone();
    stems.sort_unstable_by_key(|&(stem, _)| (lists[stem as usize].len(), stem));
    let (mut probes, mut touched) = (0, Vec::new());
    for (stem, weight) in stems {
        let list = &lists[stem as usize];
        if probes >= PROBES || list.len() > COMMON {
            break;
        }
        let list = &list[..list.len().min(LONGEST)];
        probes += list.len();
        for &other in list.iter().filter(|&&other| other as usize != reading) {
            let score = &mut scores[other as usize];
            if *score == 0 {
                touched.push(other as usize);
            }
            *score += weight * bags.weights[stem as usize];
        }
    }
    let own = bags.all[reading].norm;
    let mut ranked: Vec<(Reverse<i64>, usize)> = Vec::new();
    for other in touched {
        let (score, norm) = (std::mem::take(&mut scores[other]) as f64, bags.all[other].norm);
        if score >= PROMISE * own.min(norm).powi(2) {
            ranked.push((Reverse((score / norm.max(1.0)) as i64), other));
        }
    }
    ranked.sort_unstable();
    ranked.truncate(COMPARED);
    ranked.into_iter().map(|(_, other)| other).collect()
}

/// Compares two readings in full.
pub(super) fn compare(bags: &Bags, a: usize, b: usize) -> Kin {
    let (light, heavy) = if bags.heft[a] <= bags.heft[b] { (a, b) } else { (b, a) };
    let both = common(&bags.all[a].stems, &bags.all[b].stems);
    let (shared, products) = both.fold((0, 0), |(shared, products), (_, x, y)| (shared + x.min(y), products + x * y));
    let least = bags.heft[light].max(1) as f64;
    Kin {
        light,
        heavy,
        cosine: bags.cosine_of(a, b, products),
        held: shared as f64 / least,
        ratio: bags.heft[heavy] as f64 / least,
        conflicts: lacking(bags, a, b).min(lacking(bags, b, a)),
    }
}

/// Counts the names and numbers of `a` that `b` lacks.
fn lacking(bags: &Bags, a: usize, b: usize) -> usize {
    let stems = &bags.all[b].stems;
    bags.names[a].iter().filter(|name| stems.binary_search_by_key(*name, |stem| stem.0).is_err()).count()
}
