//! Many witnesses at once.

mod bags;
mod cells;
mod clusters;
mod gather;
mod grams;
mod index;
mod joining;
mod kin;
mod matrix;
mod part;
mod reading;
mod twins;
mod words;

pub use cells::Cell;
pub use clusters::{Cluster, Clusters, Member, Wording};
pub use gather::clusters;
pub use grams::Grams;
pub use index::{Index, Survey};
pub use matrix::{Matrix, Shard, matrix};
pub use reading::Place;

#[cfg(test)]
mod clusters_tests;
