//! A list over the screen: typing filters it, and Enter goes to the chosen row.

use super::clusters::sort_clusters;
use super::listing::Listing;
use super::shelf_list::choose_base;
use super::sources::list_next;
use super::turn::Turn;
use crate::app::desk::deciding::{merge_with, open_cluster};
use crate::app::desk::desk::Desk;
use crate::app::desk::diff_job::{diff_pair, leave_diff};
use crate::app::desk::diff_steps::{go_to_change, go_to_place_in_diff};
use crate::app::desk::leaving::leave;
use crate::app::desk::lighting::go_to_place;
use crate::app::desk::motion::choose;
use crate::app::desk::pair_places::keep_places;
use crate::app::desk::panes::put;
use crate::app::desk::panes::sit;
use crate::app::desk::panes::turn_to_neighbour;
use crate::app::desk::shelf_state::Landing;
use crate::app::desk::shelving::{open_row, open_rows};
use crate::app::desk::step::face_to_face;
use crate::app::desk::step::rows_above;
use crate::app::desk::unbound::say_means_nothing;
use crate::app::desk::unsaved::is_unsaved;
use crate::app::jobs::Effect;
use crate::app::jobs::Narrowed;
use crate::app::jobs::Narrowing;
use crate::app::jobs::{Goal, Listed};
use crate::app::keys::Action;
use crate::app::keys::Key;
use crate::app::keys::Keys;
use crate::app::keys::Phase;
use crate::article::ParagraphId;
use crate::collate::Cancel;
use crate::page::spoken;
use crate::text::{Pair, Side};

/// The most rows that are filtered at once.
const FEW: usize = 300;
/// The part of the screen that the rows of a paragraph before a place in it may take (chosen).
const LEAD: usize = 3;

/// Takes an action while a list is open.
pub(in crate::app) fn listing(list: &mut Listing, desk: &mut Desk, action: Action) -> Turn {
    let page = desk.geometry().rows().saturating_sub(4).max(1) as isize;
    match action {
        Action::Down => choose_row(list, desk, 1),
        Action::Up => choose_row(list, desk, -1),
        Action::PageDown => choose_row(list, desk, page),
        Action::PageUp => choose_row(list, desk, -page),
        Action::Accept => return go_to_chosen(list, desk),
        Action::Sieve if matches!(list.listed, Listed::Clusters | Listed::MergeWith) => {
            return sort_clusters(desk, list.listed);
        }
        Action::Sieve if is_shelf(list) => choose_base(desk, list),
        Action::Sieve => return list_next(desk, list.listed),
        // Nothing is open below the list.
        Action::Cancel if is_shelf(list) && desk.diff.view.is_none() => desk.ask(Effect::Quit),
        _ => return Turn::Close,
    }
    Turn::Stay
}

fn is_shelf(list: &Listing) -> bool {
    matches!(list.listed, Listed::Files | Listed::Versions)
}

/// Takes a key that edits the filter.
pub(in crate::app) fn type_filter(list: &mut Listing, desk: &mut Desk, key: Key) -> Turn {
    if list.line.edit(key) {
        list.types = !list.line.text().is_empty();
        return narrow(list, desk);
    }
    say_means_nothing(desk, Phase::Listing, &Keys(vec![key]));
    Turn::Stay
}

/// Pastes text into the filter.
pub(in crate::app) fn paste_filter(list: &mut Listing, desk: &mut Desk, text: &str) -> Turn {
    list.line.insert(text);
    list.types = true;
    narrow(list, desk)
}

/// Keeps the rows that match; if there are many, a worker finds them.
fn narrow(list: &mut Listing, desk: &mut Desk) -> Turn {
    let ticket = desk.next_ticket();
    let narrowing = Narrowing { ticket, rows: list.rows.clone(), typed: list.line.text().to_owned() };
    list.narrowed.ask(ticket);
    list.goes = false;
    if list.rows.len() > FEW {
        desk.ask(Effect::Narrow(narrowing));
        return Turn::Stay;
    }
    match narrowing.answer(&Cancel::default()) {
        Some(narrowed) => take_narrowed(list, desk, narrowed),
        None => Turn::Stay,
    }
}

/// Takes in the matching rows, unless the filter has changed; goes to the chosen row if the reader waits for that.
pub(in crate::app) fn take_narrowed(list: &mut Listing, desk: &mut Desk, narrowed: Narrowed) -> Turn {
    if !list.narrowed.take(narrowed.ticket, ()) {
        return Turn::Stay;
    }
    list.leave(narrowed.shown);
    if std::mem::take(&mut list.goes) { go_to_chosen(list, desk) } else { Turn::Stay }
}

/// Moves the choice by this many rows, as far as there are any.
pub(in crate::app) fn choose_row(list: &mut Listing, desk: &mut Desk, by: isize) {
    list.types = false;
    let last = list.shown.len().saturating_sub(1);
    let to = list.at.saturating_add_signed(by).min(last);
    if to == list.at {
        desk.say(if by > 0 { "End of the list" } else { "Top of the list" });
        return;
    }
    list.at = to;
}

fn go_to_chosen(list: &mut Listing, desk: &mut Desk) -> Turn {
    if list.narrowed.is_awaited() {
        list.goes = true;
        return Turn::Stay;
    }
    let Some(goal) = list.chosen().and_then(|at| list.rows.row(at)).map(|row| row.goal) else {
        desk.warn(match list.rows.len() {
            0 => "Nothing is listed yet",
            _ => "No rows match; Backspace shortens the filter",
        });
        return Turn::Stay;
    };
    match goal {
        Goal::Link(paragraph_ids) => go_to_link(desk, paragraph_ids),
        Goal::Place(article, place) => go_in_diff_or(desk, article, place, |desk| go_alongside(desk, article, place)),
        Goal::Article(article) => choose_article(desk, article + 1),
        Goal::Shelf(row) => open_row(desk, row),
        Goal::Rows(rows) => open_rows(desk, rows, Landing::First),
        Goal::Change(band) => go_to_change(desk, band),
        Goal::Cluster(at) if list.listed == Listed::MergeWith => merge_with(desk, at),
        Goal::Cluster(at) => open_cluster(desk, at),
        Goal::Both(places) => go_in_diff_or(desk, places.right.0, places.right.1, |desk| go_to_both(desk, places)),
        Goal::There(article, place) => go_in_diff_or(desk, article, place, |desk| go_there(desk, article, place)),
    }
    Turn::Close
}

/// Goes to a place in the diff if one is open and shows the article; else leaves the diff and goes there by `go`.
fn go_in_diff_or(desk: &mut Desk, article: usize, place: usize, go: impl FnOnce(&mut Desk)) {
    let shown = desk.diff.view.as_ref().map(|_| [desk.row.focus, desk.row.focus.other()]);
    let side = shown.and_then(|sides| sides.into_iter().find(|side| desk.row[*side].article == article));
    match side {
        Some(side) => go_to_place_in_diff(desk, side, place),
        None => {
            if leave_diff(desk).is_some() {
                desk.say(format!("Left the diff; {} opens it again", desk.key(Action::Diff)));
            }
            go(desk);
        }
    }
}

/// Puts an article into the focused pane; in a diff, compares it with the other one.
pub(in crate::app) fn choose_article(desk: &mut Desk, number: usize) {
    let diffs = desk.diff.view.is_some();
    if diffs && is_unsaved(desk) {
        return desk.warn("The result is not saved: :w saves it, u undoes it");
    }
    leave_diff(desk);
    choose(desk, number);
    if diffs {
        diff_pair(desk);
    }
}

fn go_to_link(desk: &mut Desk, paragraph_ids: Pair<ParagraphId>) {
    let Some(link) = desk.link_of(paragraph_ids) else {
        desk.warn("These two paragraphs no longer match");
        return;
    };
    leave_diff(desk);
    leave(desk);
    desk.row.pairing_mut().current = Some(link);
    face_to_face(desk);
}

/// Brings a place in the other pane onto the cursor's row; if its article begins too late for that, both move higher, and if its paragraph
/// would begin above the screen, both move lower, as far as they can.
pub(in crate::app) fn put_beside(desk: &mut Desk, side: Side, place: usize) {
    let height = desk.geometry().rows();
    let other = &desk.row[side];
    let spot = other.page.spot_of(place);
    let first = other.start_of(other.open_article().paragraph_id_at(place));
    let lead = other.page.between(first, spot, height).max(0) as usize;
    let lead = if lead <= height / LEAD { lead } else { 0 };
    let row = desk.focused().row_of(desk.focused().at(), height).max(0) as usize;
    let row = row.max(lead).min(rows_above(desk, side, spot, height));
    let own = row.min(rows_above(desk, desk.row.focus, desk.focused().at(), height));
    let pane = desk.row.focused_mut();
    pane.put(pane.at(), own);
    let other = &mut desk.row[side];
    other.put(spot, row);
    other.cursor = other.page.place_of(spot);
}

/// Puts two places side by side, and goes to the right one.
fn go_to_both(desk: &mut Desk, places: Pair<(usize, usize)>) {
    leave(desk);
    keep_places(desk);
    put(desk, Side::Left, places.left.0);
    put(desk, Side::Right, places.right.0);
    desk.row.focus = Side::Right;
    go_to_place(desk, Side::Right, Some(places.right.1));
    put_beside(desk, Side::Left, places.left.1);
}

/// Goes to a place in an article: in the pane that shows it, else in the focused one.
fn go_there(desk: &mut Desk, article: usize, place: usize) {
    leave(desk);
    let shown = desk.row.places().find(|pane| desk.row.get(*pane).is_some_and(|pane| pane.article == article));
    match shown {
        Some(pane) => sit(desk, pane),
        None => {
            keep_places(desk);
            put(desk, desk.row.focus, article);
        }
    }
    go_to_place(desk, desk.row.focus, Some(place));
}

/// Goes to a place in the focused article; a place in another article comes alongside in the other pane.
fn go_alongside(desk: &mut Desk, article: usize, place: usize) {
    let Some(open) = desk.library.articles.get(article).cloned() else { return };
    leave(desk);
    let paragraph_id = open.paragraph_id_at(place).0 + 1;
    if desk.focused().article == article {
        go_to_place(desk, desk.row.focus, Some(place));
        return;
    }
    turn_to_neighbour(desk, article);
    let side = desk.row.focus.other();
    let new = desk.row[side].article != article;
    if new {
        keep_places(desk);
        put(desk, side, article);
    }
    put_beside(desk, side, place);
    desk.say(format!("¶{paragraph_id} of {} alongside; {} goes back", spoken(&open), desk.key(Action::Back)));
}
