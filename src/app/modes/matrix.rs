//! The matrix as the reader moves in it: a cell for each ordered pair of articles.

use super::grid::{Cells, Grid, Sorted};
use super::mode::Mode;
use super::shelf::list_articles;
use super::sources::list;
use super::turn::Turn;
use crate::app::desk::comparing::compare;
use crate::app::desk::desk::Desk;
use crate::app::desk::leaving::leave;
use crate::app::desk::pair_places::keep_places;
use crate::app::desk::pair_places::return_to_pair;
use crate::app::desk::panes::{opened, put};
use crate::app::jobs::Listed;
use crate::app::keys::Action;
use crate::app::layout::{PaneIx, Tableau};
use crate::text::{Pair, Side};

/// Opens the matrix on the cell of the open pair.
pub(in crate::app) fn open_matrix(desk: &mut Desk) -> Turn {
    if !desk.has_pair() {
        desk.warn("Only one article is open; nothing to compare it with");
        return Turn::Stay;
    }
    let mut grid = Grid::default();
    let open = desk.row.pair();
    stand_on(&mut grid, desk, open.left, open.right);
    compare(desk);
    Turn::Open(Mode::Matrix(Box::new(grid)))
}

/// The article at a place in the order of the matrix.
pub fn article_in(desk: &Desk, grid: &Grid, place: usize) -> usize {
    match grid.sorted {
        Sorted::ByLikeness => desk.sharing.article_at(place),
        Sorted::AsOpened => place,
    }
}

/// The articles of the chosen cell: how much of the first is in the second.
pub fn cell(desk: &Desk, grid: &Grid) -> (usize, usize) {
    (article_in(desk, grid, grid.row), article_in(desk, grid, grid.column))
}

/// Takes an action while the matrix is open.
pub(in crate::app) fn in_matrix(grid: &mut Grid, desk: &mut Desk, action: Action, count: Option<usize>) -> Turn {
    match action {
        Action::Cancel => return Turn::Close,
        Action::Accept => return open_cell(grid, desk),
        Action::Articles => return list_articles(desk),
        Action::Origins => return list(desk, Listed::Origins),
        Action::Sort => sort_otherwise(grid, desk),
        Action::NextLink => step_cells(grid, desk, count.unwrap_or(1), 1),
        Action::PreviousLink => step_cells(grid, desk, count.unwrap_or(1), -1),
        _ => walk_matrix(grid, desk, action, count),
    }
    Turn::Stay
}

/// Moves to another cell, as far as there are any.
pub(in crate::app) fn walk_matrix(grid: &mut Grid, desk: &mut Desk, action: Action, count: Option<usize>) {
    let last = desk.library.articles.len().saturating_sub(1);
    let (row, column) = (grid.row, grid.column);
    let cells = Cells { last: (last, last), rows: tableau(desk).rows };
    (grid.row, grid.column) = cells.walked(row, column, action, count);
    if (grid.row, grid.column) == (row, column) {
        desk.say("Edge of the matrix");
    }
    show_cell(grid, desk);
}

/// Steps to the next cell of two articles that share something, row by row; wraps at the ends.
fn step_cells(grid: &mut Grid, desk: &mut Desk, times: usize, by: isize) {
    for _ in 0..times.min(desk.library.articles.len()) {
        let Some((to, wrapped)) = next_cell(grid, desk, by) else {
            let known = desk.sharing.is_ordered();
            desk.say(if known { "Found no text shared by two articles" } else { "Still comparing" });
            return;
        };
        if wrapped {
            desk.say_wrapped();
        }
        (grid.row, grid.column) = to;
    }
    show_cell(grid, desk);
}

/// Finds the next cell of two articles that share something, and whether it wrapped. Costs a look at each empty row.
fn next_cell(grid: &Grid, desk: &Desk, by: isize) -> Option<((usize, usize), bool)> {
    let count = desk.library.articles.len();
    let place = |article: usize| match grid.sorted {
        Sorted::ByLikeness => desk.sharing.place_of(article),
        Sorted::AsOpened => article,
    };
    for step in 0..=count {
        let row = (grid.row as isize + by * step as isize).rem_euclid(count.max(1) as isize) as usize;
        let partners = desk.sharing.matrix().partners(article_in(desk, grid, row));
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

/// Opens the pair of the chosen cell, the row's article on the left.
fn open_cell(grid: &Grid, desk: &mut Desk) -> Turn {
    let (left, right) = cell(desk, grid);
    if left == right {
        desk.warn("That is the same article; choose another column");
        return Turn::Stay;
    }
    if (desk.row.pair().left, desk.row.pair().right) == (left, right) {
        desk.say("These two are already open");
        return Turn::Close;
    }
    leave(desk);
    keep_places(desk);
    match desk.row.base() {
        Some(base) => put_beside_base(desk, base, Pair::new(left, right)),
        None => {
            put(desk, Side::Left, left);
            put(desk, Side::Right, right);
        }
    }
    return_to_pair(desk);
    Turn::Close
}

/// Puts two articles beside the base, which stays where it is: both are compared with it.
fn put_beside_base(desk: &mut Desk, base: PaneIx, articles: Pair<usize>) {
    let held = desk.row.get(base).map(|pane| pane.article);
    let Some(last) = Side::BOTH.into_iter().rev().map(|side| articles[side]).find(|article| Some(*article) != held)
    else {
        return;
    };
    put(desk, desk.row.side(base).other(), last);
    let first = articles.left;
    if Some(first) == held || first == last {
        return;
    }
    let free = desk.row.places().find(|place| desk.row.out(*place) > 0);
    if let Some(place) = free.filter(|_| !desk.row.articles().contains(&first)) {
        let pane = opened(desk, first);
        desk.row.set(place, pane);
    }
    let (number, key) = (held.map_or(0, |held| held + 1), desk.key(Action::Base));
    desk.say(format!("Both are compared with {number}, the base; {key} there ends that"));
}

fn sort_otherwise(grid: &mut Grid, desk: &mut Desk) {
    let (row, column) = cell(desk, grid);
    grid.sorted = match grid.sorted {
        Sorted::ByLikeness => Sorted::AsOpened,
        Sorted::AsOpened => Sorted::ByLikeness,
    };
    let said = match (grid.sorted, desk.sharing.is_ordered()) {
        (Sorted::AsOpened, _) => "Sorted by opening order",
        (Sorted::ByLikeness, true) => "Sorted by similarity: families together",
        (Sorted::ByLikeness, false) => "Will sort by similarity once all are compared",
    };
    desk.say(said);
    stand_on(grid, desk, row, column);
}

/// Chooses the cell of two articles, wherever it is now.
pub(in crate::app) fn stand_on(grid: &mut Grid, desk: &Desk, row: usize, column: usize) {
    let last = desk.library.articles.len().saturating_sub(1);
    [grid.row, grid.column] = match grid.sorted {
        Sorted::ByLikeness => [row, column].map(|article| desk.sharing.place_of(article.min(last))),
        Sorted::AsOpened => [row.min(last), column.min(last)],
    };
    show_cell(grid, desk);
}

/// The parts of the matrix on the screen.
pub fn tableau(desk: &Desk) -> Tableau {
    Tableau::of(desk.geometry().body(), desk.library.articles.len())
}

/// Scrolls just enough to bring the chosen cell into view.
pub(in crate::app) fn show_cell(grid: &mut Grid, desk: &Desk) {
    let (tableau, count) = (tableau(desk), desk.library.articles.len());
    let shown = |first: usize, at: usize, room: usize| {
        let first = first.min(at).max((at + 1).saturating_sub(room));
        first.min(count.saturating_sub(room))
    };
    grid.first = (shown(grid.first.0, grid.row, tableau.rows), shown(grid.first.1, grid.column, tableau.columns));
}
