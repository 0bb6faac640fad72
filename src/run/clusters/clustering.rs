//! What is wanted of an engine's clusters.

use std::path::PathBuf;

use crate::curation::Columns;
use crate::run::colours::Colours;
use crate::run::report_options::Layout;

/// What is wanted of an engine's clusters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clustering {
    /// The columns that the reader names.
    pub columns: Columns,
    /// The files in which the texts stand.
    pub texts: Vec<PathBuf>,
    /// In which form they are printed.
    pub layout: Layout,
    /// The one that is shown on the screen, if one is.
    pub show: Option<ShowCluster>,
}

/// A cluster on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShowCluster {
    /// Which it is in the order of size, from 1.
    pub number: usize,
    /// How it is coloured.
    pub colours: Colours,
}
