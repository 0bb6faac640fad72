//! A pane: an article on the screen, and where the reader stands in it.

use std::sync::Arc;

use crate::article::{Article, Locus};
use crate::boilerplate::Mask;
use crate::page::{Folding, Page, Row, Spot};

/// Rows that stay between the cursor and the edge of the pane, where there is room.
const EDGE: usize = 2;

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
}

impl Pane {
    /// Opens an article with the cursor at `cursor`, whose row comes to stand at the top.
    pub fn open(article: usize, page: Page, cursor: usize) -> Self {
        let mut pane = Self { article, top: page.first(), cursor, page };
        pane.top = pane.page.spot_of(pane.cursor);
        pane
    }

    /// Gives the row on which the cursor stands.
    pub fn at(&self) -> Spot {
        self.page.spot_of(self.cursor)
    }

    /// Gives the paragraph in which the cursor stands.
    pub fn locus(&self) -> Locus {
        self.page.article().locus_at(self.cursor)
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
        let edge = EDGE.min(height.saturating_sub(1) / 2);
        let lowest = height.saturating_sub(1 + edge);
        let row = self.page.between(self.top, self.at(), height.saturating_add(1));
        if row < edge as isize {
            self.put(self.at(), edge);
        } else if row > lowest as isize {
            self.put(self.at(), lowest);
        }
    }

    /// Tells whether all of a paragraph is in view, `height` rows being shown.
    pub fn shows(&self, locus: Locus, height: usize) -> bool {
        let Some((first, tall)) = self.page.rows_of(locus) else { return false };
        let row = self.page.between(self.top, first, height);
        row >= 0 && row.unsigned_abs() + tall <= height
    }

    /// Scrolls so that `spot` stands on the screen row `row`, or higher where the article begins too late for it.
    pub fn put(&mut self, spot: Spot, row: usize) {
        self.top = self.page.step(spot, -(row as isize));
    }

    /// Sets the article anew, in another width or with other hidden text; the cursor's row stays where it was on the screen.
    pub fn set(&mut self, mask: Arc<Mask>, folding: Folding, measure: usize, height: usize) {
        self.turn_to(Page::new(Arc::clone(self.page.article()), mask, folding, measure), height);
    }

    /// Shows another page for this one; the cursor's row stays where it was on the screen.
    pub fn turn_to(&mut self, page: Page, height: usize) {
        let row = self.page.between(self.top, self.at(), height).clamp(0, height.saturating_sub(1) as isize);
        self.page = page;
        self.cursor = self.page.place_of(self.at());
        self.put(self.at(), row as usize);
        self.show_cursor(height);
    }

    /// Gives the article.
    pub fn open_article(&self) -> &Arc<Article> {
        self.page.article()
    }
}
