//! The notes file: read, and changed so that no note is ever lost.

use std::path::PathBuf;

use anyhow::{Result, anyhow};

use super::kept_file::{locked, read, replace};
use super::worker::Craft;
use crate::app::{Event, NoteChange, Noted, Notes, NotesText};
use crate::text::visible;

/// The most bytes of a notes file that are read.
const MOST: u64 = 16 << 20;

/// Where notes are kept; nowhere, if there is no place for them or none is wanted.
#[derive(Clone, Debug, Default)]
pub struct NotesFile {
    /// The file, which need not be there yet.
    pub path: Option<PathBuf>,
}

impl NotesFile {
    /// Reads all notes.
    ///
    /// # Errors
    ///
    /// Names the file and says what keeps it from being read; a mistake in it with line and column.
    pub fn read(&self) -> Result<Notes> {
        Ok(self.parse()?.notes())
    }

    /// Makes a change in what stands on the disk now; gives all notes as they are then, and nothing where none are kept. A file that
    /// cannot be read is left as it is.
    ///
    /// # Errors
    ///
    /// As [`NotesFile::read`], or says why it cannot be written.
    pub fn change(&self, change: &NoteChange) -> Result<Option<Notes>> {
        let Some(path) = &self.path else { return Ok(None) };
        let _lock = locked(path)?;
        let mut text = self.parse()?;
        let before = text.text();
        text.change(change);
        let after = text.text();
        if after != before {
            NotesText::parse(&after).map_err(|misread| anyhow!("the note would not read back: {misread}"))?;
            replace(path, &after)?;
        }
        Ok(Some(text.notes()))
    }

    fn parse(&self) -> Result<NotesText> {
        let Some(path) = &self.path else { return Ok(NotesText::default()) };
        let text = read(path, MOST)?.unwrap_or_default();
        NotesText::parse(&text).map_err(|misread| anyhow!("{}:{misread}", path.display()))
    }
}

/// How notes are kept.
pub fn noting(file: NotesFile) -> Craft<(u64, NoteChange)> {
    Craft {
        work: Box::new(move |(ticket, change), _| {
            Some(Event::Noted(match file.change(change) {
                Ok(Some(notes)) => Noted::Kept(*ticket, notes),
                Ok(None) => Noted::Nowhere,
                Err(error) => Noted::Failed(visible(&format!("{error:#}")).into_owned()),
            }))
        }),
        broken: |_, reason| Event::Noted(Noted::Failed(visible(reason).into_owned())),
    }
}
