//! The options of a diff.

use std::path::PathBuf;

use super::colours::Colours;
use crate::collate::Exactness;

/// How two versions are compared and printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diffing {
    /// What counts.
    pub exactness: Exactness,
    /// What is printed; where that is not said, a terminal shows it and anything else gets it as text.
    pub printed: Option<Printed>,
    /// How the screen is coloured.
    pub colours: Colours,
    /// Paragraphs shown around what changed.
    pub context: usize,
    /// Whether colours are used.
    pub tinting: Tinting,
    /// Whether the exit status tells of differences where git asks, which takes it for a failure unless told otherwise.
    pub verdict: Verdict,
    /// What the first version and the second are called, in place of their files' names.
    pub labels: Vec<String>,
    /// Regular expressions of what is no change.
    pub ignored: Vec<String>,
    /// The file into which both versions go, with marks around what differs.
    pub output: Option<PathBuf>,
}

/// What is printed of a diff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// What changed, to read.
    Text,
    /// What changed, in hunks with line numbers.
    Unified,
    /// How much changed, in a line.
    Stat,
    /// That something changed.
    Brief,
    /// All that was found, for programs; also of two versions that say the same.
    Json,
    /// What changed, as Markdown; also of two versions that say the same.
    Markdown,
    /// What changed, as a page for a browser; also of two versions that say the same.
    Html,
}

impl Printed {
    /// Whether it is a document, which says something also where nothing changed.
    pub(super) fn is_document(self) -> bool {
        matches!(self, Printed::Json | Printed::Markdown | Printed::Html)
    }
}

/// When a diff is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tinting {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Whether the exit status tells of differences where git asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Only where git says that it listens.
    Asked,
    /// Always.
    Told,
}
