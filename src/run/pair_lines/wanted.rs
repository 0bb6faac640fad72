//! What is wanted of pairs of texts in lines of JSON.

/// Where in a line the two texts stand, and how much is told of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairLines {
    /// The key of the left one.
    pub left: String,
    /// That of the right one.
    pub right: String,
    /// Whether all matches are told, and not the figures alone.
    pub whole: bool,
}
