//! Decides which blocks of a page belong to the article: each is scored by itself, then again with the scores of its neighbours.

use std::collections::BTreeMap;

use super::features::features;
use super::forest::forests;
use super::letters::{Features, log};
use super::page::{Page, Tag};
use super::page_meta::PageMeta;
use crate::kinds::Furniture;
use crate::kinds::setting::CELL;

/// The least likelihood of a block that belongs to the article, and of one that is kept as a proposal; with the first, the pages that
/// `benches/pages/fit.py` held back come out best.
const LIKELY: (f32, f32) = (0.5, 0.15);

/// Tells which blocks belong to the article.
pub fn choose(page: &Page, told: &PageMeta) -> Vec<Furniture> {
    let [first, second] = forests();
    let features = features(page, told);
    let alone: Vec<f32> = features.iter().map(|features| first.weigh(features)).collect();
    let again = among(page, &alone);
    let both = features.into_iter().zip(again).zip(&alone).map(|((mut features, more), alone)| {
        features.extend(more);
        (second.weigh(&features) + alone) / 2.0
    });
    let mut weights: Vec<f32> = both.collect();
    lift_rows(page, &mut weights);
    let (text, perhaps) = bars(page, &weights);
    let furniture = |weight: &f32| match *weight {
        weight if weight >= text => Furniture::No,
        weight if weight >= perhaps => Furniture::Perhaps,
        _ => Furniture::Surely,
    };
    weights.iter().map(furniture).collect()
}

/// Blocks before and after a table in which the article is looked for: a heading may be between.
const NEAR: usize = 2;
/// The likelihood given to the rows of a table in the article.
const ROW: f32 = 0.6;

/// Takes the rows of a table between two parts of the article as part of it: the trees cannot judge rows of only numbers and names.
fn lift_rows(page: &Page, weights: &mut [f32]) {
    let is_row = |at: &usize| page.blocks.get(*at).is_some_and(|it| it.tag == Tag::Cell && it.text.contains(CELL));
    let mut at = 0;
    while at < weights.len() {
        let end = at + (at..weights.len()).take_while(is_row).count();
        let likeliest = |near: &[f32]| near.iter().copied().fold(0.0, f32::max);
        let before = likeliest(&weights[at.saturating_sub(NEAR)..at]);
        let behind = likeliest(&weights[end..weights.len().min(end + NEAR)]);
        if before.min(behind) >= LIKELY.0 {
            weights[at..end].iter_mut().for_each(|weight| *weight = weight.max(ROW));
        }
        at = end.max(at + 1);
    }
}

/// The fewest words of an article; if fewer are likely, the likeliest blocks are taken.
const FEW: usize = 25;
/// How well the article should be recovered, as far as the trees can tell; if they doubt all of it, less is enough.
const SURE: f32 = 0.8;

/// Returns the thresholds for the blocks of this page.
fn bars(page: &Page, weights: &[f32]) -> (f32, f32) {
    let mut order: Vec<(f32, usize)> =
        weights.iter().zip(&page.blocks).map(|(weight, block)| (*weight, block.words)).collect();
    order.sort_by(|a, b| b.0.total_cmp(&a.0));
    let all: f32 = order.iter().map(|(weight, words)| weight * *words as f32).sum();
    let (mut likely, mut taken, mut best) = (0.0, 0.0, 0.0f32);
    for (weight, words) in &order {
        likely += weight * *words as f32;
        taken += *words as f32;
        best = best.max(2.0 * likely / (taken + all).max(1.0));
    }
    let mut bar = if best >= SURE { LIKELY.0 } else { best / 2.0 };
    let words = |bar: f32| order.iter().filter(|(weight, _)| *weight >= bar).map(|(_, words)| words).sum::<usize>();
    while words(bar) < FEW.min(words(0.0)) && bar > 0.01 {
        bar *= 0.7;
    }
    (bar, LIKELY.1.min(bar * LIKELY.1 / LIKELY.0))
}

/// The evidence from the blocks around each block.
pub fn among(page: &Page, weights: &[f32]) -> Vec<Features> {
    let mut sums = vec![(0.0f32, 0.0f32)];
    for (block, weight) in page.blocks.iter().zip(weights) {
        let (words, likely) = sums.last().copied().unwrap_or_default();
        let own = block.words.max(1) as f32;
        sums.push((words + own, likely + own * weight));
    }
    let (words, likely) = sums.last().copied().unwrap_or_default();
    let total = if likely > 0.0 { likely } else { 1.0 };
    let most = weights.iter().copied().fold(0.0, f32::max);
    let count = weights.len();
    let mean = |from: usize, to: usize| {
        let (from, to) = (sums[from.min(count)], sums[to.min(count)]);
        if to.0 > from.0 { (to.1 - from.1) / (to.0 - from.0) } else { 0.0 }
    };
    let parts = InElements::of(page, weights);
    let of = |at: usize| {
        let near = |step: isize| at.checked_add_signed(step).and_then(|at| weights.get(at)).copied().unwrap_or(-1.0);
        let mut found = vec![
            weights[at],
            near(-3),
            near(-2),
            near(-1),
            near(1),
            near(2),
            near(3),
            mean(at.saturating_sub(4), at),
            mean(at + 1, at + 5),
            mean(at.saturating_sub(12), at),
            mean(at + 1, at + 13),
            sums[at].1 / total,
            (total - sums[at + 1].1) / total,
            most,
            log(total as usize),
            total / words.max(1.0),
        ];
        found.extend(parts.around(page, at));
        found
    };
    (0..count).map(of).collect()
}

/// How likely the words in each element, and in all elements like it, belong to the article.
struct InElements {
    elements: Vec<(f32, f32)>,
    alike: BTreeMap<u64, (f32, f32)>,
}

/// Elements around a block whose likelihood counts for it, including its own.
const AROUND: usize = 4;

impl InElements {
    fn of(page: &Page, weights: &[f32]) -> Self {
        let (mut elements, mut alike) = (vec![(0.0, 0.0); page.elements.len()], BTreeMap::new());
        for (block, weight) in page.blocks.iter().zip(weights) {
            let own = block.words.max(1) as f32;
            let add = |sum: &mut (f32, f32)| *sum = (sum.0 + own, sum.1 + own * weight);
            add(alike.entry(page.elements[block.element].alike).or_insert((0.0, 0.0)));
            let mut at = Some(block.element);
            while let Some(here) = at {
                add(&mut elements[here]);
                at = page.elements[here].parent;
            }
        }
        Self { elements, alike }
    }

    fn around(&self, page: &Page, at: usize) -> Features {
        let mean = |sum: Option<&(f32, f32)>| sum.map_or(-1.0, |(words, likely)| likely / words.max(1.0));
        let element = page.blocks[at].element;
        let mut here = Some(element);
        let mut found = vec![mean(self.alike.get(&page.elements[element].alike))];
        for _ in 0..AROUND {
            found.push(mean(here.map(|here| &self.elements[here])));
            here = here.and_then(|here| page.elements[here].parent);
        }
        found
    }
}
