//! A statement of the story, and who tells it.

use crate::collate::set::{Place, Wording};
use crate::collate::verdict::SentenceVerdict;
use crate::facts::ChangeKinds;

/// A statement and who tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryRow {
    /// The sentence that stands for it.
    pub lead: Place,
    /// The articles that tell it, in order; never empty.
    pub cells: Vec<StoryCell>,
    /// The facts in which they contradict each other.
    pub odds: ChangeKinds,
    /// What somebody decided of two of the sentences that tell it, or of one and another.
    pub decided: Option<SentenceVerdict>,
}

/// How an article tells a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryCell {
    /// The sentence.
    pub place: Place,
    /// How it tells it, seen from the others: in a sentence for it, in part of one, or only part of it.
    pub wording: Wording,
    /// Whether it stands out of the order of the story.
    pub moved: bool,
    /// Further sentences of the article that tell it again, or the rest of it.
    pub more: Vec<usize>,
}

impl StoryRow {
    /// What an article says of the statement, if it does.
    pub fn cell(&self, article: usize) -> Option<&StoryCell> {
        let at = self.cells.binary_search_by_key(&article, |cell| cell.place.article).ok()?;
        self.cells.get(at)
    }

    /// All sentences that tell the statement, or part of it.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        self.cells.iter().flat_map(|cell| {
            let more = cell.more.iter().map(|sentence| Place { sentence: *sentence, ..cell.place });
            std::iter::once(cell.place).chain(more)
        })
    }

    /// The sentence in whose words the statement is told to a reader of `base`.
    pub fn said_by(&self, base: usize) -> Place {
        self.cell(base).map_or(self.lead, |cell| cell.place)
    }
}
