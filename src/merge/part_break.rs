//! Where paragraphs begin, and how two versions changed that.

use super::text::MergeText;

/// Whether a paragraph begins with a unit.
pub fn begins_in(text: &MergeText<'_>, at: usize) -> bool {
    text.units.get(at).is_some_and(|unit| unit.opens)
}

/// The break between a unit and the one before it. A line break may only be wrapping; an empty line is intended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartBreak {
    /// None: one paragraph.
    None,
    /// A line break.
    Line,
    /// An empty line.
    Blank,
}

/// Returns the break between a unit and the one before it in its text.
pub fn part_before(text: &MergeText<'_>, at: usize) -> PartBreak {
    match at == 0 || text.blank(at).matches('\n').count() > 1 {
        _ if !begins_in(text, at) => PartBreak::None,
        true => PartBreak::Blank,
        false => PartBreak::Line,
    }
}

/// Merges a break: the version that changed it wins, or the stronger break if both did.
pub fn agreed(base: PartBreak, ours: PartBreak, theirs: PartBreak) -> PartBreak {
    match (ours == base, theirs == base) {
        (true, _) => theirs,
        (_, true) => ours,
        _ => ours.max(theirs),
    }
}
