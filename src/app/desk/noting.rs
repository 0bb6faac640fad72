//! Notes: finds their places, and changes them.

use super::desk::Desk;
use super::pair_view::PairView;
use super::pair_view::StandingNote;
use super::pair_view::pair_view;
use std::collections::{HashMap, HashSet};

use crate::app::jobs::Effect;
use crate::app::jobs::Goal;
use crate::app::jobs::ListRow;
use crate::app::jobs::on_one_line;
use crate::app::memory::Note;
use crate::app::memory::NoteChange;
use crate::app::memory::Noted;
use crate::app::memory::ReviewMark;
use crate::article::{Article, ParagraphId};
use crate::collate::ParagraphLink;
use crate::page::{NOTED, spoken};
use crate::text::Side;

/// The notes on a paragraph of the open pair and on its links, with that on the current link first. Reads its words.
pub fn notes_at(desk: &Desk, side: Side, paragraph_id: ParagraphId) -> Vec<StandingNote<'_>> {
    both(desk).notes_at(side, paragraph_id)
}

pub(in crate::app) fn both(desk: &Desk) -> PairView<'_> {
    pair_view(desk, desk.row.ix(desk.row.focus))
}

/// Changes the notes, and asks to save them.
pub(in crate::app) fn keep_note(desk: &mut Desk, change: NoteChange) {
    desk.memory.notes.set(change.note.clone());
    let ticket = desk.next_ticket();
    desk.memory.noting.ask(ticket);
    desk.ask(Effect::Note(ticket, change));
}

/// Takes in the outcome of saving a note.
pub(in crate::app) fn take_noted(desk: &mut Desk, noted: Noted) {
    match noted {
        Noted::Kept(ticket, notes) => {
            if desk.memory.noting.take(ticket, ()) {
                desk.memory.notes = notes;
            }
        }
        Noted::Nowhere => desk.say("Note kept for this session only"),
        Noted::Failed(reason) => desk.warn(format!("Note not saved (kept for this session only): {reason}")),
    }
}

/// The notes on each link of the open pair, by its paragraphs.
pub(in crate::app) fn noted_links(desk: &Desk) -> HashMap<(ParagraphId, ParagraphId), String> {
    let links = desk
        .collation()
        .into_iter()
        .filter(|_| !desk.memory.notes.is_empty())
        .flat_map(|collation| collation.paragraph_links());
    let noted = |paragraph_link: &ParagraphLink| {
        Some((
            (paragraph_link.paragraph_ids.left, paragraph_link.paragraph_ids.right),
            both(desk).note_of(paragraph_link)?.note.text.clone(),
        ))
    };
    links.filter_map(noted).collect()
}

/// Lists the notes on paragraphs of the open pair, then those on words that have changed since.
pub(in crate::app) fn note_rows(desk: &Desk) -> Vec<ListRow> {
    if desk.memory.notes.is_empty() {
        return Vec::new();
    }
    let mut rows = Vec::new();
    let links = desk.collation().into_iter().flat_map(|collation| collation.paragraph_links());
    let mut found: HashSet<&[ReviewMark]> = links
        .filter_map(|paragraph_link| both(desk).note_of(paragraph_link))
        .map(|standing| &*standing.note.marks)
        .collect();
    for side in [desk.row.focus, desk.row.focus.other()] {
        let article = desk.row[side].open_article();
        for at in 0..article.paragraphs.len() {
            let Some(StandingNote { note, .. }) = both(desk).note_of_paragraph(side, ParagraphId(at)) else { continue };
            found.insert(&note.marks);
            rows.push(note_row(desk, side, ParagraphId(at), note));
        }
    }
    let lost = desk.memory.notes.all().iter().filter(|note| !found.contains(&*note.marks));
    rows.extend(lost.filter_map(|note| lost_row(desk, note)));
    rows
}

fn note_row(desk: &Desk, side: Side, paragraph_id: ParagraphId, note: &Note) -> ListRow {
    let pane = &desk.row[side];
    let place = pane.open_article().paragraphs.get(paragraph_id.0).map_or(0, |paragraph| paragraph.span.start());
    let from = note.from(&[pane.open_article()]).map(|from| format!(" · written on {from}")).unwrap_or_default();
    ListRow {
        place: format!("{NOTED} ¶{}", paragraph_id.0 + 1),
        words: on_one_line(&note.text),
        why: format!("{} · note on “{}”{from}", spoken(pane.open_article()), note.on),
        goal: Goal::Place(pane.article, place),
        ..ListRow::default()
    }
}

/// The row of a note whose words are no longer in any of its articles, at the most similar text.
fn lost_row(desk: &Desk, note: &Note) -> Option<ListRow> {
    let sides = [desk.row.focus, desk.row.focus.other()];
    let is_open = |name: &String| sides.iter().any(|side| desk.row[*side].open_article().is_called(name));
    let side = sides.into_iter().find(|side| {
        note.of.iter().any(|name| desk.row[*side].open_article().is_called(name)) && note.of.iter().all(is_open)
    })?;
    let article = desk.row[side].open_article();
    let why = format!("{} · the text has changed since this note was written: “{}”", spoken(article), note.on);
    Some(ListRow { why, ..note_row(desk, side, most_like(article, &note.on), note) })
}

/// The paragraph with most of these words; the first if none has any.
fn most_like(article: &Article, words: &str) -> ParagraphId {
    let keys: HashSet<u64> = Article::of_text("", words).tokens.iter().map(|token| token.key.0).collect();
    let has = |paragraph: &crate::article::Paragraph| {
        let tokens = article.tokens.get(paragraph.tokens.clone()).unwrap_or_default();
        tokens.iter().map(|token| token.key.0).filter(|key| keys.contains(key)).collect::<HashSet<_>>().len()
    };
    let best = article.paragraphs.iter().enumerate().rev().max_by_key(|(_, paragraph)| has(paragraph));
    ParagraphId(best.map_or(0, |(at, _)| at))
}
