//! The options of `ibid log` and `ibid blame`.

use super::colours::Colours;
use crate::collate::Exactness;

/// The options of `ibid log` and `ibid blame`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logging {
    /// Whether to say which version introduced each sentence, instead of listing the versions.
    pub blames: bool,
    /// The output format; if none is named, a terminal shows the list on the screen and anything else gets text.
    pub printed: Option<LogForm>,
    /// The most versions, the newest ones.
    pub most: usize,
    /// Which differences count.
    pub exactness: Exactness,
    /// How the screen is coloured.
    pub colours: Colours,
}

/// How the versions of a text are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogForm {
    /// For reading.
    Text,
    /// For programs.
    Json,
}
