//! What is wanted of an engine's clusters.

use std::path::PathBuf;

use crate::curation::Columns;
use crate::run::colours::Colours;
use crate::run::report_options::Layout;

/// What is wanted of an engine's clusters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clustering {
    /// The columns that the reader names.
    pub columns: Columns,
    /// The files in which the texts stand.
    pub texts: Vec<PathBuf>,
    /// In which form they are printed; where that is not said, they are shown if there is a terminal, else printed as text.
    pub layout: Option<Layout>,
    /// The one that is shown on the screen first, in the order of size, from 1; by default the list of all.
    pub show: Option<usize>,
    /// How the screen is coloured.
    pub colours: Colours,
    /// Where decisions are kept.
    pub decisions: PathBuf,
    /// Whether what is printed is as decided: where the file is named.
    pub decided: bool,
    /// Who decides.
    pub who: String,
}
