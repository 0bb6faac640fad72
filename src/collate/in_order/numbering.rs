//! Numbering: the numbers that only count the items of a list, the clauses of a contract, the verses of a poem.
//!
//! `2.` `b)` `(iv)` `3.1.4`: an item put in before changes them all, and no word of theirs. A number is one of them only where a bracket or a
//! full stop closes it, or where the paragraph beside it goes on counting; else a digit that changed could be passed over.

use crate::article::{Article, Paragraph};

/// Digits of a number up to which it counts items, and is no year.
const DIGITS: usize = 3;
/// The highest number that is written in Roman letters.
const ROMAN: usize = 50;

/// Tells whether a token is the number of the item that its paragraph is.
pub(super) fn is_item_number(article: &Article, paragraph: usize, token: usize) -> bool {
    let Some(item) = article.paragraphs.get(paragraph) else { return false };
    if token != item.tokens.start || item.tokens.len() < 2 {
        return false;
    }
    let span = article.tokens[token].span;
    let number = span.of(&article.text);
    if number.len() > 4 * DIGITS || !number.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return false;
    }
    let opened = article.text[item.span.start()..span.start()].ends_with('(');
    let mut after = article.text[span.end()..item.span.end()].chars();
    let (close, next) = (after.next(), after.next());
    let spaced = next.is_some_and(char::is_whitespace);
    match close {
        Some(')') => spaced && (counts(number) || is_letter(number) || is_roman(number)),
        Some('.') if !opened => spaced && (counts(number) || is_roman(number) || is_small(number)),
        Some(c) if c.is_whitespace() && !opened => goes_on(article, paragraph, number),
        _ => false,
    }
}

/// Tells whether a number is of digits, on one level or several: `2`, `3.1.4`.
fn counts(number: &str) -> bool {
    number.split('.').all(|part| (1..=DIGITS).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_letter(number: &str) -> bool {
    number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn is_small(number: &str) -> bool {
    number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_lowercase())
}

fn is_roman(number: &str) -> bool {
    let number = number.to_ascii_lowercase();
    (1..=ROMAN).any(|value| roman(value) == number)
}

fn roman(value: usize) -> String {
    const UNITS: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    const TENS: [&str; 6] = ["", "x", "xx", "xxx", "xl", "l"];
    format!("{}{}", TENS.get(value / 10).unwrap_or(&""), UNITS[value % 10])
}

/// Tells whether the paragraph before or behind counts on from a number of several levels that nothing closes: `1.2` beside `1.3`.
fn goes_on(article: &Article, paragraph: usize, number: &str) -> bool {
    let Some((level, last)) = leveled(number) else { return false };
    let beside = |at: usize, step: i64| {
        let first = |item: &Paragraph| Some(article.tokens.get(item.tokens.start)?.span.of(&article.text));
        let other = article.paragraphs.get(at).filter(|item| !item.tokens.is_empty()).and_then(first);
        other.and_then(leveled).is_some_and(|(others, value)| others == level && value == last + step)
    };
    beside(paragraph + 1, 1) || paragraph.checked_sub(1).is_some_and(|before| beside(before, -1))
}

/// Parts a number of several levels into the levels above and the last one.
fn leveled(number: &str) -> Option<(&str, i64)> {
    let (level, last) = number.rsplit_once('.').filter(|_| counts(number))?;
    Some((level, last.parse().ok()?))
}
