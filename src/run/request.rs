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
    /// Files, folders, or `-`; none for the articles that come with the program.
    pub names: Vec<PathBuf>,
    /// What is said of all files.
    pub with: With,
    /// `NAME=GLOB`: the source of the files that fit a pattern.
    pub sources: Vec<String>,
    /// Where the rules are.
    pub rules: RulesPlace,
    /// Where the settings are.
    pub config: ConfigPlace,
    /// The theme that is named on the command line.
    pub theme: Option<ThemeName>,
    /// Whether everything is drawn in ASCII, whatever the settings say.
    pub ascii: bool,
    /// Where it is kept what the reader has done.
    pub state: StatePlace,
    /// Files of decisions on sentences, which overrule what is found.
    pub decisions: Vec<PathBuf>,
    /// Whether the mouse may be heard.
    pub mouse: bool,
    /// What becomes of the articles.
    pub form: Form,
}

/// What becomes of the articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// They are shown, or printed as text where the output is no terminal.
    Screen(Colours),
    /// A report is printed.
    Report(ReportOptions),
    /// Pairs of texts in lines of JSON are collated one by one; no articles are read.
    Pairs(PairLines),
    /// They are printed or written without what the rules hide.
    Clean(Cleaning),
    /// Something is done about the rules.
    Rules(RulesTask),
    /// Their text is printed, with all that belongs to their pages or without.
    Text(bool),
    /// The clusters that an engine found are printed.
    Clusters(Clustering),
    /// The most doubtful pairs of sentences are printed, so many at most.
    Doubtful(usize),
    /// Something is done with decisions; no articles are read.
    Decisions(DecisionsTask),
    /// Notes are printed, or one is written.
    Notes(NotesTask),
    /// What kinds of files there are is printed; no articles are read.
    Kinds,
    /// Something of the configuration is printed; no articles are read.
    Config(Shown),
    /// Two versions of a text are compared.
    Diff(Diffing),
    /// The versions of a text are listed.
    Log(Logging),
    /// Two versions that come of one are merged.
    Merge(Merging),
    /// A text is printed that the command line knows by itself; no articles are read.
    Said(Vec<u8>),
}
