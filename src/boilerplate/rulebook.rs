//! Rulebooks: the rules by file, with the articles to which each file applies.
//!
//! The reader's own file is the first book. After it come the files beside the articles, those of inner folders before those of outer
//! folders. If two rules that apply to an article have one id, the first counts and shadows the other, even if it is switched off. So a
//! reader can change or switch off a team's rule by writing one with the same id.

use std::path::{Path, PathBuf};

use super::rule::{Rule, RuleId, RuleSet};
use crate::article::{Article, Origin};

/// The articles to which the rules of a file apply.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// All articles.
    #[default]
    Everywhere,
    /// Those whose files are in this folder, at any depth.
    Below(PathBuf),
}

/// The rules of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rulebook {
    /// The file; empty if these rules are not saved.
    pub file: PathBuf,
    /// The path to show: relative to the current folder or to the home folder.
    pub shown: String,
    /// Whether the file exists. If not, it can be created.
    pub made: bool,
    /// The articles to which the rules apply.
    pub reach: Reach,
    /// The rules.
    pub rules: RuleSet,
    /// The error if the file cannot be read: then none of its rules apply.
    pub misread: Option<String>,
    /// The line on which each rule begins, from 1; empty if that is not known.
    pub lines: Vec<usize>,
}

/// All rulebooks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rulebooks {
    /// The books, the reader's own first.
    pub books: Vec<Rulebook>,
}

/// A rule in its book.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// The book.
    pub book: &'a Rulebook,
    /// Its index in the book.
    pub at: usize,
}

impl Reach {
    /// Whether it includes an article.
    pub fn covers(&self, article: &Article) -> bool {
        match (self, &article.origin) {
            (Reach::Everywhere, _) => true,
            (Reach::Below(folder), Origin::File { place, .. }) => place.starts_with(folder),
            (Reach::Below(_), Origin::Stdin | Origin::Bundled(_)) => false,
        }
    }

    /// Whether it includes every article of the other.
    pub fn covers_all_of(&self, other: &Reach) -> bool {
        match (self, other) {
            (Reach::Everywhere, _) => true,
            (Reach::Below(_), Reach::Everywhere) => false,
            (Reach::Below(folder), Reach::Below(inner)) => inner.starts_with(folder),
        }
    }
}

impl Placed<'_> {
    /// Returns the line on which the rule begins, if known.
    pub fn line(&self) -> Option<usize> {
        self.book.lines.get(self.at).copied().filter(|_| self.book.lines.len() == self.book.rules.rules.len())
    }
}

impl Rulebooks {
    /// Returns the rules of the reader's own file.
    pub fn own(&self) -> &[Rule] {
        self.books.first().map_or(&[], |book| book.rules.rules.as_slice())
    }

    /// Returns all rules with their books, in order of precedence.
    pub fn each(&self) -> impl DoubleEndedIterator<Item = Placed<'_>> + Clone {
        self.books.iter().flat_map(|book| {
            let rules = book.rules.rules.iter().enumerate();
            rules.map(move |(at, rule)| Placed { rule, book, at })
        })
    }

    /// Returns the rule with this number among all.
    pub fn nth(&self, number: usize) -> Option<Placed<'_>> {
        self.each().nth(number)
    }

    /// Counts the rules.
    pub fn count(&self) -> usize {
        self.books.iter().map(|book| book.rules.rules.len()).sum()
    }

    /// Returns the rules of all files as one set, to find free ids.
    pub fn all(&self) -> RuleSet {
        RuleSet { rules: self.each().map(|placed| placed.rule.clone()).collect() }
    }

    /// Returns the book of a file.
    pub fn of_file(&self, file: &Path) -> Option<&Rulebook> {
        self.books.iter().find(|book| book.file == file)
    }

    /// Like [`Rulebooks::of_file`], mutable.
    pub fn of_file_mut(&mut self, file: &Path) -> Option<&mut Rulebook> {
        self.books.iter_mut().find(|book| book.file == file)
    }

    /// Returns the books that apply to an article, the reader's own first.
    pub fn reaching<'a>(&'a self, article: &'a Article) -> impl Iterator<Item = &'a Rulebook> + 'a {
        self.books.iter().filter(|book| book.reach.covers(article))
    }

    /// Returns the rule with this id that counts for an article.
    pub fn counting<'a>(&'a self, id: &RuleId, article: &Article) -> Option<&'a Rule> {
        self.books.iter().filter(|book| book.reach.covers(article)).find_map(|book| book.rules.get(id))
    }

    /// Returns the rule that shadows this one in every article to which this one could apply.
    pub fn shadowing(&self, shadowed: Placed<'_>) -> Option<Placed<'_>> {
        let before = self.each().take_while(|placed| !std::ptr::eq(placed.book, shadowed.book));
        let mut same = before.filter(|placed| placed.rule.id == shadowed.rule.id);
        same.find(|placed| placed.book.reach.covers_all_of(&shadowed.book.reach))
    }
}

impl From<RuleSet> for Rulebooks {
    /// Makes rulebooks with these as the reader's own rules.
    fn from(rules: RuleSet) -> Self {
        Self { books: vec![Rulebook { rules, made: true, ..Rulebook::default() }] }
    }
}
