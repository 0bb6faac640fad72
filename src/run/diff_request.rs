//! The options of a diff.

use std::path::PathBuf;

use super::colours::Colours;
use crate::collate::Exactness;

/// How two versions are compared and printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diffing {
    /// Which differences count.
    pub exactness: Exactness,
    /// The output format; if none is named, a terminal shows the diff on the screen and anything else gets text.
    pub printed: Option<Printed>,
    /// How the screen is coloured.
    pub colours: Colours,
    /// Paragraphs of context around a change.
    pub context: usize,
    /// Whether the output is coloured.
    pub tinting: Tinting,
    /// Whether the exit status reports differences when git asks: git takes it for a failure unless told otherwise.
    pub verdict: Verdict,
    /// Names for the two versions, instead of their file names.
    pub labels: Vec<String>,
    /// Regular expressions of text whose changes are ignored.
    pub ignored: Vec<String>,
    /// The file for a merge of both versions, with conflict marks around what differs.
    pub output: Option<PathBuf>,
}

/// The output format of a diff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// The changes, for reading.
    Text,
    /// The changes, in hunks with line numbers.
    Unified,
    /// How much changed, on one line.
    Stat,
    /// Only that something changed.
    Brief,
    /// Everything that was found, for programs; also for two equal versions.
    Json,
    /// The changes as Markdown; also for two equal versions.
    Markdown,
    /// The changes as a web page; also for two equal versions.
    Html,
}

impl Printed {
    /// Whether it is a document, which is written even if nothing changed.
    pub(super) fn is_document(self) -> bool {
        matches!(self, Printed::Json | Printed::Markdown | Printed::Html)
    }
}

/// When a diff is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tinting {
    /// If the output is a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Whether the exit status reports differences when git asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Only if git says that it will look at it.
    Asked,
    /// Always.
    Told,
}
