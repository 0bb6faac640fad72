//! The synopsis: the whole story of many articles, statement by statement, and what each article alone says.
//!
//! ```text
//! clusters ─┐
//! pairs ────┴> statements -> order of the story -> who tells what out of order
//! pairs -> alone: what stands in one article and in none of the others
//! ```
//!
//! A statement is a cluster of sentences, or a sentence of its own. A sentence that merges two stands in both statements. Where the
//! articles are few, every two are collated as well (`pairs`), so that a sentence told in other words, or of which a clause stands
//! elsewhere, is not said to stand alone; of more only what sentences have in common by their words is known.
//!
//! Known weakness: what a sentence adds to a statement that others tell too is no statement of its own; `alone` has it.

mod alone;
mod moved;
mod odds;
mod order;
mod pairs;
mod rows;
mod story;
mod worded;

pub use odds::Odds;
pub use pairs::{PairFound, read_closely, shared_by};
pub use story::{StoryCell, StoryRow, Synopsis, synopsis};
pub use worded::{Worded, worded};

#[cfg(test)]
mod synopsis_tests;
