//! The list of files of two folders, or of the versions of a text.

use super::listing::Listing;
use super::mode::Mode;
use super::turn::Turn;
use crate::app::desk::desk::Desk;
use crate::app::desk::shelving::last_read;
use crate::app::jobs::{Amount, Goal, ListRow, Listed, Rows, ShelfKind};
use crate::app::keys::{Action, Phase};
use crate::collate::Fate;
use crate::text::{Pair, plural};

/// Lists what can be compared, beginning at what is open.
pub(in crate::app) fn list_shelf(desk: &mut Desk) -> Turn {
    let Some(shelf) = &desk.shelving.shelf else { return Turn::Stay };
    let listed = match shelf.kind {
        ShelfKind::Folders => Listed::Files,
        ShelfKind::Versions => Listed::Versions,
    };
    let read = last_read(desk);
    let row = |at: usize| {
        let row = &shelf.rows[at];
        let read = row.mark.is_some_and(|mark| desk.memory.reviewed.has(mark));
        let place = match listed {
            Listed::Versions => format!("{} {}", if read { "✓" } else { " " }, row.name),
            _ => row.name.clone(),
        };
        let by = (!row.by.is_empty()).then(|| format!("by {}", row.by));
        let why: Vec<String> = by.into_iter().chain(row.is_merge().then(|| "merge".to_owned())).collect();
        let why = why.join(" · ");
        ListRow { place, words: row.told.clone(), why, goal: Goal::Shelf(at), ..ListRow::default() }
    };
    let since = read.filter(|read| *read > 0).map(|read| ListRow {
        place: "since you read it".to_owned(),
        words: format!("{} after {}", plural(read, "version"), shelf.rows[read].name),
        goal: Goal::Rows(Pair::new(read, 0)),
        ..ListRow::default()
    });
    let first = usize::from(since.is_some());
    let rows: Vec<ListRow> = since.into_iter().chain((0..shelf.rows.len()).map(row)).collect();
    let at = desk.shelving.at.map_or(0, |at| at.right + first).min(rows.len().saturating_sub(1));
    Turn::Open(Mode::Listing(Box::new(Listing::of(listed, Rows::made(rows), at))))
}

/// A row of the list with how much changed, as far as it is known.
pub(super) fn with_amount(desk: &Desk, row: &mut ListRow, at: usize) {
    let Some(shelf) = &desk.shelving.shelf else { return };
    let Some(known) = shelf.rows.get(at) else { return };
    let amount = known.amount.as_ref();
    row.fate = known.fate.or(match amount {
        Some(Amount::Changed(..)) if shelf.kind == ShelfKind::Folders => Some(Fate::Edited),
        _ => None,
    });
    match shelf.kind {
        ShelfKind::Folders => row.words = amount.map_or("…", Amount::told).to_owned(),
        ShelfKind::Versions => {
            row.figure = match amount {
                None if shelf.pair_of(at).is_none() => "first version".to_owned(),
                Some(Amount::Changed(_, words)) => format!("words −{} +{}", words.left, words.right),
                Some(Amount::Identical | Amount::Same(_)) => "same words".to_owned(),
                Some(Amount::Closed(_)) => "?".to_owned(),
                None => "…".to_owned(),
            };
            if let Some(Amount::Closed(why)) = amount {
                row.why = format!("{} · {why}", row.why);
            }
        }
    }
    if desk.shelving.base == Some(at) {
        row.why = format!("chosen to compare · {}", row.why);
    }
}

/// Chooses the version under the cursor, to compare it with the next one that is opened.
pub(super) fn choose_base(desk: &mut Desk, list: &Listing) {
    let goal = list.chosen().and_then(|at| list.rows.row(at)).map(|row| row.goal);
    let accept = desk.settings.keymap.key(Phase::Listing, Action::Accept);
    let Some(Goal::Shelf(at)) = goal.filter(|_| list.listed == Listed::Versions) else {
        return desk.say(match list.listed {
            _ if goal.is_none() => "No row to choose".to_owned(),
            Listed::Versions => format!("Two versions are chosen here already; {accept} compares them"),
            _ => "Only a list of versions can do this".to_owned(),
        });
    };
    desk.shelving.base = (desk.shelving.base != Some(at)).then_some(at);
    desk.say(match desk.shelving.base {
        Some(_) => format!("{accept} on another version compares the two"),
        None => format!("{accept} compares a version with the one before it"),
    });
}
