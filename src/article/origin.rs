//! Where an article came from.

use std::path::PathBuf;

/// Where an article came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file, as it was named.
    File(PathBuf),
    /// The standard input.
    Stdin,
    /// The program itself.
    Bundled,
}

impl Origin {
    /// Gives the source a rule can be scoped to: the folder the file stands in, else the file's name without its ending.
    pub fn source(&self) -> String {
        String::new()
    }
}
