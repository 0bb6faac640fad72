//! The matrix over the screen: how much of each article is in each other, as a number and a shade. Only what is in view is drawn.

use crate::app::{article_in, tableau};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use super::ink::{Pen, Phrase, cut, framed, measure, rect};
use super::matrix_words::words;
use super::role::Role;
use super::theme::Theme;
use crate::app::{App, Grid, Sorted, Tableau};
use crate::article::Article;
use crate::collate::share;
use crate::page::shortened;
use crate::report::origins_heading;

/// The cell of an article compared with itself.
const ITSELF: &str = "·";
/// What the figures count, the longest form first: the header of a pair counts more.
pub(super) const COUNTED: [&str; 3] = [
    " counts runs of five or more words, eight or more in all; the header also counts edited and reworded text ",
    " counts runs of five or more words, eight or more in all ",
    " counts words in runs of five or more ",
];
/// The width of the progress bar.
const BAR: usize = 12;
/// The heading above the numbers of words.
const WORDS: &str = "words";
/// The narrowest cell with room for a shade.
const SHADED: u16 = 5;
/// The least percentage of each shade, with the shade and its cell's role.
const SHADES: [(usize, &str, Role); 4] =
    [(75, "█", Role::ShadeFull), (50, "▓", Role::ShadeHigh), (25, "▒", Role::ShadeLow), (0, "░", Role::ShadeLeast)];

/// The matrix.
pub(super) struct MatrixView<'a> {
    /// The program.
    pub app: &'a App,
    /// The reader's place.
    pub grid: &'a Grid,
    /// How it looks.
    pub theme: &'a Theme,
}

impl Widget for MatrixView<'_> {
    fn render(self, body: Rect, buf: &mut Buffer) {
        Clear.render(body.intersection(buf.area), buf);
        let title = self.title(body.width);
        let left = measure(&title, usize::from(body.width)) as u16 + 2;
        framed(&title, self.theme).render(body, buf);
        self.progress(Rect { x: body.x + left, width: body.width.saturating_sub(left + 2), height: 1, ..body }, buf);
        let tableau = tableau(&self.app.desk);
        let inner = rect(tableau.inner);
        self.heads(&tableau, Pen::new(buf, inner, 0));
        let rows = self.grid.first.0..self.app.desk.library.articles.len();
        for (at, row) in rows.take(tableau.rows).enumerate() {
            let mut pen = Pen::new(buf, inner, at as u16 + 1);
            self.titles(row, &tableau, &mut pen);
            for column in self.columns(&tableau) {
                self.cell(row, column, &tableau, &mut pen);
            }
        }
        self.place(&tableau, body, buf);
    }
}

impl MatrixView<'_> {
    fn title(&self, width: u16) -> String {
        let order = match self.grid.sorted {
            Sorted::ByLikeness if self.app.desk.sharing.is_ordered() => "by similarity",
            Sorted::ByLikeness | Sorted::AsOpened => "in opening order",
        };
        let articles = &self.app.desk.library.articles;
        let short = format!(" Matrix · {} articles · {order} ", articles.len());
        let Some(origins) = self.app.desk.sharing.origins(articles) else { return short };
        let known: Vec<&Article> = articles.iter().map(|article| &**article).collect();
        let heading = origins_heading(&known, origins);
        let brief = heading.split(':').next().unwrap_or_default();
        let forms = [
            format!(" Matrix · {heading} · {order} "),
            format!(" Matrix · {heading} "),
            format!(" Matrix · {brief} · {order} "),
        ];
        let room = usize::from(width.saturating_sub(2));
        forms.into_iter().find(|form| measure(form, room + 1) <= room).unwrap_or(short)
    }

    /// Shows the progress of the comparison while it runs: as a bar, if there is room.
    fn progress(&self, row: Rect, buf: &mut Buffer) {
        let Some((done, all)) = self.app.desk.sharing.progress(self.app.desk.library.articles.len()) else { return };
        let said = match done == all {
            true => " finding origins … ".to_owned(),
            false => format!(" {done} of {all} pairs "),
        };
        let full = (done * BAR).checked_div(all).unwrap_or(0).min(BAR);
        let bar = format!("{}{} ", "█".repeat(full), "░".repeat(BAR - full));
        let room = usize::from(row.width);
        let width = measure(&said, room);
        let bar = if width + BAR < room { bar } else { String::new() };
        let before = room.saturating_sub(width + measure(&bar, room));
        let phrase = Phrase::default().with(Role::Quiet, said).with(Role::Figure, bar);
        Pen::new(buf, row, 0).skip(before).phrase(&phrase, self.theme);
    }

    /// The columns in view, as places.
    fn columns(&self, tableau: &Tableau) -> impl Iterator<Item = usize> + use<> {
        (self.grid.first.1..self.app.desk.library.articles.len()).take(tableau.columns)
    }

    /// Writes the number of each article above its column.
    fn heads(&self, tableau: &Tableau, mut pen: Pen<'_>) {
        // The heading above the articles' numbers of words, which end two cells before the first column.
        let before = usize::from(tableau.titles()).saturating_sub(WORDS.len() + 2);
        let counts = usize::from(tableau.words) >= WORDS.len();
        pen.skip(before).text(if counts { WORDS } else { "     " }, self.theme.style(Role::Quiet)).skip(2);
        for column in self.columns(tableau) {
            let role = if column == self.grid.column { Role::Chosen } else { Role::Quiet };
            let number = (article_in(&self.app.desk, self.grid, column) + 1).to_string();
            let width = usize::from(tableau.cell.min(SHADED - 1).max(tableau.number + 1));
            let rest = usize::from(tableau.cell).saturating_sub(width);
            pen.skip(width.saturating_sub(number.len())).text(&number, self.theme.style(role)).skip(rest);
        }
    }

    /// Writes the row's article: its number, name, source, and how many of its words count.
    fn titles(&self, row: usize, tableau: &Tableau, pen: &mut Pen<'_>) {
        let at = article_in(&self.app.desk, self.grid, row);
        let Some(article) = self.app.desk.library.articles.get(at) else { return };
        let pair = self.app.desk.row.pair();
        let open = pair.left == at || pair.right == at;
        let (chosen, theme) = (row == self.grid.row, self.theme);
        let name = match (chosen, open) {
            (true, _) => Role::Chosen,
            (_, true) => Role::NameNow,
            _ => Role::Name,
        };
        let number = usize::from(tableau.number);
        pen.text(&format!("{:>number$} ", at + 1), theme.style(if chosen { Role::Chosen } else { Role::Quiet }))
            .skip(1);
        let rows = (self.grid.first.0..).take(tableau.rows).map(|row| article_in(&self.app.desk, self.grid, row));
        let others: Vec<&str> =
            rows.filter_map(|at| self.app.desk.library.articles.get(at)).map(|article| article.called()).collect();
        let shown = shortened(article.called(), &others, usize::from(tableau.name));
        column(pen, &shown, tableau.name, theme.style(name));
        column(pen, article.known_source().unwrap_or_default(), tableau.source, theme.style(Role::Quiet));
        let words = format!("{:>1$}", words(self.app, at), usize::from(tableau.words));
        column(pen, &words, tableau.words, theme.style(Role::Quiet));
    }

    fn cell(&self, row: usize, column: usize, tableau: &Tableau, pen: &mut Pen<'_>) {
        let (app, theme) = (self.app, self.theme);
        let articles = (article_in(&app.desk, self.grid, row), article_in(&app.desk, self.grid, column));
        let chosen = (row, column) == (self.grid.row, self.grid.column);
        let (number, shade, role) = figure(app, articles.0, articles.1);
        let wide = usize::from(tableau.cell.min(SHADED - 1).max(tableau.number + 1));
        let rest = usize::from(tableau.cell) - wide;
        let shade = if tableau.cell >= SHADED && rest > 0 { shade } else { "" };
        let air = wide.saturating_sub(measure(&number, wide) + 1);
        let role = if chosen { Role::Chosen } else { role };
        let mark = if chosen { "▸" } else { " " };
        let style = theme.style(role);
        pen.text(mark, style).text(&" ".repeat(air), style).text(&number, style);
        // The shade is drawn on the plain background, so that a full one is not a hole in the cell's tint.
        pen.text(shade, theme.style(Role::VerbatimMark)).skip(rest - rest.min(measure(shade, 1)));
    }

    /// Writes into the lower border which part of the matrix is in view, if not all is.
    fn place(&self, tableau: &Tableau, body: Rect, buf: &mut Buffer) {
        let all = self.app.desk.library.articles.len();
        let part = |what: &str, first: usize, room: usize| {
            let last = (first + room).min(all);
            (room < all).then(|| format!("{what} {} to {last}", first + 1))
        };
        let line = Rect { x: body.x + 2, width: body.width.saturating_sub(4), ..body };
        let bottom = body.height.saturating_sub(1);
        let room = usize::from(line.width);
        let whole = all <= tableau.rows && all <= tableau.columns;
        let forms = COUNTED.iter().skip(usize::from(!whole));
        let counted = forms.into_iter().find(|said| measure(said, room + 1) <= if whole { room } else { room / 2 });
        if let Some(counted) = counted {
            Pen::new(buf, line, bottom).text(counted, self.theme.style(Role::Quiet));
        }
        let (row, column) = self.grid.first;
        let parts: Vec<String> =
            part("rows", row, tableau.rows).into_iter().chain(part("columns", column, tableau.columns)).collect();
        if parts.is_empty() {
            return;
        }
        let said = format!(" {} of {all} ", parts.join(", "));
        let before = usize::from(line.width).saturating_sub(measure(&said, usize::from(line.width)));
        Pen::new(buf, line, bottom).skip(before).text(&said, self.theme.style(Role::Quiet));
    }
}

/// Writes words into a column of this width and moves on; does nothing for a width of 0.
fn column(pen: &mut Pen<'_>, words: &str, width: u16, style: ratatui::style::Style) {
    let width = usize::from(width);
    if width == 0 {
        return;
    }
    let before = pen.room();
    pen.text(&cut(words, width), style);
    let used = before - pen.room();
    pen.skip((width + 2).saturating_sub(used));
}

/// The figure of two articles with its shade and its role; empty until it is known.
fn figure(app: &App, article: usize, other: usize) -> (String, &'static str, Role) {
    if article == other {
        return (ITSELF.to_owned(), " ", Role::Quiet);
    }
    if !app.desk.sharing.knows(article, other) {
        return (String::new(), " ", Role::Quiet);
    }
    let matrix = app.desk.sharing.matrix();
    let (percent, shared) = (matrix.percent(article, other), matrix.shared(article, other));
    if matrix.is_too_short(article, other) {
        return ("?".to_owned(), " ", Role::Frame);
    }
    if shared == 0 {
        return ("0".to_owned(), " ", Role::Frame);
    }
    let shade = SHADES.iter().find(|(least, ..)| percent >= *least);
    let (shade, role) = shade.map_or((" ", Role::Text), |(_, shade, role)| (*shade, *role));
    (share(percent, shared), shade, role)
}
