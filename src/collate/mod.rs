//! Two witnesses side by side: the passages they share.
//!
//! `witnesses -> words -> seeds -> runs -> passages -> matches -> alignment, coverage`. The way is seeding and extension as in text
//! alignment: shared shingles are joined to exact runs, runs to clauses inside a pair of sentences, and every statement is given
//! its best counterpart, the rest being echoes. The result depends on the two texts alone, never on the machine's speed.
//!
//! A known weakness: a statement told in mostly other words is not found yet, only what shares a run of words.

mod alignment;
mod cancel;
mod clauses;
mod collation;
mod coverage;
mod engine;
mod kindred;
mod order;
mod percent;
mod runs;
mod seeds;
mod sentences;
mod set;
mod stem;
mod support;
mod variants;
mod witness;

#[cfg(test)]
mod collate_tests;
#[cfg(test)]
mod drawn;

pub use cancel::Cancel;
pub use collation::{Class, Collation, Coverage, Link, Match, Passage, Tie, Variant, Weight};
pub use engine::collate;
pub use percent::{Percents, percents};
pub use set::{Cell, Cluster, Clusters, Grams, Index, Matrix, Member, Place, Shard, Survey, Wording, clusters, matrix};
pub use witness::Witness;
