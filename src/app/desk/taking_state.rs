//! The state of editing in a diff: what was taken, and where the result goes.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::memory::{ReviewMark, Reviewed};
use crate::article::Article;

/// The steps that made the result.
#[derive(Debug, Default)]
pub struct Taking {
    /// What each step changed, the latest last.
    pub(in crate::app) undo: Vec<TakingStep>,
    /// The steps that were undone.
    pub(in crate::app) redo: Vec<TakingStep>,
    /// The content of the file, once something was taken.
    pub(in crate::app) on_disk: Option<String>,
    /// The file for the result, if it is not that of the new text.
    pub(in crate::app) goes_to: Option<SavePlace>,
    /// Whether the reader was told that the result is not saved.
    pub(in crate::app) warned: bool,
    /// Which changes are decided, where they are conflicts.
    pub(in crate::app) decided: Reviewed,
    /// How many conflicts there were before the first step.
    pub(in crate::app) conflicts: usize,
    /// Which changes there were before the last step, until what it made is compared.
    pub(in crate::app) before: Option<Vec<ReviewMark>>,
    /// Whether the result says what the left text does.
    pub(in crate::app) agrees: bool,
}

/// A step that can be undone or redone.
#[derive(Clone, Debug)]
pub(in crate::app) enum TakingStep {
    /// The result was another text: this one before the step, or after it if it was undone.
    Text(Arc<Article>),
    /// The right text of this change was kept.
    Kept(ReviewMark),
}

impl Taking {
    /// How many steps changed the result.
    pub(in crate::app) fn edits(&self) -> usize {
        self.undo.iter().filter(|step| matches!(step, TakingStep::Text(_))).count()
    }

    /// Whether the changes are conflicts, each of which is to be decided.
    pub(in crate::app) fn decides(&self) -> bool {
        self.goes_to.as_ref().is_some_and(|place| place.decides)
    }
}

/// The file for the result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavePlace {
    /// The file.
    pub path: PathBuf,
    /// Its content when it was read; `None` if it does not exist.
    pub expected: Option<String>,
    /// A file; a new result is written like it.
    pub like: Option<PathBuf>,
    /// Whether every change must be decided first, because they are conflicts.
    pub decides: bool,
}
