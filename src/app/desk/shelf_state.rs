//! The shelf: texts to compare in pairs, which are open, and how much changed in each.

use crate::app::jobs::{Lookup, Shelf};
use crate::text::Pair;

/// Texts that are compared in pairs; none if two articles were named.
#[derive(Debug, Default)]
pub struct Shelving {
    /// The texts.
    pub shelf: Option<Shelf>,
    /// The rows of the two that are open.
    pub at: Option<Pair<usize>>,
    /// The version to compare with the next one that is chosen.
    pub base: Option<usize>,
    /// Which change to go to when the diff arrives: the last one, if the reader went back.
    pub(in crate::app) lands: Option<Landing>,
    /// What was skipped on the way to the text being opened, and why, each in a few words.
    pub(in crate::app) passed: Vec<String>,
    pub(in crate::app) opening: Lookup<()>,
    pub(in crate::app) measuring: Lookup<()>,
    pub(in crate::app) blaming: Lookup<()>,
}

/// Which change to go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Landing {
    First,
    Last,
}
