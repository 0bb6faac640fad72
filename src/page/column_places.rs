//! Places in one column: maps places of either text to it, and finds search hits in it.

use super::ink::Ink;
use super::inline::Column;
use crate::text::{Plain, Side, Span};

/// Bytes before and after the visible rows in which a hit may begin or end (a limit).
const AROUND: usize = 200;

/// Returns the place in a column of the letter of a side's text that has so many letters before it, ignoring white space.
pub(super) fn offset_of(column: &Column, side: Side, letters: usize) -> usize {
    let own = letters_of(column, side).nth(letters).map(|(at, _)| at);
    own.or_else(|| letters_of(column, side).last().map(|(at, _)| at)).unwrap_or(0)
}

/// Returns the places in a column after so many letters of a side's text, ignoring white space; `counts` are ascending.
pub(super) fn places_behind(column: &Column, side: Side, counts: &[usize]) -> Vec<usize> {
    let (mut found, mut before, mut last) = (Vec::with_capacity(counts.len()), 0, 0);
    let mut letters = letters_of(column, side);
    for count in counts {
        while before < *count {
            let Some((at, c)) = letters.next() else { break };
            (before, last) = (before + 1, at + c.len_utf8());
        }
        found.push(last);
    }
    found
}

/// Counts the letters that a side's text has before a place of a column.
pub(super) fn letters_before(column: &Column, side: Side, offset: usize) -> usize {
    letters_of(column, side).take_while(|(at, _)| *at < offset).count()
}

/// Returns the letters of a side's text, each with its place.
fn letters_of(column: &Column, side: Side) -> impl Iterator<Item = (usize, char)> {
    on_stretch(column, side, Span::new(0, column.text.len())).filter(|(_, c)| !c.is_whitespace())
}

/// Returns a side's text on a stretch of a column.
fn on_stretch(column: &Column, side: Side, stretch: Span) -> impl Iterator<Item = (usize, char)> {
    let from = column.inks.partition_point(|(end, ..)| *end <= stretch.start());
    let mut start = from.checked_sub(1).and_then(|at| column.inks.get(at)).map_or(0, |(end, ..)| *end);
    let runs = column.inks.iter().skip(from).map(move |(end, ink, _)| {
        let begins = std::mem::replace(&mut start, *end);
        (Span::new(begins, *end), *ink)
    });
    let own = runs.take_while(move |(run, _)| run.start() < stretch.end()).filter(move |(_, ink)| has(*ink, side));
    let within = own.filter_map(move |(run, _)| run.meet(stretch));
    within.flat_map(|run| run.of(&column.text).char_indices().map(move |(at, c)| (run.start() + at, c)))
}

/// Finds search hits on rows of a column, in the new text and in old text.
pub fn column_hits(column: &Column, rows: Span, query: &Plain) -> Vec<Span> {
    let text = &column.text;
    let floor = |place: usize| (0..=place).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let (start, end) = (rows.start().saturating_sub(AROUND), (rows.end() + AROUND).min(text.len()));
    let stretch = Span::new(floor(start), floor(end));
    let mut found = Vec::new();
    for side in [Side::Right, Side::Left] {
        let (mut own, mut places) = (String::new(), Vec::new());
        for (at, c) in on_stretch(column, side, stretch) {
            places.extend(std::iter::repeat_n(at, c.len_utf8()));
            own.push(c);
        }
        for hit in Plain::of(&own).hits(&own, query) {
            let last = hit.end().checked_sub(1).and_then(|at| places.get(at));
            let (Some(first), Some(last)) = (places.get(hit.start()), last) else { continue };
            let end = text[*last..].chars().next().map_or(*last, |c| last + c.len_utf8());
            found.push(Span::new(*first, end));
        }
    }
    found
}

/// Whether text of this ink belongs to a side.
fn has(ink: Ink, side: Side) -> bool {
    match ink {
        Ink::Plain | Ink::Slight | Ink::Hidden => true,
        Ink::Old | Ink::OldMark | Ink::Went => side == Side::Left,
        Ink::New | Ink::NewMark => side == Side::Right,
        Ink::Note => false,
    }
}
