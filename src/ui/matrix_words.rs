//! The bottom line of the matrix: the chosen cell in words.

use super::ink::{Phrase, cut, measure};
use super::role::Role;
use crate::app::{App, Grid, cell};
use crate::collate::share;
use crate::text::{Pair, plural, visible};

/// The fewest columns of a name that still say something (chosen).
const FEWEST: usize = 8;

/// The number of an article's words that count; all of them until that is known.
pub(super) fn words(app: &App, article: usize) -> usize {
    match app.desk.sharing.knows(article, article) {
        true => app.desk.sharing.matrix().words(article),
        false => app.desk.library.articles.get(article).map_or(0, |article| article.tokens.len()),
    }
}

/// Describes the chosen cell. If there is little room, it leaves out the numbers of words, which the row has, and then cuts the names.
pub(super) fn describe_chosen(app: &App, grid: &Grid, width: usize) -> Phrase {
    let (row, column) = cell(&app.desk, grid);
    let whole = describe_cell(app, row, column, None);
    if whole.width() <= width {
        return whole;
    }
    let short = |room: usize| describe_cell(app, row, column, Some(room));
    let room = width.saturating_sub(short(0).width()) / 2 + 1;
    let name = |at: usize| app.desk.library.articles.get(at).map_or(0, |article| measure(article.called(), width));
    // Room that one name does not need goes to the other.
    let room = room.max((room * 2).saturating_sub(name(row).min(name(column))));
    short(room)
}

/// Says a cell: whole and with its words counted, or, where there is little `room`, with names cut to it.
fn describe_cell(app: &App, row: usize, column: usize, room: Option<usize>) -> Phrase {
    let name = |at: usize| app.desk.library.articles.get(at).map_or("", |article| article.called());
    let marks = marks_around(&[name(row), name(column)]);
    let figure = |at: usize, other: usize| {
        let matrix = app.desk.sharing.matrix();
        format!("{} %", share(matrix.percent(at, other), matrix.shared(at, other)))
    };
    let quoted = |at: usize| match room {
        // The number in the table says more than a few letters.
        Some(room @ 1..FEWEST) if measure(name(at), FEWEST) > room => format!("article {}", at + 1),
        _ => quoted_in(marks, name(at), room.unwrap_or(usize::MAX)),
    };
    let counted = if room.is_none() { format!(" ({})", plural(words(app, row), "word")) } else { String::new() };
    let start = Phrase::default();
    if row == column {
        let count = plural(words(app, row), "word");
        return start.with(Role::Text, quoted(row)).with(Role::Quiet, format!(" has {count}"));
    }
    if !app.desk.sharing.knows(row, column) {
        let said = start.with(Role::Quiet, "not compared yet: ").with(Role::Text, quoted(row));
        return said.with(Role::Quiet, " in ").with(Role::Text, quoted(column));
    }
    if app.desk.sharing.matrix().is_too_short(row, column) {
        let said = start.with(Role::Text, quoted(row)).with(Role::Quiet, " and ").with(Role::Text, quoted(column));
        return said.with(Role::Quiet, ": too short to tell here; open the pair");
    }
    start
        .with(Role::Figure, figure(row, column))
        .with(Role::Quiet, " of ")
        .with(Role::Text, quoted(row))
        .with(Role::Quiet, format!("{counted} is in "))
        .with(Role::Text, quoted(column))
        .with(Role::Quiet, "; ")
        .with(Role::Figure, figure(column, row))
        .with(Role::Quiet, " the other way")
        .with(Role::Quiet, decided(app, row, column))
}

/// Quotation marks of another kind than those in the names.
fn marks_around(names: &[&str]) -> [char; 2] {
    if names.iter().any(|name| name.contains(['‘', '’'])) { ['“', '”'] } else { ['‘', '’'] }
}

/// A name in these quotation marks, cut to a room.
fn quoted_in([open, close]: [char; 2], name: &str, room: usize) -> String {
    format!("{open}{}{close}", cut(name, room))
}

/// Says what was decided about two articles as a whole; empty if nothing was.
fn decided(app: &App, one: usize, other: usize) -> String {
    let articles = &app.desk.library.articles;
    let pair = articles.get(one).zip(articles.get(other)).map(|(left, right)| Pair::new(&**left, &**right));
    let Some(ruling) = pair.and_then(|pair| app.desk.library.rulings.whole(pair)) else { return String::new() };
    let relation = ruling.relation.map_or(String::new(), |relation| format!(", {}", relation.name()));
    let who = if ruling.who.is_empty() { String::new() } else { format!(" by {}", visible(&ruling.who)) };
    format!("; decided {}{relation}{who}", ruling.verdict.name())
}
