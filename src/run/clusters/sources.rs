//! The files in which an engine's clusters stand: those named, those of a folder, what is packed unpacked beside.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use tempfile::TempPath;

use super::unpacked::unpacked;
use crate::run::fresh::beside;
use crate::run::plain_file;

/// Folders in folders that are gone into: a table parted by some columns has one for each.
const DEEPEST: usize = 8;
/// Bytes by which it is seen that nothing stands in a file.
const START: u64 = 1 << 10;
/// What a folder of passim's keeps its passages in, and its pairs.
const PASSIM: [&str; 2] = ["out.json", "align.json"];
/// The endings of documents beside a file of datatrove's.
const DOCUMENTS: &[&str] = &["jsonl", "json", "jsonl.gz", "json.gz", "jsonl.zst", "csv", "csv.gz"];

/// A file of rows.
#[derive(Debug)]
pub struct RowFile {
    /// The file as it was named.
    pub named: PathBuf,
    /// Where it is read.
    pub path: PathBuf,
    /// What says by number to which cluster each row belongs: a file of datatrove's.
    pub numbers: Option<PathBuf>,
    /// Takes away what was unpacked.
    _unpacked: Option<TempPath>,
}

impl RowFile {
    /// Opens a file, unpacked where it is packed.
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

    /// Whether nothing stands in it: engines leave such parts.
    pub fn is_empty(&self) -> bool {
        let mut start = Vec::new();
        let read = File::open(&self.path).and_then(|file| file.take(START).read_to_end(&mut start));
        let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&start);
        read.is_ok_and(|read| (read as u64) < START) && start.trim_ascii().is_empty()
    }
}

/// Finds the files of rows that are named, and those of the folders; empty ones are passed over.
///
/// # Errors
///
/// Names what cannot be read, a folder in which nothing is, or a file where all are empty.
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

/// The name of a shard of documents whose clusters stand in a file of this name: datatrove writes its number in six digits there, and in five
/// where the documents are.
fn shard(of_clusters: &str) -> Option<String> {
    let is_number = of_clusters.len() == 6 && of_clusters.bytes().all(|byte| byte.is_ascii_digit());
    of_clusters.strip_prefix('0').filter(|_| is_number).map(str::to_owned)
}

fn ends(file: &Path, ending: &str) -> bool {
    file.extension().is_some_and(|it| it == ending)
}

/// Lists the files of a folder and of those in it, in order, but for hidden ones and the marks that engines leave.
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
