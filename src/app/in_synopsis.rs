//! What keys do in the synopsis.

use super::app::App;
use super::choosing::put_beside;
use super::desk::Desk;
use super::leaving::leave;
use super::lighting::go_to_place;
use super::line::Line;
use super::mode::Mode;
use super::pair_places::keep_places;
use super::panes::put;
use super::story_grid::{StoryLine, StorySieve, StorySort};
use super::synopsis::{list_anew, open_synopsis, show_line, story_row, walk_synopsis};
use crate::app::keys::Action;
use crate::app::keys::Code;
use crate::app::keys::Key;
use crate::collate::Place;
use crate::text::Side;

/// Takes an action while the synopsis is open.
pub(super) fn in_synopsis(app: &mut App, action: Action, count: Option<usize>) {
    match action {
        Action::Cancel => close(app),
        Action::Accept => open_place(app),
        Action::Base => take_as_base(app),
        Action::Sort => sort_otherwise(app),
        Action::Sieve => {
            if let Mode::Synopsis(grid) = &mut app.mode {
                grid.sieve = grid.sieve.next();
            }
            list_anew(app);
        }
        Action::Fold => {
            if let Mode::Synopsis(grid) = &mut app.mode {
                grid.unfolded = !grid.unfolded;
                grid.opened.clear();
            }
            list_anew(app);
        }
        Action::Search => {
            if let Mode::Synopsis(grid) = &mut app.mode {
                grid.typing = true;
            }
        }
        Action::NextLink => step_to_odds(app, 1),
        Action::PreviousLink => step_to_odds(app, -1),
        _ => walk_synopsis(app, action, count),
    }
}

/// Takes a key while words are typed that statements must have; tells whether it did.
pub(super) fn type_words(app: &mut App, key: Key) -> bool {
    let Mode::Synopsis(grid) = &mut app.mode else { return false };
    if !grid.typing || key.ctrl {
        return false;
    }
    match key.code {
        Code::Enter => grid.typing = false,
        Code::Esc => (grid.typing, grid.words) = (false, Line::default()),
        _ => {
            grid.words.edit(key);
        }
    }
    list_anew(app);
    true
}

/// Leaves the synopsis; one that is narrowed is widened first.
fn close(app: &mut App) {
    if let Mode::Synopsis(grid) = &mut app.mode
        && (!grid.words.text().is_empty() || grid.sieve != StorySieve::All)
    {
        (grid.typing, grid.words, grid.sieve) = (false, Line::default(), StorySieve::All);
        list_anew(app);
        return;
    }
    leave_synopsis(app);
    app.desk.narrating.goes_back = false;
}

fn leave_synopsis(app: &mut App) {
    if let Mode::Synopsis(grid) = std::mem::take(&mut app.mode) {
        app.desk.narrating.left = Some(grid);
    }
}

/// Steps to the next statement in which a fact differs.
fn step_to_odds(app: &mut App, by: isize) {
    let App { desk, mode, .. } = app;
    let (Some(synopsis), Mode::Synopsis(grid)) = (desk.synopsis(), mode) else { return };
    let odd = |line: &StoryLine| {
        let (first, count) = match *line {
            StoryLine::Row(at) => (at, 1),
            StoryLine::Fold(first, count) => (first, count),
        };
        synopsis.rows.iter().skip(first).take(count).any(|row| !row.odds.is_empty())
    };
    let lines = grid.lines.iter().enumerate();
    let found = match by > 0 {
        true => lines.skip(grid.row + 1).find(|(_, line)| odd(line)),
        false => lines.take(grid.row).rev().find(|(_, line)| odd(line)),
    };
    match found.map(|(at, _)| at) {
        Some(at) => grid.row = at,
        None if by > 0 => desk.say("Found no statement below that differs in a fact"),
        None => desk.say("Found no statement above that differs in a fact"),
    }
    show_line(app);
}

fn take_as_base(app: &mut App) {
    let Mode::Synopsis(grid) = &mut app.mode else { return };
    grid.base = grid.column;
    let name = app.desk.library.articles.get(grid.base).map_or("", |article| article.called());
    let said = format!("statements are told as {} has them: {name}", grid.base + 1);
    app.desk.say(said);
    list_anew(app);
}

fn sort_otherwise(app: &mut App) {
    let Mode::Synopsis(grid) = &mut app.mode else { return };
    let (sorted, said) = match grid.sorted {
        StorySort::Story => (StorySort::Carriers, "what most articles tell comes first".to_owned()),
        StorySort::Carriers => (StorySort::Base, format!("as {} tells it, then the rest", grid.base + 1)),
        StorySort::Base => (StorySort::Story, "in the order in which most articles tell it".to_owned()),
    };
    grid.sorted = sorted;
    app.desk.say(said);
    list_anew(app);
}

/// Opens the place of the chosen cell, beside the base's; a fold is opened where it stands.
fn open_place(app: &mut App) {
    let Mode::Synopsis(grid) = &mut app.mode else { return };
    if let Some(StoryLine::Fold(first, _)) = grid.line() {
        grid.opened.insert(first);
        list_anew(app);
        return;
    }
    let (base, column) = (grid.base, grid.column);
    let Some(row) = story_row(&app.desk, grid) else { return };
    let Some(cell) = row.cell(column) else {
        app.desk.warn(format!("nothing in article {} was found to tell this", column + 1));
        return;
    };
    let said = row.said_by(base);
    let elsewhere = || row.cells.iter().map(|cell| cell.place).find(|place| place.article != column);
    let other = if said.article == column { elsewhere() } else { Some(said) };
    let place = cell.place;
    leave_synopsis(app);
    app.desk.narrating.goes_back = true;
    stand_on(&mut app.desk, (other, place, base));
}

/// Puts two articles side by side at the places of a statement; where no other tells it, the base stands there as it is.
fn stand_on(desk: &mut Desk, (other, place, base): (Option<Place>, Place, usize)) {
    let start = |desk: &Desk, place: Place| {
        Some(desk.library.articles.get(place.article)?.sentences.get(place.sentence)?.span.start())
    };
    leave(desk);
    keep_places(desk);
    let next = if base == place.article { usize::from(place.article == 0) } else { base };
    put(desk, Side::Left, other.map_or(next, |other| other.article));
    put(desk, Side::Right, place.article);
    desk.row.focus = Side::Right;
    let to = start(desk, place);
    go_to_place(desk, Side::Right, to);
    if let Some(at) = other.and_then(|other| start(desk, other)) {
        put_beside(desk, Side::Left, at);
    }
    let key = desk.key(Action::Back);
    desk.say(format!("{key}: back to the synopsis"));
}

/// Goes back to the synopsis where the reader has come from there; whether it was so.
pub(super) fn back_to_synopsis(app: &mut App) -> bool {
    let goes_back = std::mem::take(&mut app.desk.narrating.goes_back);
    if goes_back {
        open_synopsis(app);
    }
    goes_back
}
