//! All state of the program.

use std::path::PathBuf;
use std::sync::Arc;

use super::between::Known;
use super::diff_job::Manner;
use super::diff_view::DiffView;
use super::geometry::Size;
use super::grid::Grid;
use super::jumps::Jumps;
use super::kept_rules::Pending;
use super::key::Keys;
use super::keymap::{Action, Phase};
use super::listing::Listing;
use super::lit::Lit;
use super::notes::Notes;
use super::order::Orders;
use super::pair_places::{Pairs, SetPlaces};
use super::pane::Pane;
use super::picker::Picker;
use super::prompt::Prompt;
use super::proposals::Proposals;
use super::reviewed::Reviewed;
use super::row::Neighbour;
use super::rule_list::RuleList;
use super::search::Search;
use super::settings::Settings;
use super::sharing::Sharing;
use super::since::Stale;
use super::undo::{Hiding, Undone};
use crate::article::{Article, Locus};
use crate::boilerplate::{Hidden, HiddenBy, Mask, Rule, Rulebooks};
use crate::collate::Clusters;
use crate::page::Folding;
use crate::text::{Pair, Side, Span};

/// The program: what is open and where the reader stands. Only `update` changes it.
#[derive(Debug)]
pub struct App {
    /// The open articles, in the order of their digits.
    pub articles: Vec<Arc<Article>>,
    /// The two panes of the open pair.
    pub panes: Pair<Pane>,
    /// The panes beside them on either side, the nearest first.
    pub beside: Pair<Vec<Neighbour>>,
    /// The pane that keys act on.
    pub focus: Side,
    /// The screen.
    pub size: Size,
    /// The open pair as two versions, while that is shown in place of the panes.
    pub diff: Option<Box<DiffView>>,
    /// What the open pair shares; `None` until it is known.
    pub(super) known: Known,
    /// Which of all open articles carry which statement; `None` until it is known; of two articles
    /// only once it is asked for.
    pub clusters: Option<Arc<Clusters>>,
    /// How much of every open article stands in every other.
    pub sharing: Sharing,
    /// Whether articles are being read that will take the place of these.
    pub reading: bool,
    /// Whether a newer answer is awaited.
    pub collating: bool,
    /// The link one stands on, as an index into the collation's alignment.
    pub current: Option<usize>,
    /// What the reader is done with.
    pub reviewed: Reviewed,
    /// What the reader has noted.
    pub notes: Notes,
    /// What is lit.
    pub lit: Lit,
    /// Whether the panes move together.
    pub locked: bool,
    /// The rules in force.
    pub rules: Arc<Rulebooks>,
    /// Whether hidden text is folded or shown.
    pub folding: Folding,
    /// What the reader has set.
    pub settings: Settings,
    /// What keys mean at the moment.
    pub mode: Mode,
    /// What is typed and not yet complete.
    pub typed: Typed,
    /// What was noticed when all was read, one sentence each, safe to show; the help lists it.
    pub noticed: Vec<String>,
    /// What the program has to say, until the next key.
    pub message: Option<Message>,
    /// The links in the orders in which they are stepped through.
    pub(super) orders: Orders,
    /// The paragraphs that correspond in order, by which the panes follow each other.
    pub(super) anchors: Vec<Pair<Locus>>,
    /// Whether what is being done has placed the panes beside the pair, too.
    pub(super) placed: bool,
    /// The places that jumps have left.
    pub(super) jumps: Jumps,
    /// What the reader hid in each article, for this session.
    pub(super) session: Vec<Vec<Span>>,
    /// What is known to be hidden of each article.
    pub(super) masks: Vec<Arc<Mask>>,
    /// Where the reader last stood in each article.
    pub(super) places: Vec<usize>,
    /// Where the reader last stood in each pair.
    pub(super) pairs: Pairs,
    /// Where the reader was the last time in these articles.
    pub(super) kept: SetPlaces,
    /// Whether the reader has done nothing yet, so that there is a place to come back to once all is read.
    pub(super) untouched: bool,
    /// The link to stand on once it is known what the open pair shares.
    pub(super) sought: Option<Pair<Locus>>,
    /// What stands on the disk and is not what is open.
    pub(super) stale: Stale,
    /// What is looked for, until the reader ends the search.
    pub search: Option<Search>,
    /// What was looked for so far, the last one last.
    pub(super) searches: Vec<String>,
    /// The commands given so far, the last one last.
    pub(super) history: Vec<String>,
    /// Hidings that can be taken back, the last one last.
    pub(super) hidings: Vec<Hiding>,
    /// Rules of this session that are not in their file: not yet, or it could not be written.
    pub(super) unsaved: Vec<(PathBuf, Rule)>,
    /// What was taken back and can be made again, the last one last.
    pub(super) undone: Vec<Undone>,
    /// Steps in the rules that are not in the rules file: not yet, or it could not be written.
    pub(super) pending: Vec<Pending>,
    /// The number of the newest question asked of the world.
    pub(super) ticket: u64,
    /// The number of the reading that is awaited.
    pub(super) to_read: u64,
    /// The number of the collation that is awaited.
    pub(super) awaited: u64,
    /// The number of the trace that is awaited.
    pub(super) tracing: u64,
    /// Whether the apparatus is to be opened once it is known which articles carry which statement.
    pub(super) asks_apparatus: bool,
    /// The number of the gathering that is awaited.
    pub(super) gathering: u64,
    /// The number of the comparison that is awaited, if one is.
    pub(super) diff_awaited: Option<u64>,
    /// The paragraphs on which the reader came back from a diff, until it is known how they are linked.
    pub(super) landed: Option<Pair<Locus>>,
    /// How the open pair is compared.
    pub(super) manner: Manner,
    /// The number of the change in the notes that is awaited.
    pub(super) noting: u64,
    /// Today, as `2026-11-22`.
    pub(super) day: String,
}

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
}

/// Keys typed that do not yet amount to anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The beginning of a sequence.
    pub keys: Keys,
    /// A count.
    pub count: Option<usize>,
}

/// Something the program has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The sentence.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
}

/// How a message is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something done.
    News,
    /// Something that could not be done.
    Warning,
}

impl App {
    /// Gives the pane that keys act on.
    pub fn focused(&self) -> &Pane {
        &self.panes[self.focus]
    }

    /// Gives the phase of the keymap that holds now.
    pub fn phase(&self) -> Phase {
        match self.mode {
            Mode::Reading => self.ground(),
            Mode::Marking { .. } => Phase::Marking,
            Mode::Picking(_) => Phase::Picking,
            Mode::Helping { .. } => Phase::Helping,
            Mode::Prompting(_) => Phase::Prompting,
            Mode::Listing(_) => Phase::Listing,
            Mode::Matrix(_) => Phase::Matrix,
            Mode::Ruling(_) => Phase::Ruling,
            Mode::Proposing(_) => Phase::Proposing,
        }
    }

    /// Gives the phase that everything else returns to: reading, or a diff.
    pub fn ground(&self) -> Phase {
        if self.diff.is_some() { Phase::Diffing } else { Phase::Reading }
    }

    /// Tells whether a comparison is awaited.
    pub fn awaits_diff(&self) -> bool {
        self.diff_awaited.is_some()
    }

    /// Gives what keys mean, seen through a line that is typed over it.
    pub fn beneath(&self) -> &Mode {
        match &self.mode {
            Mode::Prompting(prompt) => prompt.beneath.as_ref().map_or(&self.mode, |beneath| &beneath.now),
            mode => mode,
        }
    }

    /// As [`App::beneath`], to be changed.
    pub(super) fn beneath_mut(&mut self) -> &mut Mode {
        if let Mode::Prompting(prompt) = &self.mode
            && prompt.beneath.is_none()
        {
            return &mut self.mode;
        }
        match &mut self.mode {
            Mode::Prompting(prompt) => &mut prompt.beneath.get_or_insert_default().now,
            mode => mode,
        }
    }

    /// Gives the key that sentences name for an action of reading, or its command where it has no key.
    pub fn key(&self, action: Action) -> String {
        self.settings.keymap.key(Phase::Reading, action)
    }

    /// Gives the passage that is marked in the focused pane, from the first sentence to the last.
    pub fn marked(&self) -> Option<Span> {
        let Mode::Marking { from, to } = self.mode else { return None };
        let sentences = &self.focused().open_article().sentences;
        let (first, last) = (sentences.get(from.min(to))?, sentences.get(from.max(to))?);
        Some(first.span.join(last.span))
    }

    /// Gives what the reader calls the rule that hides something of an article: its name.
    pub fn rule_name<'a>(&'a self, article: &Article, hidden: &'a Hidden) -> &'a str {
        match &hidden.by {
            HiddenBy::Session => "you",
            HiddenBy::Page => "the page",
            HiddenBy::Rule(id) => self.rules.counting(id, article).map_or(id.0.as_str(), |rule| rule.name.as_str()),
        }
    }

    pub(super) fn say(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), tone: Tone::News });
    }

    pub(super) fn warn(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), tone: Tone::Warning });
    }

    pub(super) fn next_ticket(&mut self) -> u64 {
        self.ticket += 1;
        self.ticket
    }
}
