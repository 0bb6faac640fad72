//! Finds link lists: runs of short lines without full stops, after the story or under a heading such as `Related`.
//!
//! Tomorrow's list cannot be recognised if there is no such heading, and the proposal says so. Such a list must be long, and the story
//! before it must have sentences with stops. So recipes, tables, poems and texts in scripts without stops are not taken for lists.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::cues::Cue;
use super::found::{Found, Reach, Why};
use super::notices::is_marked;
use super::sheet::{CuedArticle, Line};
use crate::boilerplate::rule::{Fit, Unit};
use crate::text::{Key, Span};

/// The most words of a list line (benches/constants.md).
const LONGEST: usize = 40;
/// The most lines of a list at the end that are examined (a limit).
const MOST: usize = 300;
/// The most words of a heading (benches/constants.md).
const HEADING: usize = 6;
/// The fewest lines of a list without a heading, and of one that has titles twice (benches/constants.md).
const LEAST: usize = 6;
const LEAST_DOUBLED: usize = 4;
/// The fewest story paragraphs before a list without a heading (benches/constants.md).
const STORY: usize = 3;
/// The fewest words of a line of such a list on average, which excludes names and ingredients (benches/constants.md).
const MEAN: usize = 4;

/// Finds the link lists of an article.
pub(super) fn find(sheet: &CuedArticle<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut end = sheet.lines.len();
    if let Some(start) = sheet.list {
        found.extend(list(sheet, start..end, |first, _| Fit::ToEnd(Unit::Paragraph, first)));
        end = start;
    }
    let mut at = 1;
    while at < end {
        let last = under_a_heading(sheet, at, end);
        if last > at + 1 {
            found.extend(list(sheet, at..last, |_, all| Fit::Exactly(all)));
        }
        at = last.max(at + 1);
    }
    found
}

/// Proposes a list; `fit` makes a rule from its first line and from all of it.
fn list(sheet: &CuedArticle<'_>, range: Range<usize>, fit: impl Fn(String, String) -> Fit) -> Option<Found> {
    let first = sheet.lines.get(range.start)?;
    let why = if is_heading(sheet, first) { Why::Links(range.len()) } else { Why::Unheaded(range.len()) };
    let span = sheet.span(range)?;
    let fit = fit(first.text.to_owned(), span.of(&sheet.article.text).to_owned());
    Some(Found { span, why, fit, reach: Reach::Source })
}

/// Returns the paragraph with which the list at the end begins. If related articles have it too, it needs a heading.
pub(super) fn tail(sheet: &CuedArticle<'_>, told_by_kin: &dyn Fn(Span) -> bool) -> Option<usize> {
    let lines = &sheet.lines;
    let mut earliest = None;
    for start in (2..lines.len()).rev().take(MOST) {
        let run = lines.get(start..)?;
        let first = run.first()?;
        let second_stopped = run.get(1).is_some_and(|next| next.stopped);
        let headed = is_heading(sheet, first);
        let is_stopped = first.stopped && !headed;
        if first.words.len() > LONGEST || is_stopped && second_stopped {
            break;
        }
        if is_stopped || sheet.cues.begins(first.words, Cue::Byline) > 0 || leads_to_one(sheet, first) {
            continue;
        }
        let headed = headed && run.len() > 2;
        if (headed && listed(run) || is_list(sheet, start, told_by_kin)) && sheet.telling(0..start) >= 1 {
            earliest = Some(start);
        }
    }
    earliest
}

/// Whether a line names one article after words like `Read more:`. Such a line can be anywhere, and begins no list.
fn leads_to_one(sheet: &CuedArticle<'_>, line: &Line<'_>) -> bool {
    let led = sheet.cues.begins(line.words, Cue::SeeMore);
    led > 0 && led < line.words.len() && is_marked(line, led)
}

/// Whether a list without a heading begins at `start`.
fn is_list(sheet: &CuedArticle<'_>, start: usize, told_by_kin: &dyn Fn(Span) -> bool) -> bool {
    let run = sheet.lines.get(start..).unwrap_or_default();
    let words: usize = run.iter().map(|line| line.words.len()).sum();
    if run.len() < LEAST_DOUBLED || words < MEAN * run.len() || sheet.telling(0..start) < STORY || !listed(run) {
        return false;
    }
    let doubled = doubled(run) >= 2;
    let all = sheet.article.tokens.len();
    let small = doubled || run.len() >= LEAST && words * 5 < all * 2;
    small && run.iter().filter(|line| told_by_kin(line.span)).count() * 4 < run.len()
}

/// Whether nearly all lines of a run end without a stop. A quarter may be lines that say the same as the next one, like captions above
/// titles.
fn listed(run: &[Line<'_>]) -> bool {
    let stopped = run.iter().filter(|line| line.stopped).count();
    let captions = run
        .iter()
        .zip(run.iter().skip(1))
        .filter(|(line, next)| line.stopped && !next.stopped && in_common(line, next) >= 2);
    let told = stopped - captions.count();
    stopped * 4 <= run.len() && told * 16 <= run.len() && run.iter().all(|line| line.words.len() <= LONGEST)
}

/// Counts the lines that repeat the line before in other words.
fn doubled(run: &[Line<'_>]) -> usize {
    let pairs = run.iter().zip(run.iter().skip(1)).filter(|(a, b)| {
        let both = in_common(a, b);
        both >= 2 && both * 5 >= long_words(a).len().min(long_words(b).len()) * 2
    });
    pairs.count()
}

/// Counts the longer words that two lines have in common.
fn in_common(a: &Line<'_>, b: &Line<'_>) -> usize {
    long_words(a).intersection(&long_words(b)).count()
}

fn long_words(line: &Line<'_>) -> FxHashSet<Key> {
    line.words.iter().filter(|word| word.span.len() > 3).map(|word| word.key).collect()
}

/// Returns the end of the list whose heading is at `at`: short lines without stops, up to the next paragraph of the story.
fn under_a_heading(sheet: &CuedArticle<'_>, at: usize, end: usize) -> usize {
    let Some(line) = sheet.lines.get(at).filter(|line| is_heading(sheet, line)) else { return at };
    let led = sheet.cues.begins(line.words, Cue::SeeMore);
    if led < line.words.len() && !(is_marked(line, led) && led + 1 >= line.words.len()) {
        return at;
    }
    let rest = sheet.lines.get(at + 1..end).unwrap_or_default();
    let count =
        rest.iter().take_while(|line| !line.stopped && (MEAN..=LONGEST / 2).contains(&line.words.len())).count();
    if count > LEAST { at } else { at + 1 + count }
}

/// Whether a short line is the heading of a link list: `Related`, `Latest … news`, `See more …`, also with a colon after it.
fn is_heading(sheet: &CuedArticle<'_>, line: &Line<'_>) -> bool {
    let is_open = !line.stopped || line.text.trim_end().ends_with([':', '：']);
    let short = is_open && !line.words.is_empty() && line.words.len() <= HEADING;
    short && (sheet.cues.begins(line.words, Cue::SeeMore) > 0 || sheet.cues.is_latest(line.words))
}
