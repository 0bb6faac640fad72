//! Finds what a version moved.

use std::collections::BTreeMap;
use std::ops::Range;

use super::bags::WordBag;
use super::chain::{Chained, MergePair, MergeTie};
use super::text::MergeUnit;
use crate::text::Key;

/// Neighbouring units that were moved together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedBlock {
    /// Where the base has them.
    pub base: Range<usize>,
    /// Where the version has them.
    pub side: Range<usize>,
    /// Which is which.
    pub ties: Vec<MergeTie>,
}

/// The fewest words by which a unit is known elsewhere: a heading is one as a whole (benches/constants.md).
const WORDS: usize = 1;
/// The fewest words by which a unit is known elsewhere that was edited, too (benches/constants.md).
const EDITED_WORDS: usize = 6;
/// A word that stands in more units than this tells none of them (benches/constants.md).
const RARE: usize = 8;
/// Units of a moved stretch that may be new or gone between two that were kept (benches/constants.md).
const BETWEEN: usize = 3;

/// Finds the units that stand out of order, with those beside them: of what is in its place in neither text, those that stand there once.
pub fn moved(units: MergePair<&[MergeUnit]>, taken: &MergePair<Vec<bool>>) -> Vec<Chained> {
    let MergePair { base, side } = units;
    let single = |units: &[MergeUnit], taken: &[bool]| {
        let mut places: BTreeMap<u32, Option<usize>> = BTreeMap::new();
        for (at, unit) in units.iter().enumerate().filter(|(at, _)| !taken[*at]) {
            places.entry(unit.said).and_modify(|place| *place = None).or_insert(Some(at));
        }
        places
    };
    let there = single(side, &taken.side);
    let mut free = taken.clone();
    let link = |at: usize, to: usize| Chained { base: at, side: to, weight: base[at].words.len() + 1 };
    let mut found = Vec::new();
    for (said, at) in single(base, &taken.base) {
        let (Some(at), Some(Some(to))) = (at, there.get(&said)) else { continue };
        if base[at].words.len() < WORDS {
            continue;
        }
        take(link(at, *to), &mut free, &mut found);
    }
    found.sort_by_key(|pair: &Chained| pair.base);
    for Chained { base: at, side: to, .. } in found.clone() {
        let same = |(a, b): (usize, usize)| base.get(a).zip(side.get(b)).is_some_and(|(a, b)| a.said == b.said);
        let behind = (1..).map(|step| (at + step, to + step)).take_while(|pair| same(*pair));
        let before = (1..=at.min(to)).map(|step| (at - step, to - step)).take_while(|pair| same(*pair));
        for way in [behind.collect::<Vec<_>>(), before.collect()] {
            for (at, to) in way {
                if free.base[at] || free.side[to] {
                    break;
                }
                take(link(at, to), &mut free, &mut found);
            }
        }
    }
    found
}

fn take(pair: Chained, free: &mut MergePair<Vec<bool>>, found: &mut Vec<Chained>) {
    free.base[pair.base] = true;
    free.side[pair.side] = true;
    found.push(pair);
}

/// Finds the units that stand elsewhere and were edited, too: by words that few have.
pub fn moved_alike(
    units: MergePair<&[MergeUnit]>,
    bags: MergePair<&[WordBag]>,
    taken: &MergePair<Vec<bool>>,
) -> Vec<Chained> {
    let MergePair { base, side } = units;
    let mut index: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    let free = |units: &[MergeUnit], taken: &[bool]| {
        let all = (0..units.len()).filter(|at| !taken[*at] && units[*at].words.len() >= EDITED_WORDS);
        all.collect::<Vec<usize>>()
    };
    for at in free(side, &taken.side) {
        for key in &side[at].words {
            let places = index.entry(*key).or_default();
            if places.len() <= RARE && places.last() != Some(&at) {
                places.push(at);
            }
        }
    }
    let mut found: Vec<Chained> = Vec::new();
    for at in free(base, &taken.base) {
        let rare = base[at].words.iter().filter_map(|key| index.get(key)).filter(|places| places.len() <= RARE);
        let mut near: Vec<usize> = rare.flatten().copied().collect();
        near.sort_unstable();
        near.dedup();
        let alike = near.into_iter().map(|to| (bags.base[at].alike(&bags.side[to]), to));
        let best = alike.max_by_key(|(alike, to)| (*alike, std::cmp::Reverse(*to)));
        if let Some((weight, to)) = best.filter(|(alike, _)| *alike > 0) {
            found.push(Chained { base: at, side: to, weight });
        }
    }
    found.sort_by_key(|pair| (pair.side, std::cmp::Reverse(pair.weight), pair.base));
    found.dedup_by_key(|pair| pair.side);
    found
}

/// Puts pairs together that were moved together.
pub fn blocks(mut pairs: Vec<Chained>, taken: &MergePair<Vec<bool>>) -> Vec<MovedBlock> {
    pairs.sort_by_key(|pair| pair.base);
    let mut blocks: Vec<MovedBlock> = Vec::new();
    for pair in pairs {
        let tie = MergeTie { base: pair.base..pair.base + 1, side: pair.side..pair.side + 1 };
        let near = |from: usize, to: usize, taken: &[bool]| {
            to >= from && to - from <= BETWEEN && !taken[from..to].contains(&true)
        };
        let goes_on = |block: &&mut MovedBlock| {
            near(block.base.end, pair.base, &taken.base) && near(block.side.end, pair.side, &taken.side)
        };
        match blocks.last_mut().filter(goes_on) {
            Some(block) => {
                block.base.end = tie.base.end;
                block.side.end = tie.side.end;
                block.ties.push(tie);
            }
            None => blocks.push(MovedBlock { base: tie.base.clone(), side: tie.side.clone(), ties: vec![tie] }),
        }
    }
    blocks
}
