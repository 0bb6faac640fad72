//! Notes as text and JSON.

use serde::Serialize;

use super::indent::indented;
use crate::article::{Article, ParagraphId};
use crate::text::sign;

/// The version of this form.
const VERSION: u32 = 1;

/// A note.
#[derive(Clone, Debug)]
pub struct NoteShown<'a> {
    /// Its text.
    pub text: &'a str,
    /// The first words of what it is on.
    pub on: &'a str,
    /// The names of its articles, two for a match.
    pub of: &'a [String],
    /// Its date.
    pub made: &'a str,
    /// The articles it was written on, if its words are now only in others.
    pub from: Option<String>,
    /// Where its words are now in the open articles.
    pub places: Vec<NotePlace<'a>>,
}

/// A paragraph that has a note.
#[derive(Clone, Copy, Debug)]
pub struct NotePlace<'a> {
    /// The article.
    pub article: &'a Article,
    /// The paragraph.
    pub paragraph_id: ParagraphId,
}

#[derive(Serialize)]
struct NotesJson<'a> {
    format: &'static str,
    version: u32,
    notes: Vec<ListedNoteJson<'a>>,
}

#[derive(Serialize)]
struct ListedNoteJson<'a> {
    text: &'a str,
    on: &'a str,
    of: &'a [String],
    made: &'a str,
    places: Vec<NotedPlaceJson<'a>>,
}

#[derive(Serialize)]
struct NotedPlaceJson<'a> {
    article: &'a str,
    /// From 1.
    paragraph: usize,
}

/// Writes notes as text: the place or the articles, the date, the note, and what it is on.
pub fn notes_text(notes: &[NoteShown<'_>]) -> String {
    let mut out = String::new();
    for note in notes {
        let place = |place: &NotePlace<'_>| format!("{} {}{}", place.article.name, sign("¶"), place.paragraph_id.0 + 1);
        let places: Vec<String> = note.places.iter().map(place).collect();
        let places = if places.is_empty() { note.of.join(" and ") } else { places.join(", ") };
        let from = note.from.as_ref().map(|from| format!(" (written on {from})")).unwrap_or_default();
        out.push_str(&format!(
            "{places}{from}{}{}\n  {}\n  on {}{}{}\n",
            sign(" · "),
            note.made,
            note.text,
            sign("“"),
            note.on,
            sign("”")
        ));
    }
    out
}

/// Writes notes as a JSON object.
pub fn notes_json(notes: &[NoteShown<'_>]) -> String {
    indented(&NotesJson { format: "ibid-notes", version: VERSION, notes: notes.iter().map(note_json).collect() })
}

fn note_json<'a>(note: &NoteShown<'a>) -> ListedNoteJson<'a> {
    let place =
        |place: &NotePlace<'a>| NotedPlaceJson { article: &place.article.name, paragraph: place.paragraph_id.0 + 1 };
    ListedNoteJson {
        text: note.text,
        on: note.on,
        of: note.of,
        made: note.made,
        places: note.places.iter().map(place).collect(),
    }
}
