//! A sheet: two versions side by side, paragraph by paragraph, or woven into one column.
//!
//! `Compared -> Item -> row`. As with a page, only what is looked at costs time: making a sheet lists its items, and the rows of an item
//! are found when they are first needed.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

use super::aligned::{Across, aligned};
use super::block::Folding;
use super::compared::Compared;
use super::folds::{Folds, Item};
use super::inline::Column;
use super::layout::Page;
use super::rows::Rows;
use super::spot::{Row, Spot};
use crate::text::{Pair, Side};

/// The layout of two versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Side by side, each in a column of this many cells.
    Beside(usize),
    /// Woven into one column of this many cells.
    Inline(usize),
}

/// What is on a row of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetRow {
    /// A row of each side's page; `None` if a side has none here.
    Beside(Pair<Option<Spot>>),
    /// A row of a band in one column.
    Inline(usize, usize),
    /// One row for folded bands.
    Fold(Range<usize>),
    /// Nothing.
    Gap,
}

/// Two versions set as a sheet. Every function is total: spots outside mean the nearest inside. The block of a [`Spot`] is an item here.
#[derive(Clone, Debug)]
pub struct Sheet {
    compared: Arc<Compared>,
    pages: Pair<Page>,
    setting: Setting,
    folds: Folds,
    items: Vec<Item>,
    /// The blocks of each band on its page.
    blocks: Vec<Pair<Range<usize>>>,
    /// The rows of each band side by side, once they are needed.
    across: Vec<OnceCell<Vec<Across>>>,
    /// Each band in one column, once it is needed.
    columns: Vec<OnceCell<Column>>,
}

impl Sheet {
    /// Sets two versions. Takes time linear in their paragraphs and hidden passages, not in their length.
    pub fn new(compared: Arc<Compared>, setting: Setting, folds: Folds) -> Self {
        let (Setting::Beside(measure) | Setting::Inline(measure)) = setting;
        let page = |side: Side| {
            let (article, mask) = (Arc::clone(&compared.articles[side]), Arc::clone(&compared.shown[side]));
            Page::new(article, mask, Folding::Folded, measure)
        };
        let pages = Pair::from_fn(page);
        Self::of_pages(compared, pages, setting, folds)
    }

    fn of_pages(compared: Arc<Compared>, pages: Pair<Page>, setting: Setting, folds: Folds) -> Self {
        let blocks = compared
            .bands
            .iter()
            .map(|band| Pair::from_fn(|side| pages[side].blocks_of(band.paragraph_ids[side].clone())));
        let blocks = blocks.collect();
        let columns = vec![OnceCell::new(); compared.bands.len()];
        let across = vec![OnceCell::new(); compared.bands.len()];
        let mut sheet = Self { compared, pages, setting, folds, items: Vec::new(), blocks, across, columns };
        sheet.list();
        sheet
    }

    /// Sets the same versions in another layout.
    pub fn anew(&self, setting: Setting) -> Self {
        let (Setting::Beside(measure) | Setting::Inline(measure)) = setting;
        let anew = |page: &Page| page.anew(Arc::clone(page.mask()), Folding::Folded, measure);
        Self::of_pages(Arc::clone(&self.compared), self.pages.as_ref().map(anew), setting, self.folds.clone())
    }

    /// Changes the folds.
    pub fn fold(&mut self, folds: Folds) {
        self.folds = folds;
        self.list();
    }

    fn list(&mut self) {
        self.items = self.folds.items(&self.compared);
        let blocks = &self.blocks;
        // Hidden text that spans several paragraphs folds to one row; the paragraphs after the first have none of their own.
        let shows =
            |band: usize| blocks.get(band).is_some_and(|blocks| !blocks.left.is_empty() || !blocks.right.is_empty());
        self.items.retain(|item| item.bands().any(shows));
    }

    /// Returns what is compared.
    pub fn compared(&self) -> &Arc<Compared> {
        &self.compared
    }

    /// Returns the two pages.
    pub fn pages(&self) -> &Pair<Page> {
        &self.pages
    }

    /// Returns the layout.
    pub fn setting(&self) -> Setting {
        self.setting
    }

    /// Returns what is folded.
    pub fn folds(&self) -> &Folds {
        &self.folds
    }

    /// Returns its parts, in order.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Returns a band in one column.
    pub fn column(&self, band: usize) -> Option<&Column> {
        let (Setting::Beside(measure) | Setting::Inline(measure)) = self.setting;
        let (cell, this) = (self.columns.get(band)?, self.compared.bands.get(band)?);
        Some(cell.get_or_init(|| {
            let mut column = Column::of(&self.compared.versions(), this, measure);
            self.place_breaks(band, &mut column);
            column
        }))
    }

    /// Returns the last row, which is never a gap.
    pub fn last(&self) -> Spot {
        self.bottom()
    }

    /// Returns what is on a row.
    pub fn row(&self, spot: Spot) -> SheetRow {
        match (self.items.get(spot.block), self.setting) {
            (Some(Item::Fold(bands)), _) if spot.row == 0 => SheetRow::Fold(bands.clone()),
            (Some(Item::Band(band)), Setting::Inline(_)) if spot.row < self.tall(*band) => {
                SheetRow::Inline(*band, spot.row)
            }
            (Some(Item::Band(band)), Setting::Beside(_)) if spot.row < self.tall(*band) => {
                SheetRow::Beside(Pair::from_fn(|side| self.page_spot(*band, side, spot.row)))
            }
            _ => SheetRow::Gap,
        }
    }

    /// Whether a row is empty.
    pub fn is_blank(&self, spot: Spot) -> bool {
        match self.row(spot) {
            SheetRow::Gap => true,
            SheetRow::Beside(spots) => {
                Side::BOTH.iter().all(|&side| spots[side].is_none_or(|spot| self.pages[side].row(spot) == Row::Gap))
            }
            SheetRow::Inline(..) | SheetRow::Fold(_) => false,
        }
    }

    /// Goes `by` rows down, or up if it is negative, counting gaps, and stops at the first and the last row.
    pub fn step(&self, from: Spot, by: isize) -> Spot {
        self.go(from, by)
    }

    /// Counts the rows from `from` down to `to`; negative if `to` is above. Returns `most` if there are more.
    pub fn between(&self, from: Spot, to: Spot, most: usize) -> isize {
        self.count(from, to, most)
    }

    /// Returns the rows from `spot` down to the last.
    pub fn from(&self, spot: Spot) -> impl Iterator<Item = (Spot, SheetRow)> {
        let first = (!self.items.is_empty()).then(|| self.nearest(spot));
        std::iter::successors(first, |spot| Some(self.go(*spot, 1)).filter(|next| next != spot))
            .map(|spot| (spot, self.row(spot)))
    }

    /// Returns the bands of a row.
    pub fn bands_at(&self, spot: Spot) -> Range<usize> {
        self.items.get(self.nearest(spot).block).map_or(0..0, Item::bands)
    }

    /// Returns the fold that would contain a band if none were open.
    pub fn fold_of(&self, band: usize) -> Option<Range<usize>> {
        self.folds.fold_of(&self.compared, band)
    }

    /// Returns the first row of a side's page in a band.
    pub(super) fn first_of(&self, band: usize, side: Side) -> Option<Spot> {
        let blocks = &self.blocks.get(band)?[side];
        (!blocks.is_empty()).then_some(Spot { block: blocks.start, row: 0 })
    }

    /// Returns the first row of a band, or of its fold.
    pub fn start_of(&self, band: usize) -> Spot {
        let block = self.items.partition_point(|item| item.bands().start <= band).saturating_sub(1);
        Spot { block, row: 0 }
    }

    /// Returns the number of rows of the part that a row is in, without the gap after it.
    pub fn tall_at(&self, spot: Spot) -> usize {
        match self.items.get(spot.block) {
            Some(Item::Band(band)) => self.tall(*band),
            Some(Item::Fold(_)) => 1,
            None => 0,
        }
    }

    /// Returns the row of a side's page on a row of a band.
    pub(super) fn page_spot(&self, band: usize, side: Side, row: usize) -> Option<Spot> {
        let inside = self.across(band).get(row)?[side]?;
        let first = Spot { block: self.blocks.get(band)?[side].start, row: 0 };
        Some(self.pages[side].step(first, inside.cast_signed()))
    }

    /// Returns the rows of each side on a row of a band.
    pub(super) fn across(&self, band: usize) -> &[Across] {
        let (Some(cell), Some(blocks)) = (self.across.get(band), self.blocks.get(band)) else { return &[] };
        cell.get_or_init(|| {
            let first = |side: Side| {
                let blocks = blocks[side].clone();
                (Spot { block: blocks.start, row: 0 }, self.pages[side].rows_in(blocks))
            };
            aligned(&self.compared, band, &self.pages, Pair::from_fn(first))
        })
    }

    /// Counts the rows of a band.
    pub(super) fn tall(&self, band: usize) -> usize {
        match self.setting {
            Setting::Inline(_) => self.column(band).map_or(1, |column| column.rows().len().max(1)),
            Setting::Beside(_) => self.across(band).len().max(1),
        }
    }
}

impl Rows for Sheet {
    fn parts(&self) -> usize {
        self.items.len()
    }

    fn height(&self, item: usize) -> usize {
        let gap = usize::from(item + 1 < self.items.len());
        match self.items.get(item) {
            Some(Item::Band(band)) => self.tall(*band) + gap,
            Some(Item::Fold(_)) => 1 + gap,
            None => 0,
        }
    }
}
