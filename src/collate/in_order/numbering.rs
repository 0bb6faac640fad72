//! Numbering: numbers that only count list items, clauses of a contract or verses of a poem.
//!
//! `2.` `b)` `(iv)` `[3]` `3.1.4` `§ 5` `Step 6:` `二、`: an item inserted before changes them all, but no word of theirs. A number is one of
//! them only if a paragraph near by continues the count in the same form; otherwise a meaningful number (`3. October`) could be missed.

use std::ops::RangeInclusive;

use crate::article::Article;

/// Digits of a number up to which it counts items, and is no year (benches/constants.md).
const DIGITS: usize = 3;
/// The highest number that is written in Roman letters (chosen).
const ROMAN: u32 = 50;
/// Paragraphs before and behind among which the next item is looked for (benches/constants.md).
const NEAR: usize = 6;

/// What is counted by a number behind it, as it is written small; of other words (`Room 5`) the number may say something.
const COUNTED: &[&str] = &[
    "§",
    "№",
    "#",
    "act",
    "annex",
    "appendix",
    "article",
    "book",
    "canto",
    "chapter",
    "clause",
    "exercise",
    "figure",
    "item",
    "lesson",
    "no",
    "note",
    "part",
    "point",
    "question",
    "recital",
    "rule",
    "scene",
    "section",
    "step",
    "table",
    "title",
    "verse",
    "abschnitt",
    "absatz",
    "anhang",
    "artikel",
    "aufgabe",
    "frage",
    "kapitel",
    "schritt",
    "teil",
    "annexe",
    "chapitre",
    "étape",
    "partie",
    "question",
    "anexo",
    "artículo",
    "capítulo",
    "paso",
    "parte",
    "sección",
    "artigo",
    "passo",
    "seção",
    "articolo",
    "capitolo",
    "hoofdstuk",
    "глава",
    "раздел",
    "статья",
    "часть",
    "шаг",
    "الباب",
    "الفصل",
    "المادة",
];

/// Whether a token is the number of the item that its paragraph is.
pub(super) fn is_item_number(article: &Article, paragraph: usize, token: usize) -> bool {
    let Some(item) = article.paragraphs.get(paragraph).filter(|item| item.tokens.contains(&token)) else {
        return false;
    };
    if item.tokens.len() < 2 || token > item.tokens.start + 1 {
        return false;
    }
    let Some(number) = number(article, paragraph).filter(|number| number.token == token) else { return false };
    let near: RangeInclusive<usize> = paragraph.saturating_sub(NEAR)..=paragraph + NEAR;
    near.filter(|at| *at != paragraph).any(|at| self::number(article, at).is_some_and(|other| number.is_beside(&other)))
}

/// The number of an item.
struct Number<'a> {
    /// Its place among the tokens.
    token: usize,
    /// What stands before and behind it.
    form: (&'a str, Option<char>),
    /// The levels above it: `3.1` of `3.1.4`.
    level: &'a str,
    /// What it may be: `i` is a letter and a Roman number.
    values: [Option<u32>; 4],
}

impl Number<'_> {
    /// Whether two numbers of one form follow each other.
    fn is_beside(&self, other: &Number<'_>) -> bool {
        let pairs = self.values.iter().zip(&other.values);
        let mut follow = pairs.filter_map(|(one, other)| Some(one.as_ref()?.abs_diff(*other.as_ref()?)));
        self.form == other.form && self.level == other.level && follow.any(|apart| apart == 1)
    }
}

/// Reads the number with which a paragraph begins, or that stands behind its first word, if it may be that of an item.
fn number(article: &Article, paragraph: usize) -> Option<Number<'_>> {
    let item = article.paragraphs.get(paragraph).filter(|item| !item.tokens.is_empty())?;
    [item.tokens.start, item.tokens.start + 1].into_iter().find_map(|token| number_at(article, paragraph, token))
}

fn number_at(article: &Article, paragraph: usize, token: usize) -> Option<Number<'_>> {
    let item = article.paragraphs.get(paragraph).filter(|item| item.tokens.contains(&token))?;
    let span = article.tokens.get(token)?.span;
    let text = span.of(&article.text);
    if text.len() > 4 * DIGITS || !text.starts_with(char::is_alphanumeric) {
        return None;
    }
    let named = token > item.tokens.start;
    let before = article.text.get(item.span.start()..span.start())?.trim_start();
    if named && !COUNTED.contains(&before.trim_end_matches(['.', ' ', '\u{a0}']).to_lowercase().as_str()) {
        return None;
    }
    let before = if named { before } else { before.get(before.len().saturating_sub(1)..).unwrap_or_default() };
    let opener = before.chars().next_back().filter(|c| "([".contains(*c));
    let mut after = article.text.get(span.end()..item.span.end())?.chars();
    let (close, next) = (after.next(), after.next());
    let spaced = next.is_none_or(char::is_whitespace);
    let (level, last) = text.rsplit_once('.').unwrap_or(("", text));
    let close = match (close, opener) {
        (Some(')'), _) if spaced => Some(')'),
        (Some(']'), Some('[')) if spaced => Some(']'),
        (Some('.'), None) if spaced => Some('.'),
        (Some(':'), None) if spaced && named => Some(':'),
        (Some(c @ ('、' | '．')), None) => Some(c),
        // A sign or a heading's word needs nothing that closes the number: `§ 5 The tenant`, `Article 6`.
        (None, None) if named => None,
        (Some('\n'), None) if named => None,
        (Some(c), None) if named && c.is_whitespace() && before.trim_end() == "§" => None,
        // Nor do numbers of several levels.
        (Some(c), None) if c.is_whitespace() && !level.is_empty() && !named => None,
        _ => return None,
    };
    let digits = |part: &str| (1..=DIGITS).contains(&part.chars().count()) && part.chars().all(|c| digit(c).is_some());
    if !level.is_empty() && !level.split('.').all(digits) {
        return None;
    }
    let plain = level.is_empty();
    let lettered = close == Some(')') || last.bytes().all(|byte| byte.is_ascii_lowercase());
    let values = [
        decimal(last).filter(|_| digits(last)),
        letter(last).filter(|_| plain && lettered && !named),
        roman_value(last).filter(|_| plain),
        chinese(last).filter(|_| plain && (named || matches!(close, Some('、' | '．' | ')')))),
    ];
    let form = (if named { before.trim_end() } else { before }, close);
    values.iter().any(Option::is_some).then_some(Number { token, form, level, values })
}

/// The zeros of the digits in which lists are numbered: Latin, Arabic, Persian, Devanagari, Bengali, Thai, full width.
const ZEROS: [char; 7] = ['0', '٠', '۰', '०', '০', '๐', '０'];

fn digit(c: char) -> Option<u32> {
    ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(u32::from(*zero)).filter(|value| *value < 10))
}

fn decimal(number: &str) -> Option<u32> {
    number.chars().try_fold(0u32, |value, c| value.checked_mul(10)?.checked_add(digit(c)?))
}

/// Reads a Chinese number up to 99.
fn chinese(number: &str) -> Option<u32> {
    const DIGITS: &str = "一二三四五六七八九";
    let value = |part: &str| match part {
        "" => Some(None),
        one => DIGITS.chars().zip(1..).find_map(|(digit, value)| one.chars().eq([digit]).then_some(Some(value))),
    };
    match number.split_once('十') {
        Some((tens, ones)) => Some(value(tens)?.unwrap_or(1) * 10 + value(ones)?.unwrap_or(0)),
        None => value(number)?,
    }
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
