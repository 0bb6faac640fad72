//! The state: what the reader has reviewed, and where notes and sets are kept.
//!
//! Reviews are kept as a line for each mark that was set (`+` and sixteen hexadecimal digits) or removed (`-`). Lines are only appended,
//! each in one write, so that several programs can save at once; a line that cannot be read is skipped.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::folders;
use super::job_queue::JobKind;
use super::notes_file::NotesFile;
use super::places::StatePlace;
use super::plain_file;
use super::sets::SetFiles;
use crate::app::{Event, Review, ReviewMark, Reviewed};
use crate::text::visible;

/// The most bytes of a state file that are read: some millions of marks.
const MOST: u64 = 64 << 20;

/// Where the state is kept; nowhere if there is no place for it or it is turned off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    folder: Option<PathBuf>,
    set: SetFiles,
}

impl State {
    /// Finds the folder.
    pub fn of(place: StatePlace) -> Self {
        match place {
            StatePlace::Nowhere => Self::default(),
            StatePlace::Usual => Self { folder: folders::state(), set: SetFiles::default() },
        }
    }

    /// Keeps the state in this folder.
    #[cfg(test)]
    pub fn at(folder: PathBuf) -> Self {
        Self { folder: Some(folder), set: SetFiles::default() }
    }

    /// Where notes are kept.
    pub fn notes(&self) -> NotesFile {
        NotesFile { path: self.folder.as_ref().map(|folder| folder.join("notes.toml")) }
    }

    /// The folder for cached indexes of an engine's clusters.
    pub fn clusters(&self) -> Option<PathBuf> {
        Some(self.folder.as_ref()?.join("clusters"))
    }

    /// The same state, for the set of articles with these names.
    pub fn with_set(self, names: &[PathBuf]) -> Self {
        let set = SetFiles::of(self.folder.as_ref().map(|folder| folder.join("sets")), names);
        Self { set, ..self }
    }

    /// Where the state of the open set of articles is kept.
    pub fn set(&self) -> &SetFiles {
        &self.set
    }

    fn reviewed(&self) -> Option<PathBuf> {
        Some(self.folder.as_ref()?.join("reviewed"))
    }

    /// Reads the marks; none if the file does not exist yet.
    ///
    /// # Errors
    ///
    /// Names the file and says why it cannot be read.
    pub fn read(&self) -> Result<Reviewed> {
        let Some(path) = self.reviewed() else { return Ok(Reviewed::default()) };
        let text = match plain_file::read(&path, MOST) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Reviewed::default()),
            text => text.with_context(|| format!("{}: cannot be read", path.display()))?,
        };
        let mut reviewed = Reviewed::default();
        text.split(|byte| *byte == b'\n').filter_map(review).for_each(|review| reviewed.take(review));
        Ok(reviewed)
    }

    /// Saves that a mark was set or removed.
    ///
    /// # Errors
    ///
    /// Names the file and says why it cannot be written.
    pub fn keep(&self, review: Review) -> Result<()> {
        let Some(path) = self.reviewed() else { return Ok(()) };
        add(&path, review).with_context(|| format!("{}: cannot be written", path.display()))
    }
}

/// How a worker saves marks.
pub fn keeping(state: State) -> JobKind<Review> {
    let safe = |error: anyhow::Error| visible(&format!("{error:#}")).into_owned();
    JobKind {
        work: Box::new(move |review, _| Some(Event::Kept(state.keep(*review).map_err(safe)))),
        broken: |_, reason| Event::Kept(Err(reason.to_owned())),
    }
}

fn add(path: &Path, review: Review) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    match plain_file::plain(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let sign = if review.done { '+' } else { '-' };
    let line = format!("{sign}{:016x}\n", review.mark.0);
    OpenOptions::new().create(true).append(true).open(path)?.write_all(line.as_bytes())
}

fn review(line: &[u8]) -> Option<Review> {
    let line = std::str::from_utf8(line).ok()?.trim_end_matches('\r');
    let (done, digits) =
        line.strip_prefix('+').map(|rest| (true, rest)).or(line.strip_prefix('-').map(|rest| (false, rest)))?;
    let mark = u64::from_str_radix(digits, 16).ok().filter(|_| digits.len() == 16)?;
    Some(Review { mark: ReviewMark(mark), done })
}
