//! What is wanted of decisions.

use std::path::PathBuf;

use crate::curation::{ClusterDecision, Columns};
use crate::run::report_options::Layout;

/// What is done with decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecisionsTask {
    /// What counts is printed.
    List(Layout),
    /// Mistakes are looked for, and where readers differ.
    Check,
    /// The newest of each reader is printed, as lines of JSON.
    Merge,
    /// Two readers are compared.
    Agree,
    /// What follows from them is printed.
    Export(Export),
    /// A table is printed with other names of clusters.
    Relabel(PathBuf, Columns),
    /// One more.
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
