//! How two versions are compared and laid out.

use std::sync::Arc;

use super::taking_state::SavePlace;
use crate::app::jobs::CountedBlocks;
use crate::article::Article;
use crate::collate::{Breaks, Exactness};
use crate::page::Compared;
use crate::text::Pair;

/// Paragraphs of context around each change, by default.
const CONTEXT: usize = 1;

/// What a diff is opened with: the comparison, what counts, and how much context is shown.
#[derive(Clone, Debug)]
pub struct Version {
    /// The comparison.
    pub compared: VersionComparison,
    /// Which differences count.
    pub exactness: Exactness,
    /// Paragraphs of context around a change.
    pub context: usize,
    /// The file for the result, if it is not that of the new text.
    pub goes_to: Option<SavePlace>,
}

/// The comparison that a diff is opened with.
#[derive(Clone, Debug)]
pub enum VersionComparison {
    /// It is known.
    Known(Arc<Compared>),
    /// It is made while both texts are shown without marks.
    Awaited(Pair<Arc<Article>>),
}

/// What came of the comparison with which a diff is opened.
#[derive(Clone, Debug, Default)]
pub enum DiffOpening {
    /// The diff is shown.
    #[default]
    Shown,
    /// It is not known yet.
    Awaited,
    /// Nothing that counts differs.
    Same(Arc<Compared>),
}

/// How the open pair is compared and laid out, until the reader changes it.
#[derive(Clone, Copy, Debug)]
pub(in crate::app) struct DiffOptions {
    /// Which differences count.
    pub exactness: Exactness,
    /// Paragraphs of context around each change.
    pub context: usize,
    /// The layout that the reader chose; by default the width decides.
    pub layout: Option<Layout>,
    /// Which changes are stepped through.
    pub filter: ChangeFilter,
}

impl Default for DiffOptions {
    fn default() -> Self {
        Self { exactness: Exactness::default(), context: CONTEXT, layout: None, filter: ChangeFilter::All }
    }
}

/// How two versions are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Side by side.
    Beside,
    /// Woven into one column.
    Inline,
}

/// Which changes are stepped through and listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeFilter {
    /// All.
    All,
    /// Those not reviewed yet.
    Unreviewed,
    /// Paragraphs with changed words.
    Edited,
    /// Text that only one version has.
    Alone,
    /// Moved text.
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

    /// Its name, as the reader sees it.
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

/// Which breaks the reader just made to count, and where.
#[derive(Clone, Debug)]
pub(in crate::app) struct CountedBreaks {
    /// The kinds that count now.
    pub breaks: Breaks,
    /// Where, in words.
    pub whereabouts: &'static str,
    /// Where they counted before.
    pub was: WhereCounted,
}

/// Where breaks count.
#[derive(Clone, Debug)]
pub(in crate::app) struct WhereCounted {
    /// In the whole text, if anywhere.
    pub exactness: Exactness,
    /// In which blocks.
    pub blocks: CountedBlocks,
}
