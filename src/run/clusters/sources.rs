//! Finds the files of an engine's clusters: those named and those in folders, unpacked if they are packed.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use tempfile::TempPath;

use super::unpacked::unpacked;
use crate::run::fresh::beside;
use crate::run::plain_file;

/// How deep folders are searched: a partitioned table has a folder for each value of a column.
const DEEPEST: usize = 8;
/// Bytes that are read to see whether a file is empty.
const START: u64 = 1 << 10;
/// The files of a passim folder: its passages and its pairs.
const PASSIM: [&str; 2] = ["out.json", "align.json"];
/// The extensions of documents beside a datatrove file.
const DOCUMENTS: &[&str] = &["jsonl", "json", "jsonl.gz", "json.gz", "jsonl.zst", "csv", "csv.gz"];

/// A file of rows.
#[derive(Debug)]
pub struct RowFile {
    /// The path as it was named.
    pub named: PathBuf,
    /// The path that is read.
    pub path: PathBuf,
    /// The file that has the cluster number of each row, from datatrove.
    pub numbers: Option<PathBuf>,
    /// Removes the unpacked file when dropped.
    _unpacked: Option<TempPath>,
}

impl RowFile {
    /// Opens a file; unpacks it if it is packed.
    ///
    /// # Errors
    ///
    /// Names the file and says why it cannot be read.
    pub fn open(named: &Path, numbers: Option<PathBuf>) -> Result<Self> {
        plain_file::plain(named).with_context(|| format!("{}: cannot be read", named.display()))?;
        let unpacked = unpacked(named)?;
        let path = unpacked.as_ref().map_or_else(|| named.to_path_buf(), |path| path.to_path_buf());
        Ok(Self { named: named.to_path_buf(), path, numbers, _unpacked: unpacked })
    }

    /// Whether it is empty, as some parts of an engine's output are.
    pub fn is_empty(&self) -> bool {
        let mut start = Vec::new();
        let read = File::open(&self.path).and_then(|file| file.take(START).read_to_end(&mut start));
        let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&start);
        read.is_ok_and(|read| (read as u64) < START) && start.trim_ascii().is_empty()
    }
}

/// Finds the named files of rows, and those in folders; skips empty ones.
///
/// # Errors
///
/// A file cannot be read, a folder has no files, or all files are empty.
pub fn row_files(names: &[PathBuf], texts: &[PathBuf]) -> Result<Vec<RowFile>> {
    let mut found = Vec::new();
    for name in names {
        let files = if name.is_dir() { of_folder(name)? } else { vec![name.clone()] };
        let (numbers, rows): (Vec<PathBuf>, Vec<PathBuf>) = files.into_iter().partition(|file| ends(file, "clusters"));
        if numbers.is_empty() {
            for file in &rows {
                found.push(RowFile::open(file, None)?);
            }
        }
        for file in numbers {
            let folders = [name.as_path(), file.parent().unwrap_or(Path::new("."))];
            let folders =
                folders.into_iter().chain(texts.iter().map(PathBuf::as_path)).filter(|folder| folder.is_dir());
            let stem = file.with_extension("");
            let stem = stem.file_name().unwrap_or_default();
            let short = shard(&stem.to_string_lossy());
            let stems = std::iter::once(stem.to_owned()).chain(short.map(OsString::from));
            let named = |folder: &Path, stem: OsString| {
                DOCUMENTS
                    .iter()
                    .map(|ending| beside(&folder.join(&stem), &format!(".{ending}")))
                    .find(|it| it.is_file())
            };
            let at = |folder: &Path| stems.clone().find_map(|stem| named(folder, stem));
            let documents = folders.map(at).find_map(|found| found);
            let documents = documents.ok_or_else(|| {
                anyhow!("{}: its documents are not beside it; --texts FOLDER names where they are", file.display())
            })?;
            found.push(RowFile::open(&documents, Some(file))?);
        }
    }
    let (empty, found): (Vec<RowFile>, Vec<RowFile>) = found.into_iter().partition(RowFile::is_empty);
    match empty.first().filter(|_| found.is_empty()) {
        Some(first) => bail!("{}: is empty", first.named.display()),
        None => Ok(found),
    }
}

/// The name of the document shard for a datatrove file of clusters with this name: the number has six digits there and five in the
/// documents' names.
fn shard(of_clusters: &str) -> Option<String> {
    let is_number = of_clusters.len() == 6 && of_clusters.bytes().all(|byte| byte.is_ascii_digit());
    of_clusters.strip_prefix('0').filter(|_| is_number).map(str::to_owned)
}

fn ends(file: &Path, ending: &str) -> bool {
    file.extension().is_some_and(|it| it == ending)
}

/// Lists the files of a folder and its subfolders, in order, without hidden files and the marker files that engines leave.
fn of_folder(folder: &Path) -> Result<Vec<PathBuf>> {
    let folder =
        PASSIM.iter().map(|inner| folder.join(inner)).find(|it| it.is_dir()).unwrap_or_else(|| folder.to_path_buf());
    let mut files = Vec::new();
    gather(&folder, DEEPEST, &mut files)?;
    files.sort();
    if files.is_empty() {
        bail!("{}: contains no files", folder.display());
    }
    Ok(files)
}

fn gather(folder: &Path, deep: usize, files: &mut Vec<PathBuf>) -> Result<()> {
    let cannot = || format!("{}: cannot be read", folder.display());
    for entry in fs::read_dir(folder).with_context(cannot)? {
        let path = entry.with_context(cannot)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with(['.', '_']) || ends(&path, "remove") || ends(&path, "crc") {
            continue;
        }
        if path.is_file() {
            files.push(path);
        } else if deep > 0 && path.is_dir() && !path.is_symlink() {
            gather(&path, deep - 1, files)?;
        }
    }
    Ok(())
}
