//! Which texts an engine put together: read without holding all in memory, and printed.
//!
//! `sources` finds the files, `table` reads their rows, `build` sorts the rows' places by cluster, `index` finds them again, and `members`
//! reads the texts of a cluster.

mod build;
mod clustering;
mod command;
mod curator;
mod decided;
mod entries;
mod index;
mod joined;
mod members;
mod quotes;
mod relabel;
mod row;
mod show;
mod sorter;
mod sources;
mod table;
mod text_table;
mod unpacked;
mod writing;

pub use clustering::Clustering;
pub use command::clusters;
pub use curator::{Curator, curating, listing};
pub use relabel::relabelled;
pub use text_table::TextTable;

#[cfg(test)]
mod clusters_tests;
#[cfg(test)]
mod swallowed_tests;
