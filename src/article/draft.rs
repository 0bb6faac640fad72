//! Articles that are read but not yet split into words, and how they are read.

use std::path::Path;

use super::article::Article;
use super::origin::Origin;
use crate::kinds::{Kind, Reading, With};

/// An article that is read but not yet split into words.
#[derive(Debug)]
pub struct Draft {
    /// Its name.
    pub name: String,
    /// Where it came from.
    pub origin: Origin,
    /// What was read.
    pub reading: Reading,
    /// Whether its folder is its source if it names none.
    pub folder: bool,
    /// Whether another article has the same title.
    pub alike: bool,
    /// Whether all opened articles are in its folder.
    pub one_folder: bool,
}

impl Draft {
    /// Returns the length of its text in bytes.
    pub fn size(&self) -> usize {
        self.reading.text.len()
    }

    /// Returns its text.
    pub fn text(&self) -> &str {
        &self.reading.text
    }

    /// Splits it into paragraphs, sentences and words.
    pub fn article(self) -> Article {
        let unnamed = self.reading.meta.source().is_none();
        let (alone, in_one_folder) = (!self.folder && unnamed, self.one_folder && unnamed);
        let mut article = Article::of(self.name, self.origin, self.reading);
        article.titled_alike = self.alike;
        article.in_one_folder = in_one_folder;
        if alone {
            article.source.clone_from(&article.name);
        }
        article
    }
}

/// How files are read.
#[derive(Clone, Copy)]
pub struct How<'a> {
    /// The reader's options for all files.
    pub with: &'a With,
    /// Opens what the program itself cannot.
    pub helper: &'a dyn Helper,
}

/// Opens files that the program itself cannot, with commands from the settings.
pub trait Helper {
    /// Converts a file, and returns the result with a name that shows its kind. Returns `None` if no command is set for it.
    fn help(&self, file: &Path) -> Option<Result<(Vec<u8>, String), String>>;

    /// Whether a command is set for a file.
    fn helps(&self, file: &Path) -> bool;

    /// Returns how files of a kind could be opened.
    fn hint(&self, kind: Kind) -> Option<String>;
}

/// A helper that opens nothing.
#[derive(Clone, Copy, Debug)]
pub struct NoHelp;

impl Helper for NoHelp {
    fn help(&self, _: &Path) -> Option<Result<(Vec<u8>, String), String>> {
        None
    }

    fn helps(&self, _: &Path) -> bool {
        false
    }

    fn hint(&self, _: Kind) -> Option<String> {
        None
    }
}
