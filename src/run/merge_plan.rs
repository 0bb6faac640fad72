//! The options of a merge.

use std::path::PathBuf;

use super::colours::Colours;

/// How often each conflict mark is repeated, as in git.
pub const MARKS: usize = 7;

/// The options of a merge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merging {
    /// The colours of the screen on which conflicts are decided; `None` if they never are.
    pub colours: Option<Colours>,
    /// The file for the merged text; standard output by default.
    pub output: Option<PathBuf>,
    /// The names of the versions in conflict marks, in the order of the files.
    pub labels: Vec<String>,
    /// How often each conflict mark is repeated.
    pub marks: usize,
}
