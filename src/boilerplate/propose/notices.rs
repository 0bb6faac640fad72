//! Finds furniture: lines that are buttons or headings of the page, and single links to other articles.

use super::cues::Cue;
use super::found::{Found, Reach, Why};
use super::sheet::{CuedArticle, Line};
use crate::boilerplate::rule::{Fit, Unit};

/// The most words of a link line (benches/constants.md).
const LONGEST: usize = 25;

/// The fewest numbers in a list of pages (benches/constants.md).
const PAGES: usize = 3;

/// Finds the furniture of an article.
pub(super) fn find(sheet: &CuedArticle<'_>) -> Vec<Found> {
    let lines = sheet.lines.iter().skip(1);
    let mut found: Vec<Found> =
        lines.filter_map(|line| furniture(sheet, line).or_else(|| leads_on(sheet, line))).collect();
    found.extend(pages(sheet));
    found
}

/// Finds lists of page numbers after the story, on one line, as `1 2 3 4 Next`, or on a line each.
fn pages(sheet: &CuedArticle<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = sheet.body.end.max(1);
    while let Some(rest) = sheet.lines.get(at..).filter(|rest| !rest.is_empty()) {
        let lines = rest.iter().take_while(|line| of_pages(sheet, line).is_some()).count();
        let numbers: Vec<u32> = rest.iter().take(lines).filter_map(|line| of_pages(sheet, line)).flatten().collect();
        let goes_on = numbers.iter().zip(numbers.iter().skip(1)).any(|(page, next)| page + 1 == *next);
        if numbers.len() >= PAGES && numbers.is_sorted_by(|a, b| a < b) && goes_on {
            found.extend(sheet.span(at..at + lines).map(|span| {
                let fit = Fit::Exactly(span.of(&sheet.article.text).to_owned());
                Found { span, why: Why::Furniture, fit, reach: Reach::Source }
            }));
        }
        at += lines.max(1);
    }
    found
}

/// Returns the numbers in a line that has at most one word before or after them.
fn of_pages(sheet: &CuedArticle<'_>, line: &Line<'_>) -> Option<Vec<u32>> {
    let words = || line.words.iter().map(|word| word.span.of(&sheet.article.text));
    let numbers: Vec<u32> = words().filter_map(|word| word.parse().ok()).filter(|number| *number < 10_000).collect();
    let inner = line.words.len().saturating_sub(numbers.len());
    let plain = if numbers.len() >= PAGES { inner <= 2 } else { inner == 0 };
    (plain && line.text.chars().count() <= 60).then_some(numbers)
}

fn furniture(sheet: &CuedArticle<'_>, line: &Line<'_>) -> Option<Found> {
    let numbers = line
        .words
        .iter()
        .take_while(|word| word.span.of(&sheet.article.text).starts_with(|c: char| c.is_ascii_digit()))
        .count();
    let words = line.words.get(numbers.min(1)..)?;
    sheet.cues.is(words, Cue::Furniture).then(|| {
        let fit = if numbers > 0 { Fit::Loosely(line.text.to_owned()) } else { Fit::Exactly(line.text.to_owned()) };
        Found { span: line.span, why: Why::Furniture, fit, reach: Reach::Source }
    })
}

/// Finds a line that begins with or is `Read more:`.
fn leads_on(sheet: &CuedArticle<'_>, line: &Line<'_>) -> Option<Found> {
    let led = sheet.cues.begins(line.words, Cue::SeeMore);
    if led == 0 || line.words.len() > LONGEST || line.tells() && !is_marked(line, led) {
        return None;
    }
    if led < line.words.len() && !is_marked(line, led) && !names_one(sheet, line, led) {
        return None;
    }
    let opening = line.words.get(led - 1).map(|last| last.span.end() - line.span.start())?;
    let fit = Fit::BeginsSo(Unit::Paragraph, line.text.get(..opening)?.to_owned());
    let fit = if led == line.words.len() { Fit::Exactly(line.text.to_owned()) } else { fit };
    Some(Found { span: line.span, why: Why::SeeMore, fit, reach: Reach::Source })
}

/// Whether a colon or the like follows the link words.
pub(super) fn is_marked(line: &Line<'_>, led: usize) -> bool {
    let after =
        led.checked_sub(1).and_then(|last| line.words.get(last)).map_or(0, |word| word.span.end() - line.span.start());
    line.text
        .get(after..)
        .unwrap_or_default()
        .trim_start()
        .starts_with([':', '|', '>', '»', '›', '→', '：', '–', '—', '-', '…', '►', '▶', '+'])
}

/// Whether a title follows the link words without punctuation: `See also The ferry that never came`.
fn names_one(sheet: &CuedArticle<'_>, line: &Line<'_>, led: usize) -> bool {
    let next = line.words.get(led).map(|word| word.span.of(&sheet.article.text));
    led >= 2
        && !line.stopped
        && line.words.len() >= led + 3
        && next.is_some_and(|word| word.starts_with(char::is_uppercase))
}
