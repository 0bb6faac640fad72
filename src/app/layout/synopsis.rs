//! The parts of the synopsis on the screen: statements on the left, a column for each article, and below them what differs.

use super::geometry::Area;

/// Rows for the details of the chosen cell, with the line above them.
const BELOW: u16 = 5;
/// Rows for the title and the articles' numbers.
const HEAD: u16 = 2;
/// The least width of a statement's words.
const WORDS: u16 = 20;
/// Columns for what differs, with the space after it.
const ODDS: u16 = 5;
/// The height of the body from which details of the chosen cell are shown.
const LOW: u16 = 10;

/// How wide and high the parts of the synopsis are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StoryFrame {
    /// The whole area.
    pub inner: Area,
    /// Columns of a statement's words.
    pub words: u16,
    /// Columns for what differs.
    pub odds: u16,
    /// Columns of a cell.
    pub cell: u16,
    /// Statements in view.
    pub rows: usize,
    /// Articles in view.
    pub columns: usize,
    /// Rows below them.
    pub below: u16,
}

impl StoryFrame {
    /// Divides an area for this many articles.
    pub fn of(body: Area, articles: usize) -> Self {
        let inner = Area { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
        let digits = articles.max(1).ilog10() as u16 + 1;
        let words = WORDS.max(inner.width * 2 / 5);
        let room = usize::from(inner.width.saturating_sub(words + ODDS));
        let fits = |cell: &u16| usize::from(*cell).saturating_mul(articles) <= room;
        let cell = [5, 4, 3].into_iter().find(fits).unwrap_or(3).max(digits + 1);
        let most = usize::from(inner.width.saturating_sub(words + ODDS) / cell).max(1);
        let columns = most.min(articles.max(1));
        let below = if body.height >= LOW { BELOW } else { 0 };
        Self {
            inner,
            words: inner.width.saturating_sub(ODDS + cell * columns as u16),
            odds: ODDS,
            cell,
            rows: usize::from(inner.height.saturating_sub(HEAD + below)).max(1),
            columns,
            below,
        }
    }
}
