//! Finds moved sentences with too many changes for shingles.
//!
//! Each sentence that is still free is compared with the most similar one on the other side, by the weight of the words both have. Two that
//! choose each other are one edited sentence, which was moved if they are out of order.

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::chain::chain;
use super::fine::fine;
use super::moved::{Shift, flag, grouped, whole};
use super::run::Run;
use super::texts::Texts;
use super::units::{hash, sentences};
use crate::collate::cancel::Cancel;
use crate::text::{Pair, Side};

/// Of the weight of both sentences, in hundredths, what they must have in common to be compared, and of the words of the longer one what
/// must then stand in both in order (`cargo bench --bench drafts`: with 60 for both .984 of what moved is found, so .99).
const LIKENESS: i64 = 40;
const IN_ORDER: usize = 55;
/// What they must have in common, by its strength (benches/constants.md).
const STRENGTH: usize = 6;
/// Sentences of the other side that a word may stand in to be looked up (a limit).
const MOST: usize = 16;

/// Pairs of sentences that are few (a limit).
const FEW: usize = 1 << 18;

/// What becomes of sentences where they are many: before the gaps are compared word by word, most of them may still be at home.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Many {
    /// They are compared.
    Compared,
    /// They are left.
    Left,
}

/// What is in place so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct InPlace<'r> {
    /// Its runs.
    pub runs: &'r [Run],
    /// What becomes of the other sentences where they are many.
    pub many: Many,
}

/// Finds sentences that stand elsewhere, over the runs `in_place` or in a gap between them, with changes in them, among the words that
/// are not `taken`; flags their words, too. Linear in the words, as no word is looked up that stands in many sentences.
pub(super) fn moved_alike(
    texts: &Texts<'_>,
    in_place: InPlace<'_>,
    taken: &mut Pair<Vec<bool>>,
    cancel: &Cancel,
) -> Vec<Shift> {
    let InPlace { runs: anchors, many } = in_place;
    let units = Pair::from_fn(|side: Side| free(texts, side, &taken[side]));
    let pairs = units.left.len().saturating_mul(units.right.len());
    if pairs == 0 || (many == Many::Left && pairs > FEW) {
        return Vec::new();
    }
    let gap = |run: &Run, side: Side| anchors.partition_point(|anchor| anchor.at[side] <= run.at[side]);
    let mut off: Vec<Run> = Vec::new();
    let mut home: Vec<(Run, Vec<Run>)> = Vec::new();
    for (left, right) in chosen(texts, &units, cancel) {
        let places = Pair::new(units.left[left].clone().collect(), units.right[right].clone().collect());
        let runs = fine(texts, &places, cancel);
        let strength: usize = runs.iter().map(|run| texts.strength(run.at.left, run.words)).sum();
        let words: usize = runs.iter().map(|run| run.words).sum();
        let longest = units.left[left].len().max(units.right[right].len());
        if strength < STRENGTH || words * 100 < longest * IN_ORDER {
            continue;
        }
        // The whole sentence stands for its runs when its place is asked.
        let at = Pair::new(units.left[left].start, units.right[right].start);
        let stands = Run { at, words };
        if gap(&stands, Side::Left) == gap(&stands, Side::Right) {
            home.push((stands, runs));
        } else {
            off.extend(runs);
        }
    }
    for near in home.chunk_by(|a, b| gap(&a.0, Side::Left) == gap(&b.0, Side::Left)) {
        let kept = chain(near.iter().map(|(stands, _)| *stands).collect());
        off.extend(near.iter().filter(|(stands, _)| !kept.contains(stands)).flat_map(|(_, runs)| runs));
    }
    off.sort_by_key(|run| run.at);
    off.iter().for_each(|run| flag(taken, *run, true));
    grouped(off, taken).into_iter().map(|group| whole(texts, group, taken, cancel)).collect()
}

/// The sentences of a side that stand once and of which no word is taken, in order.
fn free(texts: &Texts<'_>, side: Side, taken: &[bool]) -> Vec<Range<usize>> {
    let said = |range: &Range<usize>| hash(&texts.ids[side][range.clone()]);
    let free = |range: &Range<usize>| !taken[range.clone()].contains(&true);
    if !sentences(texts, side).any(|range| free(&range)) {
        return Vec::new();
    }
    let mut times: FxHashMap<u64, usize> = FxHashMap::default();
    sentences(texts, side).for_each(|range| *times.entry(said(&range)).or_default() += 1);
    sentences(texts, side).filter(|range| free(range) && times.get(&said(range)) == Some(&1)).collect()
}

/// The pairs of sentences that choose each other and are alike enough, in the order of the left side.
fn chosen(texts: &Texts<'_>, units: &Pair<Vec<Range<usize>>>, cancel: &Cancel) -> Vec<(usize, usize)> {
    let bags = Pair::from_fn(|side: Side| {
        let each = cancel.watched(&units[side]).map(|range| bag(texts, side, range));
        each.collect::<Vec<Vec<(u32, i64)>>>()
    });
    let whole = bags
        .as_ref()
        .map(|bags| bags.iter().map(|bag| bag.iter().map(|(_, weight)| weight).sum()).collect::<Vec<i64>>());
    let places = Places::of(&bags.right);
    let mut best = Pair::new(vec![None; units.left.len()], vec![None; units.right.len()]);
    let mut shared = vec![0i64; units.right.len()];
    let mut touched: Vec<usize> = Vec::new();
    for (left, bag) in cancel.watched(bags.left.iter().enumerate()) {
        for (id, weight) in bag {
            let there = places.of_word(*id);
            if there.len() > MOST {
                continue;
            }
            for right in there.iter().map(|right| *right as usize) {
                if shared[right] == 0 {
                    touched.push(right);
                }
                shared[right] += weight;
            }
        }
        touched.sort_unstable();
        for right in touched.drain(..) {
            let both = (whole.left[left] + whole.right[right]).max(1);
            let likeness = std::mem::take(&mut shared[right]) * 200 / both;
            if likeness >= LIKENESS {
                better(&mut best.left[left], likeness, right);
                better(&mut best.right[right], likeness, left);
            }
        }
    }
    let mutual = |(left, choice): (usize, &Likest)| {
        let right = choice.as_ref()?.1.0;
        (best.right[right]?.1.0 == left).then_some((left, right))
    };
    best.left.iter().enumerate().filter_map(mutual).collect()
}

/// In which sentences each word stands.
struct Places {
    /// Where the sentences of each word begin, by its number, with the end of the last.
    starts: Vec<usize>,
    sentences: Vec<u32>,
}

impl Places {
    /// Gathers the sentences of each word. Linear in the words and the greatest number of one.
    fn of(bags: &[Vec<(u32, i64)>]) -> Self {
        let words = || bags.iter().flatten().map(|(id, _)| *id as usize);
        let mut starts = vec![0; words().max().map_or(1, |most| most + 2)];
        words().for_each(|id| starts[id + 1] += 1);
        (1..starts.len()).for_each(|id| starts[id] += starts[id - 1]);
        let (mut next, mut sentences) = (starts.clone(), vec![0; starts[starts.len() - 1]]);
        for (at, bag) in (0u32..).zip(bags) {
            for (id, _) in bag {
                sentences[next[*id as usize]] = at;
                next[*id as usize] += 1;
            }
        }
        Self { starts, sentences }
    }

    fn of_word(&self, id: u32) -> &[u32] {
        let place = |id: usize| self.starts.get(id).copied().unwrap_or(self.sentences.len());
        &self.sentences[place(id as usize)..place(id as usize + 1)]
    }
}

/// The most alike sentence so far: how alike it is, and which one; of several the first.
type Likest = Option<(i64, Reverse<usize>)>;

fn better(best: &mut Likest, likeness: i64, other: usize) {
    let new = (likeness, Reverse(other));
    if best.is_none_or(|best| new > best) {
        *best = Some(new);
    }
}

/// The different words of a sentence with what each weighs, without those that only hold others together.
fn bag(texts: &Texts<'_>, side: Side, range: &Range<usize>) -> Vec<(u32, i64)> {
    let telling = range.clone().filter_map(|at| Some((texts.ids[side][at], texts.rarity(side, at)?)));
    let mut bag: Vec<(u32, i64)> = telling.collect();
    bag.sort_unstable();
    bag.dedup_by_key(|(id, _)| *id);
    bag
}
