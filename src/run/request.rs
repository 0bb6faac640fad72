//! A request: what the program was started for.

use std::path::PathBuf;

use super::clusters::Clustering;
use super::colours::{Colours, ThemeName};
use super::decisions::DecisionsTask;
use super::diff_request::Diffing;
use super::hiding::{Cleaning, RulesTask};
use super::log_request::Logging;
use super::merge_plan::Merging;
use super::notes_task::NotesTask;
use super::pair_lines::PairLines;
use super::places::{ConfigPlace, RulesPlace, Shown, StatePlace};
use super::report_options::ReportOptions;
use crate::kinds::With;

/// What the program was started for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Files, folders or `-`; empty for the bundled articles.
    pub names: Vec<PathBuf>,
    /// The options for all files.
    pub with: With,
    /// `NAME=GLOB`: the source of files that match a pattern.
    pub sources: Vec<String>,
    /// Where the rules are.
    pub rules: RulesPlace,
    /// Where the settings are.
    pub config: ConfigPlace,
    /// The theme named on the command line.
    pub theme: Option<ThemeName>,
    /// Whether everything is drawn in ASCII, whatever the settings say.
    pub ascii: bool,
    /// Whether it only prints, though the terminal could show a screen.
    pub linear: bool,
    /// Where the reader's progress is kept.
    pub state: StatePlace,
    /// Files of decisions on sentences, which overrule what ibid finds.
    pub decisions: Vec<PathBuf>,
    /// Whether the mouse is used.
    pub mouse: bool,
    /// What to do.
    pub form: Form,
}

/// What to do with the articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// Show them, or print them as text if the output is not a terminal.
    Screen(Colours),
    /// Print a report.
    Report(ReportOptions),
    /// Compare pairs of texts in JSON lines, one by one; reads no articles.
    Pairs(PairLines),
    /// Print or rewrite them without what the rules hide.
    Clean(Cleaning),
    /// Run a task on the rules.
    Rules(RulesTask),
    /// Print their text, with everything on their pages or without.
    Text(bool),
    /// Print or show the clusters that an engine found.
    Clusters(Clustering),
    /// Print the most doubtful pairs of sentences, at most this many.
    Doubtful(usize),
    /// Run a task on decisions; reads no articles.
    Decisions(DecisionsTask),
    /// Print notes, or add one.
    Notes(NotesTask),
    /// Print the kinds of files; reads no articles.
    Kinds,
    /// Print something of the configuration; reads no articles.
    Config(Shown),
    /// Compare two versions of a text.
    Diff(Diffing),
    /// List the versions of a text.
    Log(Logging),
    /// Merge two versions with a common base.
    Merge(Merging),
    /// Print a text that the command line already has; reads no articles.
    Said(Vec<u8>),
}
