//! Articles from files, folders and the standard input. The only file of this room that touches the disk.

use std::io::Read;
use std::path::PathBuf;

use super::article::Article;

/// What could be opened, and one sentence about each thing that could not or that the reader should know.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The articles, in the order in which they were named; the files of a folder by path.
    pub articles: Vec<Article>,
    /// One sentence each, with the name and the reason.
    pub complaints: Vec<String>,
}

/// Opens everything named; `-` stands for `stdin`.
pub fn load(_names: &[PathBuf], _stdin: &mut dyn Read) -> Loaded {
    Loaded::default()
}

/// Opens the articles that are compiled into the program.
pub fn bundled() -> Vec<Article> {
    Vec::new()
}
