//! Which blocks of a page belong to its article: each is weighed by itself, then again with what was said of those around it.

use super::features::features;
use super::forest::forests;
use super::letters::{Features, log};
use super::page::Page;
use super::told::Told;
use crate::kinds::Furniture;

/// How likely a block must belong to the article to stand in it, and to be kept as a proposal; the first is where the pages that
/// `benches/pages/fit.py` held back come out best.
const LIKELY: (f32, f32) = (0.5, 0.15);

/// Tells of each block whether it belongs to the article.
pub fn choose(page: &Page, told: &Told) -> Vec<Furniture> {
    let [first, second] = forests();
    let features = features(page, told);
    let weights: Vec<f32> = features.iter().map(|features| first.weigh(features)).collect();
    let again = among(page, &weights);
    let with = features.into_iter().zip(again).map(|(mut features, more)| {
        features.extend(more);
        second.weigh(&features)
    });
    let weights: Vec<f32> = with.collect();
    let (text, perhaps) = bars(page, &weights);
    let furniture = |weight: &f32| match *weight {
        weight if weight >= text => Furniture::No,
        weight if weight >= perhaps => Furniture::Perhaps,
        _ => Furniture::Surely,
    };
    weights.iter().map(furniture).collect()
}

/// Words that an article has at least; where a page has fewer that are likely, the likeliest are taken.
const FEW: usize = 25;

/// Gives the bars that blocks of this page must reach.
fn bars(page: &Page, weights: &[f32]) -> (f32, f32) {
    let words = |bar: f32| {
        page.blocks
            .iter()
            .zip(weights)
            .filter(|(_, weight)| **weight >= bar)
            .map(|(block, _)| block.words)
            .sum::<usize>()
    };
    let all = page.blocks.iter().map(|block| block.words).sum::<usize>();
    let mut bar = LIKELY.0;
    while words(bar) < FEW.min(all) && bar > 0.01 {
        bar *= 0.7;
    }
    (bar, LIKELY.1.min(bar * LIKELY.1 / LIKELY.0))
}

/// Gives what the weights of the blocks around each block tell of it.
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
    let of = |at: usize| {
        let near = |step: isize| at.checked_add_signed(step).and_then(|at| weights.get(at)).copied().unwrap_or(-1.0);
        vec![
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
        ]
    };
    (0..count).map(of).collect()
}
