//! Time stamps: which of two articles was published first, according to their dates.

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
