//! A row of a list.

use crate::article::ParagraphId;
use crate::collate::{Class, Fate};
use crate::text::{Pair, Span, one_line, sign};

/// Characters of a passage that a row of a list tells at most.
pub(in crate::app) const TOLD: usize = 1200;

/// What a list is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// What the open pair shares.
    Matches,
    /// Where a passage stands in other articles.
    Elsewhere,
    /// A sentence as each article has it.
    Readings,
    /// The open articles.
    Articles,
    /// What changed from one version to the other.
    Changes,
    /// The files of two folders.
    Files,
    /// The versions of one text.
    Versions,
    /// What of the open pair has no match in the other.
    Unmatched,
    /// What of each article has no match in any other.
    InNone,
    /// The clusters of an engine's.
    Clusters,
    /// The same, to make the open one one with another.
    MergeWith,
    /// The numbers, dates and names in which articles differ that carry the same statement.
    Figures,
    /// All quotations, those of one saying together.
    Quotations,
    /// Which articles have one text behind them, and the evidence.
    Origins,
}

impl Listed {
    /// Whether a key shows the next list in its place.
    pub fn gives_way(self) -> bool {
        !matches!(
            self,
            Listed::Elsewhere
                | Listed::Readings
                | Listed::Articles
                | Listed::Changes
                | Listed::Clusters
                | Listed::MergeWith
                | Listed::Files
                | Listed::Versions
                | Listed::Origins
        )
    }
}

/// A row of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListRow {
    /// How alike it is to what is read; none for that itself.
    pub class: Option<Class>,
    /// What became of it, where it is a change of a diff.
    pub fate: Option<Fate>,
    /// Whether it stands out of order.
    pub moved: bool,
    /// Where it stands.
    pub place: String,
    /// How much of it is shared.
    pub figure: String,
    /// What it says, on one line.
    pub words: String,
    /// The stretches of `words` that differ.
    pub lit: Vec<Span>,
    /// Why it stands here.
    pub why: String,
    /// Where it leads.
    pub goal: Goal,
}

/// Where a row of a list leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// To two paragraphs that share something.
    Link(Pair<ParagraphId>),
    /// To a place in an article, by its index.
    Place(usize, usize),
    /// To a place in an article, by its index, where the cursor then stands.
    There(usize, usize),
    /// To two places side by side, each with the index of its article.
    Both(Pair<(usize, usize)>),
    /// To an article, by its index, which is put into the focused pane.
    Article(usize),
    /// To what can be compared, by its row.
    Shelf(usize),
    /// To two versions, as rows of what can be compared.
    Rows(Pair<usize>),
    /// To a change of the diff, by its band.
    Change(usize),
    /// To a cluster, by its place in the order of size.
    Cluster(usize),
}

impl Default for Goal {
    fn default() -> Self {
        Goal::Place(0, 0)
    }
}

/// A stretch of a text on one line, its white space single spaces; what is too long is cut.
pub(in crate::app) fn on_one_line(text: &str) -> String {
    let mut words = one_line(text);
    if words.len() > TOLD {
        let end = (0..=TOLD).rev().find(|end| words.is_char_boundary(*end)).unwrap_or(0);
        words.truncate(words.get(..end).and_then(|kept| kept.rfind(' ')).unwrap_or(end));
        words.push_str(&sign("…"));
    }
    words
}
