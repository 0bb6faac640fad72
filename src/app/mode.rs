//! Modes: what keys mean at the moment, and the line that is typed.

use super::grid::Grid;
use super::line::Line;
use super::listing::Listing;
use super::picker::Picker;
use super::proposals::Proposals;
use super::rule_list::RuleList;
use super::story_grid::StoryGrid;
use crate::app::memory::Note;

/// What keys mean at the moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Reading.
    #[default]
    Reading,
    /// Marking sentences in the focused pane.
    Marking {
        /// The sentence at which marking began.
        from: usize,
        /// The sentence up to which it goes, before or after that.
        to: usize,
    },
    /// Choosing a hide rule.
    Picking(Box<Picker>),
    /// Reading the help.
    Helping {
        /// The first row shown.
        row: usize,
        /// What must stand in a row for it to be shown; empty for all.
        filter: String,
    },
    /// Typing a line.
    Prompting(Box<Prompt>),
    /// Going through the rules.
    Ruling(Box<RuleList>),
    /// Going through what looks like boilerplate.
    Proposing(Box<Proposals>),
    /// Choosing from a list.
    Listing(Box<Listing>),
    /// Walking the matrix of all pairs.
    Matrix(Box<Grid>),
    /// Walking the synopsis of all articles.
    Synopsis(Box<StoryGrid>),
}

/// What a line is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A command.
    Command,
    /// Words to find in the help.
    Filter,
    /// The words that a rule is about.
    Words,
    /// A rule's name.
    Name,
    /// The remark on a rule.
    Note,
    /// Where a rule holds.
    Scope,
    /// Words to find in the articles.
    Search,
    /// A note to a passage or paragraph.
    Remark,
}

/// A line that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// What for.
    pub asked: Asked,
    /// What is typed.
    pub line: Line,
    /// The completion that stands in the line, as an index into the candidates.
    pub chosen: Option<usize>,
    /// What it is typed over, if over a question.
    pub(super) beneath: Option<Beneath>,
    /// What a note is written to, and what it says so far.
    pub(super) about: Option<Box<Note>>,
    /// What was typed before it was completed, or before an older line was called up.
    pub(super) typed: String,
    /// Which of the remembered lines stands there.
    pub(super) recalled: Option<usize>,
}

/// A question over which a line is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Beneath {
    /// As it is with what is typed.
    pub now: Mode,
    /// As it was before.
    pub before: Mode,
}

impl Prompt {
    /// Asks for a line that says this so far.
    pub(super) fn of(asked: Asked, said: &str) -> Self {
        let (line, typed) = (Line::of(said), said.to_owned());
        Self { asked, line, chosen: None, beneath: None, about: None, typed, recalled: None }
    }

    /// Takes what is typed now as typed by the reader.
    pub(super) fn typed_anew(&mut self) {
        self.chosen = None;
        self.recalled = None;
        self.typed = self.line.text().to_owned();
    }
}
