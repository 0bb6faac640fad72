//! The help: all keys, over the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Clear, Widget};

use super::ink::{Pen, rows};
use super::theme::{Role, Theme};
use crate::app::{Binding, HelpRow, help, said, written};

/// Columns of a help text; where the screen has room for two, it gets two.
const COLUMN: u16 = 72;
/// Columns for the keys.
const KEYS: u16 = 18;

/// The help.
pub(super) struct HelpView<'a> {
    /// The first row, as an index into [`help`].
    pub row: usize,
    /// How it looks.
    pub theme: &'a Theme,
}

/// A row as it is written.
enum Written {
    Blank,
    Heading(&'static str),
    Keys(String, String),
}

impl Widget for HelpView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let columns = if area.width >= COLUMN * 2 + 8 { 2 } else { 1 };
        let width = area.width.min(COLUMN * columns + 6);
        let column = width.saturating_sub(4 + 2 * (columns - 1)) / columns;
        let (all, starts) = lay(usize::from(column));
        let tall = usize::from(area.height.saturating_sub(2));
        let parts = parted(&all, columns);
        let needed = parts.iter().map(|part| part.len()).max().unwrap_or(0);
        let height = area.height.min(needed as u16 + 2);
        let last = needed.saturating_sub(tall);
        let from = starts.get(self.row).copied().unwrap_or(0).min(last);
        let outer = area.centered(width.into(), height.into());
        let around = Rect { x: outer.x.saturating_sub(1), width: outer.width + 2, ..outer };
        Clear.render(around.intersection(area).intersection(buf.area), buf);
        let title = if last == 0 { " Keys · Esc leaves " } else { " Keys · j k scroll · Esc leaves " };
        let frame = Block::bordered().border_style(self.theme.style(Role::Frame));
        frame.title(title).title_style(self.theme.style(Role::Title)).render(outer, buf);
        for (at, part) in parts.into_iter().enumerate() {
            let x = outer.x + 2 + at as u16 * (column + 2);
            let inner = Rect { x, y: outer.y + 1, width: column, height: outer.height.saturating_sub(2) };
            for (row, written) in part.iter().skip(from).take(inner.height.into()).enumerate() {
                self.write(written, Pen::new(buf, inner, row as u16));
            }
        }
    }
}

impl HelpView<'_> {
    fn write(&self, row: &Written, mut pen: Pen<'_>) {
        match row {
            Written::Blank => {}
            Written::Heading(title) => {
                pen.text(title, self.theme.style(Role::Title));
            }
            Written::Keys(keys, help) => {
                let room = pen.room();
                pen.text(keys, self.theme.style(Role::Key));
                let used = room - pen.room();
                pen.skip(keys_width(room).saturating_sub(used)).text(help, self.theme.style(Role::Text));
            }
        }
    }
}

/// Parts the help into columns, between chapters.
fn parted(all: &[Written], columns: u16) -> Vec<&[Written]> {
    let blanks = all.iter().enumerate().filter(|(_, row)| matches!(row, Written::Blank)).map(|(at, _)| at);
    match blanks.min_by_key(|at| at.abs_diff(all.len() / 2)).filter(|_| columns > 1).map(|at| all.split_at(at)) {
        Some((left, right)) => vec![left, right.get(1..).unwrap_or_default()],
        None => vec![all],
    }
}

/// Lays the help out for a column; gives its rows, and for each row of [`help`] the one at which it begins.
fn lay(width: usize) -> (Vec<Written>, Vec<usize>) {
    let (mut all, mut starts) = (Vec::new(), Vec::new());
    for row in help() {
        match row {
            HelpRow::Heading(group) => {
                if !all.is_empty() {
                    all.push(Written::Blank);
                }
                starts.push(all.len());
                all.push(Written::Heading(group.title()));
            }
            HelpRow::Binding(binding) => {
                starts.push(all.len());
                all.extend(binding_rows(binding, width));
            }
        }
    }
    (all, starts)
}

fn binding_rows(binding: &Binding, width: usize) -> Vec<Written> {
    let cells = keys_width(width);
    let mut keys = rows(&written(binding, ""), cells.saturating_sub(1)).into_iter();
    let mut text = rows(&said(binding).replace('`', ""), width.saturating_sub(cells)).into_iter();
    let mut both = Vec::new();
    loop {
        match (keys.next(), text.next()) {
            (None, None) => return both,
            (keys, text) => both.push(Written::Keys(keys.unwrap_or_default(), text.unwrap_or_default())),
        }
    }
}

fn keys_width(width: usize) -> usize {
    usize::from(KEYS).min(width / 3)
}
