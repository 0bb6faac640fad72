//! Decides whether two sentences have enough in common to be one edited sentence, or only share stray words.

use rustc_hash::FxHashMap;

use super::run::Run;
use super::texts::Texts;
use crate::text::{Pair, Side};

/// Of what the shorter of two sentences says, in hundredths, what both must have for the one to be the other, edited (`cargo bench --bench
/// drafts`: what is written anew shares a tenth with what stood there before, what is edited a half and more).
const LEAST: usize = 30;

/// Keeps the runs of sentences that are alike; `is_sure` tells which runs need no such witness.
pub(super) fn alike(texts: &Texts<'_>, runs: Vec<Run>, is_sure: impl Fn(&Run) -> bool) -> Vec<Run> {
    if runs.iter().all(&is_sure) {
        return runs;
    }
    let mut shared: FxHashMap<(u32, u32), usize> = FxHashMap::default();
    for run in &runs {
        for pair in steps(texts, run) {
            *shared.entry(pair.0).or_default() += pair.1;
        }
    }
    let whole = Pair::from_fn(|side| weigh_sentences(texts, side));
    let enough = |(left, right): (u32, u32)| {
        let least = whole.left[left as usize].min(whole.right[right as usize]);
        shared.get(&(left, right)).is_some_and(|shared| shared * 100 >= least * LEAST)
    };
    let kept = |run: &Run| is_sure(run) || steps(texts, run).any(|(pair, _)| enough(pair));
    runs.into_iter().filter(kept).collect()
}

/// For each word of a run the sentences in which it stands, and how much it says.
fn steps<'t>(texts: &'t Texts<'_>, run: &Run) -> impl Iterator<Item = ((u32, u32), usize)> + 't {
    let run = *run;
    (0..run.words).map(move |step| {
        let sentence = |side: Side| texts.sentence(side, run.at[side] + step);
        ((sentence(Side::Left), sentence(Side::Right)), texts.strength(run.at.left + step, 1))
    })
}

/// How much each sentence of a side says, by its number.
fn weigh_sentences(texts: &Texts<'_>, side: Side) -> Vec<usize> {
    let mut said = vec![0; texts.articles[side].sentences.len()];
    for (at, word) in texts.words.rows[side].iter().enumerate() {
        said[word.sentence as usize] += texts.strength_at(side, at);
    }
    said
}
