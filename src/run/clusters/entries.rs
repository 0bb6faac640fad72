//! The parts of the index: files, places in them, and a header with the counts.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context, Result};

use super::sorter::SortedRow;
use super::sources::RowFile;
use super::table::Shape;
use crate::curation::Form;

/// Bytes before the stamp.
pub const HEAD: usize = 48;
/// The first bytes of an index: its format and version, which rises with each change in what is read from rows.
const MAGIC: u64 = 0x0002_7865_6469_6269;
/// The bits of a place that hold the offset in the file.
const OFFSET: u32 = 48;

/// A file, and how its rows say what belongs together.
#[derive(Debug)]
pub struct RowsOf {
    /// The file.
    pub file: RowFile,
    /// Whether its rows are JSON lines or a table.
    pub shape: Shape,
    /// How they say what belongs together; `None` if they are only texts, or numbered.
    pub form: Option<Form>,
    /// Whether they say what belongs together at all.
    pub tells: bool,
    /// The cluster of each row by number, in order, if another file has them. Eight bytes a row.
    pub numbers: Option<Vec<(u32, u32)>>,
}

impl RowsOf {
    /// The cluster of a row (from 1), if another file has it.
    pub fn numbered(&self, row: u64) -> Option<String> {
        let numbers = self.numbers.as_ref()?;
        let at = numbers.binary_search_by_key(&row, |(row, _)| u64::from(*row) + 1).ok()?;
        numbers.get(at).map(|(_, cluster)| cluster.to_string())
    }
}

/// Where a row begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The index of the file.
    pub file: usize,
    /// The offset in bytes.
    pub offset: u64,
}

impl Place {
    /// The place as a number that grows from file to file and from row to row.
    pub fn number(self) -> u64 {
        (self.file as u64) << OFFSET | self.offset
    }

    /// Reads a place from such a number.
    pub fn of(number: u64) -> Self {
        Self { file: (number >> OFFSET) as usize, offset: number & ((1 << OFFSET) - 1) }
    }
}

/// Which text of a row is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// The whole row is one text.
    Whole,
    /// The first text of a pair.
    Left,
    /// The second text of a pair.
    Right,
    /// No text, only the name of the cluster.
    Name,
}

impl Flag {
    /// A number that also holds the row's length and number.
    pub fn packed(self, length: u64, number: u64) -> u64 {
        length.min((1 << 30) - 1) << 34 | (self as u64) << 32 | number & 0xffff_ffff
    }

    /// Reads the flag from such a number.
    pub fn of(packed: u64) -> Self {
        [Flag::Whole, Flag::Left, Flag::Right, Flag::Name][(packed >> 32 & 3) as usize]
    }
}

/// The place of a row of a cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowEntry {
    /// Where it begins.
    pub place: Place,
    /// Which text of it is meant.
    pub flag: Flag,
    /// Its length in bytes.
    pub length: u64,
    /// Its number, from 1.
    pub number: u64,
}

impl RowEntry {
    /// Reads it from an entry.
    pub fn of(entry: &SortedRow) -> Self {
        let [_, _, place, packed] = *entry;
        Self { place: Place::of(place), flag: Flag::of(packed), length: packed >> 34, number: packed & 0xffff_ffff }
    }
}

/// What an index contains.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowTally {
    /// Bytes of the stamp.
    pub stamp: u64,
    /// The number of entries.
    pub entries: u64,
    /// The number of clusters with two or more texts, and of those that count even with one.
    pub clusters: u64,
    /// The number of texts in them.
    pub members: u64,
    /// The number of texts in no cluster.
    pub alone: u64,
}

impl RowTally {
    /// The head of the index.
    pub fn head(&self) -> Vec<u8> {
        let numbers = [MAGIC, self.stamp, self.entries, self.clusters, self.members, self.alone];
        numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
    }

    /// Reads the head of an index; `None` if it has another format.
    ///
    /// # Errors
    ///
    /// The disk fails.
    pub fn read(from: &mut impl Read) -> io::Result<Option<Self>> {
        let mut numbers = [0; 6];
        for number in &mut numbers {
            let mut bytes = [0; 8];
            from.read_exact(&mut bytes)?;
            *number = u64::from_le_bytes(bytes);
        }
        let [magic, stamp, entries, clusters, members, alone] = numbers;
        Ok((magic == MAGIC).then_some(Self { stamp, entries, clusters, members, alone }))
    }
}

/// Reads a file of cluster numbers: pairs of four-byte numbers, the row and its cluster.
///
/// # Errors
///
/// The file cannot be read.
pub fn numbers(path: &Path) -> Result<Vec<(u32, u32)>> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|mut file| file.read_to_end(&mut bytes))
        .with_context(|| format!("{}: cannot be read", path.display()))?;
    let number = |bytes: &[u8]| bytes.iter().rev().fold(0u32, |number, byte| number << 8 | u32::from(*byte));
    let mut numbers: Vec<(u32, u32)> =
        bytes.chunks_exact(8).map(|pair| (number(&pair[..4]), number(&pair[4..]))).collect();
    numbers.sort_unstable();
    Ok(numbers)
}
