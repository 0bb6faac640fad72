//! What is wanted of pairs of texts in lines of JSON.

use std::path::PathBuf;

use crate::run::packing::Packing;

/// Where in a line the two texts stand, and how much is told of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairLines {
    /// The key of the left one.
    pub left: String,
    /// That of the right one.
    pub right: String,
    /// Whether all matches are told, and not the figures alone.
    pub whole: bool,
    /// The tables in which the texts stand by id, where a line has ids and no texts.
    pub texts: Vec<PathBuf>,
    /// The column of an id in them.
    pub id: Option<String>,
    /// Whether the lines are written packed.
    pub packing: Packing,
}
