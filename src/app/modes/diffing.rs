//! What keys do in a diff.

use super::change_list::{list_changes, note_change};
use super::mode::{Asked, Mode};
use super::reading::reading;
use super::shelf::list_articles;
use super::shelf_list::list_shelf;
use super::turn::Turn;
use crate::app::desk::breaking::{turn_block_breaks, turn_breaks};
use crate::app::desk::carry::copy_parts;
use crate::app::desk::carry::edit;
use crate::app::desk::changes::{review_change, turn_filter};
use crate::app::desk::desk::Desk;
use crate::app::desk::diff_hiding::{hide_in_both, say_folded};
use crate::app::desk::diff_job::diff_pair;
use crate::app::desk::diff_job::leave_diff;
use crate::app::desk::diff_job::turn_marks;
use crate::app::desk::diff_jumps::travel_in_diff;
use crate::app::desk::diff_search::has_hits_in_diff;
use crate::app::desk::diff_steps::go_to_other_end;
use crate::app::desk::diff_steps::{readings, step_changes};
use crate::app::desk::mouse::switch_mouse;
use crate::app::desk::searching::step_hits;
use crate::app::desk::shelving::{blame, turn_shelf};
use crate::app::desk::status::{Message, Tone};
use crate::app::desk::taking::{edit_result, keep_new, redo_taking, save_result, take_over, undo_taking};
use crate::app::keys::{Action, Phase, actions_in};
use crate::collate::Breaks;
use crate::page::{Folds, Item, Spot, TakeFrom};
use crate::text::Side;

/// Does what a key asks for in a diff.
pub(in crate::app) fn diffing(desk: &mut Desk, action: Action, count: Option<usize>) -> Turn {
    let times = count.unwrap_or(1).cast_signed();
    let (searches, shelved) = (desk.finding.search.is_some(), desk.shelving.shelf.is_some());
    let finds = has_hits_in_diff(desk);
    match action {
        Action::Diff => {
            leave_diff(desk);
        }
        Action::NextChange if finds => step_hits(desk, times),
        Action::PreviousChange if finds => step_hits(desk, -times),
        Action::NextChange | Action::NextMatch => step_changes(desk, times),
        Action::PreviousChange | Action::PreviousMatch => step_changes(desk, -times),
        Action::NextClass => turn_filter(desk),
        Action::Review => review_change(desk),
        Action::Note => return note_change(desk),
        Action::Matches => return list_changes(desk),
        Action::Search => return Turn::Open(Mode::line(Asked::Search, "")),
        Action::Back => travel_in_diff(desk, -times),
        Action::Forward => travel_in_diff(desk, times),
        Action::Articles | Action::Cancel if shelved && count.is_none() && !searches => return list_shelf(desk),
        Action::Articles => return list_articles(desk),
        Action::TakeLeft => take_over(desk, TakeFrom::Left),
        Action::TakeBoth => take_over(desk, TakeFrom::Both),
        Action::KeepRight => keep_new(desk),
        Action::EditResult => edit_result(desk),
        Action::Write => save_result(desk, None, false),
        Action::Undo if undo_taking(desk) => {}
        Action::Redo if redo_taking(desk) => {}
        Action::NextVersion => turn_shelf(desk, times),
        Action::PreviousVersion => turn_shelf(desk, -times),
        Action::Blame => blame(desk),
        Action::Pull => go_to_other_end(desk),
        Action::Fold => fold_all(desk),
        Action::Accept => open_fold(desk),
        Action::MoreContext => widen(desk, times),
        Action::LessContext => widen(desk, -times),
        Action::Inline => turn_diff(desk),
        Action::Marks => turn_marks(desk),
        Action::CountLines => turn_breaks(desk, Breaks::Lines),
        Action::CountBlanks => turn_breaks(desk, Breaks::Paragraphs),
        Action::BlockLines => turn_block_breaks(desk, Breaks::Lines),
        Action::BlockBlanks => turn_block_breaks(desk, Breaks::Paragraphs),
        Action::Copy => copy_change(desk),
        Action::Edit => edit_change(desk),
        Action::OtherPane => desk.row.focus = desk.row.focus.other(),
        Action::LeftPane => desk.row.focus = Side::Left,
        Action::RightPane => desk.row.focus = Side::Right,
        Action::Mouse => switch_mouse(desk),
        Action::Command => return Turn::Open(Mode::line(Asked::Command, "")),
        Action::Cancel if count.is_none() && searches => desk.finding.search = None,
        Action::Cancel if count.is_none() => say_ways_out(desk),
        Action::Elsewhere | Action::AlsoIn | Action::Figures | Action::Quotations | Action::Reload => {
            return at_the_cursor(desk, action, count);
        }
        Action::Hide if say_folded(desk) => {}
        Action::Hide if hide_in_both(desk) => compare_again(desk),
        Action::Hide | Action::Undo | Action::Redo => {
            let turn = at_the_cursor(desk, action, count);
            compare_again(desk);
            return turn;
        }
        _ if actions_in(Phase::Diffing).any(|own| own == action) => diff_moved(desk, action, count),
        _ => return in_the_panes(desk, action, count),
    }
    Turn::Stay
}

/// Does what it does in reading, with the focused pane at the diff's cursor.
fn at_the_cursor(desk: &mut Desk, action: Action, count: Option<usize>) -> Turn {
    stand_in_pane(desk);
    reading(desk, action, count)
}

/// Leaves the diff for an action that only the reading view has, and says so. If the action cannot be done, the diff stays open.
fn in_the_panes(desk: &mut Desk, action: Action, count: Option<usize>) -> Turn {
    let awaits = desk.awaits_diff();
    let left = leave_diff(desk);
    let turn = reading(desk, action, count);
    let said = desk.message.take();
    if let (Turn::Stay, Some(Message { tone: Tone::Warning, .. })) = (&turn, &said) {
        (desk.message, desk.diff.view) = (said, left);
        if awaits {
            diff_pair(desk);
        }
        return turn;
    }
    let key = desk.key(Action::Diff);
    desk.say(match (said, &turn) {
        (Some(said), _) => format!("Left the diff, {key} opens it again. {}", said.text),
        (None, Turn::Open(_)) => format!("Left the diff; in the reading view {key} opens the diff again"),
        (None, _) => format!("Left the diff; {key} opens it again"),
    });
    turn
}

/// Compares the two again, because other text may be hidden; keeps the message.
fn compare_again(desk: &mut Desk) {
    if desk.diff.view.is_some() {
        desk.diff.tells_aside = true;
        diff_pair(desk);
    }
}

/// Moves the focused pane to the diff's cursor.
fn stand_in_pane(desk: &mut Desk) {
    let Some(diff) = &mut desk.diff.view else { return };
    let (side, place) = diff.standing_at(desk.row.focus);
    let place = diff.carried_to(desk.row[side].open_article(), side, place);
    // The pane is no longer where it was.
    diff.entered = None;
    desk.row.focus = side;
    desk.row.focused_mut().cursor = place;
}

/// Moves the cursor in a diff.
fn diff_moved(desk: &mut Desk, action: Action, count: Option<usize>) {
    let height = desk.geometry().rows().max(1);
    let times = count.unwrap_or(1).cast_signed();
    let (half, page) = ((height / 2).max(1).cast_signed(), height.saturating_sub(2).max(1).cast_signed());
    let rows = match action {
        Action::Down | Action::RollDown => times,
        Action::Up | Action::RollUp => -times,
        Action::HalfDown => times.saturating_mul(half),
        Action::HalfUp => -times.saturating_mul(half),
        Action::PageDown => times.saturating_mul(page),
        Action::PageUp => -times.saturating_mul(page),
        Action::Top | Action::Bottom => return go_in_diff(desk, action, count),
        _ => return,
    };
    let Some(diff) = &mut desk.diff.view else { return };
    let moved = match action {
        Action::Down | Action::Up => diff.walk(rows, height),
        Action::RollDown | Action::RollUp => diff.roll(rows, height),
        _ => diff.scroll(rows, height),
    };
    if !moved {
        desk.say(if rows > 0 { "End of both versions" } else { "Top of both versions" });
    }
}

/// Scrolls a diff, as the mouse wheel does.
pub(in crate::app) fn roll_diff(desk: &mut Desk, rows: isize) {
    let height = desk.geometry().rows().max(1);
    if desk.diff.view.as_mut().is_some_and(|diff| !diff.roll(rows, height)) {
        desk.say(if rows > 0 { "End of both versions" } else { "Top of both versions" });
    }
}

/// Puts the cursor of a diff on a row; opens the fold if it was on it already.
pub(in crate::app) fn click_diff(desk: &mut Desk, side: Option<Side>, spot: Spot) {
    let height = desk.geometry().rows().max(1);
    desk.row.focus = side.unwrap_or(desk.row.focus);
    let Some(diff) = &mut desk.diff.view else { return };
    let row = diff.row_of(spot, height);
    diff.put(spot, row, height);
    if matches!(diff.item(), Some(Item::Fold(_))) {
        open_fold(desk);
    }
}

/// Goes to the top or the end, or to a paragraph of the focused side.
fn go_in_diff(desk: &mut Desk, action: Action, count: Option<usize>) {
    let (height, side) = (desk.geometry().rows().max(1), desk.row.focus);
    let Some(diff) = &mut desk.diff.view else { return };
    let paragraphs = &diff.sheet.compared().articles[side].paragraphs;
    let (all, from) = (paragraphs.len(), diff.cursor);
    let spot = match (count, action) {
        (Some(number), _) => {
            let at = number.clamp(1, all.max(1)) - 1;
            let place = paragraphs.get(at).map_or(0, |paragraph| paragraph.span.start());
            diff.sheet.spot_of(side, place)
        }
        (None, Action::Top) => Spot::default(),
        (None, _) => diff.sheet.last(),
    };
    match count {
        Some(_) => diff.go(spot, height),
        None => {
            let row = if action == Action::Top { 0 } else { height.cast_signed() };
            diff.put(spot, row, height);
        }
    }
    let stays = diff.cursor == from;
    match count.filter(|number| *number > all) {
        Some(_) => desk.say(format!("This article has {all} paragraphs")),
        None if stays => desk.say("Already there"),
        None => {}
    }
}

/// Folds all unchanged text, or shows it.
fn fold_all(desk: &mut Desk) {
    let height = desk.geometry().rows().max(1);
    let Some(diff) = &mut desk.diff.view else { return };
    let folds = diff.sheet.folds().clone();
    let folded = !folds.folded || !folds.opened.is_empty();
    diff.fold(Folds { folded, opened: Vec::new(), ..folds }, height);
    desk.say(if folded { "Unchanged text folded" } else { "Everything is shown" });
}

/// Opens the fold under the cursor, or closes it again.
fn open_fold(desk: &mut Desk) {
    let height = desk.geometry().rows().max(1);
    let Some(diff) = &mut desk.diff.view else { return };
    let mut folds = diff.sheet.folds().clone();
    let bands = diff.sheet.bands_at(diff.cursor);
    match (diff.item(), diff.sheet.fold_of(bands.start)) {
        (Some(Item::Fold(_)), _) => folds.opened.push(bands.start),
        (_, Some(fold)) if folds.folded => folds.opened.retain(|band| !fold.contains(band)),
        (_, Some(_)) => {
            let key = desk.diff_key(Action::Fold);
            return desk.say(format!("Everything is shown; {key} folds unchanged text"));
        }
        _ => return desk.warn("No fold here"),
    }
    diff.fold(folds, height);
}

/// Shows this many more paragraphs around each change.
fn widen(desk: &mut Desk, by: isize) {
    let height = desk.geometry().rows().max(1);
    let Some(diff) = &mut desk.diff.view else { return };
    let folds = diff.sheet.folds().clone();
    let context = folds.context.saturating_add_signed(by);
    if context == folds.context {
        return desk.say("No context left to remove");
    }
    desk.diff.manner.context = context;
    diff.fold(Folds { context, folded: true, ..folds }, height);
    desk.say(match context {
        0 => "Showing changes without context".to_owned(),
        1 => "Showing 1 paragraph around each change".to_owned(),
        more => format!("Showing {more} paragraphs around each change"),
    });
}

fn turn_diff(desk: &mut Desk) {
    let (size, measure, height) = (desk.view.size, desk.settings.measure, desk.geometry().rows().max(1));
    if let Some(diff) = &mut desk.diff.view {
        desk.diff.manner.layout = diff.turn(size, measure, height);
    }
}

fn say_ways_out(desk: &mut Desk) {
    let (back, quit) = (desk.diff_key(Action::Diff), desk.diff_key(Action::Quit));
    desk.say(format!("{back} opens the reading view, {quit} quits"));
}

/// Copies the change from both versions, or the unchanged paragraph, each with its source.
fn copy_change(desk: &mut Desk) {
    let parts = desk.diff.view.as_ref().map(|diff| readings(diff, desk.row.focus)).unwrap_or_default();
    copy_parts(desk, &parts);
}

/// Opens the focused side in the reader's editor, at the cursor's paragraph.
fn edit_change(desk: &mut Desk) {
    if let Some(diff) = &mut desk.diff.view {
        let side = desk.row.focus;
        let place = diff.carried_to(desk.row[side].open_article(), side, diff.place_on(side));
        // The pane is no longer where it was.
        diff.entered = None;
        desk.row.focused_mut().cursor = place;
    }
    edit(desk)
}
