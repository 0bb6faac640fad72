//! Finds numbers, in figures and in words, with their units: `43 million`, `1,200.5`, `twenty-five`, `5 per cent`, `£3m`.

use super::fact::{Fact, ORDINAL, SHARE, Saying};
use super::lexicon::{FactWord, FactWords};
use super::row::Row;

/// Words between the parts of a number: `two hundred and fifty`.
pub(super) const BINDING: &[&str] = &["and", "und", "y", "et", "e", "en", "och", "i", "и"];

/// The largest number, in thousandths.
const LARGEST: u128 = 1 << 100;

/// The largest denominator of a share in words, in thousandths, so that `in 2019` is none.
const MOST_IN: u128 = 1_000_000;

/// A part of a number.
#[derive(Clone, Copy, PartialEq)]
enum Step {
    Figure(u128),
    Word(u128),
    Weak(u128),
    Scale(u128),
}

/// A number as far as it has been read.
struct Reading {
    total: u128,
    here: u128,
    words: usize,
    weak: bool,
    last: Option<Step>,
}

/// Finds the numbers of a row and marks their words as taken.
pub(super) fn numbers(row: &mut Row<'_>) -> Vec<Fact> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < row.cells.len() {
        match number(row, at) {
            Some((fact, end)) => {
                row.take(at..end);
                found.push(fact);
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

fn number(row: &Row<'_>, at: usize) -> Option<(Fact, usize)> {
    let cell = row.cells.get(at).filter(|cell| !cell.taken)?;
    if let Some((thousandths, end)) = ratio(row, at) {
        let says = Saying::Figure { thousandths, unit: SHARE, vague: false, weak: false };
        return Some((Fact { span: row.span(at..end), says }, end));
    }
    let nth = |m: &FactWord| if let FactWord::Ordinal(value) = m { Some(*value) } else { None };
    if let Some(thousandths) = row.lexicon.meanings(&cell.small).iter().find_map(nth) {
        let says = Saying::Figure { thousandths, unit: ORDINAL, vague: false, weak: true };
        return Some((Fact { span: row.span(at..at + 1), says }, at + 1));
    }
    let money = currency(&cell.small).filter(|_| row.cells.get(at + 1).is_some_and(|next| begins_figure(&next.small)));
    let start = at + usize::from(money.is_some());
    let vague = row.phrase(start, |m| if let FactWord::Vague(value) = m { Some(value) } else { None });
    let attached = figure(row.small(start), row.lexicon).and_then(|(_, unit)| unit);
    let (thousandths, mut end, weak) = match vague {
        Some((value, len)) => (value, start + len, false),
        None => read(row, start)?,
    };
    let mut unit = attached.or(money).unwrap_or("");
    if let Some((found, len)) = unit_at(row, end).filter(|_| unit.is_empty()) {
        (unit, end) = (found, end + len);
    }
    let says = Saying::Figure { thousandths, unit, vague: vague.is_some(), weak };
    Some((Fact { span: row.span(at..end), says }, end))
}

/// Reads a share like `1 in 3` or `one-in-three`, and returns it with its end.
fn ratio(row: &Row<'_>, at: usize) -> Option<(u128, usize)> {
    let value = |word: &str| match step(word, row.lexicon) {
        Some(Step::Word(value) | Step::Weak(value)) => Some(value),
        _ => figure(word, row.lexicon).map(|(value, _)| value),
    };
    let free = |at: usize| row.cells.get(at).is_some_and(|cell| !cell.taken);
    let (part, whole, end) = match row.small(at).split('-').collect::<Vec<_>>()[..] {
        [part, "in", whole] => (value(part)?, value(whole)?, at + 1),
        [part] if row.small(at + 1) == "in" && row.goes_on(at + 1) && row.goes_on(at + 2) && free(at + 2) => {
            (value(part)?, value(row.small(at + 2))?, at + 3)
        }
        _ => return None,
    };
    let is_share = row.lexicon.name == "en" && (1000..whole).contains(&part) && whole <= MOST_IN;
    is_share.then(|| (part * 1000 / (whole / 1000), end))
}

/// Reads the words of one number, and returns it with its end and whether its words may mean something else.
fn read(row: &Row<'_>, start: usize) -> Option<(u128, usize, bool)> {
    let mut reading = Reading { total: 0, here: 0, words: 0, weak: false, last: None };
    let mut at = start;
    while let Some(cell) = row.cells.get(at).filter(|cell| !cell.taken) {
        if at > start && !row.goes_on(at) {
            break;
        }
        let and = reading.last.is_some_and(|last| matches!(last, Step::Scale(_) | Step::Word(_)))
            && BINDING.contains(&cell.small.as_str())
            && row.goes_on(at + 1);
        let next = if and { at + 1 } else { at };
        let Some(steps) = steps(row, next) else { break };
        if and && !matches!(steps.first(), Some(Step::Word(_))) {
            break;
        }
        if steps.iter().any(|step| !reading.fits(*step)) {
            break;
        }
        steps.iter().for_each(|step| reading.take(*step));
        at = next + 1;
    }
    let weak = reading.weak && reading.words == 1;
    let value = reading.total + reading.here;
    (reading.words > 0 && value <= LARGEST).then_some((value, at, weak))
}

impl Reading {
    /// Whether a part continues the number.
    fn fits(&self, step: Step) -> bool {
        match (self.last, step) {
            (None, _) => true,
            (Some(Step::Weak(half)), Step::Weak(1000)) => half < 1000,
            (Some(_), Step::Weak(_)) => false,
            (Some(_), Step::Scale(_)) => true,
            // `5 000`
            (Some(Step::Figure(value)), Step::Figure(_)) => value < 1_000_000 && self.words == 1,
            (Some(Step::Scale(scale)), Step::Word(value) | Step::Figure(value)) => value < scale * 1000,
            (Some(Step::Word(tens)), Step::Word(ones)) => {
                ones < 10_000 && (20_000..100_000).contains(&tens) || tens >= 100_000 && ones < 100_000
            }
            _ => false,
        }
    }

    fn take(&mut self, step: Step) {
        match (self.last, step) {
            (Some(Step::Figure(thousands)), Step::Figure(value)) => self.here = thousands * 1000 + value,
            (Some(Step::Weak(_)), Step::Weak(_)) => {}
            (_, Step::Scale(scale)) if scale >= 1000 => {
                self.total += self.here.max(if self.here == 0 { 1000 } else { 0 }).saturating_mul(scale);
                self.here = 0;
            }
            (_, Step::Scale(scale)) => self.here = self.here.max(if self.here == 0 { 1000 } else { 0 }) * scale,
            (_, Step::Figure(value) | Step::Word(value) | Step::Weak(value)) => self.here += value,
        }
        self.weak |= matches!(step, Step::Weak(_));
        self.words += 1;
        self.last = Some(step);
    }
}

/// Returns the parts of a number in a word, if it is one.
fn steps(row: &Row<'_>, at: usize) -> Option<Vec<Step>> {
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

fn step(word: &str, lexicon: &FactWords) -> Option<Step> {
    lexicon.meanings(word).iter().find_map(|meaning| match meaning {
        FactWord::Number(value) => Some(Step::Word(*value)),
        FactWord::Few(value) => Some(Step::Weak(*value)),
        FactWord::Scale(scale) if word.chars().count() > 2 || *scale >= 1_000_000 => Some(Step::Scale(*scale)),
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

fn begins_figure(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// Reads a number in figures, in thousandths, with an attached unit; `34-year-old` is 34, `3rd` is 3, `5m` is five million.
fn figure(word: &str, lexicon: &FactWords) -> Option<(u128, Option<&'static str>)> {
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

/// Reads digits with thousands and decimal separators.
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
        // The convention of another country.
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

fn currency(sign: &str) -> Option<&'static str> {
    ["$", "€", "£", "¥", "₽", "₹"].into_iter().find(|money| sign == *money || sign.ends_with(money) && sign.len() < 6)
}

/// Returns the unit after a number and its length in words. A word for the currency's country may come before it.
fn unit_at(row: &Row<'_>, at: usize) -> Option<(&'static str, usize)> {
    if row.small(at) == "%" {
        return Some(("%", 1));
    }
    if let Some(money) = currency(row.small(at)).filter(|_| row.goes_on(at)) {
        return Some((money, 1));
    }
    let unit = |at: usize| row.phrase(at, |m| if let FactWord::Unit(unit) = m { Some(unit) } else { None });
    let near = |at: usize| row.goes_on(at) && row.small(at).chars().count() > 1;
    let own = || unit(at).filter(|_| near(at));
    let foreign = || {
        let money = unit(at + 1).filter(|(unit, _)| currency(unit).is_some() && near(at + 1))?;
        row.cells.get(at).filter(|cell| cell.capital).map(|_| (money.0, money.1 + 1))
    };
    own().or_else(foreign)
}
