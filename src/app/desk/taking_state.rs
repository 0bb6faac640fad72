//! The state of taking over: what was taken, and where the result goes.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::memory::{ReviewMark, Reviewed};
use crate::article::Article;

/// The result as it is, and how it came to be.
#[derive(Debug, Default)]
pub struct Taking {
    /// The texts before each step, the last one last.
    pub(in crate::app) undo: Vec<Arc<Article>>,
    /// The texts that were taken back.
    pub(in crate::app) redo: Vec<Arc<Article>>,
    /// What the file says, once something is taken over.
    pub(in crate::app) on_disk: Option<String>,
    /// The file into which the result goes, where it is not that of the new text.
    pub(in crate::app) goes_to: Option<SavePlace>,
    /// Whether the reader was told that the result is not saved.
    pub(in crate::app) warned: bool,
    /// Which changes are decided, where they are conflicts.
    pub(in crate::app) decided: Reviewed,
    /// Which changes there were before the last step, until what it made is compared.
    pub(in crate::app) before: Option<Vec<ReviewMark>>,
    /// Whether the result says what the left text does.
    pub(in crate::app) agrees: bool,
}

impl Taking {
    /// Whether the changes are conflicts, each of which is to be decided.
    pub(in crate::app) fn decides(&self) -> bool {
        self.goes_to.as_ref().is_some_and(|place| place.decides)
    }
}

/// Where the result goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavePlace {
    /// The file.
    pub path: PathBuf,
    /// What it said when it was read; nothing where there is none.
    pub expected: Option<String>,
    /// The file as which a new one is written.
    pub like: Option<PathBuf>,
    /// Whether every change is to be decided before: they are conflicts.
    pub decides: bool,
}
