//! Regions: passages of both witnesses that say the same, made of neighbouring shared statements in whatever words and order.
//!
//! `runs, similar sentences -> points -> groups -> settled borders -> regions`, after the seeding, extension and filtering of text alignment
//! (Sanchez-Perez et al. 2014 have the same seeds and gap). A region must have more in common than chance explains: as much as ten words
//! that occur nowhere else, which is more the longer the texts are.
//!
//! Known weakness: a short passage in which few original words are left is not found.

use std::cmp::Reverse;
use std::ops::Range;

use super::borders::{ROOM, settle};
use super::cancel::Cancel;
use super::groups::{Group, groups};
use super::kindred::Kindred;
use super::lopsided::{PlainRegions, lopsided};
use super::partners::{Partners, Stretch};
use super::points::{Point, Points};
use super::runs::Run;
use super::sentences::Sentences;
use super::sorting::sort;
use super::witness::{Words, rarity};
use crate::text::{Pair, Side};

/// Words that stand once in each witness and nowhere else which a region must outweigh (benches/constants.md).
const RARE_WORDS: i64 = 10;
/// The least words of both sides together: what is shorter is a match and no stretch of them (benches/constants.md).
const SHORTEST: usize = 50;
/// Summaries that are looked at, the heaviest first (a limit).
const SUMMARIES: usize = 200;
/// Times that what is left of a group is looked at again (a limit).
const ROUNDS: usize = 3;
/// The least share of a region, in hundredths, that no better one has taken (benches/constants.md).
const FREE: usize = 80;

/// What regions grow from.
#[derive(Clone, Copy)]
pub(super) struct Seeded<'a> {
    /// The sentences, weighed by rarity alone.
    pub sentences: &'a Sentences<'a>,
    /// The maximal runs of equal words.
    pub runs: &'a [Run],
}

/// Finds the regions of two witnesses from the maximal runs of equal words and the sentences that say much the same, in the order of the left side, as stretches of visible
/// words; none once `cancel` is raised. Swapping the witnesses swaps the stretches.
///
/// Costs about `n log n` for n words, since every sentence has a bounded number of points and every group is as long as its points
/// allow.
pub(super) fn regions(words: &Words, seeded: &Seeded<'_>, kin: &[Kindred], cancel: &Cancel) -> Vec<Stretch> {
    let Seeded { sentences, runs } = *seeded;
    if runs.iter().any(|run| run.evidence == i64::MAX) {
        return vec![words.rows.as_ref().map(|row| 0..row.len())];
    }
    let enough = RARE_WORDS * rarity(sentences.bags.left.len() + sentences.bags.right.len(), 2);
    let mut partners = Partners::new(words, &sentences.weights, cancel);
    let Points { mut all, runs } = Points::new(sentences, runs, kin, cancel);
    let every = all.clone();
    let mut found = Vec::new();
    for _ in 0..ROUNDS {
        let mut left = Vec::new();
        for group in groups(&all, &runs, cancel) {
            if cancel.is_cancelled() {
                return Vec::new();
            }
            let stretch = extent(sentences, &group.points);
            if partners.evidence(&widened(words, &stretch)) < enough {
                continue;
            }
            let Some(stretch) = settle(&mut partners, sentences, stretch, &group.runs) else { continue };
            left.extend(cancel.watched(outside(sentences, group, &stretch)));
            let evidence = partners.evidence(&stretch);
            if evidence >= enough {
                found.push((evidence, stretch));
            }
        }
        sort(&mut left, |point| point.left as u64, |point| *point, cancel);
        all = left;
    }
    let mut kept = best(&mut partners, words, found, enough);
    let in_order = |stretch: &Stretch| (stretch.left.start, stretch.right.start);
    kept.sort_unstable_by_key(in_order);
    let summaries = lopsided(sentences, &every, PlainRegions { regions: &kept, enough }, cancel);
    kept = with_summaries(kept, summaries, cancel);
    kept.sort_unstable_by_key(in_order);
    kept
}

/// Adds the stretches of which one side sums up the other. What lies in one becomes a part of it; one that meets another region is
/// none.
fn with_summaries(mut kept: Vec<Stretch>, mut found: Vec<(i64, Stretch)>, cancel: &Cancel) -> Vec<Stretch> {
    heaviest_first(&mut found);
    found.truncate(SUMMARIES);
    let mut summaries: Vec<Stretch> = Vec::new();
    for (_, stretch) in cancel.watched(found) {
        let (parts, others): (Vec<Stretch>, Vec<Stretch>) =
            kept.iter().cloned().partition(|region| is_mostly_in(region, &stretch));
        let whole = parts.iter().fold(stretch, |whole, part| {
            Pair::from_fn(|side| whole[side].start.min(part[side].start)..whole[side].end.max(part[side].end))
        });
        if !others.iter().chain(&summaries).any(|region| meets(region, &whole)) {
            kept = others;
            summaries.push(whole);
        }
    }
    kept.extend(summaries);
    kept
}

/// Whether most of a region lies in a stretch, on both sides.
fn is_mostly_in(region: &Stretch, stretch: &Stretch) -> bool {
    Side::BOTH.iter().all(|&side| {
        let (part, whole) = (&region[side], &stretch[side]);
        let inside = part.end.min(whole.end).saturating_sub(part.start.max(whole.start));
        inside * 100 >= part.len() * FREE
    })
}

/// Whether two stretches have words in common on either side.
fn meets(a: &Stretch, b: &Stretch) -> bool {
    Side::BOTH.iter().any(|&side| a[side].start < b[side].end && b[side].start < a[side].end)
}

/// Orders stretches by what they have in common; which side is left does not matter.
fn heaviest_first(found: &mut [(i64, Stretch)]) {
    found.sort_unstable_by_key(|(evidence, at)| {
        (Reverse(*evidence), at.left.start + at.right.start, at.left.start, at.left.end, at.right.end)
    });
}

/// The sentences from the first to the last point.
fn extent(sentences: &Sentences<'_>, points: &[Point]) -> Stretch {
    Pair::from_fn(|side| {
        let places = points.iter().map(|point| &sentences.bags[side][point[side]].words);
        let start = places.clone().map(|words| words.start).min().unwrap_or(0);
        start..places.map(|words| words.end).max().unwrap_or(start)
    })
}

/// A stretch with the words by which it may grow: what these do not tell, no region here can.
fn widened(words: &Words, stretch: &Stretch) -> Stretch {
    Pair::from_fn(|side| {
        let range = &stretch[side];
        range.start.saturating_sub(ROOM)..(range.end + ROOM).min(words.rows[side].len())
    })
}

/// The points that a settled stretch leaves out on both sides.
fn outside(sentences: &Sentences<'_>, group: Group, stretch: &Stretch) -> impl Iterator<Item = Point> {
    let is_outside = move |point: &Point| {
        Side::BOTH.iter().all(|&side| {
            let words = &sentences.bags[side][point[side]].words;
            words.end <= stretch[side].start || stretch[side].end <= words.start
        })
    };
    group.points.into_iter().filter(is_outside)
}

/// Leaves every word to the region that has most in common; what better ones leave little of is dropped.
fn best(partners: &mut Partners<'_>, words: &Words, mut found: Vec<(i64, Stretch)>, enough: i64) -> Vec<Stretch> {
    heaviest_first(&mut found);
    let mut taken = words.rows.as_ref().map(|row| vec![false; row.len()]);
    let mut kept = Vec::new();
    for (_, whole) in partners.cancel.watched(found) {
        let stretch = Pair::from_fn(|side| free(&taken[side], &whole[side]));
        let is_most = Side::BOTH.iter().all(|&side| stretch[side].len() * 100 >= whole[side].len() * FREE);
        let is_long = stretch.left.len() + stretch.right.len() >= SHORTEST;
        if !is_most || !is_long || partners.evidence(&stretch) < enough {
            continue;
        }
        for side in Side::BOTH {
            taken[side][stretch[side].clone()].fill(true);
        }
        kept.push(stretch);
    }
    kept
}

/// The longest part of a stretch that is not taken.
fn free(taken: &[bool], stretch: &Range<usize>) -> Range<usize> {
    let (mut longest, mut start) = (stretch.start..stretch.start, stretch.start);
    for at in stretch.clone() {
        if taken[at] {
            start = at + 1;
        } else if at + 1 - start > longest.len() {
            longest = start..at + 1;
        }
    }
    longest
}
