//! Sorts any number of entries in bounded memory, on disk if they do not fit.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, ErrorKind, Read, Seek, SeekFrom, Write};

use tempfile::tempfile;

/// Four numbers, ordered by the first, then by the next.
pub type SortedRow = [u64; 4];

/// Bytes of an entry in a file.
pub const WIDTH: usize = 32;
/// Entries that are sorted in memory at once: 32 MB.
const AT_ONCE: usize = 1 << 20;

/// Sorts entries.
#[derive(Debug, Default)]
pub struct Sorter {
    some: Vec<SortedRow>,
    runs: Vec<File>,
}

impl Sorter {
    /// Adds an entry.
    ///
    /// # Errors
    ///
    /// The disk is full.
    pub fn push(&mut self, entry: SortedRow) -> io::Result<()> {
        self.some.push(entry);
        if self.some.len() < AT_ONCE { Ok(()) } else { self.spill() }
    }

    fn spill(&mut self) -> io::Result<()> {
        self.some.sort_unstable();
        let mut run = BufWriter::new(tempfile()?);
        self.some.iter().try_for_each(|entry| run.write_all(&written(entry)))?;
        let mut run = run.into_inner().map_err(|error| error.into_error())?;
        run.seek(SeekFrom::Start(0))?;
        self.runs.push(run);
        self.some.clear();
        Ok(())
    }

    /// Passes all entries to `take`, in order.
    ///
    /// # Errors
    ///
    /// The disk fails, or `take` does.
    pub fn finish(mut self, mut take: impl FnMut(SortedRow) -> io::Result<()>) -> io::Result<()> {
        if self.runs.is_empty() {
            self.some.sort_unstable();
            return self.some.into_iter().try_for_each(take);
        }
        if !self.some.is_empty() {
            self.spill()?;
        }
        self.some = Vec::new();
        let mut runs: Vec<BufReader<File>> = self.runs.into_iter().map(BufReader::new).collect();
        let mut next = BinaryHeap::with_capacity(runs.len());
        for (at, run) in runs.iter_mut().enumerate() {
            next.extend(read(run)?.map(|entry| Reverse((entry, at))));
        }
        while let Some(Reverse((entry, at))) = next.pop() {
            take(entry)?;
            let Some(run) = runs.get_mut(at) else { continue };
            next.extend(read(run)?.map(|entry| Reverse((entry, at))));
        }
        Ok(())
    }
}

/// An entry as bytes.
pub fn written(entry: &SortedRow) -> [u8; WIDTH] {
    let mut bytes = [0; WIDTH];
    bytes.chunks_exact_mut(8).zip(entry).for_each(|(place, number)| place.copy_from_slice(&number.to_le_bytes()));
    bytes
}

/// Reads an entry; `None` at the end.
///
/// # Errors
///
/// The disk fails.
pub fn read(from: &mut impl Read) -> io::Result<Option<SortedRow>> {
    let mut bytes = [0; WIDTH];
    match from.read_exact(&mut bytes) {
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(None),
        read => read?,
    }
    let mut entry = [0; 4];
    entry.iter_mut().zip(bytes.chunks_exact(8)).for_each(|(number, place)| {
        *number = place.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte));
    });
    Ok(Some(entry))
}
