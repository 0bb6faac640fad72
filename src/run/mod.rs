//! The only room that touches the world.

mod rules_file;

#[cfg(test)]
mod rules_file_tests;

pub use rules_file::RulesFile;
