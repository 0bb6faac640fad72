//! The result of taking over, to be written to a file.

use std::path::PathBuf;

/// A text to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultFile {
    /// Where to.
    pub path: PathBuf,
    /// What it says.
    pub text: String,
    /// What the file said when it was read: anything else is never overwritten. Nothing where it is a new file.
    pub expected: Option<String>,
    /// The file as which a new one is written: its encoding and line ends.
    pub like: Option<PathBuf>,
    /// Whether whatever stands there may be replaced.
    pub forced: bool,
}
