//! `ibid notes`: lists and adds notes without a screen.

use std::io::{ErrorKind, Write};

use anyhow::{Context, Result, bail};

use super::day::today;
use super::ending::Ending;
use super::hiding::Format;
use super::notes_task::NotesTask;
use super::opened::open;
use super::out::{complain, out};
use super::request::Request;
use super::state::State;
use super::terminal::seen_width;
use super::wrapping::all_hung;
use crate::app::{Note, NoteChange, ReviewMark, mark_of_paragraph, paragraph_note};
use crate::article::{Article, ParagraphId};
use crate::report::{NotePlace, NoteShown, notes_json, notes_text};
use crate::text::{sign, visible};

/// Runs a task on notes.
///
/// # Errors
///
/// Says why it cannot be done.
pub fn notes(task: &NotesTask, request: Request) -> Result<Ending> {
    let file = State::of(request.state).notes();
    let Some(path) = &file.path else {
        bail!("notes are off: --no-state is given, or there is no folder for them (set HOME)")
    };
    let all = file.read()?;
    let names = request.names.clone();
    let (articles, complaints) = match task {
        NotesTask::List(_) if names.is_empty() => (Vec::new(), Vec::new()),
        _ => {
            let opened = open(request)?;
            (opened.articles, opened.complaints)
        }
    };
    complain(&complaints);
    let text = match task {
        NotesTask::List(format) => {
            let shown: Vec<NoteShown<'_>> = all.all().iter().map(|note| shown(note, &articles)).collect();
            let shown: Vec<NoteShown<'_>> =
                shown.into_iter().filter(|note| names.is_empty() || is_about(note, &articles)).collect();
            if shown.is_empty() && matches!(format, Format::Text) {
                let none = if names.is_empty() {
                    "no notes yet; ibid notes add makes one"
                } else {
                    "no notes on these articles"
                };
                complain(&[none.to_owned()]);
            }
            match format {
                Format::Text => all_hung(&notes_text(&shown), seen_width()),
                Format::Json => notes_json(&shown),
            }
        }
        NotesTask::Add(paragraph, text) => {
            let [article] = articles.as_slice() else {
                bail!("a note is on one article; {} were opened", articles.len())
            };
            let count = article.paragraphs.len();
            if *paragraph > count {
                bail!("{} has no paragraph {paragraph}; its last is {count}", article.name);
            }
            let text = visible(text.trim()).into_owned();
            if text.is_empty() {
                bail!("the note is empty");
            }
            let note = Note { text, made: today(), ..paragraph_note(article, ParagraphId(paragraph - 1)) };
            file.change(&NoteChange { note, was: String::new() })?;
            complain(&[format!("{}: note added to {} {}{paragraph}", path.display(), article.name, sign("¶"))]);
            String::new()
        }
    };
    let mut out = out();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => {}
        written => written.context("cannot write")?,
    }
    Ok(Ending::with(complaints.len()))
}

/// Whether a note is on a paragraph of these articles, or on a match between two of them.
fn is_about(note: &NoteShown<'_>, articles: &[Article]) -> bool {
    let is_open = |name: &String| articles.iter().any(|article| article.is_called(name));
    !note.places.is_empty() || !note.of.is_empty() && note.of.iter().all(is_open)
}

/// Finds the paragraphs of a note; a note on a match knows only the names of its articles.
fn shown<'a>(note: &'a Note, articles: &'a [Article]) -> NoteShown<'a> {
    let is_on = |mark: ReviewMark| note.marks.contains(&mark);
    let places = articles.iter().flat_map(|article| {
        let paragraph_ids = (0..article.paragraphs.len()).map(ParagraphId);
        paragraph_ids
            .filter(move |paragraph_id| is_on(mark_of_paragraph(article, *paragraph_id)))
            .map(move |paragraph_id| NotePlace { article, paragraph_id })
    });
    let places: Vec<NotePlace<'_>> = places.collect();
    let from = places.iter().filter_map(|place| note.from(&[place.article])).next();
    NoteShown { text: &note.text, on: &note.on, of: &note.of, made: &note.made, from, places }
}
