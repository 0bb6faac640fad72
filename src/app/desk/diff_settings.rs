//! How two versions are compared and set.

use std::sync::Arc;

use super::taking_state::SavePlace;
use crate::collate::{Breaks, Exactness};
use crate::page::Compared;

/// Paragraphs shown around each change, unless the reader wants others.
const CONTEXT: usize = 1;

/// What a diff is opened with: what changed, what counts, and how many paragraphs are shown around each change.
#[derive(Clone, Debug)]
pub struct Version {
    /// What changed.
    pub compared: Arc<Compared>,
    /// What counts.
    pub exactness: Exactness,
    /// Paragraphs shown around what changed.
    pub context: usize,
    /// Where the result of taking over goes, where it is not the file of the new text.
    pub goes_to: Option<SavePlace>,
}

/// How the open pair is compared and set; it holds until the reader changes it.
#[derive(Clone, Copy, Debug)]
pub(in crate::app) struct DiffOptions {
    /// What counts.
    pub exactness: Exactness,
    /// Paragraphs shown around each change.
    pub context: usize,
    /// How the two stand, if the reader has chosen; else the width decides.
    pub layout: Option<Layout>,
    /// Which changes are stepped through.
    pub filter: ChangeFilter,
}

impl Default for DiffOptions {
    fn default() -> Self {
        Self { exactness: Exactness::default(), context: CONTEXT, layout: None, filter: ChangeFilter::All }
    }
}

/// How two versions stand on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Beside each other.
    Beside,
    /// Woven into one column.
    Inline,
}

/// Which changes are stepped through and listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeFilter {
    /// All.
    All,
    /// Those that the reader is not done with.
    Unreviewed,
    /// Paragraphs of which words changed.
    Edited,
    /// What only one version has.
    Alone,
    /// What stands elsewhere.
    Moved,
    /// Those in which a number, a date, a name or a negation differs.
    Facts,
}

impl ChangeFilter {
    const ALL: [ChangeFilter; 6] = [Self::All, Self::Unreviewed, Self::Edited, Self::Alone, Self::Moved, Self::Facts];

    /// The next one.
    pub(in crate::app) fn next(self) -> Self {
        let at = Self::ALL.iter().position(|filter| *filter == self).map_or(0, |at| at + 1);
        Self::ALL.get(at).copied().unwrap_or(Self::All)
    }

    /// What it leaves, as the reader sees it.
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Unreviewed => "not reviewed",
            Self::Edited => "edited",
            Self::Alone => "added or removed",
            Self::Moved => "moved",
            Self::Facts => "a fact differs",
        }
    }
}

/// Which breaks the reader has just asked to count, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) struct CountedBreaks {
    /// Those that count now.
    pub breaks: Breaks,
    /// Where, in words.
    pub whereabouts: &'static str,
}
