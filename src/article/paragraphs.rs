//! Paragraphs: which lines belong together.
//!
//! Somebody wrote a paragraph on one line, however long; somebody else let it be wrapped to a width, and a line break counts as a space.
//! Both stand in one text, beside lists, verses, addresses, tables and code, where each line stands for itself. So it is asked of each
//! block anew, and the block answers by its own lines:
//!
//! - `lines` finds the lines and the blocks that blank lines part, `marks` what a line is by its mark or by the fence around it: an item of
//!   a list, a heading, code, a row of a table, metadata. `units` parts a block where a mark, an indent or the depth of a quotation does.
//! - `clues`, `ends` and `signs` tell of each line left how far it reaches, how it begins and ends, what stands inside of it.
//! - `joint` and `evidence` weigh whether lines that are filled so, and begin and end so, are wrapped prose or written one by one.
//! - `wrapped` decides: units that are evident tell to what width the text is wrapped, and that width helps where two lines tell too
//!   little by themselves. Code, lists and tables never count in it, for they are no units of several lines.
//!
//! The price: where a single sentence of two lines goes on with a capital letter, and nothing else in the text is wrapped, it may be taken
//! for two paragraphs; so are lines of one sentence each. Verses of one length without capitals or marks may be taken for prose.

use super::lines::lines;
use super::units::{Unit, units};
use super::wrapped::Text;
use crate::text::Span;

/// Finds the paragraphs of a text, in order, without white space at their ends.
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
