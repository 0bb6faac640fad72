//! The frame that the terminal shows and the one to come, and the cells that differ.
//!
//! The screen library compares all cells of two frames with care for wide characters. Most rows stay from one key to the next, so what both
//! frames keep is passed over, the other cells are compared by a quicker look, and the library compares the rows that differ.

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use crate::ui::Kept;

/// Two frames of one size, each with what is kept of it when it is drawn on again.
#[derive(Debug)]
pub struct Frames {
    shown: Buffer,
    next: Buffer,
    kept_of_shown: Kept,
    kept_of_next: Kept,
    /// The rows of both that differ, packed together; kept to reuse their memory.
    before: Buffer,
    after: Buffer,
}

impl Frames {
    /// The frames of a blank screen.
    pub fn of(area: Rect) -> Self {
        let [shown, next, before, after] = [area, area, Rect::ZERO, Rect::ZERO].map(Buffer::empty);
        let [kept_of_shown, kept_of_next] = [Kept::default(), Kept::default()];
        Self { shown, next, kept_of_shown, kept_of_next, before, after }
    }

    /// The next frame, to be drawn on. It holds the last but one.
    pub fn next(&mut self) -> (&mut Buffer, &mut Kept) {
        (&mut self.next, &mut self.kept_of_next)
    }

    /// Takes the next frame as shown, and calls `write` with its cells that differ from the last one, in reading order.
    pub fn turn<T>(&mut self, write: impl FnOnce(&mut dyn Iterator<Item = (u16, u16, &Cell)>) -> T) -> T {
        let width = usize::from(self.next.area.width).max(1);
        let rows = self.shown.content.chunks(width).zip(self.next.content.chunks(width)).enumerate();
        let stays = |at: usize, shown: &[Cell], next: &[Cell]| {
            let mut from = 0;
            let same = |range: Range<usize>| match (shown.get(range.clone()), next.get(range)) {
                (Some(shown), Some(next)) => are_same(shown, next),
                _ => false,
            };
            let before = |kept: Range<usize>| same(std::mem::replace(&mut from, kept.end)..kept.start);
            self.kept_of_next.shared(&self.kept_of_shown, at).all(before) && same(from..shown.len())
        };
        let differ: Vec<usize> =
            rows.filter(|(at, (shown, next))| !stays(*at, shown, next)).map(|(at, _)| at).collect();
        let packed = Rect { height: differ.len() as u16, ..self.next.area };
        self.before.resize(packed);
        self.after.resize(packed);
        self.swap_rows(&differ, width);
        let places = |(x, y, cell)| Some((x, *differ.get(usize::from(y))? as u16, cell));
        let written = write(&mut self.before.diff_iter(&self.after).filter_map(places));
        self.swap_rows(&differ, width);
        std::mem::swap(&mut self.shown, &mut self.next);
        std::mem::swap(&mut self.kept_of_shown, &mut self.kept_of_next);
        written
    }

    /// Exchanges rows with the packed ones.
    fn swap_rows(&mut self, rows: &[usize], width: usize) {
        for (frame, packed) in [(&mut self.shown, &mut self.before), (&mut self.next, &mut self.after)] {
            for (row, packed) in rows.iter().zip(packed.content.chunks_mut(width)) {
                if let Some(row) = frame.content.get_mut(row * width..(row + 1) * width) {
                    row.swap_with_slice(packed);
                }
            }
        }
    }
}

/// Whether two rows look the same. As the library's own comparison, which calls a function for each symbol.
fn are_same(row: &[Cell], other: &[Cell]) -> bool {
    let is_same = |(cell, other): (&Cell, &Cell)| {
        let symbols = match (cell.symbol().as_bytes(), other.symbol().as_bytes()) {
            ([letter], [other]) => letter == other,
            (symbol, other) => symbol == other,
        };
        symbols
            && cell.fg == other.fg
            && cell.bg == other.bg
            && cell.underline_color == other.underline_color
            && cell.modifier == other.modifier
            && cell.diff_option == other.diff_option
    };
    row.iter().zip(other).all(is_same)
}
