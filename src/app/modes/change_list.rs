//! The list of all changes of a diff, and the notes on them.

use super::listing::Listing;
use super::mode::{Asked, Mode, Prompt};
use super::note::{first_words, paragraph_note};
use super::turn::Turn;
use crate::app::desk::changes::{filtered, is_done, mark_of_band};
use crate::app::desk::desk::Desk;
use crate::app::desk::diff_notes::{marks_in_diff, note_in_diff};
use crate::app::desk::diff_steps::none_left;
use crate::app::desk::diff_view::DiffView;
use crate::app::jobs::{ChangeRows, Listed, Rows};
use crate::app::memory::Note;
use crate::article::ParagraphId;
use crate::text::Side;
use std::sync::Arc;

/// Lists the changes that are stepped through, beginning at the reader's place.
pub(in crate::app) fn list_changes(desk: &mut Desk) -> Turn {
    let Some(diff) = desk.diff.view.as_deref() else { return Turn::Stay };
    let compared = diff.sheet.compared();
    // A move is one row, which leads to its present place.
    let mut changes = filtered(desk, diff);
    changes.retain(|band| !compared.is_other_end(*band));
    if changes.is_empty() {
        desk.warn(none_left(desk).unwrap_or_else(|| "No changes to list".to_owned()));
        return Turn::Stay;
    }
    let here = diff.sheet.bands_at(diff.cursor).start;
    let same = changes.iter().position(|band| compared.number(*band) == compared.number(here));
    let same = same.filter(|_| compared.number(here).is_some());
    let at = same.unwrap_or_else(|| changes.partition_point(|band| *band < here).min(changes.len() - 1));
    let told = |band: usize| {
        let noted = note_in_diff(desk, diff, band).map(|note| note.text.clone());
        (band, is_done(desk, diff, band), noted)
    };
    let compared = Arc::clone(diff.sheet.compared());
    let rows = ChangeRows { compared, changes: changes.into_iter().map(told).collect() };
    Turn::Open(Mode::Listing(Box::new(Listing::of(Listed::Changes, Rows::changes(rows), at))))
}

/// Asks for a note on the change under the cursor, or on the unchanged paragraph.
pub(in crate::app) fn note_change(desk: &mut Desk) -> Turn {
    let Some(diff) = desk.diff.view.as_deref() else { return Turn::Stay };
    let band = diff.sheet.bands_at(diff.cursor).start;
    let (mut about, to) = match (mark_of_band(diff, band), diff.number()) {
        (Some(_), Some((number, _))) => (about_change(diff, band), format!("change {number}")),
        _ => {
            let (side, place) = diff.standing_at(desk.row.focus);
            let article = &diff.sheet.compared().articles[side];
            let paragraph_id = article.paragraph_id_at(place);
            (paragraph_note(article, paragraph_id), format!("¶{}", paragraph_id.0 + 1))
        }
    };
    about.made.clone_from(&desk.memory.day);
    about.text = desk.memory.notes.find(&about.marks).map(|note| note.text.clone()).unwrap_or_default();
    desk.say(format!("Note on {to}; empty deletes it"));
    let prompt = Prompt::of(Asked::Remark, &about.text);
    Turn::Open(Mode::Prompting(Box::new(Prompt { about: Some(Box::new(about)), ..prompt })))
}

fn about_change(diff: &DiffView, band: usize) -> Note {
    let compared = diff.sheet.compared();
    let marks = marks_in_diff(diff, band);
    let side = compared.bands.get(band).map(|band| {
        let side = if band.paragraph_ids.right.is_empty() { Side::Left } else { Side::Right };
        (side, ParagraphId(band.paragraph_ids[side].start))
    });
    let on = side.map(|(side, paragraph_id)| {
        let article = &compared.articles[side];
        let span = article.paragraphs.get(paragraph_id.0).map(|paragraph| paragraph.span).unwrap_or_default();
        first_words(article, span)
    });
    let of = Side::BOTH.map(|side| compared.articles[side].name.clone()).to_vec();
    Note { marks, on: on.unwrap_or_default(), of, ..Note::default() }
}
