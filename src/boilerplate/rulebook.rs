//! Rulebooks: the rules in force, by the file they stand in, and in which articles those of each file hold.
//!
//! The reader's own file is the first book; behind it come the files beside the articles, those of inner folders before those
//! of the folders around them. Where two rules that hold in an article have one id, the first counts and the other is shadowed
//! there, whether the first is switched on or not: so a reader changes or switches off a team's rule by writing one of its id.

use std::path::{Path, PathBuf};

use super::rule::{Rule, RuleId, RuleSet};
use crate::article::{Article, Origin};

/// In which articles the rules of a file hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// In all.
    #[default]
    Everywhere,
    /// In those whose files stand in this folder, or in a folder in it.
    Below(PathBuf),
}

/// The rules of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rulebook {
    /// The file; empty where these rules are kept nowhere.
    pub file: PathBuf,
    /// The file as readers like to see it: from the folder they stand in, or from their home.
    pub shown: String,
    /// Whether the file is there; one that is not can be made.
    pub made: bool,
    /// In which articles the rules hold.
    pub reach: Reach,
    /// The rules.
    pub rules: RuleSet,
    /// Why the file cannot be read, if it cannot: then none of its rules hold.
    pub misread: Option<String>,
    /// The line with which each rule begins, from 1; none where that is not known.
    pub lines: Vec<usize>,
}

/// All rules in force.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rulebooks {
    /// The reader's own first.
    pub books: Vec<Rulebook>,
}

/// A rule in its book.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// The book.
    pub book: &'a Rulebook,
    /// Its place in the book, from 0.
    pub at: usize,
}

impl Reach {
    /// Whether an article is reached.
    pub fn covers(&self, article: &Article) -> bool {
        match (self, &article.origin) {
            (Reach::Everywhere, _) => true,
            (Reach::Below(folder), Origin::File { place, .. }) => place.starts_with(folder),
            (Reach::Below(_), Origin::Stdin | Origin::Bundled(_)) => false,
        }
    }

    /// Whether every article is reached that the other reaches.
    pub fn covers_all_of(&self, other: &Reach) -> bool {
        match (self, other) {
            (Reach::Everywhere, _) => true,
            (Reach::Below(_), Reach::Everywhere) => false,
            (Reach::Below(folder), Reach::Below(inner)) => inner.starts_with(folder),
        }
    }
}

impl Placed<'_> {
    /// The line with which the rule begins, where it is known.
    pub fn line(&self) -> Option<usize> {
        self.book.lines.get(self.at).copied().filter(|_| self.book.lines.len() == self.book.rules.rules.len())
    }
}

impl Rulebooks {
    /// The rules of the reader's own file.
    pub fn own(&self) -> &[Rule] {
        self.books.first().map_or(&[], |book| book.rules.rules.as_slice())
    }

    /// Every rule in its book, in the order in which they count.
    pub fn each(&self) -> impl DoubleEndedIterator<Item = Placed<'_>> + Clone {
        self.books.iter().flat_map(|book| {
            let rules = book.rules.rules.iter().enumerate();
            rules.map(move |(at, rule)| Placed { rule, book, at })
        })
    }

    /// The rule of this number among all.
    pub fn nth(&self, number: usize) -> Option<Placed<'_>> {
        self.each().nth(number)
    }

    /// Counts the rules.
    pub fn count(&self) -> usize {
        self.books.iter().map(|book| book.rules.rules.len()).sum()
    }

    /// The rules of all files as one set, by which it is seen which ids are free.
    pub fn all(&self) -> RuleSet {
        RuleSet { rules: self.each().map(|placed| placed.rule.clone()).collect() }
    }

    /// The book of a file.
    pub fn of_file(&self, file: &Path) -> Option<&Rulebook> {
        self.books.iter().find(|book| book.file == file)
    }

    /// As [`Rulebooks::of_file`], to be changed.
    pub fn of_file_mut(&mut self, file: &Path) -> Option<&mut Rulebook> {
        self.books.iter_mut().find(|book| book.file == file)
    }

    /// The books whose rules hold in an article, the reader's own first.
    pub fn reaching<'a>(&'a self, article: &'a Article) -> impl Iterator<Item = &'a Rulebook> + 'a {
        self.books.iter().filter(|book| book.reach.covers(article))
    }

    /// The rule of this id that counts in an article.
    pub fn counting<'a>(&'a self, id: &RuleId, article: &Article) -> Option<&'a Rule> {
        self.books.iter().filter(|book| book.reach.covers(article)).find_map(|book| book.rules.get(id))
    }

    /// The rule that counts instead of this one in every article that this one could hold in.
    pub fn shadowing(&self, shadowed: Placed<'_>) -> Option<Placed<'_>> {
        let before = self.each().take_while(|placed| !std::ptr::eq(placed.book, shadowed.book));
        let mut same = before.filter(|placed| placed.rule.id == shadowed.rule.id);
        same.find(|placed| placed.book.reach.covers_all_of(&shadowed.book.reach))
    }
}

impl From<RuleSet> for Rulebooks {
    /// Takes rules for those of the reader's own file.
    fn from(rules: RuleSet) -> Self {
        Self { books: vec![Rulebook { rules, made: true, ..Rulebook::default() }] }
    }
}
