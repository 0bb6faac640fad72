//! How similar two units are by their shared words, in any order.

use std::ops::Range;

use super::chain::{Chained, MergePair};
use super::text::MergeUnit;
use crate::text::Key;

/// The words of a unit, counted.
#[derive(Clone, Debug, Default)]
pub struct WordBag {
    sorted: Vec<Key>,
    /// A bit for each word, to see quickly that nothing is shared.
    bits: u128,
}

/// The similarity, in percent, from which two units count as one that was edited (benches/constants.md).
const ALIKE: usize = 50;
/// How much of a unit, in percent, must be in another for it to be a part of that (benches/constants.md).
const PART: usize = 60;
/// The most pairs that are compared between two kept units (a limit).
const CELLS: usize = 1 << 21;

impl WordBag {
    /// Counts the words of a unit.
    pub fn of(unit: &MergeUnit) -> Self {
        let mut sorted = unit.words.clone();
        sorted.sort_unstable();
        let bits = sorted.iter().fold(0, |bits, key| bits | 1 << (key.0 % 127));
        Self { sorted, bits }
    }

    /// Counts the words that two units share.
    fn common(&self, other: &Self) -> usize {
        if self.bits & other.bits == 0 {
            return 0;
        }
        let (mut one, mut two, mut common) = (self.sorted.as_slice(), other.sorted.as_slice(), 0);
        while let (Some(a), Some(b)) = (one.first(), two.first()) {
            common += usize::from(a == b);
            (one, two) = (&one[usize::from(a <= b)..], &two[usize::from(b <= a)..]);
        }
        common
    }

    /// Returns how similar two units are, in percent; 0 if they are too different to be one unit.
    pub fn alike(&self, other: &Self) -> usize {
        let all = self.sorted.len() + other.sorted.len();
        let alike = (200 * self.common(other)).checked_div(all).unwrap_or(0);
        if alike >= ALIKE { alike } else { 0 }
    }

    /// Whether most of this unit is in the words of `whole` that `rest` lacks.
    pub fn is_part_of(&self, whole: &Self, rest: &Self) -> bool {
        let beyond = self.common(whole).min(whole.sorted.len().saturating_sub(rest.common(whole)));
        !self.sorted.is_empty() && 100 * beyond >= PART * self.sorted.len()
    }
}

/// Pairs similar units of two stretches, in order, so that the total similarity is greatest.
pub fn alike_in_order(bags: MergePair<&[WordBag]>, units: MergePair<&[usize]>) -> Vec<Chained> {
    let MergePair { base, side } = units;
    let (rows, columns) = (base.len(), side.len());
    if rows == 0 || columns == 0 || rows.saturating_mul(columns) > CELLS {
        return Vec::new();
    }
    // best[i][j]: the greatest total similarity of pairs among the units from i and from j on.
    let mut best = vec![0_u32; (rows + 1) * (columns + 1)];
    let mut alike = vec![0_u8; rows * columns];
    let cell = |i: usize, j: usize| i * (columns + 1) + j;
    for i in (0..rows).rev() {
        for j in (0..columns).rev() {
            let here = bags.base[base[i]].alike(&bags.side[side[j]]);
            alike[i * columns + j] = here as u8;
            let taken = if here > 0 { here as u32 + best[cell(i + 1, j + 1)] } else { 0 };
            best[cell(i, j)] = taken.max(best[cell(i + 1, j)]).max(best[cell(i, j + 1)]);
        }
    }
    let (mut i, mut j, mut found) = (0, 0, Vec::new());
    while i < rows && j < columns {
        let here = u32::from(alike[i * columns + j]);
        if here > 0 && best[cell(i, j)] == here + best[cell(i + 1, j + 1)] {
            found.push(Chained { base: base[i], side: side[j], weight: here as usize });
            (i, j) = (i + 1, j + 1);
        } else if best[cell(i, j)] == best[cell(i + 1, j)] {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}

/// Returns the free units of a range.
pub fn free_in(taken: &[bool], range: Range<usize>) -> Vec<usize> {
    range.filter(|at| !taken[*at]).collect()
}
