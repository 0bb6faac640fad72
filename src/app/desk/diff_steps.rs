//! Steps through a diff: from change to change, and between the ends of a move.

use super::carry::Excerpt;
use super::changes::{decides, filtered};
use super::desk::Desk;
use super::diff_jumps::{go_open, leave_spot};
use super::diff_settings::ChangeFilter;
use super::diff_view::DiffView;
use super::shelf_state::Landing;
use super::shelving::step_shelf;
use std::sync::Arc;

use crate::app::jobs::ShelfKind;
use crate::app::keys::Action;
use crate::article::ParagraphId;
use crate::collate::Fate;
use crate::page::{Row, SheetRow, Spot};
use crate::text::{Side, Span};

/// Steps `times` changes forward, or back if negative; wraps at the ends. A change taller than the screen is scrolled through first.
pub(in crate::app) fn step_changes(desk: &mut Desk, times: isize) {
    let height = desk.geometry().rows().max(1);
    let Some(diff) = &mut desk.diff.view else { return };
    if times == 1 && next_inside(diff, height) {
        return;
    }
    let Some(diff) = desk.diff.view.as_deref() else { return };
    let (changes, bands) = (filtered(desk, diff), diff.sheet.bands_at(diff.cursor));
    let before = changes.partition_point(|change| *change < bands.start).cast_signed();
    let stands = changes.binary_search(&bands.start).is_ok();
    let to = if stands || times < 0 { before + times } else { before + times - 1 };
    let count = changes.len().cast_signed();
    let Some(band) = changes.get(to.rem_euclid(count.max(1)).unsigned_abs()).copied() else {
        return say_no_change(desk);
    };
    let focus = desk.row.focus;
    if to >= count && runs_on(desk, 1, Landing::First) || to < 0 && runs_on(desk, -1, Landing::Last) {
        return;
    }
    let Some(diff) = &mut desk.diff.view else { return };
    leave_spot(diff, focus);
    diff.go(diff.sheet.start_of(band), height);
    if to >= count || to < 0 {
        desk.say_wrapped();
    }
}

/// Goes on to the next file of the folders, or the previous one; returns whether there is one.
fn runs_on(desk: &mut Desk, by: isize, lands: Landing) -> bool {
    let folders = desk.shelving.shelf.as_ref().is_some_and(|shelf| shelf.kind == ShelfKind::Folders);
    folders && step_shelf(desk, by, lands)
}

fn say_no_change(desk: &mut Desk) {
    desk.warn(none_left(desk).unwrap_or_else(|| "No words changed, only spelling, punctuation or case".to_owned()));
}

/// That no change fits the filter; nothing without one.
pub(in crate::app) fn none_left(desk: &Desk) -> Option<String> {
    let filter = desk.diff_key(Action::NextClass);
    match desk.diff.manner.filter {
        ChangeFilter::All => None,
        ChangeFilter::Unreviewed if decides(desk) => Some("All conflicts are decided; :w writes the result".to_owned()),
        left => Some(format!("No changes are left that are {}; {filter} changes the filter", left.name())),
    }
}

/// Goes to a change.
pub(in crate::app) fn go_to_change(desk: &mut Desk, band: usize) {
    let (height, focus) = (desk.geometry().rows().max(1), desk.row.focus);
    if let Some(diff) = &mut desk.diff.view {
        leave_spot(diff, focus);
        diff.go(diff.sheet.start_of(band), height);
    }
}

/// Goes to a place in one side's text, and opens the fold there.
pub(in crate::app) fn go_to_place_in_diff(desk: &mut Desk, side: Side, place: usize) {
    let (height, focus) = (desk.geometry().rows().max(1), desk.row.focus);
    if let Some(diff) = &mut desk.diff.view {
        leave_spot(diff, focus);
        go_open(diff, side, place, height);
    }
    desk.row.focus = side;
}

/// Goes to the other end of a move: of the paragraph, or of the passage on the cursor's row.
pub(in crate::app) fn go_to_other_end(desk: &mut Desk) {
    let (height, focus) = (desk.geometry().rows().max(1), desk.row.focus);
    let Some(diff) = &mut desk.diff.view else { return };
    let Some((side, place)) = other_end(diff, focus) else {
        return desk.warn("Nothing moved here");
    };
    leave_spot(diff, focus);
    go_open(diff, side, place, height);
    let paragraph_id = diff.sheet.compared().articles[side].paragraph_id_at(place).0 + 1;
    desk.row.focus = side;
    let (said, key) =
        (if side == Side::Left { "Moved from here" } else { "Moved to here" }, desk.diff_key(Action::Pull));
    desk.say(format!("{said}, ¶{paragraph_id}; {key} goes to the other end"));
}

/// Goes to the next row below the screen that belongs to the change under the cursor; returns whether there is one.
fn next_inside(diff: &mut DiffView, height: usize) -> bool {
    let tall = diff.sheet.tall_at(diff.cursor);
    if diff.number().is_none() || tall <= height {
        return false;
    }
    let shown = diff.row_of(Spot { row: 0, ..diff.cursor }, tall.saturating_add(height));
    let first = (height.cast_signed() - shown).max(0).unsigned_abs();
    let rows = (first.max(diff.cursor.row + 1)..tall).map(|row| Spot { row, ..diff.cursor });
    let lit = |spot: &Spot| {
        let row = diff.sheet.row(*spot);
        let marks = [Side::Left, Side::Right].map(|side| diff.sheet.marked(&row, side));
        marks.iter().any(|mark| mark.changed || mark.moved || mark.broken)
    };
    let Some(next) = rows.into_iter().find(lit) else { return false };
    diff.put(next, (height / 4).cast_signed(), height);
    true
}

/// The side and place of the other end of the move at the cursor, looking on `focus` first.
fn other_end(diff: &DiffView, focus: Side) -> Option<(Side, usize)> {
    let compared = diff.sheet.compared();
    let band = compared.bands.get(diff.sheet.bands_at(diff.cursor).start)?;
    let start = |side: Side, paragraph_id: ParagraphId| {
        compared.articles[side].paragraphs.get(paragraph_id.0).map(|paragraph| (side, paragraph.span.start()))
    };
    match (band.fate, band.home) {
        (Fate::Gone, Some(to)) => return start(Side::Right, to),
        (Fate::Moved, Some(from)) => return start(Side::Left, from),
        _ => {}
    }
    let sides = [focus, focus.other()];
    let here = sides.into_iter().filter_map(|side| Some((side, row_on(diff, side)?)));
    let whole = sides.into_iter().flat_map(|side| {
        let each = band.paragraph_ids[side].clone();
        each.filter_map(move |at| Some((side, compared.articles[side].paragraphs.get(at)?.span)))
    });
    let mut all = here.chain(whole);
    all.find_map(|(side, span)| {
        let paragraph_id = compared.articles[side].paragraph_id_at(span.start());
        Some((side.other(), compared.other_end(side, paragraph_id, span)?))
    })
}

/// The text of one side on the cursor's row.
fn row_on(diff: &DiffView, side: Side) -> Option<Span> {
    let SheetRow::Beside(spots) = diff.sheet.row(diff.cursor) else { return None };
    match diff.sheet.pages()[side].row(spots[side]?) {
        Row::Text(span) => Some(span),
        Row::Fold | Row::Gap => None,
    }
}

/// What to copy: the paragraphs of both sides if they changed, else those of `focus`.
pub(in crate::app) fn readings(diff: &DiffView, focus: Side) -> Vec<Excerpt> {
    let compared = diff.sheet.compared();
    let Some(band) = compared.bands.get(diff.sheet.bands_at(diff.cursor).start) else { return Vec::new() };
    let whole = |side: Side| {
        let within = compared.articles[side].paragraphs.get(band.paragraph_ids[side].clone()).unwrap_or_default();
        let home = band.home.filter(|_| within.is_empty());
        let home = home.and_then(|home| compared.articles[side].paragraphs.get(home.0));
        let span = within.iter().chain(home).map(|paragraph| paragraph.span).reduce(Span::join)?;
        Some(Excerpt { article: Arc::clone(&compared.articles[side]), span })
    };
    let both = [Side::Left, Side::Right].into_iter().filter_map(whole);
    match band.fate {
        Fate::Same => whole(focus).or_else(|| whole(focus.other())).into_iter().collect(),
        _ => both.collect(),
    }
}
