//! The shelf: texts to compare in pairs, which are open, and how much changed in each.

use crate::app::jobs::{Lookup, Shelf};
use crate::text::Pair;

/// Texts that are compared two by two; none where two articles were named.
#[derive(Debug, Default)]
pub struct Shelving {
    /// The texts.
    pub shelf: Option<Shelf>,
    /// The rows of the two that are open.
    pub at: Option<Pair<usize>>,
    /// The version with which the next one that is chosen is compared.
    pub base: Option<usize>,
    /// On which change to stand once the diff is there: the last one, where the reader went back.
    pub(in crate::app) lands: Option<Landing>,
    /// What was passed over on the way to the text that is being opened, and why; each in a few words.
    pub(in crate::app) passed: Vec<String>,
    pub(in crate::app) opening: Lookup<()>,
    pub(in crate::app) measuring: Lookup<()>,
    pub(in crate::app) blaming: Lookup<()>,
}

/// On which change one comes to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Landing {
    First,
    Last,
}
