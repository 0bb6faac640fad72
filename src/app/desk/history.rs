//! The undo history.

use std::path::PathBuf;

use crate::app::memory::NoteChange;
use crate::app::memory::ReviewMark;
use crate::app::memory::Step;
use crate::boilerplate::{Rule, RuleId};
use crate::text::Span;

/// What was done, and what was taken back, each with the last one last.
#[derive(Debug, Default)]
pub(in crate::app) struct History {
    /// Hidings and other things that can be taken back.
    pub done: Vec<Hiding>,
    /// What was taken back and can be made again.
    pub undone: Vec<Undone>,
    /// The commands given.
    pub commands: Vec<String>,
}

/// Something that can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Hiding {
    /// Passages that were hidden together for this session, each with its article.
    Session(Vec<(usize, Span)>),
    /// A rule in a file.
    Rule(PathBuf, RuleId),
    /// A step in the rules of a file: how it is taken back, and how it is made again.
    Step(PathBuf, Step, Step),
    /// What was proposed is not to be proposed again.
    Refusal(ReviewMark),
    /// A change in the notes.
    Note(NoteChange),
}

/// Something that was taken back and can be made again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Undone {
    /// Passages that are hidden together, each with its article.
    Session(Vec<(usize, Span)>),
    /// A rule in a file.
    Rule(PathBuf, Rule),
    /// A step, as in [`Hiding::Step`].
    /// A change in the notes.
    Note(NoteChange),
    Step(PathBuf, Step, Step),
    /// A refusal.
    Refusal(ReviewMark),
}
