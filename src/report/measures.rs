//! The figures of an article and of a pair in JSON.

use serde::Serialize;

use super::Reported;
use super::indent::on_one_line;
use super::phrases::left_out;
use crate::article::Article;
use crate::collate::{Class, Coverage};
use crate::text::Side;

/// How many words of an article are what.
#[derive(Serialize)]
pub(super) struct CoverageJson {
    words: usize,
    hidden: usize,
    quoted: usize,
    shared: usize,
    verbatim: usize,
    edited: usize,
    reworded: usize,
    moved: usize,
}

#[derive(Serialize)]
struct MeasuresJson {
    left: CoverageJson,
    right: CoverageJson,
    matches: usize,
}

/// How much a pair shares, on one line.
pub fn pair_measures(reported: &Reported<'_>) -> String {
    let of = |side: Side| coverage(reported.articles[side], reported.collation.coverage[side]);
    let (left, right) = (of(Side::Left), of(Side::Right));
    on_one_line(&MeasuresJson { left, right, matches: reported.collation.matches.len() })
}

/// How many words of an article are what.
pub(super) fn coverage(article: &Article, coverage: Coverage) -> CoverageJson {
    CoverageJson {
        words: coverage.words,
        hidden: coverage.hidden,
        quoted: left_out(article, coverage),
        shared: coverage.shared(),
        verbatim: coverage.of(Class::Verbatim),
        edited: coverage.of(Class::Edited),
        reworded: coverage.of(Class::Reworded),
        moved: coverage.moved,
    }
}
