//! The synopsis over the screen: statements in the words of the base, with a column for each article. Only what is in view is drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

use super::ink::{Pen, Phrase, cut, measure, rect};
use super::pane::DONE;
use super::role::Role;
use super::story_cell::{describe_cell, marked, word_row};
use super::story_names::{outlets, short_names};
use super::theme::Theme;
use crate::app::{
    App, StoryFrame, StoryGrid, StoryLine, StorySort, is_statement_reviewed, note_on_statement, story_frame,
};
use crate::collate::{StoryRow, Synopsis};
use crate::facts::ChangeKind;
use crate::page::NOTED;
use crate::report::differing_facts;
use crate::text::plural;

/// The width of the progress bar.
const BAR: usize = 12;
/// The most articles that a fold names.
const NAMED: usize = 8;

/// The synopsis.
pub(super) struct SynopsisView<'a> {
    /// The program.
    pub app: &'a App,
    /// The reader's place.
    pub grid: &'a StoryGrid,
    /// How it looks.
    pub theme: &'a Theme,
}

/// Rows of the synopsis that are folded to one.
struct FoldedRows<'a> {
    first: &'a StoryRow,
    count: usize,
}

impl Widget for SynopsisView<'_> {
    fn render(self, body: Rect, buf: &mut Buffer) {
        Clear.render(body.intersection(buf.area), buf);
        let frame = story_frame(&self.app.desk);
        let inner = rect(frame.inner);
        let synopsis = self.app.desk.synopsis();
        Pen::new(buf, inner, 0).phrase(&self.title(synopsis, usize::from(inner.width)), self.theme);
        let Some(synopsis) = synopsis else {
            Pen::new(buf, inner, 2).phrase(&self.progress(), self.theme);
            return;
        };
        self.heads(&frame, Pen::new(buf, inner, 1));
        if frame.named {
            self.names(&frame, Pen::new(buf, inner, 2));
        }
        if self.grid.lines.is_empty() {
            Pen::new(buf, inner, 4).text("No statements match; Esc shows all", self.theme.style(Role::Quiet));
        }
        for (at, line) in self.grid.lines.iter().enumerate().skip(self.grid.first.0).take(frame.rows) {
            let mut pen = Pen::new(buf, inner, (at - self.grid.first.0) as u16 + above(&frame));
            let chosen = at == self.grid.row;
            match *line {
                StoryLine::Row(row) => {
                    if let Some(row) = synopsis.rows.get(row) {
                        self.statement(row, chosen, &frame, &mut pen);
                    }
                }
                StoryLine::Fold(first, count) => {
                    if let Some(row) = synopsis.rows.get(first) {
                        self.fold(FoldedRows { first: row, count }, chosen, &frame, &mut pen);
                    }
                }
            }
        }
        self.below(&frame, inner, buf);
    }
}

/// Rows above the first statement.
fn above(frame: &StoryFrame) -> u16 {
    2 + u16::from(frame.named)
}

/// Where the chosen statement begins, behind its mark; the end of the words being typed; or the title, if there is no statement.
pub(super) fn synopsis_place(view: &SynopsisView<'_>) -> Position {
    let (frame, grid) = (story_frame(&view.app.desk), view.grid);
    let (x, y) = (frame.inner.x, frame.inner.y);
    if grid.typing {
        let typed = view.shown(view.app.desk.synopsis()).width().saturating_sub(1);
        return Position { x: x + (typed as u16).min(frame.inner.width.saturating_sub(1)), y };
    }
    let row = grid.row.checked_sub(grid.first.0).filter(|row| *row < frame.rows && grid.row < grid.lines.len());
    row.map_or(Position { x, y }, |row| Position { x: x + 1, y: y + above(&frame) + row as u16 })
}

impl SynopsisView<'_> {
    /// Says which statements are shown, with the words being typed at the end.
    fn shown(&self, synopsis: Option<&Synopsis>) -> Phrase {
        let (Some(_), grid) = (synopsis, self.grid) else { return Phrase::default().with(Role::Title, "Synopsis") };
        let order = match grid.sorted {
            StorySort::Story => "",
            StorySort::Carriers => " · most articles first",
            StorySort::Base => " · order of the base",
        };
        let shown = grid.sieve.describe(grid.column + 1);
        let mut said = Phrase::default().with(Role::Title, format!("Synopsis · {shown}{order}"));
        if grid.typing || !grid.words.text().is_empty() {
            let cursor = if grid.typing { "▏" } else { "" };
            said.push(Role::Key, format!(" · /{}{cursor}", grid.words.text()));
        }
        said
    }

    /// Says which statements are shown and, as far as it fits, how many articles have how many.
    fn title(&self, synopsis: Option<&Synopsis>, width: usize) -> Phrase {
        let mut said = self.shown(synopsis);
        let Some(synopsis) = synopsis else { return said };
        let all = synopsis.articles();
        if self.app.desk.narrating.is_awaited() {
            said.push(Role::Warning, " · updating …");
        }
        let mut figures = vec![
            plural(synopsis.rows.len(), "statement"),
            differing_facts(synopsis),
            format!("unmatched: {}", synopsis.told_by(1)),
            format!("in all {}: {}", all, synopsis.told_by(all)),
        ];
        if all > 2 {
            figures.push(format!("in {}: {}", all - 1, synopsis.told_by(all - 1)));
        }
        let weak = synopsis.weakly_told();
        figures.extend((weak > 0 && all > 1).then(|| format!("a weak match only: {weak}")));
        // The least telling ones come last and give way first.
        while said.width() + measure(&figures.join(" · "), width) + 2 > width && figures.pop().is_some() {}
        let right = figures.join(" · ");
        let air = width.saturating_sub(said.width() + measure(&right, width));
        said.with(Role::Quiet, " ".repeat(air)).with(Role::Figure, right)
    }

    /// Shows the progress, as a bar.
    fn progress(&self) -> Phrase {
        if self.app.desk.library.is_reading() {
            return Phrase::default().with(Role::Quiet, "reading …");
        }
        let Some((done, all)) = self.app.desk.narrating.progress.filter(|(_, all)| *all > 0) else {
            return Phrase::default().with(Role::Quiet, "grouping statements …");
        };
        let full = (done * BAR).checked_div(all).unwrap_or(0).min(BAR);
        let bar = format!("{}{}", "█".repeat(full), "░".repeat(BAR - full));
        Phrase::default().with(Role::Figure, bar).with(Role::Quiet, format!(" {done} of {all} pairs compared closely"))
    }

    /// The articles in view.
    fn columns(&self, frame: &StoryFrame) -> impl Iterator<Item = usize> + use<> {
        (self.grid.first.1..self.app.desk.library.articles.len()).take(frame.columns)
    }

    /// Writes the number of each article above its column, and before them whose wording is shown.
    fn heads(&self, frame: &StoryFrame, mut pen: Pen<'_>) {
        let name = |at: usize| self.app.desk.library.articles.get(at).map_or("", |article| article.called());
        let room = usize::from(frame.words + frame.odds);
        // A name that is cut tells nothing; the number is over its column, too.
        let (base, name) = (self.grid.base + 1, name(self.grid.base));
        let all =
            [format!(" in the words of {base}, else of another: {name}"), format!(" in the words of {base}: {name}")];
        let fits = |told: &&String| measure(told, room) < room;
        let short = format!(" in the words of {base}, else of another");
        let told = cut(all.iter().find(fits).unwrap_or(&short), room.saturating_sub(1));
        pen.text(&told, self.theme.style(Role::Quiet)).skip(room - measure(&told, room));
        for column in self.columns(frame) {
            let role = match column {
                _ if column == self.grid.column => Role::Chosen,
                _ if column == self.grid.base => Role::NameNow,
                _ => Role::Quiet,
            };
            let number = (column + 1).to_string();
            let rest = usize::from(frame.cell).saturating_sub(number.len());
            pen.text(&number, self.theme.style(role)).skip(rest);
        }
    }

    /// Writes the short names of the articles below their numbers.
    fn names(&self, frame: &StoryFrame, mut pen: Pen<'_>) {
        let room = usize::from(frame.cell).saturating_sub(1);
        let short = short_names(&outlets(&self.app.desk.library.articles), room);
        pen.skip(usize::from(frame.words + frame.odds));
        for column in self.columns(frame) {
            let role = if column == self.grid.column { Role::Text } else { Role::Quiet };
            let name = short.get(column).map_or("", String::as_str);
            pen.quoted(name, self.theme.style(role)).skip((room + 1).saturating_sub(measure(name, room + 1)));
        }
    }

    fn statement(&self, row: &StoryRow, chosen: bool, frame: &StoryFrame, pen: &mut Pen<'_>) {
        let role = if chosen { Role::Chosen } else { Role::Text };
        let words = usize::from(frame.words);
        let kept = self.kept(row);
        let room = words.saturating_sub(if kept.is_some() { 4 } else { 2 });
        let said = cut(&word_row(&self.app.desk, row, self.grid.base), room);
        pen.text(if chosen { "▸" } else { " " }, self.theme.style(Role::Cursor));
        pen.quoted(&said, self.theme.style(role));
        let air = |room: usize| room.saturating_sub(measure(&said, words));
        match kept {
            Some(sign) => pen.skip(air(words - 3)).text(sign, self.theme.style(Role::Figure)).skip(1),
            None => pen.skip(air(words - 1)),
        };
        let odds: String = row.odds.each().map(ChangeKind::mark).collect();
        pen.text(&odds, self.theme.style(Role::Warning));
        pen.skip(usize::from(frame.odds).saturating_sub(measure(&odds, 8)));
        for column in self.columns(frame) {
            let (mark, role) = marked(&self.app.desk, row, self.grid.base, column);
            let here = chosen && column == self.grid.column;
            let cell = usize::from(frame.cell);
            // Without colour, the sign after it shows which cell is chosen.
            let shown = if here { format!("{mark}‹") } else { mark };
            let role = if here { Role::Chosen } else { role };
            let shown = cut(&shown, cell);
            pen.text(&shown, self.theme.style(role)).skip(cell - measure(&shown, cell).min(cell));
        }
    }

    /// The sign of what the reader has kept of a statement: that it is reviewed, a note, or both.
    fn kept(&self, row: &StoryRow) -> Option<&'static str> {
        let desk = &self.app.desk;
        match (is_statement_reviewed(desk, row), note_on_statement(desk, row, self.grid.base).is_some()) {
            (true, true) => Some("‡"),
            (true, false) => Some(DONE),
            (false, true) => Some(NOTED),
            (false, false) => None,
        }
    }

    fn fold(&self, folded: FoldedRows<'_>, chosen: bool, frame: &StoryFrame, pen: &mut Pen<'_>) {
        let FoldedRows { first: row, count } = folded;
        let numbers: Vec<String> = row.cells.iter().map(|cell| (cell.place.article + 1).to_string()).collect();
        let told = match numbers.as_slice() {
            [only] => format!("⋯ {count} unmatched in {only}"),
            some if some.len() <= NAMED => format!("⋯ {count} statements in {}", some.join(" ")),
            some => format!("⋯ {count} statements in the same {}", some.len()),
        };
        let words = usize::from(frame.words + frame.odds);
        let said = cut(&told, words.saturating_sub(2));
        pen.text(if chosen { "▸" } else { " " }, self.theme.style(Role::Cursor));
        pen.text(&said, self.theme.style(if chosen { Role::Chosen } else { Role::Hidden }));
        pen.skip((words - 1).saturating_sub(measure(&said, words)));
        for column in self.columns(frame) {
            let told = if row.cell(column).is_some() { "⋯" } else { "·" };
            pen.text(told, self.theme.style(Role::Hidden)).skip(usize::from(frame.cell) - 1);
        }
    }

    /// Compares the chosen cell with the base: both sentences, one above the other, and what differs.
    fn below(&self, frame: &StoryFrame, inner: Rect, buf: &mut Buffer) {
        if frame.below == 0 {
            return;
        }
        let top = inner.height.saturating_sub(frame.below);
        let line = "─".repeat(usize::from(inner.width));
        Pen::new(buf, inner, top).text(&line, self.theme.style(Role::Frame));
        let said = describe_cell(&self.app.desk, self.grid, usize::from(inner.width));
        for (at, phrase) in said.iter().take(usize::from(frame.below) - 1).enumerate() {
            Pen::new(buf, inner, top + 1 + at as u16).phrase(phrase, self.theme);
        }
    }
}
