//! A statement of the story, with the articles that make it.

use crate::collate::set::{Place, Wording};
use crate::facts::ChangeKinds;

/// A statement, with the articles that make it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryRow {
    /// The sentence that represents it.
    pub lead: Place,
    /// The articles that make it, in order; never empty.
    pub cells: Vec<StoryCell>,
    /// The kinds of facts in which they contradict each other.
    pub odds: ChangeKinds,
}

/// How an article makes a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryCell {
    /// The sentence.
    pub place: Place,
    /// How it compares with the others: a whole sentence, part of one, or only part of the statement.
    pub wording: Wording,
    /// Whether it is out of the order of the story.
    pub moved: bool,
    /// Further sentences of the article that repeat it, or say the rest of it.
    pub more: Vec<usize>,
}

impl StoryRow {
    /// Returns how an article makes the statement, if it does.
    pub fn cell(&self, article: usize) -> Option<&StoryCell> {
        let at = self.cells.binary_search_by_key(&article, |cell| cell.place.article).ok()?;
        self.cells.get(at)
    }

    /// Returns all sentences that make the statement, or part of it.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        self.cells.iter().flat_map(|cell| {
            let more = cell.more.iter().map(|sentence| Place { sentence: *sentence, ..cell.place });
            std::iter::once(cell.place).chain(more)
        })
    }

    /// Returns the sentence whose words are shown for the statement if `base` is the base.
    pub fn said_by(&self, base: usize) -> Place {
        self.cell(base).map_or(self.lead, |cell| cell.place)
    }
}
