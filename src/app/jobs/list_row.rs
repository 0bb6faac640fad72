//! A row of a list.

use crate::article::ParagraphId;
use crate::collate::{Class, Fate};
use crate::text::{Pair, Span, one_line, sign};

/// The most characters of a passage in a row of a list.
pub(in crate::app) const TOLD: usize = 1200;

/// What a list is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Listed {
    /// The matches of the open pair.
    Matches,
    /// Where a passage is in other articles.
    Elsewhere,
    /// The versions of a sentence, one per article.
    Readings,
    /// The open articles.
    Articles,
    /// What changed from one version to the other.
    Changes,
    /// The files of two folders.
    Files,
    /// The versions of one text.
    Versions,
    /// Text of the open pair that has no match in the other.
    Unmatched,
    /// Text of each article that has no match in any other.
    InNone,
    /// An engine's clusters.
    Clusters,
    /// The same, to merge the open one with another.
    MergeWith,
    /// The numbers, dates and names that differ between articles in the same statement.
    Figures,
    /// All quotations, grouped by what was said.
    Quotations,
    /// Which articles come from one text, and the evidence.
    Origins,
}

impl Listed {
    /// Whether a key replaces it with the next list.
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
    /// How similar it is to the text being read; `None` for that text itself.
    pub class: Option<Class>,
    /// What happened to it, if it is a change of a diff.
    pub fate: Option<Fate>,
    /// Whether it is out of order.
    pub moved: bool,
    /// Where it is.
    pub place: String,
    /// How much of it is shared.
    pub figure: String,
    /// Its text, on one line.
    pub words: String,
    /// The stretches of `words` that differ.
    pub lit: Vec<Span>,
    /// Why it is listed.
    pub why: String,
    /// Where it leads.
    pub goal: Goal,
}

/// Where a row of a list leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// To two linked paragraphs.
    Link(Pair<ParagraphId>),
    /// To a place in an article, by its index.
    Place(usize, usize),
    /// To a place in an article, by its index, and move the cursor there.
    There(usize, usize),
    /// To two places side by side, each with the index of its article.
    Both(Pair<(usize, usize)>),
    /// To an article, by its index, in the focused pane.
    Article(usize),
    /// To something to compare, by its row.
    Shelf(usize),
    /// To two versions, by their rows.
    Rows(Pair<usize>),
    /// To a change of the diff, by its band.
    Change(usize),
    /// To a cluster, by its rank in size.
    Cluster(usize),
}

impl Default for Goal {
    fn default() -> Self {
        Goal::Place(0, 0)
    }
}

/// A stretch of a text on one line, with single spaces; cut if it is too long.
pub(in crate::app) fn on_one_line(text: &str) -> String {
    let mut words = one_line(text);
    if words.len() > TOLD {
        let end = (0..=TOLD).rev().find(|end| words.is_char_boundary(*end)).unwrap_or(0);
        words.truncate(words.get(..end).and_then(|kept| kept.rfind(' ')).unwrap_or(end));
        words.push_str(&sign("…"));
    }
    words
}
