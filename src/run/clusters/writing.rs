//! Writes the index: the entries of all clusters with two or more texts, then the clusters, the largest first.

use std::collections::BTreeSet;
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
pub fn write(sorter: Sorter, stamp: &str, lone: Lone) -> Result<NamedTempFile> {
    let mut file = NamedTempFile::new().context("cannot write the index of rows")?;
    write_to(file.as_file_mut(), sorter, stamp, lone).context("cannot write the index of rows")?;
    Ok(file)
}

fn write_to(file: &mut File, sorter: Sorter, stamp: &str, Lone { alone, even }: Lone) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(PIECE, file);
    out.write_all(&[0; HEAD])?;
    out.write_all(stamp.as_bytes())?;
    let tally = RowTally { stamp: stamp.len() as u64, alone, ..RowTally::default() };
    let mut writing = EntryWriter {
        out,
        clusters: Sorter::default(),
        tally,
        even,
        cluster: 0,
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

/// Texts that stand alone.
#[derive(Clone, Debug, Default)]
pub struct Lone {
    /// How many are in no cluster.
    pub alone: u64,
    /// The clusters that count even with one text.
    pub even: BTreeSet<u64>,
}

struct EntryWriter<'f> {
    out: BufWriter<&'f mut File>,
    clusters: Sorter,
    tally: RowTally,
    even: BTreeSet<u64>,
    cluster: u64,
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
        self.cluster = entry[0];
        self.pending.push(entry);
        if self.size < 2 {
            return Ok(());
        }
        self.put()
    }

    fn put(&mut self) -> io::Result<()> {
        self.tally.entries += self.pending.len() as u64;
        self.pending.drain(..).try_for_each(|entry| self.out.write_all(&written(&entry)))
    }

    /// Completes a cluster.
    fn close(&mut self) -> io::Result<()> {
        if self.size == 1 && self.even.contains(&self.cluster) {
            self.put()?;
        }
        if self.pending.is_empty() && self.size > 0 {
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
