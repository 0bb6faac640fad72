//! Paragraphs: which lines belong together.

use super::lines::lines;
use super::units::{Unit, units};
use super::wrapped::Text;
use crate::text::Span;

/// Finds the paragraphs of a text, in order, without white space at their ends.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let units = units(text, &lines(text));
    let whole = Text::of(text, &units);
    let mut found = Vec::with_capacity(units.units.len());
    for unit in &units.units {
        match unit {
            Unit::Line(line) => found.push(*line),
            Unit::Lines { lines, indented } => whole.join(&units.clues[lines.clone()], *indented, &mut found),
        }
    }
    found
}
