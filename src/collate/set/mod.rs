//! Many witnesses at once: the statements they share, and how much of each is in each other.
//!
//! ```text
//! witnesses -> readings -> bags -> kin -> clusters        which sentences make the same statement ("also in B, C")
//! witnesses -> twins -> grams -> index -> cells -> matrix how much of an article is in each other
//! matrix -> likeness                                      an order in which families are together
//! ```
//!
//! Neither collates pair by pair. A passage that the reader selects is searched for in all articles (`traces`). Identical sentences are found
//! by sorting and never compared; the rest is looked up by its rarest words or grams, with a fixed bound on every step. The result depends
//! only on the articles, not on their order.
//!
//! Known weaknesses: a reworded statement is not in the cluster of the others. Two sentences merged into one are distinguished from one that
//! lost a clause only by their lengths, their openings and how many articles have them. The matrix misses passages edited more often than
//! every five words.

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
mod sought;
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
pub use sought::is_sought;
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
