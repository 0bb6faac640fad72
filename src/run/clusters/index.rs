//! The index of an engine's clusters: the places of their rows, on disk. It is cached beside the state.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::TempPath;

use super::build::{ClusterFiles, built, files, hash, stamp};
use super::entries::{Flag, HEAD, RowEntry, RowTally, RowsOf};
use super::sorter::{SortedRow, WIDTH, read};
use crate::curation::Form;
use crate::text::fingerprint;

/// Entries that are read at once (chosen: two megabytes).
const AT_ONCE: u64 = 1 << 16;

/// The places of the rows of each cluster.
#[derive(Debug)]
pub struct ClusterIndex {
    /// The files.
    pub files: Vec<RowsOf>,
    /// What it contains.
    pub tally: RowTally,
    /// What could not be read, one sentence each.
    pub complaints: Vec<String>,
    path: PathBuf,
    _fresh: Option<TempPath>,
}

/// The entries of a cluster, as a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entries {
    /// The number of its texts.
    pub size: u64,
    start: u64,
    count: u64,
}

impl ClusterIndex {
    /// Finds the rows of each cluster; uses the cached index in `folder` if the files have not changed.
    ///
    /// # Errors
    ///
    /// A file cannot be read, or the disk is full.
    pub fn of(asked: &ClusterFiles, folder: Option<&Path>) -> Result<Self> {
        let files = files(asked)?;
        let stamp = stamp(asked, &files);
        let path = folder.map(|folder| folder.join(format!("{:016x}.index", fingerprint(stamp.as_bytes()))));
        if let Some(path) = &path
            && let Some(tally) = known(path, &stamp)
        {
            return Ok(Self { files, tally, complaints: Vec::new(), path: path.clone(), _fresh: None });
        }
        let (fresh, complaints) = built(asked, &files, &stamp)?;
        let tally = RowTally::read(&mut File::open(fresh.path())?)?.unwrap_or_default();
        // Problems must be reported each time, so an index with problems is not cached.
        if let Some(path) = path.filter(|_| complaints.is_empty())
            && kept(fresh.path(), &path).is_ok()
        {
            return Ok(Self { files, tally, complaints, path, _fresh: None });
        }
        let fresh = fresh.into_temp_path();
        Ok(Self { files, tally, complaints, path: fresh.to_path_buf(), _fresh: Some(fresh) })
    }

    /// Returns the cluster at a rank, the largest first.
    ///
    /// # Errors
    ///
    /// The index cannot be read.
    pub fn entries(&self, at: u64) -> Result<Entries> {
        let [size, _, start, count] = self.read(self.tally.entries + at, 1)?.pop().unwrap_or([u64::MAX, 0, 0, 0]);
        Ok(Entries { size: u64::MAX - size, start, count })
    }

    /// Returns the places of a cluster's rows, at most this many.
    ///
    /// # Errors
    ///
    /// The index cannot be read.
    pub fn rows(&self, entries: Entries, most: u64) -> Result<Vec<RowEntry>> {
        let mut rows = self.read(entries.start, entries.count.min(most))?;
        rows.sort_unstable_by_key(|entry| (Flag::of(entry[3]) != Flag::Name, entry[2], entry[3]));
        Ok(rows.iter().map(RowEntry::of).collect())
    }

    /// Whether it lacks a cluster of one of these names, because that has only one text. Clusters of pairs have no names of their own.
    ///
    /// # Errors
    ///
    /// The index cannot be read.
    pub fn lacks(&self, names: &BTreeSet<String>) -> Result<bool> {
        let mut left: BTreeSet<u64> = names.iter().map(|name| hash("c", name)).collect();
        let is_paired = |rows: &RowsOf| matches!(rows.form, Some(Form::Paired(..) | Form::Bare));
        if self.files.iter().any(is_paired) {
            return Ok(false);
        }
        let mut at = 0;
        while at < self.tally.entries && !left.is_empty() {
            for [cluster, ..] in self.read(at, AT_ONCE.min(self.tally.entries - at))? {
                left.remove(&cluster);
            }
            at += AT_ONCE;
        }
        Ok(!left.is_empty())
    }

    fn read(&self, at: u64, count: u64) -> Result<Vec<SortedRow>> {
        let cannot = || format!("{}: cannot be read again", self.path.display());
        let mut file = File::open(&self.path).with_context(cannot)?;
        file.seek(SeekFrom::Start(HEAD as u64 + self.tally.stamp + at * WIDTH as u64)).with_context(cannot)?;
        let mut bytes = io::BufReader::new(file.take(count * WIDTH as u64));
        let mut entries = Vec::new();
        while let Some(entry) = read(&mut bytes).with_context(cannot)? {
            entries.push(entry);
        }
        Ok(entries)
    }
}

/// Reads a cached index, if there is one and the files have not changed.
fn known(path: &Path, stamp: &str) -> Option<RowTally> {
    let mut file = File::open(path).ok()?;
    let tally = RowTally::read(&mut file).ok()??;
    let length = fs::metadata(path).ok()?.len();
    let whole = HEAD as u64 + tally.stamp + (tally.entries + tally.clusters) * WIDTH as u64;
    let mut said = vec![0; usize::try_from(tally.stamp).ok().filter(|_| tally.stamp == stamp.len() as u64)?];
    file.read_exact(&mut said).ok()?;
    (length == whole && said == stamp.as_bytes()).then_some(tally)
}

/// Caches a new index, whole or not at all.
fn kept(fresh: &Path, path: &Path) -> Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let _lock = crate::run::kept_file::locked_folder(folder)?;
    let mut to = crate::run::fresh::fresh_file(path, crate::run::fresh::Readers::Owner)?;
    io::copy(&mut File::open(fresh)?, to.as_file_mut())?;
    to.persist(path)?;
    Ok(())
}
