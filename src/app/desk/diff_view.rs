//! A diff on the screen: two versions as a sheet, with the reader's place.

use super::carried::carried;
use super::diff_settings::DiffOptions;
use super::diff_settings::Layout;
use crate::app::layout::ABOVE;
use std::cell::OnceCell;
use std::sync::Arc;

use crate::app::layout::EDGE;
use crate::app::layout::Geometry;
use crate::app::layout::Size;
use crate::app::memory::ReviewMark;
use crate::article::{Article, ParagraphId};
use crate::collate::Fate;
use crate::page::{Compared, Folds, Item, Setting, Sheet, Spot};
use crate::text::{Pair, Side};

/// The width in columns below which one column is easier to read than two.
const NARROW: u16 = 100;

/// Two versions on the screen. The cursor and the first row are separate, so that either can move alone.
#[derive(Debug)]
pub struct DiffView {
    /// The two versions, laid out.
    pub sheet: Sheet,
    /// The cursor's row.
    pub cursor: Spot,
    /// The first row shown.
    pub top: Spot,
    /// Rows kept between the cursor and the edge, if there is room.
    pub edge: usize,
    /// The layout that the reader chose; by default the width decides.
    chosen: Option<Layout>,
    /// Where the cursor was when the reader came from the panes; `None` once that is no longer known.
    pub(in crate::app) entered: Option<Spot>,
    /// The review mark of each change, once somebody has asked.
    pub(in crate::app) marks: OnceCell<Vec<ReviewMark>>,
    /// Places left by jumps, to go back to and forward again: a side and a place in its text.
    pub(in crate::app) left: Pair<Vec<(Side, usize)>>,
}

impl DiffView {
    /// Lays out a comparison for a screen, folded around the changes, with the cursor on the first row.
    pub(in crate::app) fn new(compared: Arc<Compared>, manner: DiffOptions, size: Size, measure: u16) -> Self {
        let DiffOptions { context, layout: chosen, .. } = manner;
        let sheet = Sheet::new(compared, setting(chosen, size, measure), Folds::around(context));
        let (cursor, top) = (Spot::default(), Spot::default());
        let (marks, left) = (OnceCell::new(), Pair::default());
        Self { sheet, cursor, top, edge: EDGE, chosen, entered: None, marks, left }
    }

    /// Takes over from another diff whether unchanged text is folded, and the places left by jumps.
    pub(in crate::app) fn take_over(&mut self, old: &Self) {
        self.sheet.fold(Folds { opened: Vec::new(), ..old.sheet.folds().clone() });
        self.left.clone_from(&old.left);
    }

    /// The present layout.
    pub fn layout(&self) -> Layout {
        match self.sheet.setting() {
            Setting::Beside(_) => Layout::Beside,
            Setting::Inline(_) => Layout::Inline,
        }
    }

    /// The number of the change under the cursor, from 1, and how many there are.
    pub fn number(&self) -> Option<(usize, usize)> {
        let compared = self.sheet.compared();
        Some((compared.number(self.sheet.bands_at(self.cursor).start)?, compared.count()))
    }

    /// What happened to the paragraphs under the cursor.
    pub fn fate(&self) -> Fate {
        self.sheet.compared().fate(self.sheet.bands_at(self.cursor).start)
    }

    /// The screen row of a row, negative above the screen, and at most `most` away.
    pub fn row_of(&self, spot: Spot, most: usize) -> isize {
        self.sheet.between(self.top, spot, most)
    }

    /// The side of the text at the cursor (`focus` if it has some there), and its place in that side's text.
    pub(in crate::app) fn standing_at(&self, focus: Side) -> (Side, usize) {
        let at = |side: Side| Some((side, self.sheet.place_of(self.cursor, side)?));
        at(focus).or_else(|| at(focus.other())).unwrap_or((focus, 0))
    }

    /// The cursor's place in one side's text: for moved text its own place; if that side has no text there, the nearest place above.
    pub(in crate::app) fn place_on(&self, side: Side) -> usize {
        let compared = self.sheet.compared();
        if let Some(place) = self.sheet.place_of(self.cursor, side) {
            return place;
        }
        let home = compared.bands.get(self.sheet.bands_at(self.cursor).start).and_then(|band| band.home);
        let paragraph_id: ParagraphId = home.unwrap_or_else(|| self.sheet.paragraph_id_near(self.cursor, side));
        compared.articles[side].paragraphs.get(paragraph_id.0).map_or(0, |paragraph| paragraph.span.start())
    }

    /// Where a place in one side's text is in an article that may have replaced it.
    pub(in crate::app) fn carried_to(&self, article: &Arc<Article>, side: Side, place: usize) -> usize {
        let own = &self.sheet.compared().articles[side];
        if Arc::ptr_eq(own, article) { place } else { carried(&own.text, &article.text, place) }
    }

    /// Moves the cursor by rows, skipping the gaps; returns whether it moved.
    pub(in crate::app) fn walk(&mut self, rows: isize, height: usize) -> bool {
        let from = self.cursor;
        self.cursor = self.on_text(self.sheet.step(from, rows), rows);
        self.show_cursor(height);
        self.cursor != from
    }

    /// Moves the cursor and the view by the same number of rows; returns whether they moved.
    pub(in crate::app) fn scroll(&mut self, rows: isize, height: usize) -> bool {
        let (from, top) = (self.cursor, self.sheet.step(self.top, rows).min(self.lowest(height)));
        self.cursor = self.on_text(self.sheet.step(from, rows), rows);
        self.top = top;
        self.show_cursor(height);
        self.cursor != from
    }

    /// Moves the view, and the cursor with it if it would leave the view. Returns whether anything moved.
    pub(in crate::app) fn roll(&mut self, rows: isize, height: usize) -> bool {
        let top = self.sheet.step(self.top, rows);
        let top = if rows > 0 { top.min(self.lowest(height)) } else { top };
        if top == self.top {
            return false;
        }
        self.top = top;
        let edge = self.edge.min(height.saturating_sub(1) / 2);
        let (row, lowest) = (self.row_of(self.cursor, height), height.saturating_sub(1 + edge).cast_signed());
        let kept = row.clamp(if self.top == Spot::default() { 0 } else { edge.cast_signed() }, lowest);
        if kept != row {
            self.cursor = self.on_text(self.sheet.step(self.top, kept), rows);
        }
        true
    }

    /// Puts the cursor on a row, at this screen row if the sheet reaches so far.
    pub(in crate::app) fn put(&mut self, spot: Spot, row: isize, height: usize) {
        self.cursor = self.on_text(spot, 1);
        self.top = self.sheet.step(self.cursor, -row.clamp(0, height.saturating_sub(1).cast_signed()));
        self.show_cursor(height);
    }

    /// Shows the sheet from its top, if the cursor is in view then.
    pub(in crate::app) fn show_top(&mut self, height: usize) {
        let row = self.sheet.between(Spot::default(), self.cursor, height);
        if row.unsigned_abs() + self.edge < height {
            self.top = Spot::default();
        }
    }

    /// Goes to a row: scrolls only if its part is not all in view, and then puts it in the upper part of the screen.
    pub(in crate::app) fn go(&mut self, spot: Spot, height: usize) {
        let tall = self.sheet.tall_at(spot).min(height);
        let now = self.row_of(spot, height);
        let shown = (0..height.cast_signed()).contains(&now);
        let row = if shown { now.unsigned_abs() } else { height / ABOVE };
        let row = row.min(height - tall);
        self.put(spot, row.cast_signed(), height);
    }

    /// Goes to the first change.
    pub(in crate::app) fn go_first(&mut self, height: usize) {
        if let Some(first) = self.sheet.compared().changes.first() {
            self.go(self.sheet.start_of(*first), height);
        }
    }

    /// Lays out the versions for another screen; the cursor stays on its row.
    pub(in crate::app) fn resize(&mut self, size: Size, measure: u16, height: usize) {
        let setting = setting(self.chosen, size, measure);
        if setting == self.sheet.setting() {
            self.show_cursor(height);
            return;
        }
        self.change(height, |sheet| *sheet = sheet.anew(setting));
    }

    /// Changes between one column and side by side.
    pub(in crate::app) fn turn(&mut self, size: Size, measure: u16, height: usize) -> Option<Layout> {
        self.chosen = Some(if self.layout() == Layout::Beside { Layout::Inline } else { Layout::Beside });
        self.resize(size, measure, height);
        self.chosen
    }

    /// Changes what is folded.
    pub(in crate::app) fn fold(&mut self, folds: Folds, height: usize) {
        self.change(height, |sheet| sheet.fold(folds));
    }

    /// Changes the sheet; the cursor stays with its text, on the same screen row.
    fn change(&mut self, height: usize, change: impl FnOnce(&mut Sheet)) {
        let row = self.row_of(self.cursor, height);
        let stood = self.entered == Some(self.cursor);
        let (band, at) = (self.sheet.bands_at(self.cursor).start, self.cursor.row);
        let places = [Side::Right, Side::Left].map(|side| Some((side, self.sheet.place_of(self.cursor, side)?)));
        change(&mut self.sheet);
        let place = places.into_iter().flatten().next();
        let spot = place.map_or_else(|| self.sheet.start_of(band), |(side, place)| self.sheet.spot_of(side, place));
        let start = self.sheet.start_of(band);
        let spot = if at == 0 { start } else { spot };
        self.put(spot, row, height);
        self.entered = stood.then_some(self.cursor);
    }

    /// The part under the cursor.
    pub(in crate::app) fn item(&self) -> Option<&Item> {
        self.sheet.items().get(self.cursor.block)
    }

    /// Scrolls just enough to bring the cursor into view.
    fn show_cursor(&mut self, height: usize) {
        let edge = self.edge.min(height.saturating_sub(1) / 2);
        let lowest = height.saturating_sub(1 + edge);
        let row = self.row_of(self.cursor, height.saturating_add(1));
        if row < edge.cast_signed() {
            self.top = self.sheet.step(self.cursor, -edge.cast_signed());
        } else if row > lowest.cast_signed() {
            self.top = self.sheet.step(self.cursor, -lowest.cast_signed());
        }
    }

    /// The lowest row that may be the first one shown, unless a lower one already is.
    fn lowest(&self, height: usize) -> Spot {
        self.sheet.step(self.sheet.last(), 1 - height.cast_signed()).max(self.top.min(self.sheet.last()))
    }

    /// The nearest row with text; from a gap, first in the direction of `rows`.
    fn on_text(&self, spot: Spot, rows: isize) -> Spot {
        let way = if rows < 0 { -1 } else { 1 };
        let walk = |way: isize| {
            let rest = std::iter::successors(Some(spot), |at| {
                let next = self.sheet.step(*at, way);
                (next != *at).then_some(next)
            });
            rest.into_iter().find(|at| !self.sheet.is_blank(*at))
        };
        walk(way).or_else(|| walk(-way)).unwrap_or(spot)
    }
}

/// How two versions are laid out on a screen, in columns of at most `measure` cells.
fn setting(chosen: Option<Layout>, size: Size, measure: u16) -> Setting {
    let geometry = Geometry::with(size, measure);
    match chosen {
        Some(Layout::Inline) => Setting::Inline(usize::from(geometry.inline(measure).text.width)),
        None if size.width < NARROW => Setting::Inline(usize::from(geometry.inline(measure).text.width)),
        _ => Setting::Beside(usize::from(geometry.panes.left.text.width)),
    }
}
