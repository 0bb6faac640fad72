//! Boilerplate commands without a screen.

use std::path::PathBuf;

use crate::boilerplate::{Does, Fit, Scope};

/// How articles are cleaned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cleaning {
    /// Printed one after another.
    Print(Cleansed),
    /// Printed as JSON.
    Json,
    /// Written where they were; the file as it was is kept under its name and this suffix.
    InPlace(String),
    /// Read and written as lines of JSON.
    Lines(Jsonl),
}

/// What becomes of hidden text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cleansed {
    /// It is left out.
    Removed,
    /// It stands between marks.
    Marked,
}

/// Where in a line of JSON things stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jsonl {
    /// The key of the text.
    pub text: String,
    /// The key of the source, if there is one.
    pub source: Option<String>,
    /// What becomes of hidden text.
    pub shown: Cleansed,
}

/// What is done about the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RulesTask {
    /// They are listed.
    List(Format),
    /// Mistakes in them are looked for.
    Check,
    /// The file they are kept in is named; with a folder the team's file for its articles.
    Path(Option<PathBuf>),
    /// One more.
    Add(Adding),
    /// These less, with a folder in the team's file for its articles.
    Remove(Option<PathBuf>, Vec<String>),
    /// New ones are suggested.
    Suggest(Format),
}

/// A rule to be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adding {
    /// What it fits.
    pub fit: Fit,
    /// What comes of what it fits.
    pub does: Does,
    /// Where it holds.
    pub scope: Scope,
    /// What it is called; made of its words if it is not said.
    pub name: Option<String>,
    /// A remark.
    pub note: String,
    /// With a folder it goes into the team's file for its articles.
    pub team: Option<PathBuf>,
}

/// How a report is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// As text to read.
    Text,
    /// As JSON for programs.
    Json,
}
