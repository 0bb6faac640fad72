//! Paragraphs: which lines belong together.

use super::lines::lines;
use super::units::units;
use super::wrapped::File;
use crate::text::Span;

/// Finds the paragraphs of a text, in order, without white space at their ends.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let units = units(text, &lines(text));
    let file = File::of(&units);
    let mut found = Vec::new();
    for unit in &units.units {
        file.join(units.of(unit), unit.code, &mut found);
    }
    found
}
