//! A list over the screen, which typing filters.

use crate::app::jobs::Listed;
use crate::app::jobs::Lookup;
use crate::app::jobs::Narrowing;
use crate::app::jobs::Rows;
use crate::app::keys::line::Line;
use crate::collate::Cancel;

/// A list to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    /// What it lists.
    pub listed: Listed,
    /// All rows.
    pub rows: Rows,
    /// The filter.
    pub line: Line,
    /// Whether the last key went into the filter; else the reader is on the chosen row.
    pub types: bool,
    /// The rows that match, as indexes into `rows`.
    pub shown: Vec<usize>,
    /// The chosen row, as an index into `shown`.
    pub at: usize,
    /// The filtering that is awaited.
    pub(in crate::app) narrowed: Lookup<()>,
    /// Whether to go to the first match as soon as it is known.
    pub(in crate::app) goes: bool,
}

impl Listing {
    /// Opens a list on one of its rows.
    pub(in crate::app) fn of(listed: Listed, rows: Rows, at: usize) -> Self {
        let shown = (0..rows.len()).collect();
        Self { listed, rows, line: Line::default(), types: false, shown, at, narrowed: Lookup::default(), goes: false }
    }

    /// The chosen row, as an index into all rows.
    pub fn chosen(&self) -> Option<usize> {
        self.shown.get(self.at).copied()
    }

    /// Replaces the rows and filters them; the row with the same goal stays chosen.
    pub(in crate::app) fn renew(&mut self, rows: Rows) {
        let goal = self.chosen().and_then(|at| self.rows.row(at)).map(|row| row.goal);
        (self.rows, self.narrowed, self.goes) = (rows, Lookup::default(), false);
        let narrowing = Narrowing { ticket: 0, rows: self.rows.clone(), typed: self.line.text().to_owned() };
        self.shown = narrowing.answer(&Cancel::default()).map_or_else(Vec::new, |narrowed| narrowed.shown);
        let led = |at: &usize| self.rows.row(*at).map(|row| row.goal) == goal;
        self.at = self.shown.iter().position(led).unwrap_or(0);
    }

    /// Shows these rows; the chosen one stays chosen if it is among them, unless the best comes first.
    pub(in crate::app) fn leave(&mut self, shown: Vec<usize>) {
        let best_first = self.listed == Listed::Articles && !self.line.text().trim().is_empty();
        let chosen = self.chosen().filter(|_| !best_first);
        self.at = chosen.and_then(|row| shown.iter().position(|at| *at == row)).unwrap_or(0);
        self.shown = shown;
    }
}
