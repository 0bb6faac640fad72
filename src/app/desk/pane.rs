//! A pane: an article on the screen, with the reader's place.

use std::sync::Arc;

use super::in_none::InNone;
use super::strip::Strip;
use crate::app::layout::EDGE;
use crate::article::{Article, ParagraphId};
use crate::boilerplate::Mask;
use crate::page::{Folding, Page, Row, Spot};

/// An article laid out as a page, with the cursor and the first row shown. The two are separate, so that either can move alone.
#[derive(Debug)]
pub struct Pane {
    /// The index of the open article.
    pub article: usize,
    /// The article as a page.
    pub page: Page,
    /// The cursor's place in the text.
    pub cursor: usize,
    /// The first row shown.
    pub top: Spot,
    /// Rows kept between the cursor and the edge, if there is room.
    pub edge: usize,
    /// The article sampled in one column.
    pub(in crate::app) strip: Strip,
    /// The unmatched text of its article, as far as it is known.
    pub(in crate::app) in_none: InNone,
}

impl Pane {
    /// Opens an article with the cursor at `cursor`, whose row is at the top.
    pub fn open(article: usize, page: Page, cursor: usize) -> Self {
        let (strip, in_none) = (Strip::default(), InNone::default());
        let mut pane = Self { article, top: page.first(), cursor, page, edge: EDGE, strip, in_none };
        pane.top = pane.page.spot_of(pane.cursor);
        pane
    }

    /// The cursor's row.
    pub fn at(&self) -> Spot {
        self.page.spot_of(self.cursor)
    }

    /// The cursor's paragraph.
    pub fn paragraph_id(&self) -> ParagraphId {
        self.page.article().paragraph_id_at(self.cursor)
    }

    /// Moves the cursor by rows of text, skipping the gaps between paragraphs; returns whether it moved.
    pub fn walk(&mut self, rows: isize) -> bool {
        let from = self.at();
        let mut to = self.page.step(from, rows);
        while self.page.row(to) == Row::Gap {
            let next = self.page.step(to, rows.signum());
            if next == to {
                break;
            }
            to = next;
        }
        self.cursor = self.page.place_of(to);
        self.at() != from
    }

    /// Scrolls just enough to bring the cursor into a view of `height` rows.
    pub fn show_cursor(&mut self, height: usize) {
        let edge = self.edge.min(height.saturating_sub(1) / 2);
        let lowest = height.saturating_sub(1 + edge);
        let row = self.page.between(self.top, self.at(), height.saturating_add(1));
        if row < edge as isize {
            self.put(self.at(), edge);
        } else if row > lowest as isize {
            self.put(self.at(), lowest);
        }
    }

    /// Scrolls by rows, as far as the article goes, and moves the cursor if it would leave the view. Returns whether anything moved.
    pub fn roll(&mut self, rows: isize, height: usize) -> bool {
        let last = self.page.step(self.page.last(), 1 - height as isize).max(self.top.min(self.page.last()));
        let top = self.page.step(self.top, rows);
        let top = if rows > 0 { top.min(last) } else { top };
        if top == self.top {
            return false;
        }
        self.top = top;
        let edge = self.edge.min(height.saturating_sub(1) / 2);
        let (row, lowest) = (self.row_of(self.at(), height), height.saturating_sub(1 + edge) as isize);
        let kept = row.clamp(if self.top == self.page.first() { 0 } else { edge as isize }, lowest);
        if kept != row {
            self.face(self.top, 0, kept, height);
        }
        true
    }

    /// Whether a whole paragraph is in a view of `height` rows.
    pub fn shows(&self, paragraph_id: ParagraphId, height: usize) -> bool {
        let Some((first, tall)) = self.page.rows_of(paragraph_id) else { return false };
        let row = self.page.between(self.top, first, height);
        row >= 0 && row.unsigned_abs() + tall <= height
    }

    /// Scrolls so that `spot` is on the screen row `row`, or higher if the article begins too late for that.
    pub fn put(&mut self, spot: Spot, row: usize) {
        self.top = self.page.step(spot, -(row as isize));
    }

    /// The screen row of a row of the page, negative above the screen, and at most `most` away.
    pub fn row_of(&self, spot: Spot, most: usize) -> isize {
        self.page.between(self.top, spot, most)
    }

    /// The cursor's screen row in a view of `height` rows.
    pub fn eye(&self, height: usize) -> isize {
        self.row_of(self.at(), height).clamp(0, height.saturating_sub(1) as isize)
    }

    /// The first row of a paragraph.
    pub fn start_of(&self, paragraph_id: ParagraphId) -> Spot {
        let start = self.open_article().paragraphs.get(paragraph_id.0).map_or(0, |paragraph| paragraph.span.start());
        self.page.block_start(start)
    }

    /// Scrolls so that `spot` is on the screen row `row`, or as near as the page's beginning allows, and puts the cursor on a row of text
    /// on or near the screen row `eye`, in a view of `height` rows.
    pub fn face(&mut self, spot: Spot, row: isize, eye: isize, height: usize) {
        self.top = self.page.step(spot, -row);
        let mut at = self.page.step(self.top, eye.clamp(0, height.saturating_sub(1) as isize));
        if self.page.row(at) == Row::Gap {
            at = self.page.step(at, if at == self.top { 1 } else { -1 });
        }
        self.cursor = self.page.place_of(at);
    }

    /// Lays out the article with another width or other hidden text; the cursor's row keeps its place on the screen.
    pub fn set(&mut self, mask: Arc<Mask>, folding: Folding, measure: usize, height: usize) {
        self.turn_to(self.page.anew(mask, folding, measure), self.cursor, height);
    }

    /// Shows another page instead, with the cursor at its place there; its row keeps its place on the screen.
    pub fn turn_to(&mut self, page: Page, cursor: usize, height: usize) {
        let row = self.page.between(self.top, self.at(), height).clamp(0, height.saturating_sub(1) as isize);
        (self.page, self.cursor) = (page, cursor);
        self.cursor = self.page.place_of(self.at());
        self.put(self.at(), row as usize);
        self.show_cursor(height);
    }

    /// The article.
    pub fn open_article(&self) -> &Arc<Article> {
        self.page.article()
    }
}
