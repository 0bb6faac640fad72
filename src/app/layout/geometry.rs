//! Geometry: which part of the screen shows what.

use crate::text::{Pair, Side};

/// The smallest screen that is drawn on, in cells; on a smaller one the reader is asked for more room.
pub const LEAST: Size = Size { width: 40, height: 10 };
/// The widest text column, in cells, by default: longer rows tire the eye.
pub(in crate::app) const MEASURE: u16 = 76;

/// Rows kept between the cursor and the edge of the pane, if there is room, by default.
pub(in crate::app) const EDGE: usize = 2;

/// The part of the pane left above what was just brought into view: a quarter.
pub(in crate::app) const ABOVE: usize = 4;

/// The most panes side by side.
pub const MOST_PANES: usize = 4;
/// The most panes beside the open pair, on either side.
pub(in crate::app) const BESIDE: usize = MOST_PANES - 2;
/// The height from which a screen has blank rows between its parts.
const TALL: u16 = 28;

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
    /// All of it, for the header above.
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
    /// The status line and the key hints.
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
    /// Divides a screen: two rows at the top, two at the bottom, and between them the panes with the margin in the middle; on a tall screen
    /// blank rows set them apart. Both text columns have the same width, so that equal text wraps the same way.
    ///
    /// On a screen below [`LEAST`], areas may be empty, but are never outside it.
    pub fn of(size: Size) -> Self {
        Self::with(size, MEASURE)
    }

    /// As [`Geometry::of`], with text columns of at most `measure` cells.
    pub fn with(size: Size, measure: u16) -> Self {
        Self::among(size, measure, Pair::default())
    }

    /// As [`Geometry::with`], with this many more panes on either side of the pair, as far as they have room.
    pub fn among(size: Size, measure: u16, beside: Pair<usize>) -> Self {
        Self::placed(size, measure, shown_beside(beside, fitting(size.width, measure)))
    }

    /// As [`Geometry::among`], with exactly this many shown.
    pub(super) fn placed(size: Size, measure: u16, beside: Pair<usize>) -> Self {
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

    /// One column in the middle of the screen, of at most `measure` cells, with the strip at the right edge.
    pub fn inline(&self, measure: u16) -> PaneArea {
        let whole = self.body();
        let gutter = 4.min(whole.width);
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

    /// How many panes beside the pair are shown on either side.
    pub fn shown_beside(&self) -> Pair<usize> {
        self.beside.as_ref().map(|areas| areas.iter().flatten().count())
    }

    /// Everything between header and footer.
    pub fn body(&self) -> Area {
        Area { x: 0, width: self.header.width, ..self.margin }
    }

    /// The number of text rows in a pane.
    pub fn rows(&self) -> usize {
        usize::from(self.margin.height)
    }
}

/// The narrowest text column in three or four panes, in cells: with it, three fit on a screen of 120 columns.
const NARROWEST: u16 = 32;
/// The width of a pane from which there is space between its parts.
const AIRY_PANE: u16 = 50;
/// The width of a pane from which the margins are wider, too.
const WIDE: u16 = 70;
/// The width of a strip.
const STRIP: u16 = 1;

/// A pane and the margin to its right; the last one has none.
#[derive(Clone, Copy, Default)]
pub(in crate::app) struct Column {
    /// The pane.
    pub pane: PaneArea,
    /// The margin.
    pub margin: Area,
}

/// How much space there is between parts.
#[derive(Clone, Copy)]
struct Spacing {
    margin: u16,
    gutter: u16,
    /// Free columns between strip and text; in the first pane the gutter is there, and if it is narrow there are none.
    air: u16,
    first: u16,
}

impl Spacing {
    fn narrow() -> Self {
        Self { margin: 5, gutter: 3, air: 1, first: 0 }
    }

    fn of(pane: u16) -> Self {
        match pane {
            0..AIRY_PANE => Self::narrow(),
            AIRY_PANE..WIDE => Self { margin: 7, gutter: 4, air: 1, first: 1 },
            _ => Self { margin: 9, gutter: 4, air: 1, first: 1 },
        }
    }
}

/// At which edge of the screen a pane is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    Left,
    Right,
    None,
}

/// How many panes fit side by side, 2 to 4, with text columns of at most `measure` cells.
pub(in crate::app) fn fitting(width: u16, measure: u16) -> usize {
    (3..=MOST_PANES).rev().find(|panes| needed(*panes, measure) <= width).unwrap_or(2)
}

/// The columns that this many panes need; two make do with any width.
pub(in crate::app) fn needed(panes: usize, measure: u16) -> u16 {
    let style = Spacing::narrow();
    let panes = panes as u16;
    panes * (NARROWEST.min(measure) + STRIP + style.gutter + style.air) - 1 + (panes - 1) * style.margin
}

/// How many of the panes beside the pair are shown, if `room` panes fit in all: the nearest, and of two equally near the left one.
pub(in crate::app) fn shown_beside(beside: Pair<usize>, room: usize) -> Pair<usize> {
    let mut shown = Pair::default();
    let mut left = room.saturating_sub(2);
    for (nth, side) in (1..=BESIDE).flat_map(|nth| Side::BOTH.map(|side| (nth, side))) {
        if left > 0 && nth <= beside[side] {
            shown[side] = nth;
            left -= 1;
        }
    }
    shown
}

/// Divides the body into columns. The outer ones get what is left over.
pub(in crate::app) fn row(body: Area, count: usize, measure: u16) -> Vec<Column> {
    let panes = count as u16;
    let style = Spacing::of(body.width / panes);
    let between = body.width.saturating_sub(style.margin * (panes - 1));
    let beside_text = STRIP + style.gutter + style.air;
    let first = between.saturating_sub(panes * beside_text - (style.air - style.first)) / panes;
    let text = first.min(measure);
    let inner = beside_text + text;
    let outer = between.saturating_sub(inner * (panes - 2));
    let left = outer.saturating_sub(style.air - style.first) / 2;
    let mut x = 0;
    (0..count)
        .map(|at| {
            let (edge, width) = match at {
                0 => (Edge::Left, left),
                at if at + 1 == count => (Edge::Right, body.width.saturating_sub(x)),
                _ => (Edge::None, inner),
            };
            let whole = Area { x, width, ..body };
            let end = (x + width + style.margin).min(body.width);
            let margin = Area { x: (x + width).min(body.width), width: end.saturating_sub(x + width), ..body };
            x = end;
            let margin = if edge == Edge::Right { Area::default() } else { margin };
            Column { pane: pane_area(edge, whole, style, text), margin }
        })
        .collect()
}

/// Divides a pane: the strip at the outer edge (on the right in an inner pane), then the gutter and the text, near the margin if there is
/// room to spare. A free column separates strip and text; on a narrow screen only if there is no gutter between them.
fn pane_area(edge: Edge, whole: Area, style: Spacing, text: u16) -> PaneArea {
    let strip = STRIP.min(whole.width);
    let gutter = style.gutter.min(whole.width - strip);
    let air = if edge == Edge::Left { style.first } else { style.air }.min(whole.width - strip - gutter);
    let text = (whole.width - strip - gutter - air).min(text);
    let slack = whole.width - strip - gutter - text;
    let part = |x: u16, width: u16| Area { x: whole.x + x, width, ..whole };
    match edge {
        Edge::Left => PaneArea {
            strip: part(0, strip),
            gutter: part(strip + slack, gutter),
            text: part(strip + slack + gutter, text),
            whole,
        },
        Edge::Right | Edge::None => PaneArea {
            gutter: part(0, gutter),
            text: part(gutter, text),
            strip: part(whole.width - strip, strip),
            whole,
        },
    }
}
