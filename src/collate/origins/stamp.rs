//! Time stamps: which of two articles was published first, according to their dates.

use crate::article::Article;
use crate::collate::appeared::appeared;
use crate::facts::{DayTime, FactFinder};
use crate::text::{Span, Token};

/// Paragraphs at the head of an article in which a line may say when it appeared; as many as may hold a dateline (chosen).
const NEAR: usize = 8;
/// Words of such a line at the most: `Last updated on Saturday 14 March 2026 at 18:00 GMT` (chosen).
const SHORT: usize = 12;
/// Such lines of one article at the most: more belong to a list of other articles (chosen).
const LINES: usize = 2;
/// Words with which such a line begins, where it has no time of day.
#[rustfmt::skip]
const PUBLISHED: &[&str] = &[
    "published", "posted", "updated", "last", "first", "modified", "veröffentlicht", "erschienen", "aktualisiert", "stand", "publié", "paru", "mis",
    "publicado", "publicada", "actualizado", "actualizada", "pubblicato", "aggiornato", "gepubliceerd", "bijgewerkt", "atualizado", "publicerad",
    "uppdaterad", "opublikowano", "aktualizacja", "опубликовано", "обновлено",
];

/// When an article was published, as far as its date tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Days from the first of January 1970.
    day: i64,
    /// Minutes from then, where the date has a time and says in which zone.
    minute: Option<i64>,
}

impl Stamp {
    /// Reads `2031-04-15`, `2031-04-15T08:20Z`, `2031-04-15T08:20:00+02:00`.
    pub fn of(date: &str) -> Option<Self> {
        let number = |from: usize, to: usize| date.get(from..to)?.parse::<i64>().ok();
        let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
        let marks = date.as_bytes();
        let fits = marks.get(4) == Some(&b'-') && marks.get(7) == Some(&b'-');
        if !fits || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        let day = days(year, month, day);
        Some(Self { day, minute: date.get(10..).and_then(minutes).map(|minutes| day * 1440 + minutes) })
    }

    /// When an article appeared: by its metadata, else by a line of its text, which is given.
    pub fn of_article(article: &Article) -> Option<(Self, Option<Span>)> {
        match article.meta.date.as_deref() {
            Some(date) => Self::of(date).map(|stamp| (stamp, None)),
            None => Self::in_text(article).map(|(stamp, span)| (stamp, Some(span))),
        }
    }

    /// Reads the lines at the head of an article that say nothing but when it appeared. The earlier of two is when it was first published.
    fn in_text(article: &Article) -> Option<(Self, Span)> {
        let dated = |at: usize| {
            let tokens = article.tokens.get(article.paragraphs.get(at)?.tokens.clone())?;
            let word = |token: &Token| token.span.of(&article.text);
            let digits = tokens.iter().any(|token| word(token).bytes().filter(u8::is_ascii_digit).count() >= 4);
            let few = (1..=SHORT).contains(&tokens.len()) && digits;
            few.then(|| article.sentence_at(tokens.first().map_or(0, |token| token.span.start())))
        };
        let lines: Vec<usize> = (0..article.paragraphs.len().min(NEAR)).filter_map(dated).collect();
        if lines.is_empty() {
            return None;
        }
        let finder = FactFinder::near(article, 0);
        let stamps: Vec<(Self, Span)> =
            lines.into_iter().filter_map(|line| Self::of_line(article, &finder, line)).collect();
        stamps.iter().copied().min_by_key(|(stamp, _)| stamp.day).filter(|_| stamps.len() <= LINES)
    }

    fn of_line(article: &Article, finder: &FactFinder<'_>, sentence: usize) -> Option<(Self, Span)> {
        let found = appeared(article, finder, sentence)?;
        let when = found.when.iter().copied().try_fold(DayTime::default(), DayTime::with)?;
        let published = found.beside.first().is_none_or(|word| PUBLISHED.contains(&word.as_str()));
        let (year, month, day) = (when.year?, when.month?, when.day?);
        // Outlets tell the time of their own zone, so it orders nothing.
        let day = days(i64::from(year), i64::from(month), i64::from(day));
        (published || when.minute.is_some()).then_some((Self { day, minute: None }, found.span))
    }

    /// What orders stamps, though it may not be sure: the day, then the minute of those that have one.
    pub fn rank(self) -> (i64, Option<i64>) {
        (self.day, self.minute)
    }

    /// Whether this is surely before the other: by the minute where both tell it, else by the day.
    pub fn is_before(self, other: Self) -> bool {
        match (self.minute, other.minute) {
            (Some(own), Some(others)) => own < others,
            _ => self.day < other.day,
        }
    }
}

/// Reads what stands behind the day: `T08:20:00+02:00`, in minutes of the day in UTC.
fn minutes(rest: &str) -> Option<i64> {
    let time = rest.strip_prefix(['T', 't', ' '])?;
    let number = |text: &str, from: usize| text.get(from..from + 2)?.parse::<i64>().ok();
    let (hour, minute) = (number(time, 0)?, number(time, 3)?);
    let zone = time.get(5..)?.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.'));
    let zone = zone.trim_start();
    let ahead = match zone.as_bytes().first()? {
        b'Z' | b'z' => 0,
        sign @ (b'+' | b'-') => {
            let minutes = if zone.as_bytes().get(3) == Some(&b':') { 4 } else { 3 };
            let ahead = number(zone, 1)? * 60 + number(zone, minutes).unwrap_or(0);
            if *sign == b'+' { ahead } else { -ahead }
        }
        _ => return None,
    };
    Some(hour * 60 + minute - ahead)
}

/// Counts the days to a date of the Gregorian calendar.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}
