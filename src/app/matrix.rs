//! The matrix as the reader walks it: a cell for every ordered pair of articles.

use super::app::App;
use super::comparing::compare;
use super::desk::Desk;
use super::grid::{Cells, Grid, Sorted};
use super::leaving::leave;
use super::mode::Mode;
use super::pair_places::keep_places;
use super::pair_places::return_to_pair;
use super::panes::put;
use super::shelf::list_articles;
use crate::app::keys::Action;
use crate::app::layout::Tableau;
use crate::text::Side;

/// Opens the matrix on the cell of the open pair.
pub(super) fn open_matrix(app: &mut App) {
    if !app.desk.has_pair() {
        app.desk.warn("Only one article is open; nothing to compare it with");
        return;
    }
    app.mode = Mode::Matrix(Box::default());
    let open = app.desk.row.pair();
    stand_on(app, (open.left, open.right));
    compare(&mut app.desk)
}

/// Gives the article that stands at a place in the order of the matrix.
pub fn article_in(desk: &Desk, grid: &Grid, place: usize) -> usize {
    match grid.sorted {
        Sorted::ByLikeness => desk.sharing.article_at(place),
        Sorted::AsOpened => place,
    }
}

/// Gives the articles of the chosen cell: of which it tells how much stands in which.
pub fn cell(app: &App) -> Option<(usize, usize)> {
    let Mode::Matrix(grid) = app.beneath() else { return None };
    Some((article_in(&app.desk, grid, grid.row), article_in(&app.desk, grid, grid.column)))
}

/// Takes an action while the matrix is open.
pub(super) fn in_matrix(app: &mut App, action: Action, count: Option<usize>) {
    match action {
        Action::Cancel => app.mode = Mode::Reading,
        Action::Accept => open_cell(app),
        Action::Articles => list_articles(app),
        Action::Sort => sort_otherwise(app),
        Action::NextLink => step_cells(app, count.unwrap_or(1), 1),
        Action::PreviousLink => step_cells(app, count.unwrap_or(1), -1),
        _ => walk_matrix(app, action, count),
    }
}

/// Moves to another cell, as far as there are any.
pub(super) fn walk_matrix(app: &mut App, action: Action, count: Option<usize>) {
    let tableau = tableau(&app.desk);
    let last = app.desk.library.articles.len().saturating_sub(1);
    let Mode::Matrix(grid) = &mut app.mode else { return };
    let (row, column) = (grid.row, grid.column);
    (grid.row, grid.column) = Cells { last: (last, last), rows: tableau.rows }.walked((row, column), action, count);
    if (grid.row, grid.column) == (row, column) {
        app.desk.say("Edge of the matrix");
    }
    show_cell(app);
}

/// Steps to the next cell of two articles that share something, row by row; past an end it begins again at the other.
fn step_cells(app: &mut App, times: usize, by: isize) {
    for _ in 0..times.min(app.desk.library.articles.len()) {
        let Some((to, wrapped)) = next_cell(app, by) else {
            let known = app.desk.sharing.is_ordered();
            app.desk.say(if known { "No two articles share anything" } else { "Still comparing" });
            return;
        };
        if wrapped {
            app.desk.say(if by > 0 { "Wrapped to the first pair" } else { "Wrapped to the last pair" });
        }
        if let Mode::Matrix(grid) = &mut app.mode {
            (grid.row, grid.column) = to;
        }
    }
    show_cell(app);
}

/// Finds the next cell of two articles that share something, and whether an end was passed. Costs a look at each empty row.
fn next_cell(app: &App, by: isize) -> Option<((usize, usize), bool)> {
    let Mode::Matrix(grid) = app.beneath() else { return None };
    let count = app.desk.library.articles.len();
    let place = |article: usize| match grid.sorted {
        Sorted::ByLikeness => app.desk.sharing.place_of(article),
        Sorted::AsOpened => article,
    };
    for step in 0..=count {
        let row = (grid.row as isize + by * step as isize).rem_euclid(count.max(1) as isize) as usize;
        let partners = app.desk.sharing.matrix().partners(article_in(&app.desk, grid, row));
        let columns = partners.into_iter().map(place);
        let column = match (by > 0, step) {
            (true, 0) => columns.filter(|column| *column > grid.column).min(),
            (true, _) => columns.min(),
            (false, 0) => columns.filter(|column| *column < grid.column).max(),
            (false, _) => columns.max(),
        };
        if let Some(column) = column {
            let wrapped = step > 0 && if by > 0 { row <= grid.row } else { row >= grid.row };
            return Some(((row, column), wrapped));
        }
    }
    None
}

/// Puts the pair of the chosen cell into the panes, the row's article on the left.
fn open_cell(app: &mut App) {
    let Some((left, right)) = cell(app) else { return };
    if left == right {
        app.desk.warn("That is the same article; choose another column");
        return;
    }
    app.mode = Mode::Reading;
    if (app.desk.row.pair().left, app.desk.row.pair().right) == (left, right) {
        app.desk.say("These two are already open");
        return;
    }
    leave(&mut app.desk);
    keep_places(&mut app.desk);
    put(&mut app.desk, Side::Left, left);
    put(&mut app.desk, Side::Right, right);
    return_to_pair(&mut app.desk);
}

fn sort_otherwise(app: &mut App) {
    let Some(cell) = cell(app) else { return };
    let known = app.desk.sharing.is_ordered();
    let Mode::Matrix(grid) = &mut app.mode else { return };
    grid.sorted = match grid.sorted {
        Sorted::ByLikeness => Sorted::AsOpened,
        Sorted::AsOpened => Sorted::ByLikeness,
    };
    let said = match (grid.sorted, known) {
        (Sorted::AsOpened, _) => "Sorted by opening order",
        (Sorted::ByLikeness, true) => "Sorted by similarity: families together",
        (Sorted::ByLikeness, false) => "Will sort by similarity once all are compared",
    };
    app.desk.say(said);
    stand_on(app, cell);
}

/// Stands on the cell of two articles, wherever it is now.
pub(super) fn stand_on(app: &mut App, (row, column): (usize, usize)) {
    let last = app.desk.library.articles.len().saturating_sub(1);
    let places = [row, column].map(|article| app.desk.sharing.place_of(article.min(last)));
    let Mode::Matrix(grid) = &mut app.mode else { return };
    [grid.row, grid.column] = match grid.sorted {
        Sorted::ByLikeness => places,
        Sorted::AsOpened => [row.min(last), column.min(last)],
    };
    show_cell(app);
}

/// Gives the parts of the matrix on the screen.
pub fn tableau(desk: &Desk) -> Tableau {
    Tableau::of(desk.geometry().body(), desk.library.articles.len())
}

/// Scrolls as little as brings the chosen cell into view.
pub(super) fn show_cell(app: &mut App) {
    let (tableau, count) = (tableau(&app.desk), app.desk.library.articles.len());
    let Mode::Matrix(grid) = &mut app.mode else { return };
    let shown = |first: usize, at: usize, room: usize| {
        let first = first.min(at).max((at + 1).saturating_sub(room));
        first.min(count.saturating_sub(room))
    };
    grid.first = (shown(grid.first.0, grid.row, tableau.rows), shown(grid.first.1, grid.column, tableau.columns));
}
