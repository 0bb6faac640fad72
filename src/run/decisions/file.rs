//! Files of decisions: one JSON object per line, only appended to, so that several people can write at the same time.
//!
//! A writer holds the lock beside the file, writes all lines at once and syncs them to disk. A line cut short by a crash is ended before
//! the next one is added, and skipped when the file is read.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::curation::ClusterDecision;
use crate::report::{Record, decision_json};
use crate::run::fresh::folder_of;
use crate::run::{kept_file, plain_file};

/// The longest line that is read, in bytes.
const LONGEST: u64 = 1 << 20;
/// Lines with problems that are reported one by one.
const MOST_SAID: usize = 5;

/// A file of decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionsFile {
    /// Its path.
    pub path: PathBuf,
}

impl DecisionsFile {
    /// Reads the decisions in the order they were written; returns the problems, one sentence each. A missing file has no decisions.
    ///
    /// # Errors
    ///
    /// Names the file and says why it cannot be read.
    pub fn each(&self, mut take: impl FnMut(ClusterDecision)) -> Result<Vec<String>> {
        let shown = self.path.display();
        let cannot = || format!("{shown}: cannot be read");
        match plain_file::plain(&self.path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            found => found.with_context(cannot)?,
        };
        let mut lines = BufReader::new(File::open(&self.path).with_context(cannot)?);
        let (mut line, mut complaints, mut bad) = (Vec::new(), Vec::new(), 0);
        for number in 1.. {
            line.clear();
            if Read::take(&mut lines, LONGEST).read_until(b'\n', &mut line).with_context(cannot)? == 0 {
                break;
            }
            if line.trim_ascii().is_empty() {
                continue;
            }
            match decision(&line) {
                Ok(decision) => take(decision),
                Err(reason) => {
                    bad += 1;
                    if bad <= MOST_SAID {
                        complaints.push(format!("{shown}:{number}: {reason}; skipped"));
                    }
                }
            }
        }
        if bad > MOST_SAID {
            complaints.push(format!("{shown}: {bad} lines were skipped"));
        }
        Ok(complaints)
    }

    /// Appends decisions, either all or none.
    ///
    /// # Errors
    ///
    /// Names the file and says why it cannot be written.
    pub fn add(&self, decisions: &[ClusterDecision]) -> Result<()> {
        let cannot = || format!("{}: cannot be written", self.path.display());
        match plain_file::plain(&self.path) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error).with_context(cannot),
            _ => {}
        }
        let _lock = kept_file::locked(&self.path)?;
        let fresh = !self.path.exists();
        let mut file = OpenOptions::new().create(true).read(true).append(true).open(&self.path).with_context(cannot)?;
        let mut text = if ends_in_line(&mut file).with_context(cannot)? { String::new() } else { "\n".to_owned() };
        decisions.iter().for_each(|decision| text.push_str(&format!("{}\n", decision_json(decision))));
        let before = file.metadata().with_context(cannot)?.len();
        let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_data());
        if written.is_err() {
            // Half a line is of no use.
            let _ = file.set_len(before);
        }
        written.with_context(cannot)?;
        if fresh {
            let _ = File::open(folder_of(&self.path)).and_then(|folder| folder.sync_all());
        }
        Ok(())
    }
}

/// Whether a file ends with a line feed, or is empty.
fn ends_in_line(file: &mut File) -> std::io::Result<bool> {
    if file.metadata()?.len() == 0 {
        return Ok(true);
    }
    let mut last = [0];
    file.seek(SeekFrom::End(-1))?;
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}

/// Reads a decision.
fn decision(line: &[u8]) -> Result<ClusterDecision, String> {
    let text = std::str::from_utf8(line).map_err(|_| "is not UTF-8".to_owned())?;
    let record = Record::of(text.trim())?;
    ClusterDecision::of(&|name| record.plain(name))
}
