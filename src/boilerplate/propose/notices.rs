//! Furniture: lines that are buttons or headings of the page, and single lines that lead on.

use super::cues::Cue;
use super::found::{Found, Reach, Why};
use super::sheet::{Line, Sheet};
use crate::boilerplate::rule::{Fit, Unit};

/// The most words of a line that leads on.
const LONGEST: usize = 25;

/// Finds the furniture of an article.
pub(super) fn found(sheet: &Sheet<'_>) -> Vec<Found> {
    sheet.lines.iter().skip(1).filter_map(|line| furniture(sheet, line).or_else(|| leads_on(sheet, line))).collect()
}

fn furniture(sheet: &Sheet<'_>, line: &Line<'_>) -> Option<Found> {
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

/// Finds a line that begins with `Read more:` or is nothing but that.
fn leads_on(sheet: &Sheet<'_>, line: &Line<'_>) -> Option<Found> {
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

/// Tells whether a mark that opens something stands behind the words that lead on.
pub(super) fn is_marked(line: &Line<'_>, led: usize) -> bool {
    let after =
        led.checked_sub(1).and_then(|last| line.words.get(last)).map_or(0, |word| word.span.end() - line.span.start());
    line.text
        .get(after..)
        .unwrap_or_default()
        .trim_start()
        .starts_with([':', '|', '>', '»', '›', '→', '：', '–', '—', '-', '…', '►', '▶', '+'])
}

/// Tells whether a title follows the words that lead on, though no mark parts them: `See also The ferry that never came`.
fn names_one(sheet: &Sheet<'_>, line: &Line<'_>, led: usize) -> bool {
    let next = line.words.get(led).map(|word| word.span.of(&sheet.article.text));
    led >= 2
        && !line.stopped
        && line.words.len() >= led + 3
        && next.is_some_and(|word| word.starts_with(char::is_uppercase))
}
