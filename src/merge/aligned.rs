//! Aligns the units of a version with those of the base.

use std::collections::BTreeMap;
use std::ops::Range;

use super::bags::{WordBag, alike_in_order, free_in};
use super::chain::{Chained, MergePair, MergeTie, heaviest};
use super::moves::{MovedBlock, blocks, moved, moved_beside, sureness};
use super::text::{MergeText, MergeUnit};

/// Which unit of a version corresponds to which unit of the base.
#[derive(Clone, Debug, Default)]
pub struct Aligned {
    /// Pairs in the order of the base.
    pub ties: Vec<MergeTie>,
    /// Moved pairs, in the order of the base.
    pub blocks: Vec<MovedBlock>,
}

/// How often a stretch is split at units that occur once in it before it is compared unit by unit (a limit).
const DEPTH: usize = 12;
/// The most pairs of units in a stretch that are compared one by one (a limit).
const CELLS: usize = 1 << 16;

/// Finds which unit of a version corresponds to which unit of the base.
pub fn aligned(base: &MergeText<'_>, side: &MergeText<'_>) -> Aligned {
    let units = MergePair { base: base.units.as_slice(), side: side.units.as_slice() };
    let mut taken = units.map(|units| vec![false; units.len()]);
    let said = |units: &[MergeUnit]| units.iter().map(|unit| u64::from(unit.said)).collect::<Vec<u64>>();
    let worded = |units: &[MergeUnit]| units.iter().map(worded).collect::<Vec<u64>>();
    let mut chain = in_order(units.map(said).slices(), units.base, 0..units.base.len(), 0..units.side.len());
    take(&mut taken, &chain);
    let mut off = moved(units, &taken);
    take(&mut taken, &off);
    let ids = units.map(worded);
    let bags = units.map(bags);
    for gap in gaps(&chain, units.map(<[MergeUnit]>::len)) {
        let free = (free_in(&taken.base, gap.0), free_in(&taken.side, gap.1));
        let same = heaviest(once(ids.slices(), units.base, &free.0, &free.1));
        let mut from = (0, 0);
        let end = [Chained { base: usize::MAX, side: usize::MAX, weight: 0 }];
        for pair in same.iter().chain(&end) {
            let to = (
                free.0.partition_point(|at| *at < pair.base).max(from.0),
                free.1.partition_point(|at| *at < pair.side).max(from.1),
            );
            let rest = MergePair { base: &free.0[from.0..to.0], side: &free.1[from.1..to.1] };
            chain.extend(alike_in_order(bags.slices(), rest));
            from = ((to.0 + 1).min(free.0.len()), (to.1 + 1).min(free.1.len()));
        }
        chain.extend(same);
    }
    chain.sort_by_key(|pair| pair.base);
    take(&mut taken, &chain);
    let beside = moved_beside(bags.slices(), &taken, &off);
    take(&mut taken, &beside);
    off.extend(beside);
    let elsewhere = super::moves::moved_alike(units, bags.slices(), &taken);
    take(&mut taken, &elsewhere);
    off.extend(elsewhere);
    let blocks = blocks(off, &taken, sureness(units));
    let single = |pair: &Chained| MergeTie { base: pair.base..pair.base + 1, side: pair.side..pair.side + 1 };
    let mut ties: Vec<MergeTie> = chain.iter().map(single).collect();
    for tie in &mut ties {
        widen(tie, bags.slices(), &mut taken);
    }
    Aligned { ties, blocks }
}

fn take(taken: &mut MergePair<Vec<bool>>, pairs: &[Chained]) {
    for pair in pairs {
        taken.base[pair.base] = true;
        taken.side[pair.side] = true;
    }
}

fn bags(units: &[MergeUnit]) -> Vec<WordBag> {
    units.iter().map(WordBag::of).collect()
}

/// Identifies a unit by its words alone.
fn worded(unit: &MergeUnit) -> u64 {
    unit.words.iter().fold(unit.words.len() as u64, |sum, key| sum.rotate_left(9).wrapping_mul(0x9e37_79b9) ^ key.0)
}

/// Returns the stretches between the pairs of a chain.
fn gaps(chain: &[Chained], ends: MergePair<usize>) -> Vec<(Range<usize>, Range<usize>)> {
    let mut from = (0, 0);
    let last = Chained { base: ends.base, side: ends.side, weight: 0 };
    let mut found = Vec::new();
    for pair in chain.iter().chain(std::iter::once(&last)) {
        if from.0 < pair.base && from.1 < pair.side {
            found.push((from.0..pair.base, from.1..pair.side));
        }
        from = (pair.base + 1, pair.side + 1);
    }
    found
}

/// Pairs equal units that are in the same order on both sides.
fn in_order(ids: MergePair<&[u64]>, units: &[MergeUnit], base: Range<usize>, side: Range<usize>) -> Vec<Chained> {
    let link = |base: usize, side: usize| Chained { base, side, weight: units[base].words.len() + 1 };
    let mut found = Vec::new();
    let mut open = vec![(base, side, 0)];
    while let Some((mut base, mut side, depth)) = open.pop() {
        while base.start < base.end && side.start < side.end && ids.base[base.start] == ids.side[side.start] {
            found.push(link(base.start, side.start));
            (base.start, side.start) = (base.start + 1, side.start + 1);
        }
        while base.start < base.end && side.start < side.end && ids.base[base.end - 1] == ids.side[side.end - 1] {
            (base.end, side.end) = (base.end - 1, side.end - 1);
            found.push(link(base.end, side.end));
        }
        if base.is_empty() || side.is_empty() {
            continue;
        }
        let all: (Vec<usize>, Vec<usize>) = (base.clone().collect(), side.clone().collect());
        let chain = if depth < DEPTH { heaviest(once(ids, units, &all.0, &all.1)) } else { Vec::new() };
        if chain.is_empty() {
            if all.0.len().saturating_mul(all.1.len()) <= CELLS {
                let each = all.0.iter().flat_map(|base| all.1.iter().map(move |side| (*base, *side)));
                let same = each.filter(|(base, side)| ids.base[*base] == ids.side[*side]);
                found.extend(heaviest(same.map(|(base, side)| link(base, side)).collect()));
            }
            continue;
        }
        let mut from = (base.start, side.start);
        for pair in &chain {
            open.push((from.0..pair.base, from.1..pair.side, depth + 1));
            from = (pair.base + 1, pair.side + 1);
        }
        open.push((from.0..base.end, from.1..side.end, depth + 1));
        found.extend(chain);
    }
    found.sort_by_key(|pair| pair.base);
    found
}

/// Pairs the units that occur once in each of two stretches.
fn once(ids: MergePair<&[u64]>, units: &[MergeUnit], base: &[usize], side: &[usize]) -> Vec<Chained> {
    let single = |ids: &[u64], all: &[usize]| {
        let mut places: BTreeMap<u64, Option<usize>> = BTreeMap::new();
        for at in all {
            places.entry(ids[*at]).and_modify(|place| *place = None).or_insert(Some(*at));
        }
        places
    };
    let there = single(ids.side, side);
    let here = single(ids.base, base);
    let pairs = here.into_iter().filter_map(|(id, base)| Some((base?, (*there.get(&id)?)?)));
    pairs.map(|(base, side)| Chained { base, side, weight: units[base].words.len() + 1 }).collect()
}

/// Adds to a tie the unit beside it that is part of its other side: a sentence that was split, or joined to the next.
fn widen(tie: &mut MergeTie, bags: MergePair<&[WordBag]>, taken: &mut MergePair<Vec<bool>>) {
    let (base, side) = (tie.base.start, tie.side.start);
    let split = |at: usize| bags.side[at].is_part_of(&bags.base[base], &bags.side[side]);
    let joined = |at: usize| bags.base[at].is_part_of(&bags.side[side], &bags.base[base]);
    if taken.side.get(side + 1) == Some(&false) && split(side + 1) {
        tie.side.end += 1;
        taken.side[side + 1] = true;
    } else if side > 0 && !taken.side[side - 1] && split(side - 1) {
        tie.side.start -= 1;
        taken.side[side - 1] = true;
    }
    if taken.base.get(base + 1) == Some(&false) && joined(base + 1) {
        tie.base.end += 1;
        taken.base[base + 1] = true;
    } else if base > 0 && !taken.base[base - 1] && joined(base - 1) {
        tie.base.start -= 1;
        taken.base[base - 1] = true;
    }
}
