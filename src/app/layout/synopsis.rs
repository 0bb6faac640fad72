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
/// Columns of a cell from which on a name stands over it, and the most that are given to it.
const NAMED: (u16, u16) = (5, 8);
/// Rows of the body from which on there is one for the names.
const HIGH: u16 = 20;

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
    /// Whether names stand below the articles' numbers.
    pub named: bool,
}

impl StoryFrame {
    /// Divides an area for this many articles.
    pub fn of(body: Area, articles: usize) -> Self {
        let inner = Area { x: body.x + 1, width: body.width.saturating_sub(2), ..body };
        let digits = articles.max(1).ilog10() as u16 + 1;
        let words = WORDS.max(inner.width * 2 / 5);
        let room = usize::from(inner.width.saturating_sub(words + ODDS));
        let fits = |cell: &u16| usize::from(*cell).saturating_mul(articles) <= room;
        // Names may take no more than half of the width from the words.
        let high = body.height >= HIGH;
        let spares = |cell: &u16| {
            *cell <= NAMED.0 || high && usize::from(*cell).saturating_mul(articles * 2) <= usize::from(inner.width)
        };
        let cell = (3..=NAMED.1).rev().filter(spares).find(fits).unwrap_or(3).max(digits + 1);
        let named = cell >= NAMED.0 && high;
        let head = HEAD + u16::from(named);
        let most = usize::from(inner.width.saturating_sub(words + ODDS) / cell).max(1);
        let columns = most.min(articles.max(1));
        let below = if body.height >= LOW { BELOW } else { 0 };
        Self {
            inner,
            words: inner.width.saturating_sub(ODDS + cell * columns as u16),
            odds: ODDS,
            cell,
            rows: usize::from(inner.height.saturating_sub(head + below)).max(1),
            columns,
            below,
            named,
        }
    }
}
