//! A list over the screen: rows to choose from, on one line each, or in full to compare their texts.

use crate::app::list_row;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget};

use super::ink::{Pen, Phrase, cut, framed, measure};
use super::listing_text::{MARGIN, called, fate_mark, in_full, why, why_below, wrapped};
use super::matrix::COUNTED;
use super::pane::{MOVED, symbol};
use super::role::Role;
use super::theme::Theme;
use crate::app::{App, Goal, ListRow, Listed, Listing, counted};
use crate::page::shortened;
use crate::text::plural;

/// The width from which each row says why it is listed; below that, only the chosen one does, at the bottom.
const WIDE: u16 = 110;
/// The widest list.
const WIDEST: u16 = 160;
/// Rows and columns of the border; and columns of the border with the space inside it.
const BORDER: u16 = 2;
const AROUND: u16 = 4;
/// Columns between two parts of a row.
const BETWEEN: usize = 2;
/// The most cells of the words that stay where the reason beside them is long (chosen).
const LEAST_BESIDE: usize = 28;
/// The height from which a wide list keeps rows free for a reason that is cut beside its row (chosen).
const ROOMY: u16 = 12;
/// Columns of the marks before the place.
const MARKS: usize = 5;
/// The fewest cells in which words make sense.
const FEWEST: usize = 8;
/// The most cells that are measured of a place or figure.
const MOST: usize = 60;

/// A list.
pub(super) struct ListView<'a> {
    /// The program.
    pub app: &'a App,
    /// The list.
    pub listing: &'a Listing,
    /// How it looks.
    pub theme: &'a Theme,
}

/// How wide the parts of a row are.
struct Widths {
    place: usize,
    figure: usize,
    why: usize,
}

impl Widget for ListView<'_> {
    fn render(self, body: Rect, buf: &mut Buffer) {
        let outer = outer(body);
        let around = Rect { x: outer.x.saturating_sub(1), width: outer.width + 2, ..outer };
        Clear.render(around.intersection(body).intersection(buf.area), buf);
        let title = cut(&self.title(), usize::from(outer.width.saturating_sub(BORDER)));
        framed(&title, self.theme).render(outer, buf);
        self.counted(outer, buf);
        let inner = inner(body);
        if self.listing.shown.is_empty() {
            let said = if self.is_reading() { "Reading clusters" } else { "No rows match" };
            Pen::new(buf, inner, 0).text(said, self.theme.style(Role::Quiet));
            return;
        }
        match in_full(self.listing.listed) {
            true => self.readings(inner, buf),
            false => self.lines(inner, buf),
        }
    }
}

/// The list with its border.
fn outer(body: Rect) -> Rect {
    let width = body.width.min(WIDEST);
    Rect { x: body.x + (body.width - width) / 2, width, ..body }
}

/// The part of the screen for its rows.
fn inner(body: Rect) -> Rect {
    let outer = outer(body);
    Rect {
        x: outer.x + AROUND / 2,
        y: outer.y + 1,
        width: outer.width.saturating_sub(AROUND),
        height: outer.height.saturating_sub(BORDER),
    }
}

/// The chosen row, or where the list says that it has none.
pub(super) fn list_place(view: &ListView<'_>, body: Rect) -> Position {
    let (inner, at) = (inner(body), view.listing.at);
    let row = match in_full(view.listing.listed) {
        true => (view.first_in_full(inner)..at).map(|above| view.tall(above, inner)).sum(),
        false => at.saturating_sub(view.first_line(inner)),
    };
    Position { x: inner.x, y: inner.y + (row as u16).min(inner.height.saturating_sub(1)) }
}

impl ListView<'_> {
    fn title(&self) -> String {
        let what = called(self.app, self.listing.listed);
        // The text that is compared, and what changed since a version was read, come first and do not count.
        let own = match self.listing.listed {
            Listed::Elsewhere => true,
            Listed::Versions => self.listing.rows.row(0).is_some_and(|row| matches!(row.goal, Goal::Rows(_))),
            _ => false,
        };
        let own_shown = own && self.listing.shown.first() == Some(&0);
        let left = self.listing.shown.len() - usize::from(own_shown);
        let all = self.listing.rows.len().saturating_sub(usize::from(own));
        let rows = if left == all { all.to_string() } else { format!("{left} of {all}") };
        let alone = self.listing.rows.notes();
        let notes = if left == all { alone + self.listing.rows.noted() } else { 0 };
        // A report counts what these rows are places of.
        match counted(&self.app.desk, self.listing.listed) {
            // Each row has two places, and several rows may have the first in common.
            Some(count) if left == all && self.listing.listed == Listed::Figures => format!(" {what} · {count} "),
            Some(count) if left == all => format!(" {what} · {count}, in {} ", plural(all, "place")),
            Some(_) => format!(" {what} · {left} of {} ", plural(all, "place")),
            // Rows of origins are articles and pairs, which make no sum.
            None if self.listing.listed == Listed::Origins && left == all => format!(" {what} "),
            // The synopsis counts statements instead.
            None if matches!(self.listing.listed, Listed::Unmatched | Listed::InNone) && left == all => {
                format!(" {what} · {} ", plural(all, "passage"))
            }
            None if notes > 0 => format!(" {what} · {} and {} ", all - alone, plural(notes, "note")),
            None => format!(" {what} · {rows} "),
        }
    }

    /// Says on the frame what the figures of articles count: the header counts more.
    fn counted(&self, outer: Rect, buf: &mut Buffer) {
        let room = usize::from(outer.width.saturating_sub(BORDER * 2));
        let fits = self.listing.listed == Listed::Articles && self.app.desk.library.articles.len() > 1;
        let Some(said) = fits.then(|| COUNTED.into_iter().find(|said| measure(said, room + 1) <= room)).flatten()
        else {
            return;
        };
        let line = Rect { x: outer.x + BORDER, width: outer.width.saturating_sub(BORDER * 2), ..outer };
        Pen::new(buf, line, outer.height.saturating_sub(1)).text(said, self.theme.style(Role::Quiet));
    }

    /// Whether it lists clusters of which none is known yet.
    fn is_reading(&self) -> bool {
        let of_clusters = matches!(self.listing.listed, Listed::Clusters | Listed::MergeWith);
        of_clusters && self.app.desk.curating.as_ref().is_some_and(|it| it.rows.is_empty() && it.count > 0)
    }

    /// The filtered rows from one on, each with whether it is the chosen one.
    fn from(&self, first: usize) -> impl Iterator<Item = (ListRow, bool)> {
        let shown = self.listing.shown.iter().enumerate().skip(first);
        shown.filter_map(|(at, row)| Some((list_row(&self.app.desk, self.listing, *row)?, at == self.listing.at)))
    }

    /// Writes a line for each row; if there is no room beside them, says below why the chosen one is listed.
    fn lines(&self, inner: Rect, buf: &mut Buffer) {
        let below = below(inner);
        let height = inner.height.saturating_sub(below);
        let shown: Vec<(ListRow, bool)> = self.from(self.first_line(inner)).take(usize::from(height)).collect();
        let widest = |of: fn(&ListRow) -> &str| shown.iter().map(|(row, _)| measure(of(row), MOST)).max().unwrap_or(0);
        let (place, figure) = (widest(|row| &row.place).min(usize::from(inner.width / 2)), widest(|row| &row.figure));
        let words = widest(|row| &row.words);
        let room = |words: usize| {
            usize::from(inner.width).saturating_sub(MARKS + place + figure + 2 * BETWEEN + words + BETWEEN)
        };
        let longest = shown.iter().map(|(row, _)| measure(&row.why, usize::from(WIDEST))).max().unwrap_or(0);
        // Changes are mostly short: their kinds stand beside them where there is room for all.
        let fits = self.listing.listed == Listed::Changes && words < MOST && longest <= room(words);
        let wide = inner.width >= WIDE || fits;
        let widths = Widths { place, figure, why: if wide { longest.min(room(words.min(LEAST_BESIDE))) } else { 0 } };
        let places: Vec<&str> = shown.iter().map(|(row, _)| row.place.as_str()).collect();
        for (at, (row, chosen)) in shown.iter().enumerate() {
            let row = &ListRow { place: shortened(&row.place, &places, widths.place), ..row.clone() };
            self.line(row, *chosen, &widths, Pen::new(buf, inner, at as u16));
        }
        let chosen = self.listing.chosen().filter(|_| below > 0);
        let Some(row) = chosen.and_then(|at| list_row(&self.app.desk, self.listing, at)) else { return };
        // Beside the words it may be cut.
        if wide && measure(&row.why, usize::from(WIDEST)) <= widths.why {
            return;
        }
        let cut_off =
            usize::from(inner.width) < MARKS + place + BETWEEN + figure + BETWEEN + FEWEST && !row.words.is_empty();
        let said =
            if cut_off { Phrase::default().with(Role::Text, format!("{} ", row.words)) } else { Phrase::default() };
        Pen::new(buf, inner, inner.height.saturating_sub(1)).skip(BETWEEN).phrase(&said.join(why(&row)), self.theme);
    }

    fn line(&self, row: &ListRow, chosen: bool, widths: &Widths, mut pen: Pen<'_>) {
        let theme = self.theme;
        self.marks(row, chosen, &mut pen);
        let quiet = if chosen { Role::Figure } else { Role::Quiet };
        column(&mut pen, &row.place, widths.place, theme.style(quiet));
        let missing = widths.figure.saturating_sub(measure(&row.figure, MOST));
        pen.skip(missing).text(&row.figure, theme.style(quiet)).skip(BETWEEN);
        let role = if chosen { Role::Chosen } else { Role::Choice };
        let room = pen.room();
        let words = room.saturating_sub(if widths.why > 0 { widths.why + BETWEEN } else { 0 });
        if words >= FEWEST {
            pen.quoted(&cut(&row.words, words), theme.style(role));
        }
        if widths.why > 0 {
            let written = room - pen.room();
            pen.skip((words + BETWEEN).saturating_sub(written)).text(&row.why, theme.style(Role::Quiet));
        }
    }

    /// The first of the rows on a line each, so that the chosen one is visible.
    fn first_line(&self, inner: Rect) -> usize {
        let height = usize::from(inner.height.saturating_sub(below(inner)));
        self.listing.at.saturating_sub(height.saturating_sub(1))
    }

    /// The first of the rows in full, so that the chosen one is visible.
    fn first_in_full(&self, inner: Rect) -> usize {
        let mut left = usize::from(inner.height) + 1;
        let fits = |at: &usize| {
            left = left.saturating_sub(self.tall(*at, inner));
            left > 0
        };
        let above = (0..=self.listing.at).rev().take_while(fits).count().max(1);
        (self.listing.at + 1).saturating_sub(above)
    }

    /// How many lines a row in full takes, with the blank one below it.
    fn tall(&self, at: usize, inner: Rect) -> usize {
        let width = usize::from(inner.width).saturating_sub(MARGIN);
        let row = self.listing.shown.get(at).and_then(|row| self.listing.rows.row(*row));
        row.map_or(0, |row| 2 + why_below(&row, width, BETWEEN).len() + wrapped(&row, width).len())
    }

    /// Writes for each row its place, and below it its whole text; scrolls so that the chosen one is visible.
    fn readings(&self, inner: Rect, buf: &mut Buffer) {
        let width = usize::from(inner.width).saturating_sub(MARGIN);
        let mut y = 0;
        for (row, chosen) in self.from(self.first_in_full(inner)) {
            if y >= inner.height {
                return;
            }
            let mut pen = Pen::new(buf, inner, y);
            self.marks(&row, chosen, &mut pen);
            pen.text(&row.place, self.theme.style(if chosen { Role::Chosen } else { Role::Name }));
            let below = why_below(&row, width, BETWEEN);
            if below.is_empty() {
                pen.skip(BETWEEN).text(&row.why, self.theme.style(Role::Quiet));
            }
            for line in &below {
                y += 1;
                Pen::new(buf, inner, y).skip(MARGIN).text(line, self.theme.style(Role::Quiet));
            }
            for line in wrapped(&row, width) {
                y += 1;
                Pen::new(buf, inner, y).skip(MARGIN).phrase(&line, self.theme);
            }
            y += 2;
        }
    }

    /// Marks the chosen row, and draws the gutter's marks for its class.
    fn marks(&self, row: &ListRow, chosen: bool, pen: &mut Pen<'_>) {
        pen.text(if chosen { "▸ " } else { "  " }, self.theme.style(Role::Cursor));
        if let Some((mark, role)) = row.fate.and_then(fate_mark) {
            pen.text(mark, self.theme.style(role));
            match row.moved {
                true => pen.text(MOVED, self.theme.style(Role::Moved)).skip(1),
                false => pen.skip(2),
            };
            return;
        }
        match row.class {
            Some(class) => pen.text(symbol(class), self.theme.style(Role::mark(class))),
            None => pen.skip(1),
        };
        match row.moved {
            true => pen.text(MOVED, self.theme.style(Role::Moved)).skip(1),
            false => pen.skip(2),
        };
    }
}

/// Rows at the bottom that say why the chosen row is listed, where there is no room for that beside it.
fn below(inner: Rect) -> u16 {
    let least = if inner.width >= WIDE { ROOMY } else { 4 };
    if inner.height < least { 0 } else { 2 }
}

fn column(pen: &mut Pen<'_>, words: &str, width: usize, style: Style) {
    let before = pen.room();
    pen.text(&cut(words, width), style);
    let used = before - pen.room();
    pen.skip(width.saturating_sub(used) + BETWEEN);
}
