//! What keys do in the synopsis.

use super::choosing::put_beside;
use super::on_statement::{copy_statement, hide_statement, note_statement, review_statement};
use super::synopsis::{list_anew, show_line, story_row, walk_synopsis};
use super::turn::Turn;
use crate::app::desk::desk::Desk;
use crate::app::desk::leaving::leave;
use crate::app::desk::lighting::go_to_place;
use crate::app::desk::narrate::narrate;
use crate::app::desk::pair_places::keep_places;
use crate::app::desk::panes::put;
use crate::app::desk::story_grid::{StoryGrid, StoryLine, StorySieve, StorySort};
use crate::app::desk::undoing::{redo, undo};
use crate::app::keys::Action;
use crate::app::keys::Code;
use crate::app::keys::Key;
use crate::app::keys::line::Line;
use crate::collate::Place;
use crate::text::Side;

/// Takes an action while the synopsis is open.
pub(in crate::app) fn in_synopsis(grid: &mut StoryGrid, desk: &mut Desk, action: Action, count: Option<usize>) -> Turn {
    match action {
        Action::Cancel => return close(grid, desk),
        Action::Accept => return open_place(grid, desk),
        Action::Base => take_as_base(grid, desk),
        Action::Sort => sort_otherwise(grid, desk),
        Action::Sieve => {
            grid.sieve = grid.sieve.next();
            list_anew(grid, desk);
        }
        Action::Fold => {
            grid.unfolded = !grid.unfolded;
            grid.opened.clear();
            list_anew(grid, desk);
        }
        Action::Search => grid.typing = true,
        Action::Copy => copy_statement(grid, desk),
        Action::Review => review_statement(grid, desk),
        Action::Note => return note_statement(grid, desk),
        Action::Hide => hide_statement(grid, desk),
        Action::Undo => {
            undo(desk);
            narrate(desk);
        }
        Action::Redo => {
            redo(desk);
            narrate(desk);
        }
        Action::NextLink => step_to_odds(grid, desk, 1),
        Action::PreviousLink => step_to_odds(grid, desk, -1),
        _ => walk_synopsis(grid, desk, action, count),
    }
    Turn::Stay
}

/// Takes a key while a filter is typed; returns whether it did.
pub(in crate::app) fn type_words(grid: &mut StoryGrid, desk: &Desk, key: Key) -> bool {
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
    list_anew(grid, desk);
    true
}

/// Closes the synopsis; if it is filtered, removes the filter first.
fn close(grid: &mut StoryGrid, desk: &mut Desk) -> Turn {
    if !grid.words.text().is_empty() || grid.sieve != StorySieve::All {
        (grid.typing, grid.words, grid.sieve) = (false, Line::default(), StorySieve::All);
        list_anew(grid, desk);
        return Turn::Stay;
    }
    desk.narrating.left = Some(Box::new(std::mem::take(grid)));
    Turn::Close
}

/// Steps to the next statement in which a fact differs.
fn step_to_odds(grid: &mut StoryGrid, desk: &mut Desk, by: isize) {
    let Some(synopsis) = desk.synopsis() else { return };
    let odd = |line: &StoryLine| {
        let (first, count) = match *line {
            StoryLine::Row(at) => (at, 1),
            StoryLine::Fold(first, count) => (first, count),
        };
        synopsis.rows.iter().skip(first).take(count).any(|row| row.odds.has_fact())
    };
    let lines = grid.lines.iter().enumerate();
    // What a fold has under the cursor is not read yet.
    let folded = usize::from(matches!(grid.line(), Some(StoryLine::Fold(..))));
    let found = match by > 0 {
        true => lines.skip(grid.row + 1 - folded).find(|(_, line)| odd(line)),
        false => lines.take(grid.row + folded).rev().find(|(_, line)| odd(line)),
    };
    match found.map(|(at, _)| at) {
        Some(at) => {
            grid.row = at;
            open_at_odds(grid, desk, by);
        }
        None if by > 0 => desk.say("Found no statement below in which a fact differs"),
        None => desk.say("Found no statement above in which a fact differs"),
    }
    show_line(grid, desk);
}

/// Unfolds the chosen line if it is a fold, and goes to the statement in it in which a fact differs: the first, or the last on the way back.
fn open_at_odds(grid: &mut StoryGrid, desk: &Desk, by: isize) {
    let Some(StoryLine::Fold(first, count)) = grid.line() else { return };
    let Some(synopsis) = desk.synopsis() else { return };
    let odd = |row: &usize| synopsis.rows.get(*row).is_some_and(|row| row.odds.has_fact());
    let mut rows = first..first + count;
    let Some(row) = (if by > 0 { rows.find(odd) } else { rows.rfind(odd) }) else { return };
    grid.opened.insert(first);
    list_anew(grid, desk);
    let at = grid.lines.iter().position(|line| matches!(line, StoryLine::Row(at) if *at == row));
    grid.row = at.unwrap_or(grid.row);
}

fn take_as_base(grid: &mut StoryGrid, desk: &mut Desk) {
    grid.base = grid.column;
    let name = desk.library.articles.get(grid.base).map_or("", |article| article.called());
    let said = format!("Statements in the words of {}, else of another: {name}", grid.base + 1);
    desk.say(said);
    list_anew(grid, desk);
}

fn sort_otherwise(grid: &mut StoryGrid, desk: &mut Desk) {
    let (sorted, said) = match grid.sorted {
        StorySort::Story => (StorySort::Carriers, "Sorted: most articles first".to_owned()),
        StorySort::Carriers => (StorySort::Base, format!("Sorted: order of article {}, then the rest", grid.base + 1)),
        StorySort::Base => (StorySort::Story, "Sorted: order of the story".to_owned()),
    };
    grid.sorted = sorted;
    desk.say(said);
    list_anew(grid, desk);
}

/// Opens the place of the chosen cell beside that of the base; unfolds a fold.
fn open_place(grid: &mut StoryGrid, desk: &mut Desk) -> Turn {
    if let Some(StoryLine::Fold(first, _)) = grid.line() {
        grid.opened.insert(first);
        list_anew(grid, desk);
        return Turn::Stay;
    }
    let (base, column) = (grid.base, grid.column);
    let Some(row) = story_row(desk, grid) else { return Turn::Stay };
    let Some(cell) = row.cell(column) else {
        desk.warn(format!("No match for this in article {}", column + 1));
        return Turn::Stay;
    };
    let (row, said, place) = (row.clone(), row.said_by(base), cell.place);
    desk.narrating.left = Some(Box::new(std::mem::take(grid)));
    desk.narrating.goes_back = true;
    let elsewhere = || row.cells.iter().map(|cell| cell.place).find(|place| place.article != column);
    let pair = desk.row.pair();
    match Side::BOTH.into_iter().find(|side| pair[*side] == column) {
        Some(side) if base == column || said.article == column => {
            let beside = row.cell(pair[side.other()]).map(|cell| cell.place);
            stand_in(desk, side, place, beside);
        }
        _ => stand_on(desk, if said.article == column { elsewhere() } else { Some(said) }, place, base),
    }
    Turn::Close
}

/// Goes to a place in the pane that shows its article, and to the same statement in the other one, if that has it. No pane shows another
/// article.
fn stand_in(desk: &mut Desk, side: Side, place: Place, beside: Option<Place>) {
    leave(desk);
    keep_places(desk);
    desk.row.focus = side;
    let to = start(desk, place);
    go_to_place(desk, side, to);
    if let Some(at) = beside.and_then(|beside| start(desk, beside)) {
        put_beside(desk, side.other(), at);
    }
    say_back(desk);
}

/// Where the sentence of a place begins in its article.
fn start(desk: &Desk, place: Place) -> Option<usize> {
    Some(desk.library.articles.get(place.article)?.sentences.get(place.sentence)?.span.start())
}

fn say_back(desk: &mut Desk) {
    let key = desk.key(Action::Back);
    desk.say(format!("{key}: back to the synopsis"));
}

/// Puts two articles side by side at the places of a statement; if no other article has it, only the base goes there.
fn stand_on(desk: &mut Desk, other: Option<Place>, place: Place, base: usize) {
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
    say_back(desk);
}
