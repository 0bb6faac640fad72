//! The rows of a list: made when they are shown, and folded once for filtering, off the screen's thread if there are many.

use std::sync::{Arc, OnceLock};

use super::article_rows::ArticleRows;
use super::change_rows::ChangeRows;
use super::fuzzy::fuzzy;
use super::link_rows::LinkRows;
use super::list_row::ListRow;
use super::stretch_rows::StretchRows;
use crate::collate::Cancel;
use crate::text::Plain;

/// The rows of a list. A clone is the same rows.
#[derive(Clone, Debug)]
pub struct Rows {
    of: Arc<Of>,
    /// The text of each row that is compared with what is typed.
    told: Arc<OnceLock<Vec<String>>>,
}

#[derive(Debug)]
enum Of {
    Made(Vec<ListRow>),
    Links(LinkRows),
    Articles(ArticleRows),
    Changes(ChangeRows),
    Stretches(StretchRows),
}

/// A filter typed over a list of many rows.
#[derive(Clone, Debug)]
pub struct Narrowing {
    /// The number of the request; answers to older ones are dropped.
    pub ticket: u64,
    /// The rows.
    pub rows: Rows,
    /// What is typed.
    pub typed: String,
}

/// The rows that match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrowed {
    /// The ticket of the question.
    pub ticket: u64,
    /// The rows, in the order in which they are shown.
    pub shown: Vec<usize>,
}

impl PartialEq for Rows {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.of, &other.of)
    }
}

impl Eq for Rows {}

impl Rows {
    /// Rows that are already made.
    pub(in crate::app) fn made(rows: Vec<ListRow>) -> Self {
        Self::of(Of::Made(rows))
    }

    /// A row for each link.
    pub(in crate::app) fn links(links: LinkRows) -> Self {
        Self::of(Of::Links(links))
    }

    /// A row for each article.
    pub(in crate::app) fn articles(articles: ArticleRows) -> Self {
        Self::of(Of::Articles(articles))
    }

    /// A row for each change.
    pub(in crate::app) fn changes(changes: ChangeRows) -> Self {
        Self::of(Of::Changes(changes))
    }

    /// A row for each stretch.
    pub(in crate::app) fn stretches(stretches: StretchRows) -> Self {
        Self::of(Of::Stretches(stretches))
    }

    fn of(of: Of) -> Self {
        Self { of: Arc::new(of), told: Arc::default() }
    }

    /// Counts the rows.
    pub fn len(&self) -> usize {
        match self.of.as_ref() {
            Of::Made(rows) => rows.len(),
            Of::Links(links) => links.len(),
            Of::Articles(articles) => articles.len(),
            Of::Changes(changes) => changes.len(),
            Of::Stretches(stretches) => stretches.len(),
        }
    }

    /// Counts the rows that are notes among those of links.
    pub fn notes(&self) -> usize {
        match self.of.as_ref() {
            Of::Links(links) => links.notes.len(),
            _ => 0,
        }
    }

    /// Counts the links with a note of their own.
    pub fn noted(&self) -> usize {
        match self.of.as_ref() {
            Of::Links(links) => links.noted.len(),
            _ => 0,
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns a row.
    pub fn row(&self, at: usize) -> Option<ListRow> {
        match self.of.as_ref() {
            Of::Made(rows) => rows.get(at).cloned(),
            Of::Links(links) => links.row(at),
            Of::Articles(articles) => articles.row(at),
            Of::Changes(changes) => changes.row(at),
            Of::Stretches(stretches) => stretches.row(at),
        }
    }

    fn compared_texts(&self) -> &[String] {
        let told = |at: usize| match self.of.as_ref() {
            Of::Articles(articles) => articles.compared_text(at),
            Of::Made(_) | Of::Links(_) | Of::Changes(_) | Of::Stretches(_) => self.row(at).as_ref().map(compared_text),
        };
        self.told.get_or_init(|| (0..self.len()).map(|at| told(at).unwrap_or_default()).collect())
    }
}

fn compared_text(row: &ListRow) -> String {
    let all = [row.place.as_str(), &row.figure, &row.words, &row.why].join(" ");
    Plain::of(&all).text().to_owned()
}

impl Narrowing {
    /// Finds the rows that have all the typed words; articles match even if letters are left out, the best first. `None` if cancelled.
    pub fn answer(&self, cancel: &Cancel) -> Option<Narrowed> {
        let told = self.rows.compared_texts();
        if cancel.is_cancelled() {
            return None;
        }
        // `/` begins a search elsewhere, so that readers type it here, too.
        let wanted = self.typed.strip_prefix('/').unwrap_or(&self.typed);
        let typed = Plain::of(wanted);
        let words: Vec<&str> = typed.text().split_whitespace().collect();
        let fits = |told: &String| words.iter().all(|word| told.contains(word));
        let shown = match self.rows.of.as_ref() {
            Of::Articles(_) if !words.is_empty() => fuzzy(wanted, told),
            _ => told.iter().enumerate().filter(|(_, told)| fits(told)).map(|(at, _)| at).collect(),
        };
        Some(Narrowed { ticket: self.ticket, shown })
    }
}
