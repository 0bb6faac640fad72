//! A fact: a span of a text, and what it says.

use super::change_kind::ChangeKind;
use crate::text::Span;

/// The unit of a share: `one in three`.
pub(super) const SHARE: &str = "in";
/// The unit of an ordinal: such a word may mean something else, unless another ordinal replaces it.
pub(super) const ORDINAL: &str = "th";

/// A number, a date, a name, a negation, or a word of certainty or doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Its span, with its unit.
    pub span: Span,
    /// What it says.
    pub says: Saying,
}

/// What a fact says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saying {
    /// A number with its unit; `vague` as in `dozens`, `weak` if the word may mean something else.
    Figure {
        /// The number, in thousandths.
        thousandths: u128,
        /// What is counted, or nothing.
        unit: &'static str,
        /// Whether it is only an order of magnitude.
        vague: bool,
        /// Whether the word also has another meaning: `one`, `a`.
        weak: bool,
    },
    /// A day or a time.
    When(DayTime),
    /// A name: its folded words.
    Called(Vec<String>),
    /// A negation.
    Not,
    /// A word that denies without being a negation: `refused`.
    Unsaid,
    /// A word of doubt.
    Doubt,
    /// A word of certainty.
    Firm,
    /// Words used in place of a name.
    Pronoun,
}

/// A day or a time, as far as it is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayTime {
    /// The day of the week; Monday is 1.
    pub weekday: Option<u8>,
    /// The month.
    pub month: Option<u8>,
    /// The day of the month.
    pub day: Option<u8>,
    /// The year.
    pub year: Option<u16>,
    /// The minute of the day.
    pub minute: Option<u16>,
    /// A relative day: `yesterday`.
    pub relative: Option<&'static str>,
}

impl DayTime {
    /// Combines two parts of a date; `None` if they contradict each other.
    pub fn with(self, other: DayTime) -> Option<DayTime> {
        fn one<T: PartialEq + Copy>(a: Option<T>, b: Option<T>) -> Option<Option<T>> {
            if a.is_some() && b.is_some() && a != b { None } else { Some(a.or(b)) }
        }
        Some(DayTime {
            weekday: one(self.weekday, other.weekday)?,
            month: one(self.month, other.month)?,
            day: one(self.day, other.day)?,
            year: one(self.year, other.year)?,
            minute: one(self.minute, other.minute)?,
            relative: one(self.relative, other.relative)?,
        })
    }

    /// Whether they have parts in common and all common parts are equal.
    pub fn may_be(self, other: DayTime) -> bool {
        let common = [
            self.weekday.is_some() && self.weekday == other.weekday,
            self.month.is_some() && self.month == other.month,
            self.year.is_some() && self.year == other.year,
            self.day.is_some() && self.day == other.day,
            self.minute.is_some() && self.minute == other.minute,
            self.relative.is_some() && self.relative == other.relative,
        ];
        self.with(other).is_some() && common.contains(&true)
    }
}

impl Fact {
    /// Returns the kind of change it is if the other side lacks it.
    pub fn kind(&self) -> Option<ChangeKind> {
        match self.says {
            Saying::Figure { .. } => Some(ChangeKind::Number),
            Saying::When(_) => Some(ChangeKind::Date),
            Saying::Called(_) => Some(ChangeKind::Name),
            Saying::Not => Some(ChangeKind::Negation),
            Saying::Doubt | Saying::Firm => Some(ChangeKind::Hedging),
            Saying::Unsaid | Saying::Pronoun => None,
        }
    }

    /// Whether the word may not mean a number.
    pub fn is_weak(&self) -> bool {
        matches!(self.says, Saying::Figure { weak: true, .. })
    }

    /// Whether it is an ordinal: `third`.
    pub fn is_ordinal(&self) -> bool {
        matches!(self.says, Saying::Figure { unit: ORDINAL, .. })
    }

    /// Whether two facts may mean the same: `5 per cent` and `5 %`, `3 May` and `3 May 2021`, `Ada Brand` and `Brand`.
    pub fn may_be(&self, other: &Fact) -> bool {
        match (&self.says, &other.says) {
            (
                Saying::Figure { thousandths, unit, vague, .. },
                Saying::Figure { thousandths: others, unit: their_unit, vague: theirs, .. },
            ) => {
                thousandths == others
                    && vague == theirs
                    && (unit == their_unit || unit.is_empty() || their_unit.is_empty())
            }
            (Saying::When(when), Saying::When(others)) => when.may_be(*others),
            (Saying::Called(words), Saying::Called(others)) => one_name(words, others),
            (a, b) => a == b,
        }
    }
}

/// Whether all words of the shorter name are in the longer one, or one is the acronym of the other.
fn one_name(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let held = |word: &String| long.iter().any(|other| one_word(word, other));
    if !short.is_empty() && short.iter().all(held) {
        return true;
    }
    let initials: String = long.iter().filter_map(|word| word.chars().next()).collect();
    matches!(short, [word] if long.len() > 1 && *word == initials)
}

fn one_word(a: &str, b: &str) -> bool {
    let longer = |a: &str, b: &str| a.strip_prefix(b).is_some_and(|rest| rest == "s");
    // `Uyghur`, `Uighur`: transcriptions from another script.
    let spelled = || a.len() == b.len() && a.replace('y', "i") == b.replace('y', "i");
    a == b || longer(a, b) || longer(b, a) || spelled()
}
