//! Many witnesses at once: the sentences they share, and how much of each stands in each other.
//!
//! ```text
//! witnesses -> readings -> bags -> kin -> clusters        which sentences carry one statement ("also in B, C")
//! witnesses -> twins -> grams -> index -> cells -> matrix how much of an article stands in every other
//! matrix -> likeness                                      the order in which families stand together
//! ```
//!
//! Neither collates pair by pair, and a passage that the reader points at is looked for in all (`traces`). What is the same word for word is found by sorting and never compared; the rest is looked up by
//! its rarest words or grams, with a bound on every step that does not depend on the machine. What is found depends on the articles
//! alone, not on their order.
//!
//! Known weaknesses: a statement told in mostly other words is in no cluster with the rest; two sentences merged into one are told
//! from one that lost a clause by their lengths, by their openings and by how many articles have them; and the matrix does not see edits closer than five words to each other.

mod bags;
mod cell;
mod cells;
mod clause;
mod clusters;
mod gather;
mod grams;
mod index;
mod joining;
mod kin;
mod likeness;
mod matrix;
mod opening;
mod overruling;
mod part;
mod reading;
mod shard;
mod traces;
mod twins;
mod words;

pub use cell::Cell;
pub use cells::{cells, matrix};
pub use clusters::{Cluster, Clusters, Member, Wording};
pub use gather::clusters;
pub use grams::Grams;
pub use index::{Census, Index};
pub use likeness::by_likeness;
pub use matrix::Matrix;
pub use overruling::{DecidedPlaces, overrule_clusters};
pub use reading::Place;
pub use shard::Shard;
pub use traces::{Trace, traces};
pub(in crate::collate) use words::stretches;

#[cfg(test)]
mod bags_tests;
#[cfg(test)]
mod clusters_tests;
#[cfg(test)]
mod likeness_tests;
#[cfg(test)]
mod matrix_tests;
#[cfg(test)]
mod overruling_tests;
#[cfg(test)]
#[path = "../../../benches/story/mod.rs"]
#[allow(dead_code, reason = "the bench uses what the tests do not")]
pub(in crate::collate) mod story;
#[cfg(test)]
mod traces_tests;
