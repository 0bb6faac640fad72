//! Rows of text that are kept in the cells of a frame, so that those that look the same are neither blanked nor set nor compared again.
//!
//! Each row stands beside everything it was made from, and stays only where all of that is the same; so a frame looks as one that is drawn
//! anew, whatever is kept.

use std::ops::Range;
use std::sync::Arc;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::article::Article;
use crate::text::Span;

/// The rows of text of the frame that was last drawn on some cells. They belong to these cells.
#[derive(Debug, Default)]
pub(super) struct KeptRows {
    /// Where the rows of text stand.
    areas: Vec<Rect>,
    /// The rows of text, by their row on the screen, from left to right.
    rows: Vec<Vec<KeptRow>>,
}

/// The style of a row's text from a place to the next one's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct StyledFrom {
    /// The byte where it begins.
    pub from: usize,
    /// The style.
    pub style: Style,
}

/// All that the cells of a row of text are made from.
#[derive(Debug)]
pub(super) struct RowSource {
    /// The article.
    pub article: Arc<Article>,
    /// The row's span in it, and that of its block, which ends hyphens.
    pub spans: [Span; 2],
    /// The width for which it was wrapped.
    pub measure: usize,
    /// Its styles.
    pub styles: Vec<StyledFrom>,
}

#[derive(Debug)]
struct KeptRow {
    area: Rect,
    source: RowSource,
}

impl RowSource {
    fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.article, &other.article)
            && self.spans == other.spans
            && self.measure == other.measure
            && self.styles == other.styles
    }
}

impl KeptRow {
    fn is_same(&self, area: Rect, source: &RowSource) -> bool {
        self.area == area && self.source.is_same(source)
    }
}

impl KeptRows {
    /// Blanks all cells but the rows that are kept, none of which is if rows of text now stand in other `areas`.
    pub fn begin(&mut self, areas: Vec<Rect>, buf: &mut Buffer) {
        if areas != self.areas {
            self.forget();
            self.areas = areas;
        }
        let width = usize::from(buf.area.width).max(1);
        for (at, cells) in buf.content.chunks_mut(width).enumerate() {
            let mut from = 0;
            for row in self.rows.get(at).into_iter().flatten() {
                let start = usize::from(row.area.x);
                cells.get_mut(from..start).into_iter().flatten().for_each(Cell::reset);
                from = start + usize::from(row.area.width);
            }
            cells.get_mut(from..).into_iter().flatten().for_each(Cell::reset);
        }
    }

    /// Forgets all rows, because something was drawn over them.
    pub fn forget(&mut self) {
        self.rows.clear();
    }

    /// Blanks a row in which no text is to stand.
    pub fn blank(&mut self, area: Rect, buf: &mut Buffer) {
        let Some(kept) = self.rows.get_mut(usize::from(area.y)) else { return };
        if let Some(at) = kept.iter().position(|row| row.area == area) {
            kept.remove(at);
            cells(area, buf).into_iter().flatten().for_each(Cell::reset);
        }
    }

    /// Sets a row of text in `area`, of one row, by `set`, unless it stands there already; it is kept.
    pub fn row(&mut self, area: Rect, source: RowSource, buf: &mut Buffer, set: impl FnOnce(&RowSource, &mut Buffer)) {
        let at = usize::from(area.y);
        if self.rows.get(at).into_iter().flatten().any(|row| row.is_same(area, &source)) {
            return;
        }
        self.blank(area, buf);
        set(&source, buf);
        if cells(area, buf).is_none() || !self.areas.iter().any(|it| it.intersection(area) == area) {
            return;
        }
        if self.rows.len() <= at {
            self.rows.resize_with(at + 1, Vec::new);
        }
        if let Some(kept) = self.rows.get_mut(at) {
            let place = kept.partition_point(|row| row.area.x < area.x);
            kept.insert(place, KeptRow { area, source });
        }
    }

    /// The columns of a row of the screen in which this and another frame keep the same, from left to right.
    pub fn shared<'a>(&'a self, other: &'a Self, row: usize) -> impl Iterator<Item = Range<usize>> + 'a {
        let [own, others] = [self, other].map(|kept| kept.rows.get(row).map_or(&[][..], Vec::as_slice));
        let shared = own.iter().filter(|row| others.iter().any(|other| other.is_same(row.area, &row.source)));
        shared.map(|row| usize::from(row.area.x)..usize::from(row.area.right()))
    }
}

/// The cells of one row of an area; `None` if not all of it is on the screen.
fn cells(area: Rect, buf: &mut Buffer) -> Option<&mut [Cell]> {
    if area.intersection(buf.area) != area || area.height != 1 {
        return None;
    }
    let from = buf.index_of(area.x, area.y);
    buf.content.get_mut(from..from + usize::from(area.width))
}
