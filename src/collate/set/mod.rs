//! Many witnesses at once.

mod bags;
mod clusters;
mod gather;
mod joining;
mod kin;
mod part;
mod reading;
mod words;

pub use clusters::{Cluster, Clusters, Member, Wording};
pub use gather::clusters;
pub use reading::Place;

#[cfg(test)]
mod clusters_tests;
