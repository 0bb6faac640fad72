//! The help: all keys, over the screen.

use crate::app::{help_filter, help_sheet};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

use super::ink::{Pen, framed, rect};
use super::role::Role;
use super::theme::Theme;
use crate::app::{Action, App, HelpLine, HelpSheet, Phase};
use crate::text::visible;

/// Columns between two columns of the help.
const BETWEEN: u16 = 2;
/// Columns of the borders and the space inside them, both sides together; and of the borders alone.
const AROUND: u16 = 4;
const BORDER: u16 = 2;

/// The help.
pub(super) struct HelpView<'a> {
    /// The program.
    pub app: &'a App,
    /// The first row shown.
    pub row: usize,
    /// How it looks.
    pub theme: &'a Theme,
}

impl Widget for HelpView<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let sheet = &help_sheet(self.app);
        let outer = outer(sheet, area);
        let around = Rect { x: outer.x.saturating_sub(1), width: outer.width + 2, ..outer };
        Clear.render(around.intersection(area).intersection(buf.area), buf);
        let title = self.title(sheet);
        framed(&title, self.theme).render(outer, buf);
        for (at, lines) in sheet.columns.iter().enumerate() {
            let x = outer.x + AROUND / 2 + at as u16 * (sheet.width + BETWEEN);
            let inner = Rect { x, y: outer.y + 1, width: sheet.width, height: outer.height.saturating_sub(BORDER) };
            let shown = lines.iter().skip(self.row.min(sheet.last)).take(inner.height.into());
            for (row, line) in shown.enumerate() {
                self.write(line, sheet.keys, Pen::new(buf, inner, row as u16));
            }
        }
    }
}

/// The help with its border.
fn outer(sheet: &HelpSheet, area: Rect) -> Rect {
    let columns = sheet.columns.len() as u16;
    let width = area.width.min(columns * sheet.width + columns.saturating_sub(1) * BETWEEN + AROUND);
    let rows = sheet.columns.iter().map(Vec::len).max().unwrap_or(0) as u16;
    area.centered(width.into(), area.height.min(rows + BORDER).into())
}

/// Where the first row of the help begins.
pub(super) fn help_place(app: &App) -> Position {
    let outer = outer(&help_sheet(app), rect(app.desk.geometry().body()));
    Position { x: outer.x + AROUND / 2, y: outer.y + BORDER / 2 }
}

impl HelpView<'_> {
    fn title(&self, sheet: &HelpSheet) -> String {
        let key = |action| self.app.desk.settings.keymap.key(Phase::Helping, action);
        let filter = help_filter(self.app).trim();
        if self.app.phase() == Phase::Prompting {
            return " Help ".to_owned();
        }
        let scroll = match sheet.last {
            0 => String::new(),
            _ => format!(" · {} {} scroll", key(Action::Down), key(Action::Up)),
        };
        match filter {
            "" => format!(" Help{scroll} · {} closes ", key(Action::Cancel)),
            filter => format!(" Help: “{}”{scroll} · {} shows all ", visible(filter), key(Action::Cancel)),
        }
    }

    fn write(&self, line: &HelpLine, cells: usize, mut pen: Pen<'_>) {
        match line {
            HelpLine::Blank => {}
            HelpLine::Heading(title) => {
                pen.text(title, self.theme.style(Role::Title));
            }
            HelpLine::Keys(keys, help) => {
                let room = pen.room();
                pen.text(keys, self.theme.style(Role::Key));
                let used = room - pen.room();
                pen.skip(cells.saturating_sub(used)).text(help, self.theme.style(Role::Text));
            }
        }
    }
}
