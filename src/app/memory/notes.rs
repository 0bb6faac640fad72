//! Notes: what the reader wrote about a shared passage or a paragraph, recognised by its words like what is reviewed.

use std::collections::HashMap;

use super::marks::ReviewMark;
use crate::article::Article;

/// A note.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// The marks it is found by; any of them is enough. First that of the shared words or the paragraph, then, for a link, those of both
    /// paragraphs.
    pub marks: Vec<ReviewMark>,
    /// What the reader wrote; empty if the note was deleted.
    pub text: String,
    /// The first words of the text it is on, for readers of the file, or of articles that have changed.
    pub on: String,
    /// The names of the articles, two for a link.
    pub of: Vec<String>,
    /// The day on which it was written, as `2026-11-22`.
    pub made: String,
}

impl Note {
    /// The articles it was written on, if one of these is another: a note is also found at a copy of its words.
    pub fn from(&self, shown: &[&Article]) -> Option<String> {
        let is_own = |article: &&Article| self.of.iter().any(|name| article.is_called(name));
        (!self.of.is_empty() && !shown.iter().all(is_own)).then(|| self.of.join(" and "))
    }
}

/// A note that was written, changed or, with an empty text, deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteChange {
    /// The note as it is now.
    pub note: Note,
    /// Its text before, as far as this program knows: what another one wrote meanwhile is not overwritten.
    pub was: String,
}

impl NoteChange {
    /// The change that undoes this one.
    pub(in crate::app) fn reversed(&self) -> Self {
        Self { note: Note { text: self.was.clone(), ..self.note.clone() }, was: self.note.text.clone() }
    }
}

/// The outcome of a change to the notes file.
#[derive(Clone, Debug)]
pub enum Noted {
    /// The change with this ticket was made; these are all notes now, including those of others.
    Kept(u64, Notes),
    /// Nothing is saved, because saving is off or there is no place for it.
    Nowhere,
    /// The file is unchanged; the reason, in one sentence.
    Failed(String),
}

/// All notes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    notes: Vec<Note>,
    /// The index of each in `notes`.
    by_mark: HashMap<ReviewMark, usize>,
}

impl Notes {
    /// Takes all these notes; of two with the same mark, the mark finds the first.
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

    /// Finds the note that has one of these marks; earlier marks come first.
    pub fn find(&self, marks: &[ReviewMark]) -> Option<&Note> {
        marks.iter().find_map(|mark| self.notes.get(*self.by_mark.get(mark)?))
    }

    /// Replaces the note that has one of its marks, or deletes that if the new text is empty.
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
