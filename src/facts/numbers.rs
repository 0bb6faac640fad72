//! Finds numbers, in figures and in words, with their units: `43 million`, `1,200.5`, `twenty-five`, `5 per cent`, `£3m`.

use super::bounds::bounded;
use super::fact::{Fact, Saying};
use super::figure::{Figure, Leeway, ORDINAL, PERCENT, SHARE, TIMES};
use super::lexicon::{FactWord, FactWords};
use super::numerals::{Step, begins_figure, currency, figure, steps};
use super::row::Row;
use super::shares::{part, ratio};

/// Words between the parts of a number: `two hundred and fifty`.
pub(super) const BINDING: &[&str] = &["and", "und", "y", "et", "e", "en", "och", "i", "и"];

/// The largest number, in thousandths.
const LARGEST: u128 = 1 << 100;

/// Letters of a scale that is none without a number before it: `m`, `bn`.
const SHORT: usize = 2;

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
    share_units(&mut found, row.text);
    found
}

fn number(row: &Row<'_>, at: usize) -> Option<(Fact, usize)> {
    let cell = row.cells.get(at).filter(|cell| !cell.taken)?;
    let figure = |thousandths: u128, unit: &'static str| Figure {
        thousandths,
        upto: None,
        unit,
        leeway: Leeway::Exact,
        vague: false,
        weak: false,
        negative: false,
        shared: false,
    };
    if let Some((thousandths, end)) = ratio(row, at).or_else(|| part(row, at)) {
        return Some((bounded(row, at..end, figure(thousandths, SHARE)), end));
    }
    let times = |m: &FactWord| if let FactWord::Times(value) = m { Some(*value) } else { None };
    if let Some(thousandths) = row.lexicon.meanings(&cell.small).iter().find_map(times) {
        let says = Saying::Figure(Figure { weak: true, ..figure(thousandths, TIMES) });
        return Some((Fact { span: row.span(at..at + 1), says }, at + 1));
    }
    let nth = |m: &FactWord| if let FactWord::Ordinal(value) = m { Some(*value) } else { None };
    if let Some(thousandths) = row.lexicon.meanings(&cell.small).iter().find_map(nth) {
        let says = Saying::Figure(Figure { weak: true, ..figure(thousandths, ORDINAL) });
        return Some((Fact { span: row.span(at..at + 1), says }, at + 1));
    }
    let minus = is_minus(row, at);
    let (mut told, mut end) = counted(row, at + usize::from(minus))?;
    if let Some((more, behind)) = upper_end(row, at, end) {
        let from = scaled_to(told.thousandths, more.thousandths).filter(|_| !told.vague && !told.weak && !more.weak);
        if let Some(from) =
            from.filter(|from| *from < more.thousandths && (told.unit.is_empty() || told.unit == more.unit))
        {
            (told, end) = (Figure { thousandths: from, upto: Some(more.thousandths), ..more }, behind);
        } else if is_score(row, end, &told, &more) {
            (told, end) = (Figure { upto: Some(more.thousandths), ..told }, behind);
        }
    }
    let below = is_below_zero(row, end);
    end += if below { BELOW_ZERO } else { 0 };
    Some((bounded(row, at..end, Figure { negative: minus || below, ..told }), end))
}

/// The numbers of a score or a vote are below this: of a larger one and a dash it is not known what they say.
const SCORE: u128 = 1_000_000;

/// Whether two numbers with a dash between are a score, of which the first is not the smaller: `3-1`.
fn is_score(row: &Row<'_>, end: usize, one: &Figure, other: &Figure) -> bool {
    let plain = |it: &Figure| it.unit.is_empty() && it.upto.is_none() && !it.vague && it.thousandths < SCORE;
    matches!(row.gap(end), "-" | "–") && plain(one) && plain(other) && other.thousandths <= one.thousandths
}

/// Whether a minus stands at a place, and a number right behind it: `-20`, `minus 20`.
fn is_minus(row: &Row<'_>, at: usize) -> bool {
    let sign = matches!(row.small(at), "-" | "–" | "−") && row.gap(at + 1).is_empty();
    // `ten minus two`, `más o menos 14`
    let before = at.checked_sub(1);
    let counts = before.and_then(|before| row.cells.get(before)).is_some_and(|cell| cell.taken);
    let joined = before.is_some_and(|before| ["o", "ou"].contains(&row.small(before)));
    let word = row.lexicon.is(row.small(at), FactWord::Minus) && row.goes_on(at + 1) && !counts && !joined;
    (sign || word) && row.cells.get(at + 1).is_some_and(|next| !next.taken)
}

/// Words of `below zero`.
const BELOW_ZERO: usize = 2;

/// Whether it is told behind a number that it is below zero.
fn is_below_zero(row: &Row<'_>, at: usize) -> bool {
    let words = (row.small(at), row.small(at + 1));
    let said = [("below", "zero"), ("below", "freezing"), ("unter", "null"), ("sous", "zéro"), ("bajo", "cero")];
    said.contains(&words) && row.goes_on(at) && row.goes_on(at + 1)
}

/// Marks the numbers without a unit that stand beside one in per cent, in the same sentence: it may be meant of both.
fn share_units(found: &mut [Fact], text: &str) {
    let unit = |fact: &Fact| if let Saying::Figure(figure) = fact.says { figure.unit } else { ORDINAL };
    let beside = |a: &Fact, b: &Fact| {
        let between = text.get(a.span.end()..b.span.start()).unwrap_or_default();
        !between.contains(['\n', ';']) && ![". ", "? ", "! "].iter().any(|end| between.contains(end))
    };
    let is_shared = |found: &[Fact], at: usize| {
        let before = at.checked_sub(1).and_then(|before| found.get(before));
        let near = [before.zip(found.get(at)), found.get(at).zip(found.get(at + 1))];
        near.into_iter().flatten().any(|(a, b)| (unit(a) == PERCENT || unit(b) == PERCENT) && beside(a, b))
    };
    for at in 0..found.len() {
        let shared = is_shared(found, at);
        if let Some(Fact { says: Saying::Figure(figure), .. }) = found.get_mut(at) {
            figure.shared = shared && figure.unit.is_empty();
        }
    }
}

/// Reads one number with its unit; gives it, and where it ends.
fn counted(row: &Row<'_>, at: usize) -> Option<(Figure, usize)> {
    let cell = row.cells.get(at).filter(|cell| !cell.taken)?;
    let money = currency(&cell.small).filter(|_| row.cells.get(at + 1).is_some_and(|next| begins_figure(&next.small)));
    let start = at + usize::from(money.is_some());
    let vague = row.phrase(start, |m| if let FactWord::Vague(value) = m { Some(value) } else { None });
    let attached = figure(row.small(start), row.lexicon).and_then(|(_, unit)| unit);
    let (mut thousandths, mut end, weak) = match vague {
        Some((value, len)) => (value, start + len, false),
        None => read(row, start)?,
    };
    // `several hundred`, `a few thousand`: it only says how large.
    let large = row.lexicon.meanings(row.small(start)).iter().any(|m| matches!(m, FactWord::Scale(_)));
    let some = start.checked_sub(1).is_some_and(|before| SEVERAL.contains(&row.small(before)));
    let vague = vague.is_some() || end == start + 1 && large && some;
    let mut upto = None;
    if end == start + 1 {
        upto = written_range(row.small(start), row.lexicon).filter(|upto| *upto > thousandths);
    }
    let mut unit = attached.or(money).or_else(|| hyphened_unit(row.small(start), row.lexicon)).unwrap_or("");
    if let Some((found, len)) = unit_at(row, end).filter(|_| unit.is_empty()) {
        (unit, end) = (found, end + len);
    }
    // `a year and a half`
    if !unit.is_empty() && (end..end + 3).map(|at| row.small(at)).eq(HALF) && row.goes_on(end) {
        (thousandths, end) = (thousandths + 500, end + HALF.len());
    }
    let leeway = Leeway::Exact;
    Some((Figure { thousandths, upto, unit, leeway, vague, weak, negative: false, shared: false }, end))
}

/// Words before a scale that leave open how many times it is meant.
const SEVERAL: [&str; 3] = ["several", "few", "many"];

/// What is behind a number with its unit where half of one is added.
const HALF: [&str; 3] = ["and", "a", "half"];

/// Reads the larger end of a range behind a number: `10 to 15`, `between 2 and 3 million`, `two or three`.
fn upper_end(row: &Row<'_>, at: usize, end: usize) -> Option<(Figure, usize)> {
    let before = at.checked_sub(1).map_or("", |at| row.small(at));
    let between = row.lexicon.is(before, FactWord::Between);
    let joins = row.lexicon.is(row.small(end), FactWord::Range) || between && BINDING.contains(&row.small(end));
    let from = row.lexicon.is(before, FactWord::From);
    let dash = matches!(row.gap(end).trim(), "-" | "–") && begins_figure(row.small(end));
    match () {
        () if joins && !from && row.goes_on(end) => counted(row, end + 1),
        () if dash => counted(row, end),
        () => None,
    }
}

/// A number by the scale of a larger one: the 2 of `2 to 3 million`.
fn scaled_to(number: u128, larger: u128) -> Option<u128> {
    let scales = [1_000_000_000, 1_000_000, 1_000];
    let scale =
        scales.into_iter().find(|scale| larger.is_multiple_of(*scale * 100) && number.saturating_mul(*scale) < larger);
    number.checked_mul(scale.filter(|_| number < 1_000_000).unwrap_or(1))
}

/// The larger end of a range that is written as one word: `10-15`.
fn written_range(word: &str, lexicon: &FactWords) -> Option<u128> {
    let (_, behind) = word.split_once('-')?;
    figure(behind, lexicon).map(|(value, _)| value).filter(|_| behind.chars().all(|c| c.is_ascii_digit()))
}

/// The unit written to a number with a hyphen: `three-week`.
fn hyphened_unit(word: &str, lexicon: &FactWords) -> Option<&'static str> {
    let behind = word.split('-').nth(1)?;
    lexicon.meanings(behind).iter().find_map(|m| if let FactWord::Unit(unit) = m { Some(*unit) } else { None })
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
        let long = row.small(next).chars().count() > SHORT;
        if steps.iter().any(|step| !reading.fits(*step, long)) {
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
    /// Whether a step goes on with the number.
    fn fits(&self, step: Step, long: bool) -> bool {
        match (self.last, step) {
            // `Anthony M. Kennedy`: a short word is one only behind a number.
            (None, Step::Scale(_)) => long,
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

/// Returns the unit after a number and its length in words. A word for the currency's country may come before it.
fn unit_at(row: &Row<'_>, at: usize) -> Option<(&'static str, usize)> {
    if row.small(at) == "%" {
        return Some((PERCENT, 1));
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
