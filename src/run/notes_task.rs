//! What is done with notes.

use super::hiding::Format;

/// What is done with notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotesTask {
    /// They are printed: those on the paragraphs of the articles, or all where no file is named.
    List(Format),
    /// This one is written on the paragraph with this number, from 1.
    Add(usize, String),
}
