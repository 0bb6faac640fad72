//! Notes: what the reader writes to a shared passage or a paragraph, known by its words as what is reviewed is.

use std::collections::HashMap;

use super::marks::ReviewMark;

/// A note.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// What it is found by; any of them will do. First the shared words or the paragraph, then, for a link, both paragraphs.
    pub marks: Vec<ReviewMark>,
    /// What the reader wrote; empty where Note deleted.
    pub text: String,
    /// The first words of what it was written to, by which a reader of the file, or of changed articles, knows it.
    pub on: String,
    /// The names of the articles, two for a link.
    pub of: Vec<String>,
    /// The day on which it was written, as `2026-11-22`.
    pub made: String,
}

/// A note written, changed or, where its text is empty, taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteChange {
    /// The note as it is from now on.
    pub note: Note,
    /// What it said before, as far as this program knows: what another one wrote meanwhile is not overwritten.
    pub was: String,
}

impl NoteChange {
    /// The change that takes this one back.
    pub(in crate::app) fn reversed(&self) -> Self {
        Self { note: Note { text: self.was.clone(), ..self.note.clone() }, was: self.note.text.clone() }
    }
}

/// What came of a change to the notes file.
#[derive(Clone, Debug)]
pub enum Noted {
    /// The change with this ticket is made; these are all notes now, others' included.
    Kept(u64, Notes),
    /// Nothing is kept, as the reader wants it or because there is no place for it.
    Nowhere,
    /// The file was left as it was; the reason, in one sentence.
    Failed(String),
}

/// All notes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    notes: Vec<Note>,
    /// The place of each in `notes`.
    by_mark: HashMap<ReviewMark, usize>,
}

impl Notes {
    /// Takes all these notes; of two with one mark the first is found by it.
    pub fn of(notes: Vec<Note>) -> Self {
        let mut by_mark = HashMap::new();
        for (at, note) in notes.iter().enumerate() {
            for mark in &note.marks {
                by_mark.entry(*mark).or_insert(at);
            }
        }
        Self { notes, by_mark }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.notes.is_empty()
    }

    /// All notes, in the order in which they were written.
    pub fn all(&self) -> &[Note] {
        &self.notes
    }

    /// Finds the note that has one of these marks, the first mark before others.
    pub fn find(&self, marks: &[ReviewMark]) -> Option<&Note> {
        marks.iter().find_map(|mark| self.notes.get(*self.by_mark.get(mark)?))
    }

    /// Writes a note in place of the one that has one of its marks, or takes that away where the new one is empty.
    pub(in crate::app) fn set(&mut self, note: Note) {
        let old = note.marks.iter().find_map(|mark| self.by_mark.get(mark).copied());
        let mut notes = std::mem::take(&mut self.notes);
        match (old, note.text.is_empty()) {
            (Some(at), true) => {
                notes.remove(at);
            }
            (Some(at), false) => {
                if let Some(known) = notes.get_mut(at) {
                    *known = note;
                }
            }
            (None, true) => {}
            (None, false) => notes.push(note),
        }
        *self = Self::of(notes);
    }
}
