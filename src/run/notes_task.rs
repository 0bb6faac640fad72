//! The tasks of `ibid notes`.

use super::hiding::Format;

/// What to do with notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotesTask {
    /// Print them: those on paragraphs of the articles, or all if no file is named.
    List(Format),
    /// Add this one to the paragraph with this number, from 1.
    Add(usize, String),
}
