//! Texts that are compared in pairs: the files of two folders, or the versions of one text.

use std::sync::Arc;

use crate::app::memory::ReviewMark;
use crate::article::Article;
use crate::collate::{Exactness, Fate};
use crate::page::Compared;
use crate::text::{Pair, plural};

/// Texts that are compared in pairs.
#[derive(Clone, Debug)]
pub struct Shelf {
    /// What they are.
    pub kind: ShelfKind,
    /// A row for each: the files of folders in the order of their names; the versions of a text with the newest first.
    pub rows: Vec<ShelfRow>,
}

/// What is compared in pairs.
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
    /// Its name.
    pub name: String,
    /// Its description: the message of a version.
    pub told: String,
    /// Its author.
    pub by: String,
    /// What happened to the file itself, if its name shows it.
    pub fate: Option<Fate>,
    /// The mark of a version, which says whether the reader has read it.
    pub mark: Option<ReviewMark>,
    /// The rows of the versions from which it was made, all after it: several if it is a merge, none if it is a first version.
    pub parents: Vec<usize>,
    /// How much changed; `None` until it is known.
    pub amount: Option<Amount>,
}

impl ShelfRow {
    /// Whether it is a version made from several others.
    pub fn is_merge(&self) -> bool {
        self.parents.len() > 1
    }
}

/// How much changed in a file, or from the version before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Nothing: the bytes are the same.
    Identical,
    /// Nothing that counts; described in a few words.
    Same(String),
    /// This much: in a few words, and as the number of words that only one side has.
    Changed(String, Pair<usize>),
    /// It cannot be compared; why, in a few words.
    Closed(String),
}

impl Amount {
    /// How much changed, in a few words.
    pub fn told(&self) -> &str {
        match self {
            Amount::Identical => "same",
            Amount::Same(told) | Amount::Changed(told, _) | Amount::Closed(told) => told,
        }
    }
}

impl Shelf {
    /// The old and the new text of a row, as rows; `None` for a first version. A merge is compared with its first parent.
    pub fn pair_of(&self, row: usize) -> Option<Pair<usize>> {
        match self.kind {
            ShelfKind::Folders => (row < self.rows.len()).then(|| Pair::new(row, row)),
            ShelfKind::Versions => self.rows.get(row)?.parents.first().map(|parent| Pair::new(*parent, row)),
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

/// Two texts to read and compare.
#[derive(Clone, Debug)]
pub struct Fetch {
    /// The number of the request.
    pub ticket: u64,
    /// The rows of the old text and the new one.
    pub rows: Pair<usize>,
    /// Whether to open them, or only compare them.
    pub opens: bool,
    /// Which differences count.
    pub exactness: Exactness,
}

/// The outcome.
#[derive(Clone, Debug)]
pub struct Fetched {
    /// The ticket of the question.
    pub ticket: u64,
    /// The rows.
    pub rows: Pair<usize>,
    /// Whether to open them.
    pub opens: bool,
    /// How much changed.
    pub amount: Amount,
    /// What changed, if something did and it is to be opened.
    pub compared: Option<Arc<Compared>>,
}

/// Words of a version, to find which version introduced them.
#[derive(Clone, Debug)]
pub struct Blaming {
    /// The number of the question.
    pub ticket: u64,
    /// The row of the version.
    pub row: usize,
    /// Its text.
    pub article: Arc<Article>,
    /// The first word and the one after the last.
    pub tokens: (usize, usize),
}

/// Which version introduced words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blamed {
    /// The ticket of the question.
    pub ticket: u64,
    /// The row of the version that has the words.
    pub row: usize,
    /// The rows of the versions that introduced some of them, the newest first, each with the number of words.
    pub rows: Vec<(usize, usize)>,
    /// The rows of the versions that took words out beside them, each with these words as they are told.
    pub removed: Vec<(usize, String)>,
}
