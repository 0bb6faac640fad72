//! Noting: a note written to the match or the paragraph at the cursor, and which notes stand where.

use super::app::App;
use super::asking::prompt_about;
use super::desk::Desk;
use super::done::remember_done;
use super::history::Hiding;
use super::mode::Asked;
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
use crate::app::memory::mark_of_paragraph;
use crate::article::{Article, Locus};
use crate::collate::Tie;
use crate::page::NOTED;
use crate::text::{Pair, Side, Span, visible};

/// Words by which what a note is written to is known to a reader.
const KNOWN_BY: usize = 12;

/// Gives the notes to a paragraph of the open pair and to its links, that of the link one stands on first. Costs its words.
pub fn notes_at(desk: &Desk, side: Side, locus: Locus) -> Vec<StandingNote<'_>> {
    both(desk).notes_at(side, locus)
}

fn both(desk: &Desk) -> PairView<'_> {
    pair_view(desk, desk.row.ix(desk.row.focus))
}

/// Asks for a note to the match one stands on, else to the paragraph at the cursor; where only another link of the paragraph
/// has one, to that.
pub(super) fn note(app: &mut App) {
    let (side, locus) = (app.desk.row.focus, app.desk.focused().locus());
    if app.desk.focused().open_article().paragraphs.is_empty() {
        app.desk.warn("Nothing to write a note on");
        return;
    }
    let standing = app.desk.tie().filter(|tie| tie.loci[side] == locus);
    let pair = both(&app.desk);
    let noted = || pair.ties_of(side, locus).find(|tie| pair.note_of(tie).is_some());
    let other = || if pair.note_of_paragraph(side, locus).is_some() { None } else { noted() };
    let (mut about, link) = match standing.or_else(other) {
        Some(tie) => (about_link(&app.desk, tie), Some(tie.loci)),
        None => (about_paragraph(&app.desk, side, locus), None),
    };
    about.made.clone_from(&app.desk.memory.day);
    about.text = app.desk.memory.notes.find(&about.marks).map(|note| note.text.clone()).unwrap_or_default();
    let to = link.map_or_else(|| format!("¶{}", locus.0 + 1), |link| between(link, side));
    prompt_about(app, Asked::Remark, about);
    app.desk.say(format!("Note on {to}; empty deletes it"));
}

fn about_link(desk: &Desk, tie: &Tie) -> Note {
    let open = |side: Side| desk.row[side].open_article();
    let found = tie.matches.iter().filter_map(|&at| desk.collation()?.matches.get(at));
    let span = found.map(|found| found.passages[desk.row.focus].span).min_by_key(|span| span.start());
    Note {
        marks: both(desk).marks_of_link(tie),
        on: first_words(open(desk.row.focus), span.unwrap_or_default()),
        of: [Side::Left, Side::Right].map(|side| open(side).name.clone()).to_vec(),
        ..Note::default()
    }
}

fn about_paragraph(desk: &Desk, side: Side, locus: Locus) -> Note {
    paragraph_note(desk.row[side].open_article(), locus)
}

/// Gives a note on a paragraph in which nothing is written yet.
pub fn paragraph_note(article: &Article, locus: Locus) -> Note {
    let span = article.paragraphs.get(locus.0).map_or(Span::default(), |paragraph| paragraph.span);
    let (marks, on) = (vec![mark_of_paragraph(article, locus)], first_words(article, span));
    Note { marks, on, of: vec![article.name.clone()], ..Note::default() }
}

/// Takes the note that was typed: `about` with this text in place of what it said.
pub(super) fn note_said(desk: &mut Desk, about: Note, said: &str) {
    let change = NoteChange { was: about.text.clone(), note: Note { text: visible(said).into_owned(), ..about } };
    desk.say(match (change.was.is_empty(), change.note.text.is_empty()) {
        (true, true) => "No note written",
        (false, true) => "Note deleted",
        (_, false) if change.was == change.note.text => "Note unchanged",
        (..) => "noted",
    });
    if change.was == change.note.text {
        return;
    }
    remember_done(desk, Hiding::Note(change.clone()));
    keep_note(desk, change);
}

/// Makes a change in the notes, and asks for it to be kept.
pub(super) fn keep_note(desk: &mut Desk, change: NoteChange) {
    desk.memory.notes.set(change.note.clone());
    desk.memory.noting = desk.next_ticket();
    desk.ask(Effect::Note(desk.memory.noting, change));
}

/// Takes in what came of keeping a note.
pub(super) fn take_noted(desk: &mut Desk, noted: Noted) {
    match noted {
        Noted::Kept(ticket, notes) if ticket == desk.memory.noting => desk.memory.notes = notes,
        Noted::Kept(..) => {}
        Noted::Nowhere => desk.say("Note kept for this session only"),
        Noted::Failed(reason) => desk.warn(format!("Note not saved (kept for this session only): {reason}")),
    }
}

/// Gives what is noted of each link of the open pair, by its paragraphs.
pub(super) fn noted_links(desk: &Desk) -> HashMap<(Locus, Locus), String> {
    let links =
        desk.collation().into_iter().filter(|_| !desk.memory.notes.is_empty()).flat_map(|collation| collation.ties());
    let noted = |tie: &Tie| Some(((tie.loci.left, tie.loci.right), both(desk).note_of(tie)?.note.text.clone()));
    links.filter_map(noted).collect()
}

/// Lists the notes to paragraphs of the open pair, then those to words of it that have changed since.
pub(super) fn note_rows(desk: &Desk) -> Vec<ListRow> {
    if desk.memory.notes.is_empty() {
        return Vec::new();
    }
    let mut rows = Vec::new();
    let links = desk.collation().into_iter().flat_map(|collation| collation.ties());
    let mut found: HashSet<&[ReviewMark]> =
        links.filter_map(|tie| both(desk).note_of(tie)).map(|standing| &*standing.note.marks).collect();
    for side in [desk.row.focus, desk.row.focus.other()] {
        let article = desk.row[side].open_article();
        for at in 0..article.paragraphs.len() {
            let Some(StandingNote { note, .. }) = both(desk).note_of_paragraph(side, Locus(at)) else { continue };
            found.insert(&note.marks);
            rows.push(note_row(desk, (side, Locus(at)), note, &format!("note on “{}”", note.on)));
        }
    }
    let lost = desk.memory.notes.all().iter().filter(|note| !found.contains(&*note.marks));
    rows.extend(lost.filter_map(|note| lost_row(desk, note)));
    rows
}

fn note_row(desk: &Desk, (side, locus): (Side, Locus), note: &Note, why: &str) -> ListRow {
    let pane = &desk.row[side];
    let place = pane.open_article().paragraphs.get(locus.0).map_or(0, |paragraph| paragraph.span.start());
    ListRow {
        place: format!("{NOTED} ¶{}", locus.0 + 1),
        words: on_one_line(&note.text),
        why: format!("{} · {why}", pane.open_article().name),
        goal: Goal::Place(pane.article, place),
        ..ListRow::default()
    }
}

/// Gives the row of a note whose words are in none of the articles it was written to any more, at what is most like them.
fn lost_row(desk: &Desk, note: &Note) -> Option<ListRow> {
    let sides = [desk.row.focus, desk.row.focus.other()];
    let is_open = |name: &String| sides.iter().any(|side| desk.row[*side].open_article().is_called(name));
    let side = sides.into_iter().find(|side| {
        note.of.iter().any(|name| desk.row[*side].open_article().is_called(name)) && note.of.iter().all(is_open)
    })?;
    let locus = most_like(desk.row[side].open_article(), &note.on);
    let why = format!("the text of this note has changed since: “{}”", note.on);
    Some(note_row(desk, (side, locus), note, &why))
}

/// Names a link, the focused side first.
fn between(link: Pair<Locus>, focus: Side) -> String {
    format!("¶{} → ¶{}", link[focus].0 + 1, link[focus.other()].0 + 1)
}

fn first_words(article: &Article, span: Span) -> String {
    let words = article.tokens_in(span);
    let end = article.tokens.get(words.clone()).unwrap_or_default().get(..KNOWN_BY).and_then(<[_]>::last);
    let span = Span::new(span.start(), end.map_or(span.end(), |last| last.span.end()));
    visible(&on_one_line(span.of(&article.text))).into_owned()
}

/// Gives the paragraph that has most of these words; the first where none has any.
fn most_like(article: &Article, words: &str) -> Locus {
    let keys: HashSet<u64> = Article::of_text("", words).tokens.iter().map(|token| token.key.0).collect();
    let has = |paragraph: &crate::article::Paragraph| {
        let tokens = article.tokens.get(paragraph.tokens.clone()).unwrap_or_default();
        tokens.iter().map(|token| token.key.0).filter(|key| keys.contains(key)).collect::<HashSet<_>>().len()
    };
    let best = article.paragraphs.iter().enumerate().rev().max_by_key(|(_, paragraph)| has(paragraph));
    Locus(best.map_or(0, |(at, _)| at))
}
