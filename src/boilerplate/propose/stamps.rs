//! Finds bylines and stamps: short lines around the story that say who wrote it and when.

use super::cues::Cue;
use super::found::{Found, Reach, Why};
use super::sheet::{CuedArticle, Line};
use crate::boilerplate::rule::{Fit, Unit};
use crate::text::{Span, Token};

/// The most words of a byline or a stamp (benches/constants.md).
const LONGEST: usize = 16;
/// The most words of the names in one part of a byline (benches/constants.md).
const NAMES: usize = 6;
/// What parts a byline, and the same inside the brackets of a pattern.
const BARS: [char; 3] = ['|', '·', '•'];
const BARRED: &str = "|·•";

/// Finds the bylines and stamps of an article.
pub(super) fn find(sheet: &CuedArticle<'_>) -> Vec<Found> {
    let each = sheet.lines.iter().enumerate().filter_map(|(at, line)| {
        if at == 0 {
            return prefix(sheet, line);
        }
        if let Some(fit) = parted(sheet, line) {
            return Some(Found { span: line.span, why: Why::Byline, fit, reach: Reach::Source });
        }
        if !sheet.is_outside(at) || line.words.len() > LONGEST {
            return None;
        }
        let whole = Fit::Exactly(line.text.to_owned());
        if is_byline(sheet, line) {
            return Some(Found { span: line.span, why: Why::Byline, fit: whole, reach: Reach::Source });
        }
        is_stamp(sheet, line.words).then(|| Found {
            span: line.span,
            why: Why::Stamp,
            fit: Fit::Loosely(line.text.to_owned()),
            reach: Reach::Source,
        })
    });
    each.collect()
}

fn is_byline(sheet: &CuedArticle<'_>, line: &Line<'_>) -> bool {
    let led = sheet.cues.begins(line.words, Cue::Byline);
    let Some(names) = line.words.get(led..).filter(|names| led > 0 && !names.is_empty()) else { return false };
    let written = |word: &Token| word.span.of(&sheet.article.text);
    let small = names.iter().filter(|word| written(word).starts_with(char::is_lowercase)).count();
    let named = names.first().is_some_and(|word| !written(word).starts_with(char::is_lowercase));
    let numbered = names.iter().any(|word| written(word).starts_with(|c: char| c.is_ascii_digit()));
    named && !numbered && small * 3 <= names.len() && !line.stopped && !line.text.ends_with(['?', '!'])
}

/// Returns the rule for a line of two parts or more, as `Ada Brandt, Lunn | Updated 3.4.2022 | 5 comments`, if each is a name, a stamp or
/// a count, and at least one a stamp. Such a line may be anywhere; the rule leaves open who, when and how many.
fn parted(sheet: &CuedArticle<'_>, line: &Line<'_>) -> Option<Fit> {
    if line.stopped || line.words.len() > LONGEST || !line.text.contains(BARS) {
        return None;
    }
    let (mut start, mut stamps, mut parts) = (line.span.start(), 0, Vec::new());
    for text in line.text.split(BARS) {
        let span = Span::new(start, start + text.len());
        start = span.end() + line.text.get(span.end() - line.span.start()..)?.chars().next().map_or(0, char::len_utf8);
        let words = sheet.article.tokens.get(sheet.article.tokens_in(span)).unwrap_or_default();
        let is_stamp = is_stamp(sheet, words);
        stamps += usize::from(is_stamp);
        parts.push(if is_stamp {
            format!("[^{BARRED}]{{0,40}}[0-9][^{BARRED}]{{0,40}}")
        } else if is_count(sheet, words) {
            format!("\\s*[0-9][^{BARRED}]{{0,40}}")
        } else if is_name(sheet, words) {
            format!("\\s*\\p{{Lu}}[^{BARRED}]{{0,60}}")
        } else {
            return None;
        });
    }
    let pattern = format!("^{}$", parts.join(&format!("[{BARRED}]")));
    (stamps > 0 && parts.len() > stamps).then_some(Fit::Pattern(Unit::Paragraph, pattern))
}

/// Whether words are a number and at most two more, as `12 comments`.
fn is_count(sheet: &CuedArticle<'_>, words: &[Token]) -> bool {
    words.len() <= 3 && words.first().is_some_and(|word| is_number(word.span.of(&sheet.article.text)))
}

/// Whether words may be a name or two, perhaps after a word such as `by`: each begins with a capital letter.
fn is_name(sheet: &CuedArticle<'_>, words: &[Token]) -> bool {
    let names = words.get(sheet.cues.begins(words, Cue::Byline)..).unwrap_or_default();
    let is_capital = |word: &Token| word.span.of(&sheet.article.text).starts_with(char::is_uppercase);
    (1..=NAMES).contains(&names.len()) && names.iter().all(is_capital)
}

/// Whether all words belong to dates and times, with enough numbers among them.
fn is_stamp(sheet: &CuedArticle<'_>, words: &[Token]) -> bool {
    let mut at = 0;
    let (mut numbers, mut dates) = (0, 0);
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let date = sheet.cues.begins(rest, Cue::Date);
        let number = rest.first().is_some_and(|word| is_number(word.span.of(&sheet.article.text)));
        let length = date.max(usize::from(number)).max(sheet.cues.begins(rest, Cue::Label));
        if length == 0 {
            return false;
        }
        numbers += usize::from(number);
        dates += usize::from(date > 0);
        at += length;
    }
    let labelled = sheet.cues.begins(words, Cue::Label) > 0;
    let dated = words.iter().all(|word| may_be_of_a_date(word.span.of(&sheet.article.text)));
    numbers >= 3 && (dated || labelled || dates > 0) || numbers >= 1 && (dates >= 1 || labelled && words.len() <= 6)
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_numeric()) && word.chars().filter(|c| c.is_alphabetic()).count() <= 2
}

/// Whether a word is no number that neither a date nor a time has, as those of telephones are.
fn may_be_of_a_date(word: &str) -> bool {
    let runs = word.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    runs.into_iter().all(|run| run.len() <= 2 || run.len() == 4 && (run.starts_with("19") || run.starts_with("20")))
}

/// Finds a label with a numeric date at the start of the first paragraph: metadata that ran into the text.
fn prefix(sheet: &CuedArticle<'_>, line: &Line<'_>) -> Option<Found> {
    let label = sheet.cues.begins(line.words, Cue::Label);
    let dated: Vec<&Token> = line
        .words
        .get(label..)?
        .iter()
        .take(4)
        .take_while(|word| is_number(word.span.of(&sheet.article.text)))
        .collect();
    let last = dated.last().filter(|_| label > 0 && dated.len() >= 2)?.span.end();
    let whole = Span::new(line.words.first()?.span.start(), last);
    let written = Span::new(line.words.get(label)?.span.start(), last).of(&sheet.article.text);
    let figured = written.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | ':' | 'T'));
    let led = Span::new(whole.start(), line.words.get(label - 1)?.span.end()).of(&sheet.article.text);
    let fit = format!(r"^{}:?\s*[0-9][0-9/.:T-]{{5,24}}", regex::escape(led));
    (figured && whole.len() < line.text.len()).then_some(Found {
        span: whole,
        why: Why::Stamp,
        fit: Fit::Pattern(Unit::Words, fit),
        reach: Reach::Source,
    })
}
