//! What is kept of the last frame, so that what looks the same is not set again.
//!
//! Each piece stands beside everything it was made from, and is taken only where all of that is the same; so a frame looks as one that is
//! drawn anew, whatever is kept.

use std::sync::Arc;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::coverage::{Covered, parted};
use super::ink::Phrase;
use crate::article::Article;
use crate::text::Span;

/// Pieces of the header that are kept (a limit): panes of the widest screens.
const PIECES: usize = 16;

/// What is kept of the last frame.
#[derive(Debug, Default)]
pub struct Kept {
    /// Rows of text, by their row on the screen.
    rows: Vec<Vec<KeptRow>>,
    header: Vec<KeptFigures>,
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
    cells: Vec<Cell>,
}

#[derive(Debug)]
struct KeptFigures {
    covered: Covered,
    room: [usize; 2],
    said: (Phrase, Option<String>),
}

impl RowSource {
    fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.article, &other.article)
            && self.spans == other.spans
            && self.measure == other.measure
            && self.styles == other.styles
    }
}

impl Kept {
    /// Sets a row of text in `area`, of one row: as it was set there last if it was made from the same, else by `set`, and keeps it.
    pub(super) fn row(
        &mut self,
        area: Rect,
        source: RowSource,
        buf: &mut Buffer,
        set: impl FnOnce(&RowSource, &mut Buffer),
    ) {
        let at = usize::from(area.y);
        if self.rows.len() <= at {
            self.rows.resize_with(at + 1, Vec::new);
        }
        let Some(cells) = cells(area, buf) else { return set(&source, buf) };
        let Some(kept) = self.rows.get_mut(at) else { return set(&source, buf) };
        if let Some(row) = kept.iter().find(|row| row.area == area && row.source.is_same(&source)) {
            return cells.clone_from_slice(&row.cells);
        }
        kept.retain(|row| row.area.intersection(area).is_empty());
        set(&source, buf);
        if let Some(cells) = self::cells(area, buf) {
            kept.push(KeptRow { area, source, cells: cells.to_vec() });
        }
    }

    /// What the header says above a pane (see [`parted`]).
    pub(super) fn figures(&mut self, covered: Covered, width: usize, beside: usize) -> (Phrase, Option<String>) {
        let room = [width, beside];
        if let Some(kept) = self.header.iter().find(|kept| kept.covered == covered && kept.room == room) {
            return kept.said.clone();
        }
        let said = parted(&covered, width, beside);
        if self.header.len() >= PIECES {
            self.header.clear();
        }
        self.header.push(KeptFigures { covered, room, said: said.clone() });
        said
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
