//! Finds what a version moved.

use std::collections::{BTreeMap, VecDeque};
use std::ops::Range;

use rustc_hash::FxHashMap;

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
    /// Whether it is surely the same text: a short or repeated unit may have been deleted in one place and written anew in another.
    pub sure: bool,
}

/// The fewest words from which a unit that occurs once in each text is surely the same elsewhere (benches/constants.md).
const SURE_WORDS: usize = 4;
/// The same for a unit that was also edited (benches/constants.md).
const SURE_EDITED_WORDS: usize = 6;
/// The fewest words from which an edited unit may be the same elsewhere, and the least similarity, in percent (benches/constants.md).
const EDITED_WORDS: usize = 2;
const SHORT_ALIKE: usize = 75;
/// A word in more units than this identifies none of them (benches/constants.md).
const RARE: usize = 8;
/// Units of a moved stretch that may be new or missing between two kept ones (benches/constants.md).
const BETWEEN: usize = 3;

/// Finds the units that are out of order, with their neighbours: first those that occur once among the unaligned units of both texts,
/// then the others in turn.
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
        if !base[at].words.is_empty() {
            take(link(at, *to), &mut free, &mut found);
        }
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
    let mut left: BTreeMap<u32, VecDeque<usize>> = BTreeMap::new();
    for (to, unit) in side.iter().enumerate().filter(|(to, unit)| !free.side[*to] && !unit.words.is_empty()) {
        left.entry(unit.said).or_default().push_back(to);
    }
    for (at, unit) in base.iter().enumerate() {
        let to = if free.base[at] { None } else { left.get_mut(&unit.said).and_then(VecDeque::pop_front) };
        if let Some(to) = to {
            take(link(at, to), &mut free, &mut found);
        }
    }
    found
}

/// Finds the neighbours of moved units that were also edited.
pub fn moved_beside(bags: MergePair<&[WordBag]>, taken: &MergePair<Vec<bool>>, moved: &[Chained]) -> Vec<Chained> {
    let mut free = taken.clone();
    let mut found = Vec::new();
    for pair in moved {
        for forwards in [true, false] {
            let (mut at, mut to) = (pair.base, pair.side);
            loop {
                let next = |place: usize| if forwards { place.checked_add(1) } else { place.checked_sub(1) };
                let (Some(base), Some(side)) = (next(at), next(to)) else { break };
                let is_free = free.base.get(base) == Some(&false) && free.side.get(side) == Some(&false);
                let weight = if is_free { bags.base[base].alike(&bags.side[side]) } else { 0 };
                if weight == 0 {
                    break;
                }
                take(Chained { base, side, weight }, &mut free, &mut found);
                (at, to) = (base, side);
            }
        }
    }
    found
}

/// Tells which moved pairs are surely the same text.
pub fn sureness(units: MergePair<&[MergeUnit]>) -> impl Fn(&Chained) -> bool {
    let single = |units: &[MergeUnit]| {
        let mut counts: FxHashMap<u32, usize> = FxHashMap::default();
        units.iter().for_each(|unit| *counts.entry(unit.said).or_default() += 1);
        units.iter().map(|unit| counts.get(&unit.said) == Some(&1)).collect::<Vec<bool>>()
    };
    let once = units.map(single);
    let words = units.map(|units| units.iter().map(|unit| (unit.said, unit.words.len())).collect::<Vec<_>>());
    move |pair| {
        let (base, side) = (words.base[pair.base], words.side[pair.side]);
        let least = if base.0 == side.0 { SURE_WORDS } else { SURE_EDITED_WORDS };
        once.base[pair.base] && once.side[pair.side] && base.1.min(side.1) >= least
    }
}

fn take(pair: Chained, free: &mut MergePair<Vec<bool>>, found: &mut Vec<Chained>) {
    free.base[pair.base] = true;
    free.side[pair.side] = true;
    found.push(pair);
}

/// Finds the units that were both moved and edited, by their rare words.
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
        let is_enough = |alike: usize, to: usize| {
            let short = base[at].words.len().min(side[to].words.len()) < SURE_EDITED_WORDS;
            alike >= if short { SHORT_ALIKE } else { 1 }
        };
        if let Some((weight, to)) = best.filter(|(alike, to)| is_enough(*alike, *to)) {
            found.push(Chained { base: at, side: to, weight });
        }
    }
    found.sort_by_key(|pair| (pair.side, std::cmp::Reverse(pair.weight), pair.base));
    found.dedup_by_key(|pair| pair.side);
    found
}

/// Groups pairs that were moved together.
pub fn blocks(
    mut pairs: Vec<Chained>,
    taken: &MergePair<Vec<bool>>,
    is_sure: impl Fn(&Chained) -> bool,
) -> Vec<MovedBlock> {
    pairs.sort_by_key(|pair| pair.base);
    let mut blocks: Vec<MovedBlock> = Vec::new();
    for pair in pairs {
        let tie = MergeTie { base: pair.base..pair.base + 1, side: pair.side..pair.side + 1 };
        let sure = is_sure(&pair);
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
                block.sure |= sure;
            }
            None => blocks.push(MovedBlock { base: tie.base.clone(), side: tie.side.clone(), ties: vec![tie], sure }),
        }
    }
    blocks
}
