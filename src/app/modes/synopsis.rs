//! The synopsis as the reader moves in it: a line for each statement, a column for each article.

use super::grid::Cells;
use super::mode::Mode;
use super::turn::Turn;
use crate::app::desk::desk::Desk;
use crate::app::desk::narrate::narrate;
use crate::app::desk::story_grid::{StoryGrid, StoryLine};
use crate::app::keys::Action;
use crate::app::layout::StoryFrame;
use crate::collate::{Place, StoryRow};

/// Opens the synopsis on the cell where it was closed.
pub(in crate::app) fn open_synopsis(desk: &mut Desk) -> Turn {
    desk.narrating.goes_back = false;
    if !desk.has_pair() {
        desk.warn("Only one article is open; nothing to compare it with");
        return Turn::Stay;
    }
    let column = desk.focused().article;
    let left = desk.narrating.left.take();
    let fresh = left.is_none();
    let mut grid = left.unwrap_or_else(|| Box::new(StoryGrid { column, ..StoryGrid::default() }));
    if fresh {
        start_from_the_fullest(&mut grid, desk);
    }
    list_anew(&mut grid, desk);
    narrate(desk);
    Turn::Open(Mode::Synopsis(grid))
}

/// Makes the article with the most statements the base.
pub(in crate::app) fn start_from_the_fullest(grid: &mut StoryGrid, desk: &Desk) {
    if let Some(synopsis) = desk.synopsis() {
        grid.base = synopsis.fullest();
    }
}

/// Moves to another cell, as far as there are any.
pub(in crate::app) fn walk_synopsis(grid: &mut StoryGrid, desk: &mut Desk, action: Action, count: Option<usize>) {
    let frame = story_frame(desk);
    let last_column = desk.library.articles.len().saturating_sub(1);
    let last = grid.lines.len().saturating_sub(1);
    let (row, column) = (grid.row, grid.column);
    let cells = Cells { last: (last, last_column), rows: frame.rows };
    (grid.row, grid.column) = cells.walked(row, column, action, count);
    if (grid.row, grid.column) == (row, column) {
        desk.say("Edge of the synopsis");
    }
    let relists = grid.column != column && grid.sieve.is_of_an_article();
    if relists { list_anew(grid, desk) } else { show_line(grid, desk) }
}

/// Rebuilds the lines.
pub(in crate::app) fn list_anew(grid: &mut StoryGrid, desk: &Desk) {
    let articles = &desk.library.articles;
    grid.column = grid.column.min(articles.len().saturating_sub(1));
    grid.base = grid.base.min(articles.len().saturating_sub(1));
    match desk.synopsis() {
        None => grid.lines.clear(),
        Some(synopsis) => {
            let words = grid.words.text().to_lowercase();
            let said = |place: Place| {
                let article = articles.get(place.article);
                article.and_then(|it| Some(it.sentences.get(place.sentence)?.span.of(&it.text).to_lowercase()))
            };
            let fits = |row: &StoryRow| {
                words.is_empty() || row.places().any(|place| said(place).is_some_and(|said| said.contains(&words)))
            };
            grid.list(synopsis, fits);
        }
    }
    show_line(grid, desk);
}

/// The parts of the synopsis on the screen.
pub fn story_frame(desk: &Desk) -> StoryFrame {
    StoryFrame::of(desk.geometry().body(), desk.library.articles.len())
}

/// Scrolls just enough to bring the chosen cell into view.
pub(in crate::app) fn show_line(grid: &mut StoryGrid, desk: &Desk) {
    let (frame, count) = (story_frame(desk), desk.library.articles.len());
    let shown = |first: usize, at: usize, (room, count): (usize, usize)| {
        let first = first.min(at).max((at + 1).saturating_sub(room));
        first.min(count.saturating_sub(room))
    };
    let lines = grid.lines.len();
    grid.first =
        (shown(grid.first.0, grid.row, (frame.rows, lines)), shown(grid.first.1, grid.column, (frame.columns, count)));
}

/// The statement of the chosen line; `None` for a fold.
pub fn story_row<'a>(desk: &'a Desk, grid: &StoryGrid) -> Option<&'a StoryRow> {
    let StoryLine::Row(at) = grid.line()? else { return None };
    desk.synopsis()?.rows.get(at)
}
