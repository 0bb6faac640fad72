//! Modes: what keys mean at the moment, and the line that is typed.

use super::grid::Grid;
use super::listing::Listing;
use super::picker::Picker;
use super::proposals::Proposals;
use super::rule_list::RuleList;
use crate::app::desk::story_grid::StoryGrid;
use crate::app::keys::Phase;
use crate::app::keys::line::Line;
use crate::app::memory::Note;
use crate::article::Article;
use crate::text::Span;

/// Something that lies over the articles and gives keys another meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Marking sentences in the focused pane.
    Marking(Marking),
    /// Choosing a hide rule.
    Picking(Box<Picker>),
    /// Reading the help.
    Helping(Helping),
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

impl Mode {
    /// The phase of the keymap that holds in it.
    pub(in crate::app) fn phase(&self) -> Phase {
        match self {
            Self::Marking(_) => Phase::Marking,
            Self::Picking(_) => Phase::Picking,
            Self::Helping(_) => Phase::Helping,
            Self::Prompting(_) => Phase::Prompting,
            Self::Listing(_) => Phase::Listing,
            Self::Matrix(_) => Phase::Matrix,
            Self::Synopsis(_) => Phase::Synopsis,
            Self::Ruling(_) => Phase::Ruling,
            Self::Proposing(_) => Phase::Proposing,
        }
    }

    /// Whether it is opened over another mode, which stands there again when it closes. Any other takes the place of all that is open.
    pub(in crate::app) fn lies_over(&self) -> bool {
        matches!(self, Self::Helping(_) | Self::Prompting(_))
    }

    /// Asks for a line that says this so far.
    pub(in crate::app) fn line(asked: Asked, said: &str) -> Self {
        Self::Prompting(Box::new(Prompt::of(asked, said)))
    }
}

/// Sentences that are being marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marking {
    /// The sentence at which marking began.
    pub from: usize,
    /// The sentence up to which it goes, before or after that.
    pub to: usize,
}

impl Marking {
    /// What is marked of an article, from the first sentence to the last.
    pub fn span(self, article: &Article) -> Option<Span> {
        let sentences = &article.sentences;
        let (first, last) = (sentences.get(self.from.min(self.to))?, sentences.get(self.from.max(self.to))?);
        Some(first.span.join(last.span))
    }
}

/// The help as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Helping {
    /// The phase whose keys and marks it shows.
    pub of: Phase,
    /// Whether it shows the marks alone.
    pub legend: bool,
    /// The first row shown.
    pub row: usize,
    /// What must stand in a row for it to be shown; empty for all.
    pub filter: String,
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
    /// What is added to a decision on a cluster.
    Relation,
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
    /// What a note is written to, and what it says so far.
    pub(in crate::app) about: Option<Box<Note>>,
    /// What was typed before it was completed, or before an older line was called up.
    pub(in crate::app) typed: String,
    /// Which of the remembered lines stands there.
    pub(in crate::app) recalled: Option<usize>,
}

impl Prompt {
    /// Asks for a line that says this so far.
    pub(in crate::app) fn of(asked: Asked, said: &str) -> Self {
        let (line, typed) = (Line::of(said), said.to_owned());
        Self { asked, line, chosen: None, about: None, typed, recalled: None }
    }

    /// Takes what is typed now as typed by the reader.
    pub(in crate::app) fn typed_anew(&mut self) {
        self.chosen = None;
        self.recalled = None;
        self.typed = self.line.text().to_owned();
    }
}
