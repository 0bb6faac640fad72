//! Numbering: the numbers that only count the items of a list, the clauses of a contract, the verses of a poem.
//!
//! `2.` `b)` `(iv)` `3.1.4`: an item put in before changes them all, and no word of theirs. A number is one of them only where a paragraph
//! nearby goes on counting in the same form; else a number that says something (`3. October`) could be passed over.

use std::ops::RangeInclusive;

use crate::article::Article;

/// Digits of a number up to which it counts items, and is no year.
const DIGITS: usize = 3;
/// The highest number that is written in Roman letters.
const ROMAN: u32 = 50;
/// Paragraphs before and behind among which the next item is looked for.
const NEAR: usize = 6;

/// Tells whether a token is the number of the item that its paragraph is.
pub(super) fn is_item_number(article: &Article, paragraph: usize, token: usize) -> bool {
    let Some(item) = article.paragraphs.get(paragraph).filter(|item| item.tokens.start == token) else { return false };
    if item.tokens.len() < 2 {
        return false;
    }
    let Some(number) = number(article, paragraph) else { return false };
    let near: RangeInclusive<usize> = paragraph.saturating_sub(NEAR)..=paragraph + NEAR;
    near.filter(|at| *at != paragraph).any(|at| self::number(article, at).is_some_and(|other| number.is_beside(&other)))
}

/// The number of an item.
struct Number<'a> {
    /// What stands before and behind it.
    form: (bool, Option<char>),
    /// The levels above it: `3.1` of `3.1.4`.
    level: &'a str,
    /// What it may be: `i` is a letter and a Roman number.
    values: [Option<u32>; 3],
}

impl Number<'_> {
    /// Tells whether two numbers of one form follow each other.
    fn is_beside(&self, other: &Number<'_>) -> bool {
        let pairs = self.values.iter().zip(&other.values);
        let mut follow = pairs.filter_map(|(one, other)| Some(one.as_ref()?.abs_diff(*other.as_ref()?)));
        self.form == other.form && self.level == other.level && follow.any(|apart| apart == 1)
    }
}

/// Reads the number with which a paragraph begins, if it may be that of an item.
fn number(article: &Article, paragraph: usize) -> Option<Number<'_>> {
    let item = article.paragraphs.get(paragraph).filter(|item| !item.tokens.is_empty())?;
    let span = article.tokens.get(item.tokens.start)?.span;
    let text = span.of(&article.text);
    if text.len() > 4 * DIGITS || !text.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let opened = article.text.get(item.span.start()..span.start())?.ends_with('(');
    let mut after = article.text.get(span.end()..item.span.end())?.chars();
    let (close, next) = (after.next()?, after.next());
    let spaced = next.is_none_or(char::is_whitespace);
    let (level, last) = text.rsplit_once('.').unwrap_or(("", text));
    let close = match close {
        ')' if spaced => Some(')'),
        '.' if spaced && !opened => Some('.'),
        // Numbers of several levels need nothing that closes them.
        c if c.is_whitespace() && !opened && !level.is_empty() => None,
        _ => return None,
    };
    let digits = |part: &str| (1..=DIGITS).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if !level.is_empty() && !level.split('.').all(digits) {
        return None;
    }
    let plain = level.is_empty();
    let values = [
        last.parse().ok().filter(|_| digits(last)),
        letter(last).filter(|_| plain && (close == Some(')') || last.bytes().all(|byte| byte.is_ascii_lowercase()))),
        roman_value(last).filter(|_| plain),
    ];
    values.iter().any(Option::is_some).then_some(Number { form: (opened, close), level, values })
}

fn letter(number: &str) -> Option<u32> {
    let mut letters = number.chars();
    let only = letters.next().filter(|c| c.is_ascii_alphabetic() && letters.next().is_none())?;
    Some(u32::from(only.to_ascii_lowercase()))
}

fn roman_value(number: &str) -> Option<u32> {
    let number = number.to_ascii_lowercase();
    (1..=ROMAN).find(|value| roman(*value) == number)
}

fn roman(value: u32) -> String {
    const UNITS: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    const TENS: [&str; 6] = ["", "x", "xx", "xxx", "xl", "l"];
    format!("{}{}", TENS.get(value as usize / 10).unwrap_or(&""), UNITS[value as usize % 10])
}
