//! How versions are to be merged.

use std::path::PathBuf;

use super::colours::Colours;

/// How often each mark of a conflict is repeated, as git has it.
pub const MARKS: usize = 7;

/// How versions are merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merging {
    /// How the screen is coloured on which conflicts are decided; nothing where they are never.
    pub colours: Option<Colours>,
    /// Where the merged text goes; else to the standard output.
    pub output: Option<PathBuf>,
    /// What the versions are called where the reader is to decide, in the order in which they are named.
    pub labels: Vec<String>,
    /// How often each mark is repeated there.
    pub marks: usize,
}
