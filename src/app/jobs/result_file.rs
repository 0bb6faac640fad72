//! The result of editing in a diff, to be written to a file.

use std::path::PathBuf;

/// A text to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultFile {
    /// The path.
    pub path: PathBuf,
    /// The text.
    pub text: String,
    /// The content of the file when it was read: anything else is never overwritten. `None` for a new file.
    pub expected: Option<String>,
    /// A file whose encoding and line ends a new file gets.
    pub like: Option<PathBuf>,
    /// Whether existing content may be replaced.
    pub forced: bool,
}
