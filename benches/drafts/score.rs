//! How well what was told of drafts agrees with the truth.

use super::edits::Edit;
use super::truth::Piece;

/// Counts of right and wrong words, changes and moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Drafts.
    pub drafts: usize,
    /// True changes of words.
    pub changes: usize,
    /// Those of them that are told nowhere.
    pub missed: usize,
    /// Pieces into which true changes are told.
    pub pieces: usize,
    /// Words that stayed, and numbers of items that stayed.
    pub kept: usize,
    /// Those of them that are told to be changed or moved.
    pub called_changed: usize,
    /// True moves.
    pub moves: usize,
    /// Those of them of which most is told to be moved to where it went.
    pub found: usize,
    /// Words that stayed with their marks and case, among others that stayed.
    pub plain: usize,
    /// Those of them that are told to have other marks.
    pub called_marked: usize,
    /// Words whose marks or case changed.
    pub marks: usize,
    /// Those of them that are told nowhere.
    pub unmarked: usize,
}

/// What is wrong in what is told.
#[derive(Clone, Debug)]
pub struct Fault {
    /// What kind of fault it is.
    pub what: What,
    /// The edit it is about, where it is about one.
    pub edit: Option<Edit>,
    /// Where it is, as words of each side.
    pub at: Piece,
    /// How bad it is: words, or pieces.
    pub count: usize,
}

/// Kinds of faults.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A change that is told nowhere.
    Missed,
    /// Marks that changed and are told nowhere.
    Unmarked,
    /// Marks that stayed and are told to be changed.
    CalledMarked,
    /// Words that stayed and are told to be changed.
    CalledChanged,
    /// The number of an item that stayed, told to be a changed word.
    NumberChanged,
    /// Words that stayed and are told to be moved.
    CalledMoved,
    /// A change that is told in several pieces.
    Pieces,
    /// A move that is not told as one.
    NotMoved,
}

impl What {
    /// All kinds, with the names by which they are asked for.
    pub const ALL: [(What, &str); 8] = [
        (What::Missed, "missed"),
        (What::Unmarked, "unmarked"),
        (What::CalledMarked, "called-marked"),
        (What::CalledChanged, "called-changed"),
        (What::NumberChanged, "number-changed"),
        (What::CalledMoved, "called-moved"),
        (What::Pieces, "pieces"),
        (What::NotMoved, "not-moved"),
    ];

    /// Gives its name.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(what, _)| *what == self).map_or("", |(_, name)| name)
    }
}

impl Score {
    /// Adds another's counts.
    pub fn add(&mut self, other: &Score) {
        self.drafts += other.drafts;
        self.changes += other.changes;
        self.missed += other.missed;
        self.pieces += other.pieces;
        self.kept += other.kept;
        self.called_changed += other.called_changed;
        self.moves += other.moves;
        self.found += other.found;
        self.plain += other.plain;
        self.called_marked += other.called_marked;
        self.marks += other.marks;
        self.unmarked += other.unmarked;
    }
}
