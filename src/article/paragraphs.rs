//! Paragraphs: which lines belong together.
//!
//! Some paragraphs are written on one long line, others are wrapped to a width, so that a line break counts as a space. A text can have
//! both, beside lists, verses, addresses, tables and code, where each line is separate. So each block is decided by its own lines:
//!
//! - `lines` finds the lines and the blocks between blank lines. `marks` classifies lines by their mark or the fence around them: list item,
//!   heading, code, table row, metadata. `units` splits a block at marks, indents and quotation depths.
//! - `clues`, `ends` and `signs` collect for each remaining line how wide it is, how it begins and ends, and what is inside it.
//! - `joint` and `evidence` weigh whether such lines are wrapped prose or were written separately.
//! - `wrapped` decides: clear units show to what width the text is wrapped, and that width helps where a few lines are not clear by
//!   themselves. Code, lists and tables do not count for it, because they are not units of several lines.
//!
//! Known weaknesses: if a single sentence of two lines continues with a capital letter behind a comma or an abbreviation and nothing else
//! in the text is wrapped, it may become two paragraphs. So do lines of one sentence each. A headline without a stop and a shorter sentence
//! beneath it that begins with a name may be taken for one paragraph. Verses of one length without capitals or marks may be taken for prose.

use super::lines::lines;
use super::units::{Unit, units};
use super::wrapped::Text;
use crate::text::Span;

/// Finds the paragraphs of a text, in order and trimmed.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let units = units(text, &lines(text));
    let (whole, weighed) = Text::of(text, &units);
    let mut weighed = weighed.into_iter();
    let mut found = Vec::with_capacity(units.units.len());
    for unit in &units.units {
        match unit {
            Unit::Line(line) => found.push(*line),
            Unit::Lines { lines, .. } => {
                if let Some(weighed) = weighed.next() {
                    whole.join(&units.clues[lines.clone()], weighed, &mut found);
                }
            }
        }
    }
    found
}
