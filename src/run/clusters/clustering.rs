//! The options of `ibid clusters`.

use std::path::PathBuf;

use crate::curation::Columns;
use crate::run::colours::Colours;
use crate::run::report_options::Layout;

/// The options of `ibid clusters`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clustering {
    /// The columns that the reader named.
    pub columns: Columns,
    /// The files that have the texts.
    pub texts: Vec<PathBuf>,
    /// The output format; if none is named, a terminal shows them on the screen and anything else gets text.
    pub layout: Option<Layout>,
    /// The cluster shown first, from 1 by size; `None` shows the list.
    pub show: Option<usize>,
    /// How the screen is coloured.
    pub colours: Colours,
    /// The file of decisions.
    pub decisions: PathBuf,
    /// Whether decisions count in what is printed: only if the file was named.
    pub decided: bool,
    /// The name of the reader who decides.
    pub who: String,
}
