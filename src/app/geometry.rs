//! Geometry: which part of the screen shows what.

use crate::text::{Pair, Side};

/// The smallest screen that is drawn on, in cells; below it the reader is asked for more room.
pub const LEAST: Size = Size { width: 40, height: 10 };
/// The widest column of prose, in cells, if the reader sets no other: longer rows tire the eye.
pub(super) const MEASURE: u16 = 76;

/// Columns from which on a screen has room for air between its parts.
const WIDE: u16 = 100;
/// Rows from which on it has.
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
    /// All of it, for what stands above.
    pub whole: Area,
}

/// The screen's parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Geometry {
    /// Names and coverage.
    pub header: Area,
    /// The two panes.
    pub panes: Pair<PaneArea>,
    /// The margin between them.
    pub margin: Area,
    /// Where one stands, and the keys.
    pub footer: Area,
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
        let edge = if size.height < TALL { 2 } else { 3 };
        let (head, foot) = (edge.min(size.height), edge.min(size.height.saturating_sub(edge)));
        let body = Area { x: 0, y: head, width: size.width, height: size.height.saturating_sub(head + foot) };
        let margin = match size.width {
            0..WIDE => 5,
            WIDE..=139 => 7,
            _ => 9,
        };
        let between = size.width.saturating_sub(margin);
        let pane = if size.width < WIDE { between.saturating_sub(1) / 2 } else { between / 2 };
        let right = (pane + margin).min(size.width);
        let mut panes = Pair::new(
            pane_area(Side::Left, Area { width: pane, ..body }, (size.width, measure)),
            pane_area(Side::Right, Area { x: right, width: size.width - right, ..body }, (size.width, measure)),
        );
        panes.right.text.width = panes.right.text.width.min(panes.left.text.width);
        Self {
            header: Area { y: 0, height: head, ..body },
            panes,
            margin: Area { x: pane, width: right.saturating_sub(pane), ..body },
            footer: Area { y: body.y + body.height, height: foot, ..body },
        }
    }

    /// Gives the parts of one column in the middle of the screen, of at most `measure` cells, with the strip at the right edge.
    pub fn inline(&self, measure: u16) -> PaneArea {
        let whole = self.body();
        let gutter = if whole.width < WIDE { 3 } else { 4 }.min(whole.width);
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

    /// Gives all between header and footer.
    pub fn body(&self) -> Area {
        Area { x: 0, width: self.header.width, ..self.margin }
    }

    /// Gives the rows of text a pane shows.
    pub fn rows(&self) -> usize {
        usize::from(self.margin.height)
    }
}

/// Parts a pane: the strip at the outer edge, then the gutter and the text, kept near the margin where there is more room. Between
/// strip and text stands a free column, on a narrow screen only where no gutter parts them.
fn pane_area(side: Side, whole: Area, (screen, measure): (u16, u16)) -> PaneArea {
    let narrow = screen < WIDE;
    let strip = 1.min(whole.width);
    let gutter = if narrow { 3 } else { 4 }.min(whole.width - strip);
    let air = u16::from(!narrow || side == Side::Right).min(whole.width - strip - gutter);
    let text = (whole.width - strip - gutter - air).min(measure);
    let slack = whole.width - strip - gutter - text;
    let part = |x: u16, width: u16| Area { x: whole.x + x, width, ..whole };
    match side {
        Side::Left => PaneArea {
            strip: part(0, strip),
            gutter: part(strip + slack, gutter),
            text: part(strip + slack + gutter, text),
            whole,
        },
        Side::Right => PaneArea {
            gutter: part(0, gutter),
            text: part(gutter, text),
            strip: part(whole.width - strip, strip),
            whole,
        },
    }
}
