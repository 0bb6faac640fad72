//! Articles that are read and not yet parted into words, and how they are read.

use std::path::Path;

use super::article::Article;
use super::origin::Origin;
use crate::kinds::{Kind, Reading, With};

/// An article that is read and not yet parted into words.
#[derive(Debug)]
pub struct Draft {
    /// What it is called.
    pub name: String,
    /// Where it came from.
    pub origin: Origin,
    /// What was read.
    pub reading: Reading,
    /// Whether its folder is the source of articles that name none.
    pub folder: bool,
    /// Whether another has the same title.
    pub alike: bool,
    /// Whether all that were opened stand in its folder.
    pub one_folder: bool,
}

impl Draft {
    /// The length of its text, in bytes.
    pub fn size(&self) -> usize {
        self.reading.text.len()
    }

    /// Its text.
    pub fn text(&self) -> &str {
        &self.reading.text
    }

    /// Parts it into paragraphs, sentences and words.
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
    /// What the reader says of all of them.
    pub with: &'a With,
    /// Who reads what the program itself cannot.
    pub helper: &'a dyn Helper,
}

/// Who reads what the program itself cannot.
pub trait Helper {
    /// What a file becomes, and a name that tells of which kind that is; nothing where nobody is named for it.
    fn help(&self, file: &Path) -> Option<Result<(Vec<u8>, String), String>>;

    /// Whether somebody is named for a file.
    fn helps(&self, file: &Path) -> bool;

    /// Says how a kind of files could be opened.
    fn hint(&self, kind: Kind) -> Option<String>;
}

/// Nobody helps.
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
