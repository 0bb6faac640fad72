//! Folds: which unchanged text of a sheet is shown, and which is folded to one row.

use std::ops::Range;

use super::compared::Compared;

/// The fewest paragraphs that are folded: a single one takes as much room as its fold (chosen).
const LEAST: usize = 2;

/// How unchanged text is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folds {
    /// Whether it is folded at all.
    pub folded: bool,
    /// Paragraphs shown around each change.
    pub context: usize,
    /// Opened folds, each by one of its bands.
    pub opened: Vec<usize>,
}

/// A part of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A band, as an index.
    Band(usize),
    /// Unchanged bands folded to one row.
    Fold(Range<usize>),
}

impl Item {
    /// The bands in it.
    pub fn bands(&self) -> Range<usize> {
        match self {
            Item::Band(band) => *band..*band + 1,
            Item::Fold(bands) => bands.clone(),
        }
    }
}

impl Folds {
    /// Folds what is more than this many paragraphs away from any change.
    pub fn around(context: usize) -> Self {
        Self { folded: true, context, opened: Vec::new() }
    }

    /// Lists the parts of a sheet. Takes time linear in bands.
    pub(super) fn items(&self, compared: &Compared) -> Vec<Item> {
        let count = compared.bands.len();
        let mut items = Vec::with_capacity(count);
        let mut from = 0;
        for change in compared.changes.iter().copied().chain(std::iter::once(count)) {
            self.unchanged(from..change, count, &mut items);
            items.extend((change < count).then_some(Item::Band(change)));
            from = change + 1;
        }
        items
    }

    /// Adds a stretch of unchanged bands.
    fn unchanged(&self, stretch: Range<usize>, count: usize, items: &mut Vec<Item>) {
        let kept = |end: bool| if end { self.context.min(stretch.len()) } else { 0 };
        let start = stretch.start + kept(stretch.start > 0);
        let end = (stretch.end - kept(stretch.end < count)).max(start);
        let opened = self.opened.iter().any(|band| (start..end).contains(band));
        if !self.folded || opened || end - start < LEAST {
            items.extend(stretch.map(Item::Band));
            return;
        }
        items.extend((stretch.start..start).map(Item::Band));
        items.push(Item::Fold(start..end));
        items.extend((end..stretch.end).map(Item::Band));
    }

    /// Returns the fold that would contain a band if none were open.
    pub(super) fn fold_of(&self, compared: &Compared, band: usize) -> Option<Range<usize>> {
        if compared.changes.binary_search(&band).is_ok() {
            return None;
        }
        let closed = Self { opened: Vec::new(), folded: true, context: self.context };
        let next = compared.changes.partition_point(|change| *change <= band);
        let from = next.checked_sub(1).and_then(|at| compared.changes.get(at)).map_or(0, |change| change + 1);
        let to = compared.changes.get(next).copied().unwrap_or(compared.bands.len());
        let mut items = Vec::new();
        closed.unchanged(from..to, compared.bands.len(), &mut items);
        items.into_iter().find_map(|item| match item {
            Item::Fold(bands) if bands.contains(&band) => Some(bands),
            _ => None,
        })
    }
}
