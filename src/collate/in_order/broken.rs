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
    let token = |side: Side, at: usize| texts.words.rows[side][at].token as usize;
    let changed = words.windows(2).filter(beside).filter_map(|pair| {
        let start = |at: usize, side: Side| texts.span(side, pair[at][side]).start();
        let between = |side: Side| &texts.articles[side].text[start(0, side)..start(1, side)];
        let breaks = Pair::from_fn(|side| text_break(between(side)));
        let after = Pair::from_fn(|side: Side| token(side, pair[0][side]));
        let gap = |side: Side| &between(side)[texts.span(side, pair[0][side]).len()..];
        let plain = Some(ChangedBreak { after, breaks, marks: None }).filter(|one| one.counts(heeded));
        plain.or_else(|| among_marks(after, Pair::from_fn(gap), heeded))
    });
    let mut changed: Vec<ChangedBreak> = changed.collect();
    // Behind the last word of both.
    let last = |side: Side| texts.words.rows[side].len().checked_sub(1);
    let ends = words.last().filter(|at| Side::BOTH.iter().all(|&side| last(side) == Some(at[side])));
    if let Some(at) = ends {
        let rest = |side: Side| texts.articles[side].text[texts.span(side, at[side]).end()..].trim_end();
        let after = Pair::from_fn(|side: Side| token(side, at[side]));
        changed.extend(among_marks(after, Pair::from_fn(rest), heeded));
    }
    changed
}

/// The first break that differs among the same marks behind a word.
fn among_marks(after: Pair<usize>, gaps: Pair<&str>, heeded: Breaks) -> Option<ChangedBreak> {
    let parts = gaps.map(|gap| gap.split_whitespace().collect::<String>());
    if parts.left.is_empty() || parts.left != parts.right || gaps.left == gaps.right {
        return None;
    }
    let breaks = gaps.map(breaks_among);
    let both = breaks.left.into_iter().zip(breaks.right).enumerate();
    let mut found = both.map(|(marks, (left, right))| {
        let marks = Some(marks);
        ChangedBreak { after, breaks: Pair::new(left, right), marks }
    });
    found.find(|one| one.counts(heeded))
}

/// How a text breaks before each of its marks, and behind the last one.
fn breaks_among(gap: &str) -> Vec<TextBreak> {
    let (mut found, mut from) = (Vec::new(), 0);
    for (at, c) in gap.char_indices().filter(|(_, c)| !c.is_whitespace()) {
        found.push(text_break(&gap[from..at]));
        from = at + c.len_utf8();
    }
    found.push(text_break(&gap[from..]));
    found
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
