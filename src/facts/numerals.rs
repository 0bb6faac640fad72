//! Words and figures that are parts of a number.

use super::lexicon::{FactWord, FactWords};
use super::row::Row;

/// A part of a number.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Step {
    Figure(u128),
    Word(u128),
    Weak(u128),
    Scale(u128),
}

/// The parts of a number that a word holds; none if it is no number.
pub(super) fn steps(row: &Row<'_>, at: usize) -> Option<Vec<Step>> {
    let cell = row.cells.get(at).filter(|cell| !cell.taken)?;
    let word = cell.small.as_str();
    if begins_figure(word) {
        // `000` behind `5` in `5 000`.
        let (value, _) = figure(word, row.lexicon)?;
        return Some(vec![Step::Figure(value)]);
    }
    if let Some(step) = step(word, row.lexicon) {
        return Some(vec![step]);
    }
    let mut parts = word.split(['-', '‐', '\u{2011}']);
    let first = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    if rest.is_empty() {
        return compound(word, row.lexicon).map(|value| vec![Step::Word(value)]);
    }
    let first = step(first, row.lexicon).filter(|step| matches!(step, Step::Word(_)))?;
    // `twenty-five`, but `five-year` is five.
    let rest: Option<Vec<Step>> = rest.iter().map(|part| step(part, row.lexicon)).collect();
    Some(std::iter::once(first).chain(rest.unwrap_or_default()).collect())
}

pub(super) fn step(word: &str, lexicon: &FactWords) -> Option<Step> {
    lexicon.meanings(word).iter().find_map(|meaning| match meaning {
        FactWord::Number(value) => Some(Step::Word(*value)),
        FactWord::Few(value) => Some(Step::Weak(*value)),
        FactWord::Scale(scale) => Some(Step::Scale(*scale)),
        _ => None,
    })
}

/// A number of German whose parts are written as one word: `fünfundzwanzig`, `zweihundert`.
fn compound(word: &str, lexicon: &FactWords) -> Option<u128> {
    let small = |part: &str| match step(part, lexicon) {
        Some(Step::Word(value)) => Some(value),
        _ => matches!(part, "ein" | "een" | "én").then_some(1000),
    };
    if !lexicon.joins_words() {
        return None;
    }
    for (scale, value) in [("tausend", 1000), ("duizend", 1000), ("hundert", 100), ("honderd", 100)] {
        if let Some((times, rest)) = word.split_once(scale) {
            let times = if times.is_empty() { 1000 } else { small(times).or_else(|| compound(times, lexicon))? };
            let rest = if rest.is_empty() { 0 } else { small(rest).or_else(|| compound(rest, lexicon))? };
            return Some(times * value + rest);
        }
    }
    let binding = if lexicon.name == "de" { "und" } else { "en" };
    let mut places = word.match_indices(binding).map(|(at, _)| at);
    places.find_map(|at| {
        let (ones, tens) = (small(&word[..at])?, small(&word[at + binding.len()..])?);
        (ones < 10_000 && (20_000..100_000).contains(&tens)).then_some(ones + tens)
    })
}

pub(super) fn begins_figure(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// Reads a number in figures, in thousandths, with the unit written to it; `34-year-old` is 34, `3rd` is 3, `5m` five million.
pub(super) fn figure(word: &str, lexicon: &FactWords) -> Option<(u128, Option<&'static str>)> {
    if !begins_figure(word) {
        return None;
    }
    let end = word.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(word.len());
    let (digits, rest) = word.split_at(end);
    let value = thousandths(digits.trim_end_matches(['.', ',']), lexicon.comma)?;
    let rest = rest.trim_start_matches('-');
    if rest.is_empty() || word[end..].starts_with('-') || ["st", "nd", "rd", "th", "er", "e", "s"].contains(&rest) {
        return Some((value, None));
    }
    lexicon.meanings(rest).iter().find_map(|meaning| match meaning {
        FactWord::Scale(scale) => Some((value.checked_mul(*scale)?, None)),
        FactWord::Unit(unit) => Some((value, Some(*unit))),
        _ => None,
    })
}

/// Reads digits with marks of thousands and of parts.
fn thousandths(digits: &str, comma: bool) -> Option<u128> {
    let groups = |mark: char| {
        let mut parts = digits.split(mark);
        let first = parts.next().unwrap_or_default();
        digits.contains(mark) && first.len() <= 3 && first != "0" && parts.all(|part| part.len() == 3)
    };
    let (thousands, decimal) = if comma { ('.', ',') } else { (',', '.') };
    let plain: String = match () {
        () if digits.contains(thousands) && digits.contains(decimal) => digits.replace(thousands, ""),
        () if groups(thousands) => digits.replace(thousands, ""),
        () if digits.matches(decimal).count() > 1 && groups(decimal) => digits.replace(decimal, ""),
        // Another country's way of writing it.
        () if digits.contains(thousands) => digits.replace(thousands, &decimal.to_string()),
        () => digits.to_owned(),
    };
    let (whole, part) = plain.split_once(decimal).unwrap_or((&plain, ""));
    if whole.len() > 27 || part.contains(decimal) {
        return None;
    }
    let part: String = part.chars().chain("000".chars()).take(3).collect();
    Some(whole.parse::<u128>().ok()? * 1000 + part.parse::<u128>().ok()?)
}

/// A number that is one word, in words or in figures.
pub(super) fn value_of(word: &str, lexicon: &FactWords) -> Option<u128> {
    match step(word, lexicon) {
        Some(Step::Word(value) | Step::Weak(value)) => Some(value),
        _ => figure(word, lexicon).map(|(value, _)| value),
    }
}

/// The sign of money that a word is or ends with.
pub(super) fn currency(sign: &str) -> Option<&'static str> {
    ["$", "€", "£", "¥", "₽", "₹"].into_iter().find(|money| sign == *money || sign.ends_with(money) && sign.len() < 6)
}
