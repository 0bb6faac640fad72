//! The rules in force, and which of them are not saved yet.

use std::path::PathBuf;
use std::sync::Arc;

use crate::app::memory::Step;
use crate::boilerplate::{Rule, Rulebooks};

/// The rules in force.
#[derive(Debug, Default)]
pub struct Rules {
    /// The rules of each file.
    pub books: Arc<Rulebooks>,
    /// Rules of this session that are not in their file: not yet, or it could not be written.
    pub(in crate::app) unsaved: Vec<(PathBuf, Rule)>,
    /// Steps that are not in the rules file: not yet, or it could not be written.
    pub(in crate::app) pending: Vec<Pending>,
    /// Whether to count again what each rule hides.
    pub(in crate::app) recount: bool,
}

/// A step that is not in its file yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) struct Pending {
    /// Its number.
    pub number: u64,
    /// The file.
    pub file: PathBuf,
    /// The step.
    pub step: Step,
    /// The step that undoes it.
    pub back: Option<Step>,
    /// Whether saving it failed.
    pub failed: bool,
}
