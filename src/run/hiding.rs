//! Boilerplate commands without a screen.

use std::path::PathBuf;

use crate::boilerplate::{Does, Fit, Scope};

/// How articles are cleaned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cleaning {
    /// Print them one after another.
    Print(Cleansed),
    /// Print them as JSON.
    Json,
    /// Rewrite their files; keep each old file under its name with this suffix.
    InPlace(String),
    /// Read and write JSON lines.
    Lines(Jsonl),
}

/// What happens to hidden text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cleansed {
    /// Removed.
    Removed,
    /// Kept, between marks.
    Marked,
}

/// The keys of a JSON line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jsonl {
    /// The key of the text.
    pub text: String,
    /// The key of the source, if there is one.
    pub source: Option<String>,
    /// What happens to hidden text.
    pub shown: Cleansed,
}

/// The tasks of `ibid rules`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RulesTask {
    /// List them.
    List(Format),
    /// Look for errors in them.
    Check,
    /// Print the file they are kept in; with a folder, the team's file for its articles.
    Path(Option<PathBuf>),
    /// Add a rule.
    Add(Adding),
    /// Remove rules; with a folder, from the team's file for its articles.
    Remove(Option<PathBuf>, Vec<String>),
    /// Suggest new rules.
    Suggest(Format),
}

/// A rule to add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adding {
    /// The text it matches.
    pub fit: Fit,
    /// What it does with that text.
    pub does: Does,
    /// Where it applies.
    pub scope: Scope,
    /// Its name; made from its words if not set.
    pub name: Option<String>,
    /// A note.
    pub note: String,
    /// With a folder, it is added to the team's file for its articles.
    pub team: Option<PathBuf>,
}

/// The output format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text, for reading.
    Text,
    /// JSON, for programs.
    Json,
}
