//! Texts that are compared two by two: the files of two folders, or the versions of one text.

use std::sync::Arc;

use crate::app::memory::ReviewMark;
use crate::article::Article;
use crate::collate::{Exactness, Fate};
use crate::page::Compared;
use crate::text::{Pair, plural};

/// Texts that are compared two by two.
#[derive(Clone, Debug)]
pub struct Shelf {
    /// What they are.
    pub kind: ShelfKind,
    /// A row for each: of folders the files in the order of their names, of one text its versions, the newest first.
    pub rows: Vec<ShelfRow>,
}

/// What is compared two by two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShelfKind {
    /// The files of two folders.
    Folders,
    /// The versions of one text.
    Versions,
}

/// A file of two folders, or a version of a text.
#[derive(Clone, Debug, Default)]
pub struct ShelfRow {
    /// What it is called.
    pub name: String,
    /// What it says of itself: the message of a version.
    pub told: String,
    /// Who made it.
    pub by: String,
    /// What became of the file itself, where that is known by its name.
    pub fate: Option<Fate>,
    /// What a version is known by, to tell whether the reader has read it.
    pub mark: Option<ReviewMark>,
    /// How much changed; nothing as long as that is not known.
    pub amount: Option<Amount>,
}

/// How much changed in a file, or from the version before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Nothing that counts; in a few words.
    Same(String),
    /// So much; in a few words, and words that only a side has.
    Changed(String, Pair<usize>),
    /// It cannot be compared; why, in a few words.
    Closed(String),
}

impl Amount {
    /// How much changed, in a few words.
    pub fn told(&self) -> &str {
        match self {
            Amount::Same(told) | Amount::Changed(told, _) | Amount::Closed(told) => told,
        }
    }
}

impl Shelf {
    /// The old and the new text of a row, as rows; none for the oldest version.
    pub fn pair_of(&self, row: usize) -> Option<Pair<usize>> {
        match self.kind {
            ShelfKind::Folders => (row < self.rows.len()).then(|| Pair::new(row, row)),
            ShelfKind::Versions => (row + 1 < self.rows.len()).then(|| Pair::new(row + 1, row)),
        }
    }

    /// How many there are, in words.
    pub fn count(&self) -> String {
        match self.kind {
            ShelfKind::Folders => plural(self.rows.len(), "file"),
            ShelfKind::Versions => plural(self.rows.len(), "version"),
        }
    }
}

/// Two texts to be read and compared.
#[derive(Clone, Debug)]
pub struct Fetch {
    /// Which one it is.
    pub ticket: u64,
    /// The rows of the old text and the new one.
    pub rows: Pair<usize>,
    /// Whether they are to be opened, and not only compared.
    pub opens: bool,
    /// What counts.
    pub exactness: Exactness,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Fetched {
    /// The ticket of what was asked.
    pub ticket: u64,
    /// The rows.
    pub rows: Pair<usize>,
    /// Whether they are to be opened.
    pub opens: bool,
    /// How much changed.
    pub amount: Amount,
    /// What changed, where something did and it is to be opened.
    pub compared: Option<Arc<Compared>>,
}

/// Words of a version of which it is asked which version brought them.
#[derive(Clone, Debug)]
pub struct Blaming {
    /// Which question it is.
    pub ticket: u64,
    /// The version, as a row.
    pub row: usize,
    /// Its text, and the words, as indexes.
    pub article: Arc<Article>,
    /// The first word and the one behind the last.
    pub tokens: (usize, usize),
}

/// Which version brought words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blamed {
    /// The ticket of what was asked.
    pub ticket: u64,
    /// The versions that brought some of them, as rows, the newest first, each with how many.
    pub rows: Vec<(usize, usize)>,
}
