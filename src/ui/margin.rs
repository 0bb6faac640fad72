//! The margin: draws which paragraphs are linked.
//!
//! Each cell collects the directions in which lines leave it and becomes the character for these. The current link is drawn last and over
//! the others, so that it can be followed through every crossing.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::connectors::{Connector, Look};
use super::role::Role;
use super::route::{Path, Way, paths};
use super::theme::Theme;
use crate::text::{is_ascii, sign};

/// The directions in which lines leave a cell, one bit each.
const UP: u8 = 1;
const DOWN: u8 = 2;
const LEFT: u8 = 4;
const RIGHT: u8 = 8;
/// Characters by the directions in which lines leave a cell.
const LIGHT: [&str; 16] = [" ", "╵", "╷", "│", "╴", "╯", "╮", "┤", "╶", "╰", "╭", "├", "─", "┴", "┬", "┼"];
const HEAVY: [&str; 16] = [" ", "╹", "╻", "┃", "╸", "┛", "┓", "┫", "╺", "┗", "┏", "┣", "━", "┻", "┳", "╋"];

/// The links between the panes.
pub(super) struct MarginView<'a> {
    /// The links.
    pub connectors: &'a [Connector],
    /// How prominent they are.
    pub voice: Voice,
    /// How it looks.
    pub theme: &'a Theme,
}

/// How prominent the links of a margin are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// Between the panes of the open pair.
    Full,
    /// Between others.
    Low,
}

/// The cells of the margin, row by row.
struct MarginCells {
    width: u16,
    height: u16,
    cells: Vec<Cell>,
}

#[derive(Clone, Copy, Default)]
struct Cell {
    /// The directions of the visible lines.
    lines: u8,
    /// The direction from which another link joins the one drawn over it.
    joins: u8,
    arrow: Option<&'static str>,
    look: Option<Look>,
}

/// A line from the edge of the margin to the arrow that points to the other end of a link.
struct MarginStub {
    row: u16,
    /// The column at the edge.
    end: u16,
    /// The column of the arrow.
    tip: u16,
    way: Way,
}

impl Widget for MarginView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        if area.width < 3 {
            return;
        }
        let mut sheet = MarginCells::new(area.width, area.height);
        let paths = paths(self.connectors, area.width);
        paths.iter().for_each(|(path, look)| sheet.draw(*path, *look));
        paths.iter().rev().for_each(|(path, look)| sheet.point(*path, *look));
        for (at, cell) in sheet.cells.iter().enumerate() {
            let (Some(look), at) = (cell.look, at as u16) else { continue };
            if let Some(shown) = buf.cell_mut((area.x + at % area.width, area.y + at / area.width)) {
                let role = if self.voice == Voice::Full { look.role() } else { Role::Quiet };
                shown.set_symbol(&cell.symbol(look)).set_style(self.theme.style(role));
            }
        }
    }
}

impl Cell {
    fn symbol(&self, look: Look) -> Cow<'static, str> {
        match self.arrow {
            Some(arrow) => sign(arrow),
            None if is_ascii() => Cow::Borrowed(in_ascii(look, self.lines)),
            None => Cow::Borrowed(self.line(look)),
        }
    }

    fn line(&self, look: Look) -> &'static str {
        match (look, self.lines) {
            (Look::Echo, lines) if lines == LEFT | RIGHT => "┄",
            (Look::Echo, lines) if lines == UP | DOWN => "┆",
            (Look::Now, lines) if self.joins > 0 => joined(lines, self.joins),
            (Look::Now, lines) => HEAVY.get(usize::from(lines)).copied().unwrap_or(" "),
            (_, lines) => LIGHT.get(usize::from(lines)).copied().unwrap_or(" "),
        }
    }
}

/// A line in ASCII; a heavy one has its own characters.
fn in_ascii(look: Look, lines: u8) -> &'static str {
    match (look, lines) {
        (_, 0) => " ",
        (Look::Now, lines) if lines & (UP | DOWN) == 0 => "=",
        (Look::Now, _) => "#",
        (Look::Echo, lines) if lines & (LEFT | RIGHT) == 0 => ":",
        (_, lines) if lines & (UP | DOWN) == 0 => "-",
        (_, lines) if lines & (LEFT | RIGHT) == 0 => "|",
        _ => "+",
    }
}

/// A straight heavy line with a light one that ends at it; lines that only cross pass below.
fn joined(lines: u8, joins: u8) -> &'static str {
    match (lines, joins) {
        (12, UP) => "┷",
        (12, DOWN) => "┯",
        (3, LEFT) => "┨",
        (3, RIGHT) => "┠",
        (lines, _) => HEAVY.get(usize::from(lines)).copied().unwrap_or(" "),
    }
}

impl MarginCells {
    fn new(width: u16, height: u16) -> Self {
        Self { width, height, cells: vec![Cell::default(); usize::from(width) * usize::from(height)] }
    }

    fn draw(&mut self, path: Path, look: Look) {
        match path {
            Path::Straight(row) => self.along(row, 1..self.width, look),
            Path::Bent { left, right, column } => {
                self.along(left, 1..column, look);
                self.along(right, column + 1..self.width, look);
                self.turn(column, left, right, look);
            }
            Path::Stubs(..) => {}
        }
    }

    /// Points to ends that are not on the screen, where lines leave room for it; on the left the free column always does.
    fn point(&mut self, path: Path, look: Look) {
        let Path::Stubs(left, right) = path else { return };
        if let Some((row, way)) = left
            && !self.stub(MarginStub { row, end: 1, tip: 2, way }, look)
        {
            self.arrow(0, row, way, look);
        }
        if let Some((row, way)) = right {
            self.stub(MarginStub { row, end: self.width - 1, tip: self.width - 2, way }, look);
        }
    }

    fn along(&mut self, row: u16, columns: Range<u16>, look: Look) {
        for column in columns {
            self.add(column, row, LEFT | RIGHT, look);
        }
    }

    /// Draws a line up or down a column, with its two corners.
    fn turn(&mut self, column: u16, left: u16, right: u16, look: Look) {
        for row in left.min(right) + 1..left.max(right) {
            self.add(column, row, UP | DOWN, look);
        }
        let (away, back) = if left < right { (DOWN, UP) } else { (UP, DOWN) };
        self.add(column, left, LEFT | away, look);
        self.add(column, right, RIGHT | back, look);
    }

    /// Draws a stub from `end` to the arrow at `tip`; returns whether there was room.
    fn stub(&mut self, stub: MarginStub, look: Look) -> bool {
        let MarginStub { row, end, tip, way } = stub;
        let mut free = |column| self.at(column, row).is_some_and(|cell| cell.look.is_none() || look == Look::Now);
        if !free(end) || !free(tip) {
            return false;
        }
        self.add(end, row, LEFT | RIGHT, look);
        self.arrow(tip, row, way, look);
        true
    }

    fn arrow(&mut self, column: u16, row: u16, way: Way, look: Look) {
        let Some(cell) = self.at(column, row).filter(|cell| cell.look.is_none() || look == Look::Now) else { return };
        let arrow = if way == Way::Up { "↑" } else { "↓" };
        *cell = Cell { arrow: Some(arrow), look: Some(look), ..Cell::default() };
    }

    fn add(&mut self, column: u16, row: u16, lines: u8, look: Look) {
        let Some(cell) = self.at(column, row) else { return };
        let over = look == Look::Now && cell.look != Some(Look::Now);
        if over || cell.arrow.is_some() {
            *cell = Cell { joins: cell.lines & !lines, ..Cell::default() };
        }
        cell.lines |= lines;
        cell.look = cell.look.max(Some(look));
    }

    fn at(&mut self, column: u16, row: u16) -> Option<&mut Cell> {
        if column >= self.width || row >= self.height {
            return None;
        }
        self.cells.get_mut(usize::from(row) * usize::from(self.width) + usize::from(column))
    }
}
