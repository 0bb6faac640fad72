//! Openings: whether a sentence begins like a longer one.
//!
//! The opening of a sentence says what it is about. A sentence with the opening of a longer one and little else is that one shortened; a
//! sentence with all but the opening was split off from it.

use std::collections::BTreeMap;

use super::bags::Bags;
use super::kin::Kin;
use super::reading::Readings;

/// Stems of an opening, and among how many of the other's first it may stand (benches/constants.md).
const OPENING: (usize, usize) = (6, 9);
/// The least part of the openings, by what they say, that both have where one is the other cut short, and the most where it was split off
/// (benches/constants.md).
const SAME: f64 = 0.6;
const OTHER: f64 = 0.3;
/// The least part of the lighter reading that stands in the heavier; and where one name or number is missing (benches/constants.md).
const HELD: (f64, f64) = (0.75, 0.9);
/// The least a reading says that is another one cut short, in 1024ths of a nat, and the most that the other says more (benches/constants.md).
const LEAST: i64 = 8 * 1024;
const RATIO: f64 = 3.6;
/// From where on the heavier one says more than the lighter (benches/constants.md).
const MORE: f64 = 1.15;

/// Whether the lighter one is the heavier without its opening.
pub(super) fn is_split_off(bags: &Bags, kin: &Kin) -> bool {
    kin.ratio >= MORE && kin.held >= HELD.0 && opening(bags, kin.heavy, kin.light) <= OTHER
}

/// Whether the lighter one is the heavier cut short.
fn is_cut_short(bags: &Bags, kin: &Kin) -> bool {
    let held = if kin.conflicts == 0 { HELD.0 } else { HELD.1 };
    kin.held >= held
        && kin.ratio <= RATIO
        && bags.heft[kin.light] >= LEAST
        && opening(bags, kin.heavy, kin.light).min(opening(bags, kin.light, kin.heavy)) >= SAME
}

/// How much of the opening of one, by what it says, is in that of the other.
fn opening(bags: &Bags, of: usize, other: usize) -> f64 {
    let row = |reading: usize, many: usize| &bags.rows[reading][..bags.rows[reading].len().min(many)];
    let there = row(other, OPENING.1);
    let (mut all, mut both) = (0, 0);
    for stem in row(of, OPENING.0) {
        let weight = bags.weights[*stem as usize];
        all += weight;
        both += if there.contains(stem) { weight } else { 0 };
    }
    both as f64 / all.max(1) as f64
}

/// For clusters whose readings are those of another cut short, by number, that other one: the largest. It is no smaller than the
/// one it is of, and no single sentence, since what few articles have may be two sentences merged.
pub(super) fn cut_short(readings: &Readings, bags: &Bags, kin: &[Kin], cluster: &[usize]) -> BTreeMap<usize, usize> {
    // Readings, and sentences, of each cluster.
    let mut sizes: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for (number, reading) in cluster.iter().zip(&readings.all) {
        let size = sizes.entry(*number).or_default();
        *size = (size.0 + 1, size.1 + reading.places.len());
    }
    let size = |number: usize| sizes.get(&number).copied().unwrap_or((1, 1));
    let mut votes: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for kin in kin.iter().filter(|kin| cluster[kin.light] != cluster[kin.heavy] && is_cut_short(bags, kin)) {
        *votes.entry((cluster[kin.light], cluster[kin.heavy])).or_default() += 1;
    }
    let mut found: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for ((light, heavy), votes) in votes {
        let (short, whole) = (size(light), size(heavy));
        if votes * 2 < short.0 * whole.0 || whole.1 < short.1 || whole.1 < 2 {
            continue;
        }
        let best = found.entry(light).or_insert((votes, heavy));
        if (size(heavy).1, votes) > (size(best.1).1, best.0) {
            *best = (votes, heavy);
        }
    }
    found.into_iter().map(|(light, (_, heavy))| (light, heavy)).collect()
}
