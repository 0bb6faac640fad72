//! A statement of the story, with the articles that make it.

use crate::collate::set::{Member, Place, Wording};
use crate::collate::verdict::SentenceVerdict;
use crate::facts::ChangeKinds;

/// A statement, with the articles that make it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryRow {
    /// The sentence that represents it.
    pub lead: Place,
    /// The articles that make it, in order; never empty.
    pub cells: Vec<StoryCell>,
    /// In what they contradict each other: the kinds of facts, and quotations whose words differ.
    pub odds: ChangeKinds,
    /// Whether one article alone makes it, and a match that is too weak for a statement leads to another.
    pub weak: bool,
    /// What somebody decided of two of the sentences that tell it, or of one and another.
    pub decided: Option<SentenceVerdict>,
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
    pub more: Vec<Further>,
}

/// A further sentence with which an article makes a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Further {
    /// The sentence, as an index into the article's sentences.
    pub sentence: usize,
    /// How it compares with the others.
    pub wording: Wording,
}

impl StoryRow {
    /// Returns how an article makes the statement, if it does.
    pub fn cell(&self, article: usize) -> Option<&StoryCell> {
        let at = self.cells.binary_search_by_key(&article, |cell| cell.place.article).ok()?;
        self.cells.get(at)
    }

    /// Whether no match leads to another article.
    pub fn is_unmatched(&self) -> bool {
        self.cells.len() == 1 && !self.weak
    }

    /// Returns all sentences that make the statement, or part of it.
    pub fn places(&self) -> impl Iterator<Item = Place> {
        self.tellings().map(|telling| telling.place)
    }

    /// The same, each with how it tells it.
    pub(super) fn tellings(&self) -> impl Iterator<Item = Member> {
        self.cells.iter().flat_map(|cell| {
            let more = cell
                .more
                .iter()
                .map(|more| Member { place: Place { sentence: more.sentence, ..cell.place }, wording: more.wording });
            std::iter::once(Member { place: cell.place, wording: cell.wording }).chain(more)
        })
    }

    /// Returns the sentence whose words are shown for the statement if `base` is the base.
    pub fn said_by(&self, base: usize) -> Place {
        // One that has only a clause of it tells something else.
        let whole = self.cell(base).filter(|cell| cell.wording != Wording::Clause);
        whole.map_or(self.lead, |cell| cell.place)
    }

    /// The other sentences that tell the statement, by article and sentence, each as it reads seen from one of them.
    pub fn carriers(&self, place: Place) -> Vec<Member> {
        let own = self.tellings().find(|telling| telling.place == place);
        let from = own.map_or(Wording::Clause, |own| own.wording);
        let others = self.tellings().filter(|other| other.place != place);
        let mut seen: Vec<Member> =
            others.map(|other| Member { wording: between(from, other.wording), ..other }).collect();
        seen.sort_unstable();
        seen
    }
}

/// How a sentence reads seen from another one, where both are seen from the statement.
fn between(from: Wording, to: Wording) -> Wording {
    let all = |wording: Wording| matches!(wording, Wording::Exact | Wording::Edited);
    match (from, to) {
        (from, to) if all(from) && all(to) => Wording::Edited,
        (from, to) if all(from) => to,
        (Wording::Part, to) if all(to) || to == Wording::Whole => Wording::Whole,
        (Wording::Whole, to) if all(to) || to == Wording::Part => Wording::Part,
        _ => Wording::Clause,
    }
}
