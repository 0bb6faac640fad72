//! The notes file, changed so that no note is ever lost.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};

use super::job_queue::JobKind;
use super::kept_file::{locked, read, replace_if};
use crate::app::{Event, NoteChange, Noted, Notes, NotesText};
use crate::text::visible;

/// The most bytes of a notes file that are read.
const MOST: u64 = 16 << 20;
/// How often a change is tried again if an editor saves meanwhile.
const TRIES: usize = 5;

/// Where notes are kept; nowhere if there is no place for them or they are off.
#[derive(Clone, Debug, Default)]
pub struct NotesFile {
    /// The file, which may not exist yet.
    pub path: Option<PathBuf>,
}

impl NotesFile {
    /// Reads all notes.
    ///
    /// # Errors
    ///
    /// Names the file and says why it cannot be read; an error in it with line and column.
    pub fn read(&self) -> Result<Notes> {
        Ok(self.parse()?.notes())
    }

    /// Applies a change to what is on disk now; returns all notes after it, or `None` if none are kept. A file that cannot be read is left
    /// unchanged.
    ///
    /// # Errors
    ///
    /// As [`NotesFile::read`], or says why it cannot be written.
    pub fn change(&self, change: &NoteChange) -> Result<Option<Notes>> {
        let Some(path) = &self.path else { return Ok(None) };
        let _lock = locked(path)?;
        for _ in 0..TRIES {
            let there = read(path, MOST)?.unwrap_or_default();
            let mut text = self.parsed(&there)?;
            let before = text.text();
            text.change(change);
            let after = text.text();
            if after == before {
                return Ok(Some(text.notes()));
            }
            NotesText::parse(&after).map_err(|misread| anyhow!("the note could not be read back: {misread}"))?;
            // Editors take no lock: what one saved meanwhile is read, and the change is applied to that.
            if replace_if(path, &after, &there)? {
                return Ok(Some(text.notes()));
            }
        }
        bail!("{}: another program has changed it meanwhile; try again", path.display())
    }

    fn parse(&self) -> Result<NotesText> {
        let Some(path) = &self.path else { return Ok(NotesText::default()) };
        self.parsed(&read(path, MOST)?.unwrap_or_default())
    }

    fn parsed(&self, text: &str) -> Result<NotesText> {
        let shown = self.path.as_deref().unwrap_or(Path::new("")).display();
        NotesText::parse(text).map_err(|misread| anyhow!("{shown}:{misread}"))
    }
}

/// How a worker saves notes.
pub fn noting(file: NotesFile) -> JobKind<(u64, NoteChange)> {
    JobKind {
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
