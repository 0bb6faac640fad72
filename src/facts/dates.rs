//! Finds days and times: `Monday`, `3 May 2021`, `yesterday`, `2021-05-03`, `14:30`, `in 2005`.

use super::fact::{DayTime, Fact, Saying};
use super::lexicon::FactWord;
use super::row::Row;

/// Words between the parts of a date: `Monday the 3rd`.
pub(super) const BINDING: &[&str] = &["the", "of", "den", "de", "am", "on"];

/// Finds the dates of a row and marks their words as taken.
pub(super) fn dates(row: &mut Row<'_>) -> Vec<Fact> {
    let mut found: Vec<(DayTime, std::ops::Range<usize>)> = Vec::new();
    let mut at = 0;
    while at < row.cells.len() {
        let Some((when, start, end)) = part(row, at) else {
            at += 1;
            continue;
        };
        let near = |end: usize| start == end || start == end + 1 && BINDING.contains(&row.small(end));
        let joins = |gap: &str| gap.chars().all(|c| c.is_whitespace() || c == ',' || c == '.');
        let joined = found.last().and_then(|(before, range)| {
            let close = near(range.end) && (range.end..=start).all(|at| joins(row.gap(at)));
            before.with(when).filter(|_| close).map(|both| (both, range.start))
        });
        row.take(start..end);
        match joined {
            Some((both, from)) => {
                row.take(from..end);
                found.pop();
                found.push((both, from..end));
            }
            None => found.push((when, start..end)),
        }
        at = end;
    }
    found.into_iter().map(|(when, range)| Fact { span: row.span(range), says: Saying::When(when) }).collect()
}

/// Reads a part of a date at a word, and returns where it begins and ends.
fn part(row: &Row<'_>, at: usize) -> Option<(DayTime, usize, usize)> {
    let cell = row.cells.get(at).filter(|cell| !cell.taken)?;
    numeric(row, at)
        .or_else(|| clock(row, at))
        .or_else(|| named(row, at))
        .or_else(|| decade(row, at).map(|decade| (DayTime { decade: Some(decade), ..DayTime::default() }, at, at + 1)))
        .or_else(|| year(row, at).map(|year| (DayTime { year: Some(year), ..DayTime::default() }, at, at + 1)))
        .filter(|_| !cell.taken)
}

/// Whether a word of a date is written like one: in English and German with a capital.
fn is_written(row: &Row<'_>, at: usize) -> bool {
    let capital = row.cells.get(at).is_some_and(|cell| cell.capital);
    capital || !matches!(row.lexicon.name, "en" | "de" | "nl") || row.lexicon.name == "nl"
}

/// Whether the word before a number that stands before a month lets a date begin there, if a number that may be its day stands behind the
/// month, too. In other languages than English the day is the one before.
fn opens_date(row: &Row<'_>, day: usize) -> bool {
    let Some(before) = day.checked_sub(1) else { return true };
    let weekday = row.lexicon.meanings(row.small(before)).iter().any(|m| matches!(m, FactWord::Weekday(_)));
    let told = row.lexicon.is(row.small(before), FactWord::Year) || ["on", "the"].contains(&row.small(before));
    let counted = row.small(before) == "the" && row.small(day).bytes().all(|byte| byte.is_ascii_digit());
    row.lexicon.name != "en" || !row.goes_on(day) || weekday || told && !counted
}

fn named(row: &Row<'_>, at: usize) -> Option<(DayTime, usize, usize)> {
    let weekday = |m: FactWord| if let FactWord::Weekday(day) = m { Some(day) } else { None };
    if let Some((day, len)) = row.phrase(at, weekday).filter(|_| is_written(row, at)) {
        return Some((DayTime { weekday: Some(day), ..DayTime::default() }, at, at + len));
    }
    let month = |m: FactWord| if let FactWord::Month(month) = m { Some(month) } else { None };
    let prefixed = || {
        let (before, behind) = row.small(at).split_once('-')?;
        let found = row.lexicon.meanings(behind).iter().find_map(|&m| month(m))?;
        ["post", "pre", "mid"].contains(&before).then_some((found, 1))
    };
    if let Some((month, len)) = row.phrase(at, month).filter(|_| is_written(row, at)).or_else(prefixed) {
        let end = at + len;
        let before = at.checked_sub(1).filter(|&at| row.cells.get(at).is_some_and(|cell| !cell.taken));
        let spaced = |at: usize| row.gap(at).chars().all(|c| c.is_whitespace() || c == '.' || c == ',');
        // `3 de mayo`, `3rd of May`.
        let bound = |before: usize| matches!(row.small(before), "de" | "of") && spaced(before);
        let before = before.and_then(|before| if bound(before) { before.checked_sub(1) } else { Some(before) });
        let before = before.filter(|_| spaced(at)).and_then(|before| Some((before, day(row, before)?)));
        // `September the 11th`
        let next = if row.small(end) == "the" { end + 1 } else { end };
        let behind = Some(next).filter(|&next| next < row.cells.len() && spaced(next)).and_then(|next| day(row, next));
        let alone = row.cells.get(at).is_some_and(|cell| cell.first) && row.small(at).chars().count() < 6;
        let when = DayTime { month: Some(month), ..DayTime::default() };
        // `the 19 Sept. 11 hijackers`: the first number counts something else.
        let before = before.filter(|(before, _)| behind.is_none() || opens_date(row, *before));
        return match (before, behind) {
            (Some((before, day)), _) => Some((DayTime { day: Some(day), ..when }, before, end)),
            (None, Some(day)) => Some((DayTime { day: Some(day), ..when }, at, next + 1)),
            // At the start of a sentence, `May` and `March` are ordinary words.
            (None, None) => (!alone || year(row, end).is_some()).then_some((when, at, end)),
        };
    }
    let relative = |m: FactWord| if let FactWord::Relative(day) = m { Some(day) } else { None };
    let (relative, len) = row.phrase(at, relative)?;
    Some((DayTime { relative: Some(relative), ..DayTime::default() }, at, at + len))
}

/// Reads the day of a month: `3`, `3rd`, `3.`.
fn day(row: &Row<'_>, at: usize) -> Option<u8> {
    let word = row.small(at);
    let end = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    let day: u8 = word[..end].parse().ok()?;
    let ordinal = ["", "st", "nd", "rd", "th", "er", "º", "e"].contains(&&word[end..]);
    ((1..=31).contains(&day) && ordinal).then_some(day)
}

/// Reads the first year of a decade: `1980s`, `1980er`.
fn decade(row: &Row<'_>, at: usize) -> Option<u16> {
    let word = row.small(at);
    let digits = word.strip_suffix("'s").or(word.strip_suffix('s')).or(word.strip_suffix("er"))?;
    let year = (digits.len() == 4).then(|| digits.parse::<u16>().ok()).flatten()?;
    ((1500..2100).contains(&year) && year.is_multiple_of(10)).then_some(year)
}

/// Reads a year: four digits after a word that a year follows, after a month or a day, or where nothing is counted.
fn year(row: &Row<'_>, at: usize) -> Option<u16> {
    let cell = row.cells.get(at).filter(|cell| !cell.taken)?;
    let word = cell.small.as_str();
    let year = (word.len() == 4).then(|| word.parse::<u16>().ok()).flatten().filter(|y| (1500..2100).contains(y))?;
    let before = at.checked_sub(1).map_or("", |at| row.small(at));
    let dated = at.checked_sub(1).and_then(|at| row.cells.get(at)).is_some_and(|cell| cell.taken);
    let told = dated || row.lexicon.is(before, FactWord::Year);
    let counted = row.goes_on(at + 1)
        && row.cells.get(at + 1).is_some_and(|next| !next.capital)
        && !row.lexicon.common.contains(row.small(at + 1));
    // `his 1990 letter`, `a 2001 deal`: a number of that many is written with a mark of thousands, or without an article.
    let of = before.ends_with("'s")
        || row.lexicon.is(before, FactWord::Article)
        || row.lexicon.is(before, FactWord::Pronoun);
    let told = told || of && (1900..2100).contains(&year) && row.small(at + 1) != "%";
    let money = matches!(before, "$" | "€" | "£" | "¥");
    ((told || !counted && (1900..2100).contains(&year)) && !money && row.small(at + 1) != "%").then_some(year)
}

/// Reads a numeric date: `2021-05-03`, `3.5.2021`, `3/5/2021`, `2021年5月3日`. In English, one with slashes is read only where the day is
/// larger than any month, because otherwise month and day cannot be told apart.
fn numeric(row: &Row<'_>, at: usize) -> Option<(DayTime, usize, usize)> {
    let number = |at: usize| row.small(at).parse::<u16>().ok();
    let word = row.small(at);
    if let [day, month, year] = word.split('.').collect::<Vec<_>>()[..] {
        let (day, month, year) = (day.parse::<u8>().ok()?, month.parse::<u8>().ok()?, year.parse::<u16>().ok()?);
        let is_date = (1..=31).contains(&day) && (1..=12).contains(&month) && (1500..2100).contains(&year);
        let when = DayTime { day: Some(day), month: Some(month), year: Some(year), ..DayTime::default() };
        return is_date.then_some((when, at, at + 1));
    }
    let parted = |mark: &str| row.gap(at + 1) == mark && row.gap(at + 2) == mark;
    if parted("-") && word.len() == 4 {
        let (year, month, day) = (number(at)?, number(at + 1)? as u8, number(at + 2)? as u8);
        let when = DayTime { day: Some(day), month: Some(month), year: Some(year), ..DayTime::default() };
        return ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((when, at, at + 3));
    }
    if let Some(found) = ["/", "-"].into_iter().find(|mark| parted(mark)).and_then(|_| day_first(row, at)) {
        return Some(found);
    }
    if row.lexicon.letters {
        return lettered(row, at);
    }
    // The one day that is known by its numbers.
    if row.gap(at + 1) == "/" && (word, row.small(at + 1)) == ("9", "11") {
        return Some((DayTime { month: Some(9), day: Some(11), ..DayTime::default() }, at, at + 2));
    }
    // `2022-05`
    if row.gap(at + 1) == "-" && row.gap(at + 2) != "-" && word.len() == 4 && row.small(at + 1).len() == 2 {
        let (year, month) = (number(at)?, number(at + 1)? as u8);
        let when = DayTime { month: Some(month), year: Some(year), ..DayTime::default() };
        return ((1..=12).contains(&month) && (1900..2100).contains(&year)).then_some((when, at, at + 2));
    }
    None
}

/// Reads the three numbers of a date that ends with the year.
fn day_first(row: &Row<'_>, at: usize) -> Option<(DayTime, usize, usize)> {
    let number = |at: usize| row.small(at).parse::<u16>().ok();
    let (first, second, year) = (number(at)?, number(at + 1)?, number(at + 2)?);
    let (day, month) = match row.lexicon.name {
        "en" if first <= 12 && second <= 12 => return None,
        "en" if first <= 12 => (second, first),
        _ => (first, second),
    };
    let is_date = (1..=31).contains(&day) && (1..=12).contains(&month) && (1500..2100).contains(&year);
    let (day, month) = (u8::try_from(day).ok(), u8::try_from(month).ok());
    is_date.then_some((DayTime { day, month, year: Some(year), ..DayTime::default() }, at, at + 3))
}

/// Reads a number with the letter behind it that says what it is: `2021年`, `5月`, `3日`.
fn lettered(row: &Row<'_>, at: usize) -> Option<(DayTime, usize, usize)> {
    let number = row.small(at).parse::<u16>().ok()?;
    let small = u8::try_from(number).ok();
    let when = match row.small(at + 1) {
        "年" if (1500..2100).contains(&number) => DayTime { year: Some(number), ..DayTime::default() },
        "月" if (1..=12).contains(&number) => DayTime { month: small, ..DayTime::default() },
        // `3日` is three days as well, but for what stands behind a month.
        "日" | "号" if (1..=31).contains(&number) && at > 0 && row.small(at - 1) == "月" => {
            DayTime { day: small, ..DayTime::default() }
        }
        _ => return None,
    };
    Some((when, at, at + 2))
}

/// Reads a time of the day: `14:30`, `2:30 p.m.`, `2.30 p.m.`, `3pm`.
fn clock(row: &Row<'_>, at: usize) -> Option<(DayTime, usize, usize)> {
    let word = row.small(at);
    let (digits, half) = match word.find(|c: char| !c.is_ascii_digit() && c != '.') {
        Some(end) => (&word[..end], half(&word[end..])),
        None => (word, None),
    };
    let dotted = digits.split_once('.');
    let hour = dotted.map_or(digits, |(hour, _)| hour).parse::<u16>().ok()?;
    let minutes = match dotted {
        Some((_, minutes)) => Some(minutes.parse::<u16>().ok().filter(|_| minutes.len() == 2)?),
        None if row.gap(at + 1) == ":" && row.small(at + 1).len() == 2 => row.small(at + 1).parse::<u16>().ok(),
        None => None,
    };
    let end = at + 1 + usize::from(dotted.is_none() && minutes.is_some());
    let behind = half_at(row, end);
    let told = half.or(behind);
    // `4.15` by itself is a number.
    let bare = minutes.is_none() || dotted.is_some();
    if hour > 24 || minutes.is_some_and(|minutes| minutes > 59) || bare && told.is_none() {
        return None;
    }
    let hour = match told {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        _ => hour,
    };
    let minute = Some(hour * 60 + minutes.unwrap_or(0));
    let end = end + usize::from(half.is_none() && behind.is_some());
    Some((DayTime { minute, ..DayTime::default() }, at, end))
}

fn half_at(row: &Row<'_>, at: usize) -> Option<bool> {
    row.goes_on(at).then(|| half(row.small(at))).flatten()
}

/// Returns whether it is the second half of the day, if that is said.
fn half(word: &str) -> Option<bool> {
    match word {
        "pm" | "p.m" => Some(true),
        "am" | "a.m" => Some(false),
        _ => None,
    }
}
