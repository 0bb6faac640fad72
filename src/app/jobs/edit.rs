//! A file to open in the reader's editor.

use std::path::PathBuf;

/// A file to open in the editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The index of the article.
    pub article: usize,
    /// Its file.
    pub path: PathBuf,
    /// The line, counted from 1.
    pub line: usize,
    /// A text to edit that is in no file.
    pub text: Option<String>,
}
