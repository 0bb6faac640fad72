//! Writes the index: the entries of all clusters with two or more texts, then the clusters, the largest first.

use std::fs::File;
use std::io::{self, BufWriter, Seek, SeekFrom, Write};

use anyhow::{Context, Result};
use tempfile::NamedTempFile;

use super::entries::{Flag, HEAD, RowTally};
use super::sorter::{SortedRow, Sorter, written};

/// Bytes that are written at once.
const PIECE: usize = 1 << 20;

/// Writes the head, the entries of all clusters with two or more texts, and the clusters, the largest first.
///
/// # Errors
///
/// The disk is full.
pub fn write(sorter: Sorter, stamp: &str, alone: u64) -> Result<NamedTempFile> {
    let mut file = NamedTempFile::new().context("cannot write the index of rows")?;
    write_to(file.as_file_mut(), sorter, stamp, alone).context("cannot write the index of rows")?;
    Ok(file)
}

fn write_to(file: &mut File, sorter: Sorter, stamp: &str, alone: u64) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(PIECE, file);
    out.write_all(&[0; HEAD])?;
    out.write_all(stamp.as_bytes())?;
    let tally = RowTally { stamp: stamp.len() as u64, alone, ..RowTally::default() };
    let mut writing = EntryWriter {
        out,
        clusters: Sorter::default(),
        tally,
        pending: Vec::new(),
        start: 0,
        size: 0,
        first: u64::MAX,
    };
    let mut last = None;
    sorter.finish(|entry| {
        let (cluster, order) = (entry[0], entry[1]);
        if last == Some((cluster, order)) {
            return Ok(());
        }
        if last.is_none_or(|(before, _)| before != cluster) {
            writing.close()?;
        }
        last = Some((cluster, order));
        writing.take(entry)
    })?;
    writing.close()?;
    let EntryWriter { mut out, clusters, tally, .. } = writing;
    clusters.finish(|entry| out.write_all(&written(&entry)))?;
    out.seek(SeekFrom::Start(0))?;
    out.write_all(&tally.head())?;
    out.flush()
}

struct EntryWriter<'f> {
    out: BufWriter<&'f mut File>,
    clusters: Sorter,
    tally: RowTally,
    /// Entries of a cluster that are not written yet, because it may turn out to have only one text.
    pending: Vec<SortedRow>,
    start: u64,
    size: u64,
    first: u64,
}

impl EntryWriter<'_> {
    fn take(&mut self, entry: SortedRow) -> io::Result<()> {
        if Flag::of(entry[3]) != Flag::Name {
            self.size += 1;
            self.first = self.first.min(entry[2]);
        }
        self.pending.push(entry);
        if self.size < 2 {
            return Ok(());
        }
        self.tally.entries += self.pending.len() as u64;
        self.pending.drain(..).try_for_each(|entry| self.out.write_all(&written(&entry)))
    }

    /// Completes a cluster.
    fn close(&mut self) -> io::Result<()> {
        if self.size > 1 {
            self.tally.clusters += 1;
            self.tally.members += self.size;
            self.clusters.push([u64::MAX - self.size, self.first, self.start, self.tally.entries - self.start])?;
        } else {
            self.tally.alone += self.size;
            self.pending.clear();
        }
        (self.start, self.size, self.first) = (self.tally.entries, 0, u64::MAX);
        Ok(())
    }
}
