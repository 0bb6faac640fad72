//! A pane: an article on the screen, with the reader's place.

use std::sync::Arc;

use super::in_none::InNone;
use super::strip::Strip;
use crate::app::layout::EDGE;
use crate::article::{Article, ParagraphId};
use crate::boilerplate::Mask;
use crate::page::{Folding, Page, Row, Spot};

/// An article set as a page, with the cursor and the first row shown. The two are kept apart, so that either can move alone.
#[derive(Debug)]
pub struct Pane {
    /// Which of the open articles it is.
    pub article: usize,
    /// The article as a page.
    pub page: Page,
    /// The place in the text at which the cursor stands.
    pub cursor: usize,
    /// The first row shown.
    pub top: Spot,
    /// Rows that stay between the cursor and the edge, where there is room.
    pub edge: usize,
    /// Its article in one column.
    pub(in crate::app) strip: Strip,
    /// What of its article has no match in any other, as far as it is known.
    pub(in crate::app) in_none: InNone,
}

impl Pane {
    /// Opens an article with the cursor at `cursor`, whose row comes to stand at the top.
    pub fn open(article: usize, page: Page, cursor: usize) -> Self {
        let (strip, in_none) = (Strip::default(), InNone::default());
        let mut pane = Self { article, top: page.first(), cursor, page, edge: EDGE, strip, in_none };
        pane.top = pane.page.spot_of(pane.cursor);
        pane
    }

    /// The row on which the cursor stands.
    pub fn at(&self) -> Spot {
        self.page.spot_of(self.cursor)
    }

    /// The paragraph in which the cursor stands.
    pub fn paragraph_id(&self) -> ParagraphId {
        self.page.article().paragraph_id_at(self.cursor)
    }

    /// Moves the cursor by rows of text, passing over the gaps between paragraphs; tells whether it moved.
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

    /// Scrolls as little as brings the cursor into view, `height` rows being shown.
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

    /// Scrolls by rows, as far as the article goes; where the cursor would leave the view it goes along. Tells whether anything moved.
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

    /// Whether all of a paragraph is in view, `height` rows being shown.
    pub fn shows(&self, paragraph_id: ParagraphId, height: usize) -> bool {
        let Some((first, tall)) = self.page.rows_of(paragraph_id) else { return false };
        let row = self.page.between(self.top, first, height);
        row >= 0 && row.unsigned_abs() + tall <= height
    }

    /// Scrolls so that `spot` stands on the screen row `row`, or higher where the article begins too late for it.
    pub fn put(&mut self, spot: Spot, row: usize) {
        self.top = self.page.step(spot, -(row as isize));
    }

    /// The screen row of a row of the page, negative where it lies above the screen; none further away than `most`.
    pub fn row_of(&self, spot: Spot, most: usize) -> isize {
        self.page.between(self.top, spot, most)
    }

    /// The screen row on which the cursor stands, `height` rows being shown.
    pub fn eye(&self, height: usize) -> isize {
        self.row_of(self.at(), height).clamp(0, height.saturating_sub(1) as isize)
    }

    /// The first row of a paragraph.
    pub fn start_of(&self, paragraph_id: ParagraphId) -> Spot {
        let start = self.open_article().paragraphs.get(paragraph_id.0).map_or(0, |paragraph| paragraph.span.start());
        self.page.block_start(start)
    }

    /// Scrolls so that `spot` stands on the screen row `row`, or as near to it as the page's beginning lets it, and puts the cursor
    /// on a row of text on the screen row `eye`, or near it, `height` rows being shown.
    pub fn face(&mut self, spot: Spot, row: isize, eye: isize, height: usize) {
        self.top = self.page.step(spot, -row);
        let mut at = self.page.step(self.top, eye.clamp(0, height.saturating_sub(1) as isize));
        if self.page.row(at) == Row::Gap {
            at = self.page.step(at, if at == self.top { 1 } else { -1 });
        }
        self.cursor = self.page.place_of(at);
    }

    /// Sets the article anew, in another width or with other hidden text; the cursor's row stays where it was on the screen.
    pub fn set(&mut self, mask: Arc<Mask>, folding: Folding, measure: usize, height: usize) {
        self.turn_to(self.page.anew(mask, folding, measure), self.cursor, height);
    }

    /// Shows another page for this one, with the cursor at its place there; its row stays where it was on the screen.
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
