//! The undo history.

use std::path::PathBuf;

use crate::app::memory::NoteChange;
use crate::app::memory::ReviewMark;
use crate::app::memory::Step;
use crate::boilerplate::{Rule, RuleId};
use crate::text::Span;

/// What was done, and what was undone, each with the latest last.
#[derive(Debug, Default)]
pub(in crate::app) struct History {
    /// Hidings and other steps that can be undone.
    pub done: Vec<Hiding>,
    /// What was undone and can be redone.
    pub undone: Vec<Undone>,
    /// The commands given.
    pub commands: Vec<String>,
}

/// Something that can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Hiding {
    /// Passages that were hidden together for this session, each with its article.
    Session(Vec<(usize, Span)>),
    /// A rule in a file.
    Rule(PathBuf, RuleId),
    /// A step in a file's rules: how to undo it, and how to redo it.
    Step(PathBuf, Step, Step),
    /// The rejection of a proposal.
    Refusal(ReviewMark),
    /// A change in the notes.
    Note(NoteChange),
}

/// Something that was undone and can be redone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Undone {
    /// Passages that are hidden together, each with its article.
    Session(Vec<(usize, Span)>),
    /// A rule in a file.
    Rule(PathBuf, Rule),
    /// A step, as in [`Hiding::Step`].
    Note(NoteChange),
    Step(PathBuf, Step, Step),
    /// A refusal.
    Refusal(ReviewMark),
}
