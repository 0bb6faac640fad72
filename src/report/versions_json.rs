//! What JSON says of two versions of a text alone: breaks that differ, and what does not count.

use serde::Serialize;

use super::Reported;
use super::broken::{line_ends, line_of};
use crate::article::Article;
use crate::collate::{ChangedBreak, TextBreak};
use crate::text::{Pair, Side};

/// The names of two files.
#[derive(Serialize)]
pub(super) struct NamesJson<'a> {
    left: &'a str,
    right: &'a str,
}

pub(super) fn names(of: &[Pair<String>]) -> Vec<NamesJson<'_>> {
    of.iter().map(|Pair { left, right }| NamesJson { left, right }).collect()
}

/// A break that differs: behind which word it stands on each side, and how each side breaks there.
#[derive(Serialize)]
pub(super) struct BreakJson {
    left: BrokenJson,
    right: BrokenJson,
}

#[derive(Serialize)]
struct BrokenJson {
    after: usize,
    line: usize,
    is: &'static str,
}

/// What two versions differ in that was not to count; what rules ignore stands under `hidden`.
#[derive(Serialize)]
pub(super) struct AsideJson {
    diacritics: usize,
    changes: usize,
    fewer_than: usize,
}

/// The breaks that differ.
pub(super) fn breaks(reported: &Reported<'_>) -> Vec<BreakJson> {
    if reported.collation.breaks.is_empty() {
        return Vec::new();
    }
    let ends = reported.articles.map(line_ends);
    reported.collation.breaks.iter().map(|one| broken(reported.articles, &ends, one)).collect()
}

fn broken(articles: Pair<&Article>, ends: &Pair<Vec<usize>>, one: &ChangedBreak) -> BreakJson {
    let side = |side: Side| {
        let article = articles[side];
        let word = article.tokens.get(one.after[side]).map(|token| token.span).unwrap_or_default();
        let is = match one.breaks[side] {
            TextBreak::None => "none",
            TextBreak::Line => "line",
            TextBreak::Paragraph => "paragraph",
        };
        BrokenJson { after: article.disk.on_disk(word).end(), line: line_of(&ends[side], word.end()), is }
    };
    BreakJson { left: side(Side::Left), right: side(Side::Right) }
}

/// What does not count, where it is asked to set anything aside.
pub(super) fn aside(reported: &Reported<'_>) -> Option<AsideJson> {
    let (diacritics, small) = (reported.collation.diacritics, reported.collation.small);
    let any = diacritics > 0 || small.least > 0;
    any.then_some(AsideJson { diacritics, changes: small.changes, fewer_than: small.least })
}
