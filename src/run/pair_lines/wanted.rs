//! The options for pairs of texts in JSON lines.

use std::path::PathBuf;

use crate::run::packing::Packing;

/// The keys of the two texts in a line, and what to write about them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairLines {
    /// The key of the left text.
    pub left: String,
    /// The key of the right text.
    pub right: String,
    /// Whether to write all matches, not only the figures.
    pub whole: bool,
    /// The tables that have the texts by id, if the lines have only ids.
    pub texts: Vec<PathBuf>,
    /// The column of the id in these tables.
    pub id: Option<String>,
    /// Whether the output is compressed.
    pub packing: Packing,
}
