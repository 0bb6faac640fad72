//! Opens, steps through and measures the texts of the shelf.

use super::desk::Desk;
use super::shelf_state::Landing;
use super::unsaved::is_unsaved;
use crate::app::jobs::{Amount, Blamed, Blaming, Effect, Fetch, Fetched, ShelfKind, ShelfRow};
use crate::app::memory::Review;
use crate::text::{Pair, plural, visible};
use std::sync::Arc;

/// Asks to open two texts as a diff.
pub(in crate::app) fn open_rows(desk: &mut Desk, rows: Pair<usize>, lands: Landing) {
    if is_unsaved(desk) {
        return desk.warn("The result is not saved: :w saves it, u undoes it");
    }
    let ticket = desk.next_ticket();
    desk.shelving.opening.ask(ticket);
    desk.shelving.lands = Some(lands);
    desk.shelving.at = Some(rows);
    let name = desk.shelving.shelf.as_ref().and_then(|shelf| shelf.rows.get(rows.right)).map(|row| row.name.clone());
    desk.say(format!("Opening {} …", name.unwrap_or_default()));
    let exactness = desk.diff.manner.exactness;
    desk.ask(Effect::Fetch(Fetch { ticket, rows, opens: true, exactness }));
}

/// Opens the texts of a row; compared with the version that was chosen before, if one was.
pub(in crate::app) fn open_row(desk: &mut Desk, row: usize) {
    let Some(shelf) = &desk.shelving.shelf else { return };
    let base = desk.shelving.base.filter(|base| *base != row);
    let rows = match base {
        Some(base) => Some(Pair::new(base.max(row), base.min(row))),
        None => shelf.pair_of(row),
    };
    let Some(rows) = rows else { return desk.warn("This is the first version; there is none before it") };
    if let Some(Amount::Closed(why)) =
        shelf.rows.get(row).and_then(|row| row.amount.as_ref()).filter(|_| base.is_none())
    {
        let why = why.clone();
        return desk.warn(format!("Nothing to show: {why}"));
    }
    desk.shelving.base = None;
    open_rows(desk, rows, Landing::First);
}

/// Opens the next or the previous text of the shelf; skips files in which nothing changed. Returns whether there was one.
pub(in crate::app) fn step_shelf(desk: &mut Desk, by: isize, lands: Landing) -> bool {
    let (Some(shelf), Some(at)) = (&desk.shelving.shelf, desk.shelving.at) else { return false };
    let mut passed = Vec::new();
    let opens = |row: &usize| match shelf.rows.get(*row) {
        Some(ShelfRow {
            name,
            amount: Some(amount @ (Amount::Identical | Amount::Same(_) | Amount::Closed(_))),
            ..
        }) => {
            passed.push(format!("{name}: {}", amount.told()));
            false
        }
        Some(_) => shelf.pair_of(*row).is_some(),
        None => false,
    };
    let mut next = std::iter::successors(at.right.checked_add_signed(by), |row| row.checked_add_signed(by.signum()));
    let row = next.by_ref().take_while(|row| *row < shelf.rows.len()).find(opens);
    let rows = row.and_then(|row| shelf.pair_of(row));
    desk.shelving.passed = passed;
    let Some(rows) = rows else { return false };
    open_rows(desk, rows, lands);
    true
}

/// Says which versions were skipped, and why; unchanged files are many and not mentioned.
pub(in crate::app) fn say_passed(desk: &mut Desk) {
    let passed = std::mem::take(&mut desk.shelving.passed);
    if let Some(said) = told_passed(desk, &passed) {
        desk.say(format!("Skipped {said}"));
    }
}

fn told_passed(desk: &Desk, passed: &[String]) -> Option<String> {
    let versions = desk.shelving.shelf.as_ref().is_some_and(|shelf| shelf.kind == ShelfKind::Versions);
    let (first, rest) = passed.split_first().filter(|_| versions)?;
    let more = if rest.is_empty() { String::new() } else { format!(" and {} more", rest.len()) };
    Some(format!("{first}{more}"))
}

/// Goes to the next file or the newer version, or to the one before.
pub(in crate::app) fn turn_shelf(desk: &mut Desk, by: isize) {
    let Some(kind) = desk.shelving.shelf.as_ref().map(|shelf| shelf.kind) else {
        return desk.warn("Only two texts are open; there is no other file or version");
    };
    // The newest version comes first.
    let way = if kind == ShelfKind::Versions { -by } else { by };
    if !step_shelf(desk, way, Landing::First) {
        let passed = std::mem::take(&mut desk.shelving.passed);
        let passed = told_passed(desk, &passed);
        desk.warn(match (kind, by > 0, passed) {
            (ShelfKind::Folders, true, _) => "No file after this one has changes".to_owned(),
            (ShelfKind::Folders, false, _) => "No file before this one has changes".to_owned(),
            (ShelfKind::Versions, true, None) => "This is the newest version".to_owned(),
            (ShelfKind::Versions, true, Some(passed)) => format!("No newer version has changes; skipped {passed}"),
            (ShelfKind::Versions, false, None) => "No older version to compare with".to_owned(),
            (ShelfKind::Versions, false, Some(passed)) => format!("No older version has changes; skipped {passed}"),
        });
    }
}

/// Asks how much changed in the next row for which that is not known, unless a request is pending.
pub(in crate::app) fn measure_next(desk: &mut Desk) {
    if desk.shelving.measuring.is_awaited() || desk.shelving.opening.is_awaited() {
        return;
    }
    let Some(shelf) = &desk.shelving.shelf else { return };
    let open = (0..shelf.rows.len()).filter(|row| shelf.rows[*row].amount.is_none());
    let Some(rows) = open.filter_map(|row| shelf.pair_of(row)).next() else { return };
    let ticket = desk.next_ticket();
    desk.shelving.measuring.ask(ticket);
    let exactness = desk.diff.manner.exactness;
    desk.ask(Effect::Fetch(Fetch { ticket, rows, opens: false, exactness }));
}

/// Takes in the outcome of a comparison; returns whether to open it.
pub(in crate::app) fn take_amount(desk: &mut Desk, fetched: &Fetched) -> bool {
    let (opens, shelving) = (fetched.opens, &mut desk.shelving);
    let taken = if opens { &mut shelving.opening } else { &mut shelving.measuring }.take(fetched.ticket, ());
    if !taken {
        return false;
    }
    if opens {
        // The pending measurement was cancelled.
        shelving.measuring.forget();
    }
    let shelf = shelving.shelf.as_mut().filter(|shelf| shelf.pair_of(fetched.rows.right) == Some(fetched.rows));
    if let Some(row) = shelf.and_then(|shelf| shelf.rows.get_mut(fetched.rows.right)) {
        row.amount = Some(fetched.amount.clone());
    }
    measure_next(desk);
    opens
}

/// Gives up what was asked with a ticket, because it failed.
pub(in crate::app) fn fail_shelf(desk: &mut Desk, ticket: u64) {
    desk.shelving.opening.give_up(ticket);
    desk.shelving.blaming.give_up(ticket);
    if desk.shelving.measuring.give_up(ticket) {
        desk.shelving.measuring.forget();
    }
}

/// Notes that the open version was read.
pub(in crate::app) fn note_read(desk: &mut Desk) {
    let at = desk.shelving.at;
    let row = desk.shelving.shelf.as_ref().zip(at).and_then(|(shelf, at)| shelf.rows.get(at.right));
    if let Some(mark) = row.and_then(|row| row.mark).filter(|mark| !desk.memory.reviewed.has(*mark)) {
        let review = Review { mark, done: true };
        desk.memory.reviewed.take(review);
        desk.ask(Effect::Keep(review));
    }
}

/// The row of the newest version that the reader has read.
pub(in crate::app) fn last_read(desk: &Desk) -> Option<usize> {
    let shelf = desk.shelving.shelf.as_ref().filter(|shelf| shelf.kind == ShelfKind::Versions)?;
    shelf.rows.iter().position(|row| row.mark.is_some_and(|mark| desk.memory.reviewed.has(mark)))
}

/// Asks which version introduced the words of the sentence at the cursor.
pub(in crate::app) fn blame(desk: &mut Desk) {
    let versions = desk.shelving.shelf.as_ref().is_some_and(|shelf| shelf.kind == ShelfKind::Versions);
    let (Some(diff), Some(at)) = (desk.diff.view.as_deref().filter(|_| versions), desk.shelving.at) else {
        return desk.warn("Only the versions of a text show where words came from; run: ibid log FILE");
    };
    let (side, place) = diff.standing_at(desk.row.focus);
    let article = Arc::clone(&diff.sheet.compared().articles[side]);
    let tokens = article.sentences.get(article.sentence_at(place)).map(|sentence| sentence.tokens.clone());
    let Some(tokens) = tokens.filter(|tokens| !tokens.is_empty()) else { return desk.warn("No words here") };
    let ticket = desk.next_ticket();
    desk.shelving.blaming.ask(ticket);
    desk.say("Searching the versions …");
    desk.ask(Effect::Blame(Blaming { ticket, row: at[side], article, tokens: (tokens.start, tokens.end) }));
}

/// Says which versions introduced the words that were asked about.
pub(in crate::app) fn take_blamed(desk: &mut Desk, blamed: &Blamed) {
    if !desk.shelving.blaming.take(blamed.ticket, ()) {
        return;
    }
    let Some(shelf) = &desk.shelving.shelf else { return };
    let told = |(row, words): &(usize, usize)| {
        let row = shelf.rows.get(*row)?;
        let by = if row.by.is_empty() { String::new() } else { format!(" by {}", row.by) };
        Some(format!("{} came with {}{by}", plural(*words, "word"), row.name))
    };
    let gone = |(row, words): &(usize, String)| {
        let name = &shelf.rows.get(*row)?.name;
        Some(format!("{name} took out {}", visible(words)))
    };
    let said: Vec<String> = blamed.rows.iter().filter_map(told).chain(blamed.removed.iter().filter_map(gone)).collect();
    let is_old = desk.shelving.at.is_some_and(|at| at.left == blamed.row && at.right != blamed.row);
    let side = if is_old { "Old version: " } else { "" };
    desk.say(match said.is_empty() {
        true => "No version is known for these words".to_owned(),
        false => format!("{side}{}", said.join("; ")),
    });
}
