//! A fact: a span of a text, and what it says.

use super::change_kind::ChangeKind;
use super::figure::{Figure, ORDINAL, TIMES};
use super::frame::Frame;
use crate::text::Span;

/// Bytes of an article: `a`, `un`.
const ARTICLE: usize = 2;

/// A number, a date, a name, a negation, or a word that vouches or doubts.
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
    /// A number.
    Figure(Figure),
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
    /// The month; January is 1.
    pub month: Option<u8>,
    /// The day of the month, from 1.
    pub day: Option<u8>,
    /// The year.
    pub year: Option<u16>,
    /// The first year of a decade, or of a century: `the 1980s`.
    pub decade: Option<u16>,
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
        if self.is_of_other_years(other) {
            return None;
        }
        let year = one(self.year, other.year)?;
        Some(DayTime {
            weekday: one(self.weekday, other.weekday)?,
            month: one(self.month, other.month)?,
            day: one(self.day, other.day)?,
            year,
            decade: if year.is_some() { None } else { one(self.decade, other.decade)? },
            minute: one(self.minute, other.minute)?,
            relative: one(self.relative, other.relative)?,
        })
    }

    /// Whether the two cannot be one day or time: both name the same part of a date, and not the same one. `Yesterday` may be any day.
    pub fn contradicts(self, other: DayTime) -> bool {
        fn other_one<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
            a.zip(b).is_some_and(|(a, b)| a != b)
        }
        let relative = self.relative.zip(other.relative).filter(|(a, b)| is_fixed(a) && is_fixed(b));
        other_one(self.weekday, other.weekday)
            || other_one(self.month, other.month)
            || other_one(self.day, other.day)
            || self.is_of_other_years(other)
            || other_one(self.minute, other.minute)
            || relative.is_some_and(|(a, b)| a != b)
    }

    /// Whether both name something, and all that both name is the same.
    pub fn may_be(self, other: DayTime) -> bool {
        let common = [
            self.weekday.is_some() && self.weekday == other.weekday,
            self.month.is_some() && self.month == other.month,
            self.years().is_some() && other.years().is_some(),
            self.day.is_some() && self.day == other.day,
            self.minute.is_some() && self.minute == other.minute,
            self.relative.is_some() && self.relative == other.relative,
        ];
        self.with(other).is_some() && common.contains(&true)
    }

    fn is_of_other_years(self, other: DayTime) -> bool {
        self.years().zip(other.years()).is_some_and(|(one, other)| one.0 > other.1 || other.0 > one.1)
    }

    /// The first and the last of the years that it may be in.
    fn years(self) -> Option<(u16, u16)> {
        let rest = |first: u16| if first.is_multiple_of(100) { 99 } else { 9 };
        self.year.map(|year| (year, year)).or(self.decade.map(|first| (first, first + rest(first))))
    }
}

impl Fact {
    /// Returns the kind of change it is if the other side lacks it.
    pub fn kind(&self) -> Option<ChangeKind> {
        match self.says {
            Saying::Figure(_) => Some(ChangeKind::Number),
            Saying::When(_) => Some(ChangeKind::Date),
            Saying::Called(_) => Some(ChangeKind::Name),
            Saying::Not => Some(ChangeKind::Negation),
            Saying::Doubt | Saying::Firm => Some(ChangeKind::Certainty),
            Saying::Unsaid | Saying::Pronoun => None,
        }
    }

    /// Whether the word may not mean a number.
    pub fn is_weak(&self) -> bool {
        matches!(self.says, Saying::Figure(Figure { weak: true, .. }))
    }

    /// Whether it is an article rather than a number: `a`, of nothing that is measured.
    pub(super) fn is_article(&self) -> bool {
        self.span.len() <= ARTICLE && matches!(self.says, Saying::Figure(Figure { weak: true, unit: "", .. }))
    }

    /// Whether both tell which one of a row, or how many times over: such words count only against each other.
    pub fn is_ranked_with(&self, other: &Fact) -> bool {
        match (&self.says, &other.says) {
            (Saying::Figure(figure), Saying::Figure(other)) => {
                matches!(figure.unit, ORDINAL | TIMES) && figure.unit == other.unit
            }
            _ => false,
        }
    }

    /// Whether two facts may mean the same: `5 per cent` and `5 %`, `3 May` and `3 May 2021`, `Ada Brand` and `Brand`.
    pub fn may_be(&self, other: &Fact) -> bool {
        match (&self.says, &other.says) {
            (Saying::Figure(figure), Saying::Figure(other)) => figure.is(other),
            (Saying::When(when), Saying::When(others)) => when.may_be(*others),
            (Saying::Called(words), Saying::Called(others)) => one_name(words, others),
            (a, b) => a == b,
        }
    }

    /// Whether two numbers may be the same but for the sign; other facts, whether they may mean the same.
    pub(super) fn is_as_large(&self, other: &Fact) -> bool {
        match (&self.says, &other.says) {
            (Saying::Figure(figure), Saying::Figure(other)) => figure.is_as_large(other),
            _ => self.may_be(other),
        }
    }

    /// Whether a fact may mean another and says no less: `3 May 2021` says all of `3 May`, and `May` does not.
    pub fn says_all_of(&self, other: &Fact) -> bool {
        let less = |when: DayTime, others: DayTime| when.with(others) != Some(when);
        match (&self.says, &other.says) {
            (Saying::When(when), Saying::When(others)) if less(*when, *others) => false,
            _ => self.may_be(other),
        }
    }

    /// Whether two facts of one kind say something of the same: two numbers of what can be counted alike.
    pub fn is_comparable(&self, other: &Fact) -> bool {
        match (&self.says, &other.says) {
            (Saying::Figure(figure), Saying::Figure(other)) => figure.is_comparable(other),
            _ => true,
        }
    }

    /// Whether both are numbers with a unit, of one measure: `ten days` and `a week`.
    pub fn measures_as(&self, other: &Fact) -> bool {
        match (&self.says, &other.says) {
            (Saying::Figure(figure), Saying::Figure(other)) => {
                let named = |figure: &Figure| !matches!(figure.unit, "" | ORDINAL | TIMES);
                named(figure) && named(other) && figure.is_comparable(other)
            }
            _ => false,
        }
    }

    /// Whether both may be so, though they may not be one: `about 340` and `342`, `yesterday` and `Monday`.
    pub fn agrees(&self, other: &Fact) -> bool {
        match (&self.says, &other.says) {
            (Saying::Figure(figure), Saying::Figure(other)) => figure.agrees(other),
            (Saying::When(when), Saying::When(others)) => !when.contradicts(*others),
            _ => self.may_be(other),
        }
    }

    /// The same for two that stand in other words, where a sign, or `more` and `less`, may be of another thing: `fell 3 per cent`, `−3 per
    /// cent`.
    pub(super) fn agrees_in_other_words(&self, other: &Fact) -> bool {
        match (&self.says, &other.says) {
            (Saying::Figure(figure), Saying::Figure(theirs)) => {
                figure.loosened(theirs).agrees(&theirs.loosened(figure))
            }
            _ => self.agrees(other),
        }
    }

    /// Whether both may be so, but not in the same place of the same words: two ranges, two currencies; `today` and `tomorrow` only where no
    /// other word differs.
    pub(super) fn clashes(&self, other: &Fact, frame: Frame) -> bool {
        match (&self.says, &other.says) {
            (Saying::Figure(figure), Saying::Figure(other)) => frame != Frame::Other && figure.clashes(other),
            (Saying::When(when), Saying::When(others)) => {
                let told = when.relative.zip(others.relative);
                frame == Frame::Same && told.is_some_and(|(one, other)| one != other)
            }
            _ => false,
        }
    }
}

/// Facts inside another one at the most: the words of doubt and of denial in `no fewer than 300`.
const INSIDE: usize = 3;

/// Returns the facts that overlap a span.
pub(super) fn on(facts: &[Fact], span: Span) -> impl Iterator<Item = &Fact> {
    // Facts do not overlap each other, except for a few words inside one: `at [least] 300`.
    let from = facts.partition_point(|fact| fact.span.end() <= span.start()).saturating_sub(INSIDE);
    let near = facts[from..]
        .iter()
        .filter(move |fact| fact.span.end() > span.start())
        .take_while(move |fact| fact.span.start() < span.end().max(span.start() + 1));
    near.filter(move |fact| fact.span.overlaps(span) || span.is_empty() && fact.span.start() < span.start())
}

/// Whether two relative days say something of the year or the day, and not from when it is told: `spring`, `noon`.
fn is_fixed(day: &str) -> bool {
    matches!(day, "sp" | "su" | "au" | "wi" | "12" | "0")
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
    let longer = |a: &str, b: &str| {
        let (before, behind) = (a.strip_suffix(b), a.strip_prefix(b));
        // `Lamp`, `Lamp 1.6`; `Keeper`, `tower.Keeper`.
        let counted = behind.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()));
        behind == Some("s") || behind == Some("es") || counted || before.is_some() && b.chars().count() >= QUALIFIED
    };
    // `Uyghur`, `Uighur`: transcriptions from another script.
    let spelled = || a.len() == b.len() && a.replace('y', "i") == b.replace('y', "i");
    a == b || longer(a, b) || longer(b, a) || spelled() || is_misspelt(a, b)
}

/// Letters of a name that may stand behind another one: `tower.Keeper`.
const QUALIFIED: usize = 5;
/// Letters of a name in which one may be a slip: on real pairs, longer names that differ in one letter were the same name.
const SPELT: usize = 6;

/// Whether two longer names differ in one letter, or in the order of two.
fn is_misspelt(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().min(b.len()) < SPELT || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let ahead = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let behind = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let ends = |letters: &[char]| letters.get(ahead..letters.len().saturating_sub(behind)).unwrap_or_default().to_vec();
    let (mine, theirs) = (ends(&a), ends(&b));
    let swapped = mine.len() == 2 && theirs.iter().rev().eq(mine.iter());
    mine.iter().chain(&theirs).all(|letter| letter.is_alphabetic()) && (swapped || mine.len().max(theirs.len()) <= 1)
}
