//! The synopsis: the whole story of many articles, statement by statement, with what only one article says.
//!
//! ```text
//! clusters ─┐
//! pairs ────┴> statements -> order of the story -> which article has what out of order
//! statements -> carriers: which other sentences state the same
//! pairs -> alone, added: what is in one article and unmatched in the others, also inside a statement that others make
//! ```
//!
//! A statement is a cluster of sentences, or a single sentence. A merged sentence belongs to both statements. If there are few articles, all
//! pairs are collated too (`pairs`), so that a reworded sentence, or one of which a clause is elsewhere, does not count as unmatched. With
//! more articles, only what sentences have in common by their words is known.
//!
//! What a sentence adds to a shared statement is not a statement of its own; `Synopsis::alone` lists it, where it is surely told by no other.

mod added;
#[cfg(test)]
mod added_tests;
mod alone;
#[cfg(test)]
mod apart_tests;
mod carriers;
mod groups;
mod joined;
mod moved;
mod odds;
mod order;
mod pairs;
mod row;
mod rows;
mod story;

pub use odds::at_odds;
pub use pairs::{PairFound, read_closely, shared_by};
pub use row::{Further, StoryCell, StoryRow};
pub use story::{Synopsis, synopsis};

#[cfg(test)]
mod carriers_tests;
#[cfg(test)]
mod synopsis_tests;
