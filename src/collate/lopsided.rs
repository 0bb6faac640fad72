//! Lopsided regions: a short passage of one side that summarises a long one of the other.
//!
//! Points are grouped if they are near each other on the short side alone, because what a summary says at once is spread out in what it
//! summarises. The long passage reaches from the first of them to the last. Two long texts share a few words in any passage. So most of the
//! short passage must have points, and each must be stronger than chance would be in such a long passage.

use std::ops::Range;

use super::cancel::Cancel;
use super::partners::Stretch;
use super::points::Point;
use super::sentences::Sentences;
use super::sorting::sort;
use super::witness::rarity;
use crate::text::{Pair, Side};

/// How many times as long as the passage the stretch must be, in tenths; what is shorter is a region like any other (benches/constants.md).
const LONGER: usize = 25;
/// Sentences without a point that may stand between two with one (benches/constants.md).
const GAP: usize = 4;
/// Sentences that must have points, on each side (benches/constants.md).
const PLACES: usize = 3;
/// What a passage must tell beyond chance: for each of its words, in 1024ths of a nat, and in all, against what a plain region must.
///
/// The unlike of 420 pairs of unrelated texts reach nothing of it, other texts on one theme .3 to .95 a word, four summaries in other
/// words 1.17 to 1.37, and summaries of sentences cut out and damaged by a third 1.4 to 2.6 (benches/constants.md).
const PER_WORD: i64 = 1_024;
const TIMES: i64 = 2;
/// Words of the short side from which on a region stands for itself and is no piece of a summary (benches/constants.md).
const PIECE: usize = 30;
/// The least share that regions leave unexplained, as its inverse (benches/constants.md).
const UNEXPLAINED: i64 = 3;

/// The plain regions, in order and apart on both sides.
#[derive(Clone, Copy)]
pub(super) struct PlainRegions<'a> {
    /// Where they are.
    pub regions: &'a [Stretch],
    /// What a region must tell at the least.
    pub enough: i64,
}

/// Finds the stretches of which one side sums up the other, with what each tells beyond chance, in no order.
///
/// Costs the sorting of the points and the words of their sentences.
pub(super) fn lopsided(
    sentences: &Sentences<'_>,
    points: &[Point],
    plain: PlainRegions<'_>,
    cancel: &Cancel,
) -> Vec<(i64, Stretch)> {
    let PlainRegions { regions: plain, enough } = plain;
    let mut found = Vec::new();
    for short in Side::BOTH {
        let mut points = points.to_vec();
        sort(&mut points, |point| point[short] as u64, |point| (point[short], point[short.other()]), cancel);
        if cancel.is_cancelled() {
            return Vec::new();
        }
        let mut weigher = Weigher { sentences, short, plain, enough, told: vec![0; sentences.weights.len()] };
        for passage in cancel.watched(passages(sentences, short, &points)) {
            found.extend(weigher.weighed(&points[passage]));
        }
    }
    found
}

/// The passages of a side most of whose words stand in sentences with points, as ranges of the points, which are in its order.
fn passages(sentences: &Sentences<'_>, short: Side, points: &[Point]) -> Vec<Range<usize>> {
    let bags = &sentences.bags[short];
    let (mut found, mut first, mut end) = (Vec::new(), 0, 0);
    let (mut sum, mut most, mut before) = (0, 0, 0);
    let mut at = 0;
    for here in points.chunk_by(|a, b| a[short] == b[short]) {
        let sentence = here[0][short];
        let bare = bags[sentence].words.start - bags[before].words.end.min(bags[sentence].words.start);
        if at > 0 && (sum <= bare || sentence - before > GAP + 1) {
            found.push(first..end);
            (first, sum, most) = (at, 0, 0);
        } else if at > 0 {
            sum -= bare;
        }
        sum += bags[sentence].words.len();
        at += here.len();
        if sum >= most {
            (most, end) = (sum, at);
        }
        before = sentence;
    }
    found.push(first..end);
    found
}

/// Weighs passages of one side.
struct Weigher<'a> {
    sentences: &'a Sentences<'a>,
    /// The side of the passages.
    short: Side,
    plain: &'a [Stretch],
    enough: i64,
    /// The sentence that last told a stem, counted from 1, by stem.
    told: Vec<usize>,
}

impl Weigher<'_> {
    /// A passage, by its points, with the stretch that it sums up and what it tells, if it does.
    fn weighed(&mut self, points: &[Point]) -> Option<(i64, Stretch)> {
        let (hull, stretch) = self.extent(points)?;
        if !self.is_lopsided(&stretch) || self.places(points, self.short) < PLACES {
            return None;
        }
        let chance = rarity(hull.len(), 1);
        let (mut telling, short) = (Vec::new(), self.short);
        for of_one in points.chunk_by(|a, b| a[short] == b[short]) {
            self.tell(of_one, chance, &mut telling);
        }
        let told: Vec<Point> = telling.iter().map(|(point, _)| *point).collect();
        let (_, stretch) = self.extent(&told)?;
        let sum: i64 = telling.iter().map(|(_, gain)| gain).sum();
        let open: i64 = telling.iter().filter(|(point, _)| !self.is_explained(*point)).map(|(_, gain)| gain).sum();
        let in_places = Side::BOTH.iter().all(|side| self.places(&told, *side) >= PLACES);
        let says = sum >= PER_WORD * stretch[self.short].len() as i64 && sum >= TIMES * self.enough;
        let is_new = open >= self.enough && open * UNEXPLAINED >= sum;
        (in_places && says && is_new && self.is_lopsided(&stretch)).then_some((sum, stretch))
    }

    /// Adds the points of one sentence that tell more than chance, each with what it adds to those before it; the likest are first.
    fn tell(&mut self, points: &[Point], chance: i64, telling: &mut Vec<(Point, i64)>) {
        let mut points: Vec<(f64, Point)> =
            points.iter().map(|point| (self.sentences.cosine(*point), *point)).collect();
        points.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (_, point) in points {
            let stamp = point[self.short] + 1;
            let new = |(stem, ..): &(u32, i64, i64)| self.told[*stem as usize] != stamp;
            let new: Vec<u32> = self.sentences.common(point).filter(new).map(|(stem, ..)| stem).collect();
            let gain = new.iter().map(|stem| self.sentences.weights[*stem as usize]).sum::<i64>() - chance;
            if gain > 0 {
                new.iter().for_each(|stem| self.told[*stem as usize] = stamp);
                telling.push((point, gain));
            }
        }
    }

    /// The sentences of the long side from the first point to the last, and the words of both.
    fn extent(&self, points: &[Point]) -> Option<(Range<usize>, Stretch)> {
        let places = |side: Side| points.iter().map(move |point| point[side]);
        let sentences = |side: Side| Some(places(side).min()?..places(side).max()? + 1);
        let both = Pair::new(sentences(Side::Left)?, sentences(Side::Right)?);
        let words = Pair::from_fn(|side| {
            let bags = &self.sentences.bags[side][both[side].clone()];
            bags[0].words.start..bags[bags.len() - 1].words.end
        });
        Some((both[self.short.other()].clone(), words))
    }

    fn is_lopsided(&self, stretch: &Stretch) -> bool {
        stretch[self.short.other()].len() * 10 > stretch[self.short].len() * LONGER
    }

    /// Counts the sentences of a side in which points stand.
    fn places(&self, points: &[Point], side: Side) -> usize {
        let mut places: Vec<usize> = points.iter().map(|point| point[side]).collect();
        places.sort_unstable();
        places.dedup();
        places.len()
    }

    /// Whether a region that is more than a piece of a summary has both sentences of a point.
    fn is_explained(&self, point: Point) -> bool {
        let middle = Pair::from_fn(|side| {
            let words = &self.sentences.bags[side][point[side]].words;
            usize::midpoint(words.start, words.end)
        });
        let before = self.plain.partition_point(|region| region.left.start <= middle.left);
        let region = before.checked_sub(1).map(|at| &self.plain[at]).filter(|region| region[self.short].len() >= PIECE);
        region.is_some_and(|region| Side::BOTH.iter().all(|side| region[*side].contains(&middle[*side])))
    }
}
