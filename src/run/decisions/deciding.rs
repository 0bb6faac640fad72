//! The tasks of `ibid decisions`.

use std::path::PathBuf;

use crate::curation::{ClusterDecision, Columns};
use crate::run::report_options::Layout;

/// What to do with decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecisionsTask {
    /// Print the ones that count.
    List(Layout),
    /// Look for errors, and for decisions in which readers differ.
    Check,
    /// Print the newest of each reader, as JSON lines.
    Merge,
    /// Compare every two readers.
    Agree,
    /// Print what follows from them.
    Export(Export),
    /// Print a table with its clusters renamed as decided.
    Relabel(PathBuf, Columns),
    /// Add a decision.
    Add(ClusterDecision),
}

/// What follows from decisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// The ids to keep.
    Keep,
    /// The ids to drop.
    Drop,
    /// The labels that splink reads.
    Splink,
}
