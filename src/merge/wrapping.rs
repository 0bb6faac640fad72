//! How lines are wrapped: the width of a text, and wrapping a paragraph to it.

use std::collections::BTreeMap;

use unicode_width::UnicodeWidthStr;

use super::text::{MergeText, one_line};
use crate::text::{Span, breaks_line, is_unspaced};

/// Characters from which on a line is a paragraph that was left unwrapped (benches/constants.md).
pub const UNWRAPPED: usize = 90;

/// Returns the width to which the lines of a text are wrapped, if most are.
pub fn width(text: &MergeText<'_>) -> Option<usize> {
    let (mut widths, mut single) = (Vec::new(), Vec::new());
    for paragraph in paragraphs(text) {
        let said = paragraph.of(text.text);
        match widest(said) {
            Some(width) => widths.push(width),
            None => single.push(said.width()),
        }
    }
    widths.sort_unstable();
    // A line that cannot be broken may be wider than the text.
    let at = widths.len().saturating_sub(1) * 9 / 10;
    let width = widths.get(at).copied()?;
    // If most lines are wider, they are not wrapped to this width.
    let long = single.iter().filter(|single| **single > width).count();
    (widths.len() >= long).then_some(width)
}

/// Whether a version re-wrapped most of the paragraphs that it otherwise kept; `None` if it kept none of several lines.
pub fn rewraps(base: &MergeText<'_>, side: &MergeText<'_>) -> Option<bool> {
    let mut known: BTreeMap<String, &str> = BTreeMap::new();
    for paragraph in paragraphs(base) {
        known.insert(one_line(base.text, paragraph), paragraph.of(base.text));
    }
    let (mut same, mut other) = (0_usize, 0_usize);
    for paragraph in paragraphs(side) {
        let said = paragraph.of(side.text);
        match known.get(&one_line(side.text, paragraph)) {
            Some(was) if *was != said => other += 1,
            Some(_) if widest(said).is_some() => same += 1,
            _ => {}
        }
    }
    (same + other > 0).then_some(other > same)
}

/// Returns the widest of several lines; `None` for one line.
pub fn widest(said: &str) -> Option<usize> {
    let lines = || said.split(breaks_line).filter(|line| !line.is_empty());
    if lines().count() > 1 { lines().map(UnicodeWidthStr::width).max() } else { None }
}

fn paragraphs(text: &MergeText<'_>) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for unit in &text.units {
        match found.last_mut().filter(|_| !unit.opens) {
            Some(last) => *last = last.join(unit.span),
            None => found.push(unit.span),
        }
    }
    found
}

/// Returns what is before the words of each further line of a paragraph: white space and quotation markers.
pub fn hanging(said: &str) -> Option<&str> {
    let next = said[said.find('\n')? + 1..].trim_start_matches(['\r', '\n']);
    let quotes = said.trim_start().starts_with('>');
    let words = next.find(|c: char| !(c == ' ' || c == '\t' || (quotes && c == '>'))).unwrap_or(next.len());
    next.get(..words)
}

/// Wraps a paragraph; its first line begins after `indent` characters, each further one with `hanging`.
pub fn wrapped(said: &str, width: usize, indent: usize, hanging: &str) -> String {
    let (mut out, mut column) = (String::with_capacity(said.len() + said.len() / 40), indent);
    let mut at_start = true;
    for (nth, word) in said.split(' ').enumerate() {
        for (part, piece) in pieces(word).into_iter().enumerate() {
            let blank = usize::from(nth > 0 && part == 0);
            if !at_start && column + blank + piece.width() > width && !begins_markup(piece) {
                out.push('\n');
                out.push_str(hanging);
                column = hanging.width();
            } else if blank > 0 {
                out.push(' ');
                column += 1;
            }
            out.push_str(piece);
            column += piece.width();
            at_start = false;
        }
    }
    out
}

/// Splits text between two spaces where a line may break without one.
fn pieces(word: &str) -> Vec<&str> {
    let (mut found, mut from) = (Vec::new(), 0);
    let mut before: Option<char> = None;
    for (at, c) in word.char_indices() {
        if c.is_alphabetic()
            && is_unspaced(c)
            && before.is_some_and(|before| before.is_alphabetic() && is_unspaced(before))
        {
            found.push(&word[from..at]);
            from = at;
        }
        before = Some(c);
    }
    found.push(&word[from..]);
    found
}

/// Whether a line that begins so would become a list item, a heading or a quotation.
fn begins_markup(word: &str) -> bool {
    let rest = word.trim_start_matches(|c: char| c.is_ascii_digit());
    matches!(word, "-" | "*" | "+" | "–" | "—" | "•")
        || word.starts_with(['#', '>', '|'])
        || (rest.len() < word.len() && matches!(rest, "." | ")"))
}
