//! Modes: what keys mean at the moment, and the line being typed.

use super::grid::Grid;
use super::listing::Listing;
use super::picker::Picker;
use super::proposals::Proposals;
use super::rule_list::RuleList;
use crate::app::desk::story_grid::StoryGrid;
use crate::app::jobs::Listed;
use crate::app::keys::Phase;
use crate::app::keys::line::Line;
use crate::app::memory::Note;
use crate::article::Article;
use crate::text::Span;

/// Something over the articles that gives keys another meaning.
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
    /// Reading the list of rules.
    Ruling(Box<RuleList>),
    /// Going through the proposals.
    Proposing(Box<Proposals>),
    /// Choosing from a list.
    Listing(Box<Listing>),
    /// Moving in the matrix.
    Matrix(Box<Grid>),
    /// Moving in the synopsis.
    Synopsis(Box<StoryGrid>),
}

impl Mode {
    /// Its phase in the keymap.
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

    /// Whether it opens over another mode, which is back when it closes. Any other mode replaces all that are open.
    pub(in crate::app) fn lies_over(&self) -> bool {
        matches!(self, Self::Helping(_) | Self::Prompting(_))
    }

    /// Whether a line is being typed and has text, so that a character goes into it whatever it is bound to.
    pub fn has_typed(&self) -> bool {
        match self {
            Self::Prompting(prompt) => !prompt.line.text().is_empty(),
            Self::Listing(list) => !list.line.text().is_empty(),
            Self::Synopsis(grid) => grid.typing && !grid.words.text().is_empty(),
            _ => false,
        }
    }

    /// Opens a prompt with this text.
    pub(in crate::app) fn line(asked: Asked, said: &str) -> Self {
        Self::Prompting(Box::new(Prompt::of(asked, said)))
    }
}

/// The sentences being marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marking {
    /// The sentence where marking began.
    pub from: usize,
    /// The sentence where it ends, before or after that.
    pub to: usize,
}

impl Marking {
    /// The marked text of an article, from the first sentence to the last.
    pub fn span(self, article: &Article) -> Option<Span> {
        let sentences = &article.sentences;
        let (first, last) = (sentences.get(self.from.min(self.to))?, sentences.get(self.from.max(self.to))?);
        Some(first.span.join(last.span))
    }
}

/// The open help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Helping {
    /// The phase whose keys and marks it shows.
    pub of: Phase,
    /// The list over which it was opened.
    pub list: Option<Listed>,
    /// Whether it shows only the legend.
    pub legend: bool,
    /// The first row shown.
    pub row: usize,
    /// The filter; empty for all.
    pub filter: String,
}

/// What a prompt asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A command.
    Command,
    /// A filter for the help.
    Filter,
    /// The words of a rule.
    Words,
    /// A rule's name.
    Name,
    /// The note on a rule.
    Note,
    /// Where a rule applies.
    Scope,
    /// Words to find in the articles.
    Search,
    /// A note on a passage or paragraph.
    Remark,
    /// What to add to a decision on a cluster.
    Relation,
}

/// A prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// What it asks for.
    pub asked: Asked,
    /// What is typed.
    pub line: Line,
    /// The completion in the line, as an index into the candidates.
    pub chosen: Option<usize>,
    /// What the note is on, and its text so far.
    pub(in crate::app) about: Option<Box<Note>>,
    /// What was typed before it was completed, or before an older line was recalled.
    pub(in crate::app) typed: String,
    /// The index of the recalled line.
    pub(in crate::app) recalled: Option<usize>,
}

impl Prompt {
    /// Opens a prompt with this text.
    pub(in crate::app) fn of(asked: Asked, said: &str) -> Self {
        let (line, typed) = (Line::of(said), said.to_owned());
        Self { asked, line, chosen: None, about: None, typed, recalled: None }
    }

    /// Takes the present text as typed by the reader.
    pub(in crate::app) fn typed_anew(&mut self) {
        self.chosen = None;
        self.recalled = None;
        self.typed = self.line.text().to_owned();
    }
}
