//! Geometry: which part of the screen shows what.

use super::columns::{fitting, row, shown_beside};
use crate::text::{Pair, Side};

/// The smallest screen that is drawn on, in cells; below it the reader is asked for more room.
pub const LEAST: Size = Size { width: 40, height: 10 };
/// The widest column of prose, in cells, if the reader sets no other: longer rows tire the eye.
pub(super) const MEASURE: u16 = 76;

/// Panes that stand side by side at most.
pub const MOST_PANES: usize = 4;
/// Panes beside the open pair at most, on either side.
pub(super) const BESIDE: usize = MOST_PANES - 2;
/// Rows from which on a screen has room for air.
const TALL: u16 = 28;

/// Columns from which on a screen with one column has room for a wider gutter.
const AIRY: u16 = 100;

/// A size in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// The leftmost column, from 0.
    pub x: u16,
    /// The topmost row, from 0.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// The parts of a pane, side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PaneArea {
    /// The strip that shows the whole article, at the outer edge.
    pub strip: Area,
    /// The gutter with the marks, left of the text.
    pub gutter: Area,
    /// The text.
    pub text: Area,
    /// All of it, for what stands above.
    pub whole: Area,
}

/// The screen's parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Geometry {
    /// Names and coverage.
    pub header: Area,
    /// The two panes of the open pair.
    pub panes: Pair<PaneArea>,
    /// The margin between them.
    pub margin: Area,
    /// The panes beside them that are shown, the nearest first.
    pub beside: Pair<[Option<BesideArea>; BESIDE]>,
    /// Where one stands, and the keys.
    pub footer: Area,
}

/// The parts of a pane beside the open pair.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BesideArea {
    /// The pane.
    pub pane: PaneArea,
    /// The margin between it and the next pane towards the pair.
    pub margin: Area,
}

impl Geometry {
    /// Parts a screen: two rows at the top, two at the bottom, between them the panes with the margin in the middle; on a tall
    /// screen a blank row sets them apart. Both columns of prose are equally wide, so that equal text is wrapped alike.
    ///
    /// A screen below [`LEAST`] gives areas that may be empty, never areas outside it.
    pub fn of(size: Size) -> Self {
        Self::with(size, MEASURE)
    }

    /// Parts a screen likewise, with columns of prose of at most `measure` cells.
    pub fn with(size: Size, measure: u16) -> Self {
        Self::among(size, measure, Pair::default())
    }

    /// Parts a screen likewise, with so many further panes on either side of the pair as far as they have room.
    pub fn among(size: Size, measure: u16, beside: Pair<usize>) -> Self {
        let beside = shown_beside(beside, fitting(size.width, measure));
        let edge = if size.height < TALL { 2 } else { 3 };
        let (head, foot) = (edge.min(size.height), edge.min(size.height.saturating_sub(edge)));
        let body = Area { x: 0, y: head, width: size.width, height: size.height.saturating_sub(head + foot) };
        let count = 2 + beside.left + beside.right;
        let row = row(body, count, measure);
        let at = |at: usize| row.get(at).copied().unwrap_or_default();
        let first = beside.left;
        let nth = |side: Side, nth: usize| {
            let (pane, margin) = match side {
                Side::Left => (first.checked_sub(nth + 1)?, first.checked_sub(nth + 1)?),
                Side::Right => (first + 2 + nth, first + 1 + nth),
            };
            (nth < beside[side]).then(|| BesideArea { pane: at(pane).pane, margin: at(margin).margin })
        };
        Self {
            header: Area { y: 0, height: head, ..body },
            panes: Pair::new(at(first).pane, at(first + 1).pane),
            margin: at(first).margin,
            beside: Pair::from_fn(|side| std::array::from_fn(|at| nth(side, at))),
            footer: Area { y: body.y + body.height, height: foot, ..body },
        }
    }

    /// Gives the parts of one column in the middle of the screen, of at most `measure` cells, with the strip at the right edge.
    pub fn inline(&self, measure: u16) -> PaneArea {
        let whole = self.body();
        let gutter = if whole.width < AIRY { 3 } else { 4 }.min(whole.width);
        let strip = 1.min(whole.width - gutter);
        let text = whole.width.saturating_sub(gutter + strip + 1).min(measure);
        let slack = whole.width.saturating_sub(gutter + text) / 2;
        let part = |x: u16, width: u16| Area { x: whole.x + x, width, ..whole };
        PaneArea {
            strip: part(whole.width - strip, strip),
            gutter: part(slack, gutter),
            text: part(slack + gutter, text),
            whole,
        }
    }

    /// Gives how many panes beside the pair are shown on either side.
    pub fn shown_beside(&self) -> Pair<usize> {
        self.beside.as_ref().map(|areas| areas.iter().flatten().count())
    }

    /// Gives all between header and footer.
    pub fn body(&self) -> Area {
        Area { x: 0, width: self.header.width, ..self.margin }
    }

    /// Gives the rows of text a pane shows.
    pub fn rows(&self) -> usize {
        usize::from(self.margin.height)
    }
}
