//! A number with what it counts, and whether another outlet's may be the same: rounded, in another measure, in a range.

/// The unit of a share: `one in three`, `a third`.
pub(super) const SHARE: &str = "in";
/// The unit of a share in figures.
pub(super) const PERCENT: &str = "%";
/// The unit of a number that tells which one of a row: such a word may mean something else, unless another stands in its place.
pub(super) const ORDINAL: &str = "th";
/// The unit of what grew or shrank so many times over: `doubled`. It counts only against another of these.
pub(super) const TIMES: &str = "x";
/// Money of which one is worth between a half and two of another, so that one sum may be the other, exchanged.
const NEAR_IN_WORTH: [&str; 3] = ["$", "€", "£"];
/// What the units of a time begin with; the seconds in one stand behind it.
const SECONDS: char = 's';

/// By how much a share in words may be off, in millionths of a part of a hundred: `a third` is told of 32 and of 35 per cent.
const SHARE_OFF: u128 = 2_000_000;
/// Parts of a hundred by which the same in another measure may be off: `40 kilometres`, `25 miles`.
const CONVERTED_OFF: u128 = 5;
/// Parts of a hundred by which `about` may be off at the most.
const ABOUT_OFF: u128 = 10;
/// Parts of a hundred by which it may be off however exact the number looks.
const NEAR_OFF: u128 = 3;

/// A number, or a range of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The number, in thousandths; of a share in words, in millionths of the whole.
    pub thousandths: u128,
    /// The larger end of a range, in thousandths: `10 to 15`.
    pub upto: Option<u128>,
    /// What is counted, or nothing.
    pub unit: &'static str,
    /// How far the words before it leave it open.
    pub leeway: Leeway,
    /// Whether it only says how large: `dozens`.
    pub vague: bool,
    /// Whether the word has another meaning as well: `one`, `a`.
    pub weak: bool,
    /// Whether it is less than nothing: `-20`, `20 degrees below zero`.
    pub negative: bool,
    /// Whether it has no unit, and a number beside it has per cent, which may be meant of both: the 30 of `from 30 to 40 per cent`.
    pub shared: bool,
}

/// How far a number is left open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Leeway {
    /// It is that number.
    #[default]
    Exact,
    /// `about`, `nearly`.
    About,
    /// `more than`, `at least`.
    Over,
    /// `less than`, `up to`.
    Below,
}

impl Leeway {
    /// Whether one says more, and the other less.
    fn is_opposite(self, other: Leeway) -> bool {
        matches!((self, other), (Leeway::Over, Leeway::Below) | (Leeway::Below, Leeway::Over))
    }
}

/// What units measure, by which they can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Measure {
    Plain,
    Share,
    Time,
    Length,
    Weight,
    Other(&'static str),
}

impl Figure {
    /// Whether it is the same number of the same: `5 per cent` and `5 %`, `two weeks` and `14 days`.
    pub fn is(&self, other: &Figure) -> bool {
        self.negative == other.negative && !self.leeway.is_opposite(other.leeway) && self.is_as_large(other)
    }

    /// The same, whatever their signs, and whether more or less is meant: `a change of -3`, `a fall of 3`.
    pub fn is_as_large(&self, other: &Figure) -> bool {
        let ((unit, factor), (their_unit, their_factor)) = (self.measure(), other.measure());
        if self.vague != other.vague || self.counts_beside_share(other) {
            return false;
        }
        let degrees = |unit: &str| unit.starts_with('°');
        // `14 degrees` may be of Celsius, and of Fahrenheit.
        let named = [self.unit, other.unit].contains(&"°") && degrees(self.unit) && degrees(other.unit);
        let ends = (self.thousandths, self.upto);
        let theirs = (other.thousandths, other.upto);
        let raw = ends == theirs
            && (self.unit == other.unit || named || unit == Measure::Plain || their_unit == Measure::Plain);
        let scaled = |(from, to): (u128, Option<u128>), factor: u128| (from * factor, to.map(|to| to * factor));
        let same_measure = unit == their_unit && self.unit != other.unit;
        let off = if unit == Measure::Share { SHARE_OFF } else { 0 };
        let (a, b) = (scaled(ends, factor), scaled(theirs, their_factor));
        raw || same_measure && a.1 == b.1 && a.0.abs_diff(b.0) <= off
    }

    /// Whether both count the same, or one does not say what.
    pub fn is_comparable(&self, other: &Figure) -> bool {
        let (unit, their_unit) = (self.measure().0, other.measure().0);
        let times = [self.unit, other.unit].contains(&TIMES);
        unit == their_unit || !times && (unit == Measure::Plain || their_unit == Measure::Plain)
    }

    /// The same above zero, and with no word that says more where the other says less.
    pub(super) fn loosened(self, other: &Figure) -> Figure {
        let leeway = if self.leeway.is_opposite(other.leeway) { Leeway::About } else { self.leeway };
        Figure { negative: false, leeway, ..self }
    }

    /// Whether they differ where they stand in the same place of the same words, though both may be so: two ranges, and two units of one
    /// number, as of money.
    pub(super) fn clashes(&self, other: &Figure) -> bool {
        let ends = (self.thousandths, self.upto) == (other.thousandths, other.upto);
        if self.vague || other.vague || self.weak || other.weak {
            return false;
        }
        if self.is_comparable(other) {
            let (unit, their_unit) = (self.measure().0, other.measure().0);
            let alike = self.unit == other.unit || unit == Measure::Plain || their_unit == Measure::Plain;
            return alike && self.upto.is_some() && other.upto.is_some() && !ends;
        }
        let apart = self.thousandths.max(other.thousandths) > 2 * self.thousandths.min(other.thousandths);
        let worth = [self.unit, other.unit].iter().all(|unit| NEAR_IN_WORTH.contains(unit));
        let of = |unit: &str| !matches!(unit, "" | ORDINAL | SHARE | TIMES);
        of(self.unit) && of(other.unit) && (ends || worth && apart)
    }

    /// Whether both may be so: one is rounded, or in the range of the other. What counts something else contradicts nothing.
    pub fn agrees(&self, other: &Figure) -> bool {
        if !self.is_comparable(other) {
            return true;
        }
        let ((unit, factor), (their_unit, their_factor)) = (self.measure(), other.measure());
        let plain = unit == Measure::Plain || their_unit == Measure::Plain;
        let (factor, their_factor) = if plain { (1, 1) } else { (factor, their_factor) };
        let converted = !plain && self.unit != other.unit;
        let (a, b) = (self.reach(factor, converted), other.reach(their_factor, converted));
        let may_meet = self.negative == other.negative && !self.counts_beside_share(other);
        // What begins where the other ends is no part of it: `more than half`, `less than half`.
        let meets =
            if self.leeway.is_opposite(other.leeway) { a.0 < b.1 && b.0 < a.1 } else { a.0 <= b.1 && b.0 <= a.1 };
        self.is(other) || may_meet && meets
    }

    /// Whether one is a share in per cent and the other is none: `40 per cent of the boats`, `40 of the boats`.
    fn counts_beside_share(&self, other: &Figure) -> bool {
        let counts = |one: &Figure, other: &Figure| one.unit.is_empty() && !one.shared && other.unit == PERCENT;
        counts(self, other) || counts(other, self)
    }

    /// The least and the most that it may mean, scaled.
    fn reach(&self, factor: u128, converted: bool) -> (u128, u128) {
        let (one, other) = (self.thousandths, self.upto.unwrap_or(self.thousandths));
        // Of a score the first may be the larger: `3-1`.
        let (from, to) = (one.min(other), one.max(other));
        let off = |value: u128| match self.leeway {
            Leeway::About => rounded_by(value),
            _ if converted && self.measure().0 != Measure::Share => value * CONVERTED_OFF / 100,
            _ => 0,
        };
        let (mut low, mut high) = (from - off(from).min(from), to + off(to));
        match self.leeway {
            Leeway::Over => high = high * 3 / 2,
            Leeway::Below => low = low * 2 / 3,
            Leeway::Exact | Leeway::About => {}
        }
        // Some dozens, some hundreds: up to the next of these words.
        if self.vague {
            (low, high) = (low * 3 / 2, high * 8);
        }
        let (low, high) = (low * factor, high * factor);
        let share = if converted && self.unit == SHARE { SHARE_OFF } else { 0 };
        (low - share.min(low), high + share)
    }

    /// What it measures, and by how much it is multiplied to compare it.
    fn measure(&self) -> (Measure, u128) {
        match self.unit {
            "" => (Measure::Plain, 1),
            SHARE => (Measure::Share, 100),
            PERCENT => (Measure::Share, 1_000),
            "m" => (Measure::Length, 1_000),
            "km" => (Measure::Length, 1_000_000),
            "mile" => (Measure::Length, 1_609_344),
            "ft" => (Measure::Length, 305),
            "kg" => (Measure::Weight, 1),
            "t" => (Measure::Weight, 1_000),
            unit => match unit.strip_prefix(SECONDS).and_then(|seconds| seconds.parse().ok()) {
                Some(seconds) => (Measure::Time, seconds),
                None => (Measure::Other(unit), 1),
            },
        }
    }

    /// Whether a time is counted.
    pub(super) fn is_time(&self) -> bool {
        self.measure().0 == Measure::Time
    }
}

/// By how much a number that is told as rounded may be off: half of the place it is rounded to, within bounds.
fn rounded_by(value: u128) -> u128 {
    let mut place = 1;
    while value > 0 && value.is_multiple_of(place * 10) {
        place *= 10;
    }
    (place / 2).min(value * ABOUT_OFF / 100).max(value * NEAR_OFF / 100)
}
