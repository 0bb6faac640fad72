//! What is wanted of the versions of a text.

use super::colours::Colours;
use crate::collate::Exactness;

/// What is wanted of the versions of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logging {
    /// Whether it is told which version brought each sentence, in place of a list of the versions.
    pub blames: bool,
    /// How it is printed; where that is not said, a terminal shows the list and anything else gets it as text.
    pub printed: Option<LogForm>,
    /// Versions at most, the newest ones.
    pub most: usize,
    /// What counts.
    pub exactness: Exactness,
    /// How the screen is coloured.
    pub colours: Colours,
}

/// How the versions of a text are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogForm {
    /// To read.
    Text,
    /// For programs.
    Json,
}
