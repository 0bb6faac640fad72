//! Parting: where a clause begins within its sentence.
//!
//! A mark parts clauses, but not amid a noun phrase: a date, a list of names and the adjectives of one noun have commas too.

use super::known::Known;
use super::word_kind::Trait;
use crate::text::{Side, fold};

/// Marks that part clauses.
const PARTING: &[char] = &[',', ';', ':', '(', ')', '–', '—', '،', '؛', '，', '；', '：', '、', '（', '）'];
/// Those of them that stand in lists too.
const IN_LISTS: &[&str] = &[",", "،", "、"];
/// Words before the adjectives of a noun, folded and in order.
#[rustfmt::skip]
const DETERMINERS: &[&str] = &[
    "a", "an", "das", "dem", "den", "der", "des", "die", "ein", "eine", "einem", "einen", "einer", "el", "her", "his",
    "its", "la", "las", "le", "les", "los", "my", "our", "that", "the", "their", "these", "this", "those", "un",
    "una", "une", "your",
];
/// Words before the last of a list, folded and in order.
const AND: &[&str] = &["&", "and", "e", "et", "o", "oder", "or", "ou", "und", "y", "и", "или"];

/// Whether a mark parts a word from the one before it, so that a clause begins with it.
pub(super) fn parted(known: &Known<'_>, side: Side, at: usize) -> bool {
    let Some(between) = between(known, side, at) else { return false };
    let is_of_list = IN_LISTS.contains(&between.trim());
    between.contains(PARTING)
        && !(is_of_list
            && (is_in_date(known, side, at) || is_in_list(known, side, at) || is_in_phrase(known, side, at)))
}

/// What stands between a word and the one before it.
fn between<'k>(known: &'k Known<'_>, side: Side, at: usize) -> Option<&'k str> {
    let (row, article) = (&known.words.rows[side], known.witnesses[side].article);
    let span = |at: usize| row.get(at).map(|word| article.tokens[word.token as usize].span);
    article.text.get(span(at.checked_sub(1)?)?.end()..span(at)?.start())
}

fn has_list_mark(known: &Known<'_>, side: Side, at: usize) -> bool {
    between(known, side, at).is_some_and(|between| IN_LISTS.contains(&between.trim()))
}

fn written<'k>(known: &'k Known<'_>, side: Side, at: usize) -> Option<&'k str> {
    let article = known.witnesses[side].article;
    let word = known.words.rows[side].get(at)?;
    Some(article.tokens[word.token as usize].span.of(&article.text))
}

/// Whether a word is the year of a date: `May 23, 2031`.
fn is_in_date(known: &Known<'_>, side: Side, at: usize) -> bool {
    let is_number = |at: usize| written(known, side, at).is_some_and(|word| word.bytes().all(|b| b.is_ascii_digit()));
    is_number(at) && at.checked_sub(1).is_some_and(is_number)
}

/// Whether a name stands in a list of three or more: `Arvia, Belgor and Cassia`.
fn is_in_list(known: &Known<'_>, side: Side, at: usize) -> bool {
    let names = &known.traits.names[side];
    let name = |at: usize| names.get(at).copied().flatten();
    let (Some(before), Some(here)) = (at.checked_sub(1).and_then(name), name(at)) else { return false };
    let first = (0..at).rev().take_while(|at| name(*at) == Some(before)).last().unwrap_or(at);
    let behind = at + names[at..].iter().take_while(|name| **name == Some(here)).count();
    let is_listed = |of: usize| has_list_mark(known, side, of) && name(of).is_some();
    is_listed(behind)
        || (is_and(known, side, behind) && name(behind + 1).is_some())
        || (is_listed(first) && first.checked_sub(1).and_then(name).is_some())
}

/// Whether a word goes on with the adjectives of a noun: `a long, bitter strike`. Behind an adjective stands a noun or another.
fn is_in_phrase(known: &Known<'_>, side: Side, at: usize) -> bool {
    let (words, traits) = (known.words, known.traits);
    let is_plain = |at: usize| {
        let is_content = traits.of[words.stems[words.rows[side][at].id as usize] as usize] == Trait::Content;
        let is_small = written(known, side, at).is_some_and(|word| word.starts_with(char::is_lowercase));
        is_content && is_small && !is_determiner(known, side, at)
    };
    let goes_on = between(known, side, at + 1).is_some_and(|between| {
        let is_noun = between.trim().is_empty() && is_plain(at + 1);
        is_noun || has_list_mark(known, side, at + 1) || is_and(known, side, at + 1)
    });
    if !goes_on {
        return false;
    }
    let mut first = at;
    while first > 1 && is_plain(first) && is_plain(first - 1) && has_list_mark(known, side, first) {
        first -= 1;
    }
    first < at
        && is_determiner(known, side, first - 1)
        && between(known, side, first).is_some_and(|b| b.trim().is_empty())
}

fn is_and(known: &Known<'_>, side: Side, at: usize) -> bool {
    written(known, side, at).is_some_and(|word| AND.binary_search(&fold(word).as_str()).is_ok())
}

fn is_determiner(known: &Known<'_>, side: Side, at: usize) -> bool {
    written(known, side, at).is_some_and(|word| DETERMINERS.binary_search(&fold(word).as_str()).is_ok())
}

#[cfg(test)]
mod tests {
    use super::{AND, DETERMINERS};

    #[test]
    fn the_words_are_in_order() {
        assert!(AND.is_sorted() && DETERMINERS.is_sorted());
    }
}
