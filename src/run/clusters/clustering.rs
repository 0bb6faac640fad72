//! What is wanted of an engine's clusters.

use std::path::PathBuf;

use crate::curation::Columns;
use crate::run::paper::Layout;

/// What is wanted of an engine's clusters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clustering {
    /// The columns that the reader names.
    pub columns: Columns,
    /// The files in which the texts stand.
    pub texts: Vec<PathBuf>,
    /// In which form they are printed.
    pub layout: Layout,
}
