//! The synopsis: the whole story of many articles, statement by statement, and what each article alone says.
//!
//! ```text
//! clusters ─┐
//! pairs ────┴> statements -> order of the story -> who tells what out of order
//! statements -> carriers: who else carries what a sentence says
//! pairs -> alone: what stands in one article and in none of the others
//! ```
//!
//! A statement is a cluster of sentences, or a sentence of its own. A sentence that merges two stands in both statements. Where the
//! articles are few, every two are collated as well (`pairs`), so that a sentence told in other words, or of which a clause stands
//! elsewhere, is not said to stand alone; of more only what sentences have in common by their words is known.
//!
//! Known weakness: what a sentence adds to a statement that others tell too is no statement of its own; `alone` has it.

mod alone;
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
