//! Finds breaks that differ between neighbouring words that both versions have.

use super::exact::Breaks;
use super::run::Run;
use super::texts::Texts;
use crate::collate::text_break::{ChangedBreak, TextBreak};
use crate::text::{Pair, Side};

/// Finds where two versions break otherwise, in the order of the right one; `runs` are the words that both have. Only words that stand
/// side by side in both are looked at: where words changed, the lines did anyway. Costs a sort of the words.
pub(super) fn changed_breaks<'r>(texts: &Texts<'_>, runs: impl Iterator<Item = &'r Run>) -> Vec<ChangedBreak> {
    let heeded = texts.exactness.breaks();
    if heeded == Breaks::Ignored {
        return Vec::new();
    }
    let mut words: Vec<Pair<usize>> =
        runs.flat_map(|run| (0..run.words).map(|step| run.at.map(|at| at + step))).collect();
    words.sort_by_key(|at| (at.right, at.left));
    let beside = |pair: &&[Pair<usize>]| {
        Side::BOTH.iter().all(|&side| pair[1][side] == pair[0][side] + 1 && texts.follows(side, pair[1][side]))
    };
    let changed = words.windows(2).filter(beside).filter_map(|pair| {
        let start = |at: usize, side: Side| texts.span(side, pair[at][side]).start();
        let between = |side: Side| &texts.articles[side].text[start(0, side)..start(1, side)];
        let breaks = Pair::from_fn(|side| text_break(between(side)));
        let after = Pair::from_fn(|side: Side| texts.words.rows[side][pair[0][side]].token as usize);
        Some(ChangedBreak { after, breaks }).filter(|one| one.counts(heeded))
    });
    changed.collect()
}

fn text_break(text: &str) -> TextBreak {
    // White space alone since the line before ended.
    let (mut found, mut blank) = (TextBreak::None, false);
    let mut last = ' ';
    for c in text.chars() {
        match c {
            '\n' if last == '\r' => {}
            '\n' | '\r' if blank => return TextBreak::Paragraph,
            '\n' | '\r' => (found, blank) = (TextBreak::Line, true),
            c => blank &= c.is_whitespace(),
        }
        last = c;
    }
    found
}
