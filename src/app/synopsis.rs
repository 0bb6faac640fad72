//! The synopsis as the reader walks it: a line a statement, a column an article.

use std::sync::Arc;

use super::app::App;
use super::desk::Desk;
use super::grid::Cells;
use super::mode::Mode;
use super::story_grid::{StoryGrid, StoryLine};
use crate::app::jobs::Effect;
use crate::app::jobs::Gathering;
use crate::app::jobs::Narrated;
use crate::app::keys::Action;
use crate::app::layout::StoryFrame;
use crate::collate::{Place, StoryRow};

/// Opens the synopsis, on the cell where it was left.
pub(super) fn open_synopsis(app: &mut App) {
    if !app.desk.has_pair() {
        app.desk.warn("Only one article is open; nothing to compare it with");
        return;
    }
    let left = app.desk.narrating.left.take();
    let fresh = left.is_none();
    let column = app.desk.focused().article;
    app.mode = Mode::Synopsis(left.unwrap_or_else(|| Box::new(StoryGrid { column, ..StoryGrid::default() })));
    if fresh {
        start_from_the_fullest(app);
    }
    list_anew(app);
    narrate(&mut app.desk);
}

/// Asks for the synopsis, unless it is known or asked for already.
fn narrate(desk: &mut Desk) {
    if !desk.narrating.found.is_open() || desk.library.reading || !desk.has_pair() {
        return;
    }
    let ticket = desk.next_ticket();
    desk.narrating.found.ask(ticket);
    desk.narrating.progress = None;
    let gathering = Gathering {
        ticket,
        articles: desk.library.articles.clone(),
        session: desk.library.hidden_by_hand.clone(),
        rules: Arc::clone(&desk.rules.books),
    };
    desk.ask(Effect::Narrate(gathering));
}

/// Makes the article that tells most the base.
fn start_from_the_fullest(app: &mut App) {
    let base = app.desk.synopsis().map(|synopsis| synopsis.fullest());
    if let (Mode::Synopsis(grid), Some(base)) = (&mut app.mode, base) {
        grid.base = base;
    }
}

/// Takes in the synopsis, or how far it is.
pub(super) fn take_narrated(app: &mut App, narrated: Narrated) {
    let narrating = &mut app.desk.narrating;
    let Some(story) = narrated.story else {
        if narrating.found.awaits(narrated.ticket) {
            narrating.progress = Some(narrated.done);
        }
        return;
    };
    let first = narrating.found.known().is_none();
    if narrating.found.take(narrated.ticket, story) {
        narrating.progress = None;
        if first {
            start_from_the_fullest(app);
        }
        list_anew(app);
    }
}

/// Asks for the synopsis again where the reader looks at it and something else is hidden now.
pub(super) fn narrate_where_seen(app: &mut App) {
    if matches!(app.mode, Mode::Synopsis(_)) {
        narrate(&mut app.desk);
    }
}

/// Moves to another cell, as far as there are any.
pub(super) fn walk_synopsis(app: &mut App, action: Action, count: Option<usize>) {
    let frame = story_frame(&app.desk);
    let articles = app.desk.library.articles.len();
    let Mode::Synopsis(grid) = &mut app.mode else { return };
    let (last, last_column) = (grid.lines.len().saturating_sub(1), articles.saturating_sub(1));
    let (row, column) = (grid.row, grid.column);
    let cells = Cells { last: (last, last_column), rows: frame.rows };
    (grid.row, grid.column) = cells.walked((row, column), action, count);
    let (stays, turned) = ((grid.row, grid.column) == (row, column), grid.column != column);
    let relists = turned && grid.sieve.is_of_an_article();
    if stays {
        app.desk.say("Edge of the synopsis");
    }
    if relists { list_anew(app) } else { show_line(app) }
}

/// Lists what is shown anew.
pub(super) fn list_anew(app: &mut App) {
    let App { desk, mode, .. } = app;
    let articles = &desk.library.articles;
    let Mode::Synopsis(grid) = mode else { return };
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
    show_line(app);
}

/// Gives the parts of the synopsis on the screen.
pub fn story_frame(desk: &Desk) -> StoryFrame {
    StoryFrame::of(desk.geometry().body(), desk.library.articles.len())
}

/// Scrolls as little as brings the chosen cell into view.
pub(super) fn show_line(app: &mut App) {
    let (frame, count) = (story_frame(&app.desk), app.desk.library.articles.len());
    let Mode::Synopsis(grid) = &mut app.mode else { return };
    let shown = |first: usize, at: usize, (room, count): (usize, usize)| {
        let first = first.min(at).max((at + 1).saturating_sub(room));
        first.min(count.saturating_sub(room))
    };
    let lines = grid.lines.len();
    grid.first =
        (shown(grid.first.0, grid.row, (frame.rows, lines)), shown(grid.first.1, grid.column, (frame.columns, count)));
}

/// Gives the statement of the chosen line; none for a fold.
pub fn story_row<'a>(desk: &'a Desk, grid: &StoryGrid) -> Option<&'a StoryRow> {
    let StoryLine::Row(at) = grid.line()? else { return None };
    desk.synopsis()?.rows.get(at)
}
