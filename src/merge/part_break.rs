//! Where paragraphs begin, and what two versions make of it.

use super::text::MergeText;

/// Whether a paragraph begins with a unit.
pub fn begins_in(text: &MergeText<'_>, at: usize) -> bool {
    text.units.get(at).is_some_and(|unit| unit.opens)
}

/// How a unit is parted from the one before it. A line that ends may only have been wrapped; an empty one was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartBreak {
    /// Not at all: one paragraph.
    None,
    /// By the end of a line.
    Line,
    /// By an empty line.
    Blank,
}

/// How a unit is parted from the one before it in its text.
pub fn part_before(text: &MergeText<'_>, at: usize) -> PartBreak {
    match at == 0 || text.blank(at).matches('\n').count() > 1 {
        _ if !begins_in(text, at) => PartBreak::None,
        true => PartBreak::Blank,
        false => PartBreak::Line,
    }
}

/// What two versions make of a border: what the one says that changed it, the clearer one where both did.
pub fn agreed(base: PartBreak, ours: PartBreak, theirs: PartBreak) -> PartBreak {
    match (ours == base, theirs == base) {
        (true, _) => theirs,
        (_, true) => ours,
        _ => ours.max(theirs),
    }
}
