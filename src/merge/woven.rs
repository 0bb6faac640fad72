//! The merged text as pieces: units and conflicts.

use super::part_break::PartBreak;
use super::text::{Trio, Which};

/// A piece of the merged text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Woven {
    /// A unit.
    Unit(WovenUnit),
    /// A conflict for the reader to decide.
    Conflict(Trio<Vec<WovenUnit>>),
}

/// Who decides about what only one version changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decides {
    /// The version that changed it.
    Change,
    /// The reader.
    Reader,
}

/// A unit of the merged text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WovenUnit {
    /// Its place in the base, in our version and in theirs.
    pub at: Trio<Option<usize>>,
    /// How it is separated from the one before it.
    pub part: PartBreak,
    /// Its text, if neither version has exactly that.
    pub merged: Option<String>,
}

impl WovenUnit {
    /// Whether a paragraph begins with it.
    pub fn opens(&self) -> bool {
        self.part != PartBreak::None
    }

    /// Returns the version to take it from, and its place there.
    pub fn source(&self) -> Option<(Which, usize)> {
        let ours = self.at.ours.map(|at| (Which::Ours, at));
        ours.or(self.at.theirs.map(|at| (Which::Theirs, at))).or(self.at.base.map(|at| (Which::Base, at)))
    }
}

/// A unit of one version.
pub fn own(which: Which, at: usize, part: PartBreak) -> WovenUnit {
    let at = match which {
        Which::Base => Trio { base: Some(at), ..Trio::default() },
        Which::Ours => Trio { ours: Some(at), ..Trio::default() },
        Which::Theirs => Trio { theirs: Some(at), ..Trio::default() },
    };
    WovenUnit { at, part, merged: None }
}

/// What was woven, with what one version has in place of each conflict.
pub fn decided(woven: Vec<Woven>, which: Which) -> Vec<Woven> {
    let each = |piece: Woven| match piece {
        Woven::Unit(_) => vec![piece],
        Woven::Conflict(of) => of.of(which).iter().cloned().map(Woven::Unit).collect(),
    };
    woven.into_iter().flat_map(each).collect()
}
