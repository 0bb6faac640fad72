//! The reader's place in the synopsis, and which statements are shown.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::app::keys::line::Line;
use crate::collate::{StoryRow, Synopsis};

/// The fewest statements in a row, in the same articles, that are folded into one line.
const FOLDED: usize = 4;

/// The reader's place in the synopsis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StoryGrid {
    /// The chosen line, as an index into `lines`.
    pub row: usize,
    /// The chosen article.
    pub column: usize,
    /// The first line and the first article in view.
    pub first: (usize, usize),
    /// The article whose wording is shown.
    pub base: usize,
    /// The order of the statements.
    pub sorted: StorySort,
    /// Which statements are shown.
    pub sieve: StorySieve,
    /// Whether nothing is folded.
    pub unfolded: bool,
    /// Words that a statement must have.
    pub words: Line,
    /// Whether they are being typed.
    pub typing: bool,
    /// The lines shown.
    pub lines: Vec<StoryLine>,
    /// Folds that are open, by their first statement.
    pub(in crate::app) opened: BTreeSet<usize>,
}

/// A line of the synopsis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoryLine {
    /// A statement, as an index into the rows of the synopsis.
    Row(usize),
    /// The first of some statements that are in the same articles, and how many.
    Fold(usize, usize),
}

/// The order of the statements.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StorySort {
    /// The order that most articles have.
    #[default]
    Story,
    /// Those in most articles first.
    Carriers,
    /// The order of the base, then what it does not have.
    Base,
}

/// Which statements are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StorySieve {
    /// All.
    #[default]
    All,
    /// Those in all articles.
    InAll,
    /// Those in all articles but one.
    AllButOne,
    /// Those in only one article.
    InOne,
    /// Those only in the chosen article.
    OnlyThis,
    /// Those missing in the chosen article.
    NotThis,
    /// Those in which a number, a date, a name or a negation differs.
    Odds,
}

impl StorySieve {
    /// All of them, in the order in which the key switches.
    pub const EVERY: [StorySieve; 7] = [
        StorySieve::All,
        StorySieve::InAll,
        StorySieve::AllButOne,
        StorySieve::InOne,
        StorySieve::OnlyThis,
        StorySieve::NotThis,
        StorySieve::Odds,
    ];

    /// The next one.
    pub(in crate::app) fn next(self) -> Self {
        let at = Self::EVERY.iter().position(|other| *other == self).unwrap_or(0);
        Self::EVERY.get(at + 1).copied().unwrap_or_default()
    }

    /// Whether it depends on the chosen article.
    pub(in crate::app) fn is_of_an_article(self) -> bool {
        matches!(self, StorySieve::OnlyThis | StorySieve::NotThis)
    }

    /// Its name; `number` is that of the chosen article.
    pub fn describe(self, number: usize) -> String {
        match self {
            StorySieve::All => "all".to_owned(),
            StorySieve::InAll => "in all articles".to_owned(),
            StorySieve::AllButOne => "in all but one".to_owned(),
            StorySieve::InOne => "unmatched".to_owned(),
            StorySieve::OnlyThis => format!("unmatched in {number}"),
            StorySieve::NotThis => format!("no match in {number}"),
            StorySieve::Odds => "a fact differs".to_owned(),
        }
    }

    /// Whether a statement is shown, with `articles` open and `column` chosen.
    fn takes(self, row: &StoryRow, articles: usize, column: usize) -> bool {
        let told = row.cells.len();
        match self {
            StorySieve::All => true,
            StorySieve::InAll => told == articles,
            StorySieve::AllButOne => told + 1 == articles,
            StorySieve::InOne => row.is_unmatched(),
            StorySieve::OnlyThis => row.is_unmatched() && row.cell(column).is_some(),
            StorySieve::NotThis => row.cell(column).is_none(),
            StorySieve::Odds => row.odds.has_fact(),
        }
    }
}

impl StoryGrid {
    /// The chosen line.
    pub fn line(&self) -> Option<StoryLine> {
        self.lines.get(self.row).copied()
    }

    /// Rebuilds the lines; `fits` says whether a statement has the typed words. The chosen statement stays chosen if it is still shown.
    pub(in crate::app) fn list(&mut self, synopsis: &Synopsis, fits: impl Fn(&StoryRow) -> bool) {
        let chosen = self.line().map(|line| match line {
            StoryLine::Row(at) | StoryLine::Fold(at, _) => at,
        });
        let order = self.order(synopsis, fits);
        let articles = synopsis.articles();
        let cells = |at: usize| synopsis.rows.get(at).map(|row| row.cells.as_slice()).unwrap_or_default();
        let tellers = |at: usize| cells(at).iter().map(|cell| cell.place.article);
        // With a filter, everything is shown.
        let all = self.sieve == StorySieve::All && self.words.text().is_empty();
        let folds = !self.unfolded && all && self.sorted == StorySort::Story;
        self.lines.clear();
        let mut rest = order.as_slice();
        while let Some(&first) = rest.first() {
            let same = match folds && cells(first).len() < articles {
                true => rest.iter().take_while(|other| tellers(**other).eq(tellers(first))).count(),
                false => 1,
            };
            let (now, later) = rest.split_at(same);
            match same >= FOLDED && !now.iter().any(|row| self.opened.contains(row)) {
                true => self.lines.push(StoryLine::Fold(first, same)),
                false => self.lines.extend(now.iter().map(|row| StoryLine::Row(*row))),
            }
            rest = later;
        }
        let holds = |line: &StoryLine, wanted: usize| match *line {
            StoryLine::Row(at) => at == wanted,
            StoryLine::Fold(first, count) => (first..first + count).contains(&wanted),
        };
        let found = chosen.and_then(|wanted| self.lines.iter().position(|line| holds(line, wanted)));
        let above = self.row.saturating_sub(self.first.0);
        self.row = found.unwrap_or(self.row).min(self.lines.len().saturating_sub(1));
        self.first.0 = self.row.saturating_sub(above);
    }

    /// Keeps the chosen statement and the open folds when the synopsis was made anew, with other text hidden: statements have other indexes
    /// then. Where the chosen one is gone, the next one is chosen, or the one before if the next one went elsewhere.
    pub(in crate::app) fn carry(&mut self, was: &Synopsis, now: &Synopsis) {
        let mut rows = BTreeMap::new();
        for (at, row) in now.rows.iter().enumerate() {
            for place in row.places() {
                rows.entry(place).or_insert(at);
            }
        }
        let moved = |at: usize| was.rows.get(at)?.places().find_map(|place| rows.get(&place).copied());
        self.opened = self.opened.iter().filter_map(|at| (*at..was.rows.len()).find_map(moved)).collect();
        let chosen = self.line().and_then(|line| match line {
            StoryLine::Row(at) | StoryLine::Fold(at, _) => {
                let after = || (at + 1..was.rows.len()).find_map(moved);
                let before = || (0..at).rev().find_map(moved);
                moved(at).or_else(|| after().into_iter().chain(before()).min_by_key(|now| now.abs_diff(at)))
            }
        });
        if let Some((line, at)) = self.lines.get_mut(self.row).zip(chosen) {
            *line = StoryLine::Row(at);
        }
    }

    /// The statements shown, in order.
    fn order(&self, synopsis: &Synopsis, fits: impl Fn(&StoryRow) -> bool) -> Vec<usize> {
        let mut order: Vec<(usize, &StoryRow)> = synopsis.rows.iter().enumerate().collect();
        let articles = synopsis.articles();
        order.retain(|(_, row)| self.sieve.takes(row, articles, self.column) && fits(row));
        match self.sorted {
            StorySort::Story => {}
            StorySort::Carriers => order.sort_by_key(|(_, row)| Reverse(row.cells.len())),
            StorySort::Base => order.sort_by_key(|(_, row)| {
                let cell = row.cell(self.base);
                (cell.is_none(), cell.map_or(0, |cell| cell.place.sentence))
            }),
        }
        order.into_iter().map(|(at, _)| at).collect()
    }
}
