//! Columns: how many panes have room side by side, and how the width is parted among them.

use super::geometry::{Area, BESIDE, MOST_PANES, PaneArea};
use crate::text::{Pair, Side};

/// The narrowest column of prose of which a further pane is made, in cells: what two panes have on 80 columns.
const NARROWEST: u16 = 33;
/// Columns of a pane from which on a screen has room for air between its parts.
const AIRY: u16 = 50;
/// Columns of a pane from which on the margins are wider, too.
const WIDE: u16 = 70;
/// Columns of a strip.
const STRIP: u16 = 1;

/// A pane and the margin to its right, which the last one has not.
#[derive(Clone, Copy, Default)]
pub(super) struct Column {
    /// The pane.
    pub pane: PaneArea,
    /// The margin.
    pub margin: Area,
}

/// How much air there is.
#[derive(Clone, Copy)]
struct Style {
    margin: u16,
    gutter: u16,
    /// Free columns between strip and text; the first pane has its gutter there and does without where it is narrow.
    air: u16,
    first: u16,
}

impl Style {
    fn narrow() -> Self {
        Self { margin: 5, gutter: 3, air: 1, first: 0 }
    }

    fn of(pane: u16) -> Self {
        match pane {
            0..AIRY => Self::narrow(),
            AIRY..WIDE => Self { margin: 7, gutter: 4, air: 1, first: 1 },
            _ => Self { margin: 9, gutter: 4, air: 1, first: 1 },
        }
    }
}

/// At which edge of the screen a pane stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    Left,
    Right,
    None,
}

/// Gives how many panes have room side by side, 2 to 4, with columns of prose of at most `measure` cells.
pub(super) fn fitting(width: u16, measure: u16) -> usize {
    (3..=MOST_PANES).rev().find(|panes| needed(*panes, measure) <= width).unwrap_or(2)
}

/// Gives the columns that so many panes need: two of them get along with what there is.
pub(super) fn needed(panes: usize, measure: u16) -> u16 {
    let style = Style::narrow();
    let panes = panes as u16;
    panes * (NARROWEST.min(measure) + STRIP + style.gutter + style.air) - 1 + (panes - 1) * style.margin
}

/// Gives how many of the panes beside the pair are shown, where so many have room in all: the nearest, and of two as near the left one.
pub(super) fn shown_beside(beside: Pair<usize>, room: usize) -> Pair<usize> {
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

/// Parts the body into columns. What is left over is given to the outer ones.
pub(super) fn row(body: Area, count: usize, measure: u16) -> Vec<Column> {
    let panes = count as u16;
    let style = Style::of(body.width / panes);
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
            Column { pane: pane_area(edge, whole, (style, text)), margin }
        })
        .collect()
}

/// Parts a pane: the strip at the outer edge, in an inner pane at the right one, then the gutter and the text, kept near the margin where
/// there is more room. Between strip and text stands a free column, on a narrow screen only where no gutter parts them.
fn pane_area(edge: Edge, whole: Area, (style, text): (Style, u16)) -> PaneArea {
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
