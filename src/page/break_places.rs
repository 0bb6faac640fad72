//! Breaks that differ, with their places in each of two versions.

use crate::article::Article;
use crate::collate::{ChangedBreak, Collation, TextBreak};
use crate::text::{Pair, Side, Span};

/// A break that differs, in one version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreakPlace {
    /// Where the white space of the break begins, or would begin.
    pub place: usize,
    /// Its index among the breaks that differ.
    pub at: usize,
}

/// Returns the places of all breaks that differ, by side, in order.
pub(super) fn break_places(articles: Pair<&Article>, collation: &Collation) -> Pair<Vec<BreakPlace>> {
    Pair::from_fn(|side| {
        let all = collation.breaks.iter().enumerate();
        let placed = all.filter_map(|(at, one)| Some(BreakPlace { place: place_of(articles[side], side, one)?, at }));
        let mut places: Vec<BreakPlace> = placed.collect();
        places.sort_by_key(|one| (one.place, one.at));
        places
    })
}

/// Returns the places on a stretch of text: after its first byte, and up to its end.
pub(super) fn places_on(all: &[BreakPlace], stretch: Span) -> &[BreakPlace] {
    let from = all.partition_point(|one| one.place <= stretch.start());
    let to = all.partition_point(|one| one.place <= stretch.end());
    all.get(from..to).unwrap_or_default()
}

/// Returns where a side breaks, or would: after the word before, with its punctuation.
fn place_of(article: &Article, side: Side, one: &ChangedBreak) -> Option<usize> {
    let (word, next) = (article.tokens.get(one.after[side])?, article.tokens.get(one.after[side] + 1));
    let start = word.span.end();
    let gap = article.text.get(start..next.map_or(article.text.len(), |next| next.span.start()))?;
    if let Some(marks) = one.marks {
        let mut behind = gap.char_indices().filter(|(_, c)| !c.is_whitespace()).map(|(at, c)| at + c.len_utf8());
        return Some(start + marks.checked_sub(1).map_or(Some(0), |before| behind.nth(before))?);
    }
    let line = gap.find('\n').filter(|_| one.breaks[side] != TextBreak::None);
    let before = match line {
        Some(line) => gap.get(..line)?.trim_end().len(),
        None => gap.find(char::is_whitespace).unwrap_or(0),
    };
    Some(start + before)
}
