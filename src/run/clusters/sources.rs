//! The files in which an engine's clusters stand: those named, those of a folder, what is packed unpacked beside.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use flate2::read::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;
use tempfile::{NamedTempFile, TempPath};

use crate::run::fresh::beside;
use crate::run::plain_file;

/// What gzip and zstd begin with.
const GZIP: &[u8] = &[0x1f, 0x8b];
const ZSTD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];
/// The most bytes of a file that are unpacked: more than any disk it would be unpacked to has to spare.
const MOST: u64 = 1 << 40;
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
        let cannot = || format!("{}: cannot be read", named.display());
        plain_file::plain(named).with_context(cannot)?;
        let mut start = Vec::new();
        File::open(named).and_then(|file| file.take(4).read_to_end(&mut start)).with_context(cannot)?;
        let unpacked = match start.as_slice() {
            start if start.starts_with(GZIP) => Some(unpacked(named, gunzip)),
            start if start.starts_with(ZSTD) => Some(unpacked(named, unzstd)),
            _ => None,
        };
        let unpacked = unpacked.transpose().with_context(|| format!("{}: cannot be unpacked", named.display()))?;
        let path = unpacked.as_ref().map_or_else(|| named.to_path_buf(), |path| path.to_path_buf());
        Ok(Self { named: named.to_path_buf(), path, numbers, _unpacked: unpacked })
    }
}

/// Finds the files of rows that are named, and those of the folders.
///
/// # Errors
///
/// Names what cannot be read, or a folder in which nothing is.
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
    Ok(found)
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

/// Lists the files of a folder in order, but for hidden ones and the marks that engines leave.
fn of_folder(folder: &Path) -> Result<Vec<PathBuf>> {
    let folder =
        PASSIM.iter().map(|inner| folder.join(inner)).find(|it| it.is_dir()).unwrap_or_else(|| folder.to_path_buf());
    let cannot = || format!("{}: cannot be read", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder).with_context(cannot)? {
        let path = entry.with_context(cannot)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_file() && !name.starts_with(['.', '_']) && !ends(&path, "remove") && !ends(&path, "crc") {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        bail!("{}: contains no files", folder.display());
    }
    Ok(files)
}

fn unpacked(named: &Path, unpack: fn(BufReader<File>, &mut File) -> io::Result<()>) -> io::Result<TempPath> {
    let mut to = NamedTempFile::new()?;
    unpack(BufReader::new(File::open(named)?), to.as_file_mut())?;
    Ok(to.into_temp_path())
}

fn gunzip(from: BufReader<File>, to: &mut File) -> io::Result<()> {
    bounded(&mut MultiGzDecoder::new(from), to)
}

fn unzstd(mut from: BufReader<File>, to: &mut File) -> io::Result<()> {
    while !from.fill_buf()?.is_empty() {
        let broken = |error| io::Error::other(format!("{error}"));
        bounded(&mut StreamingDecoder::new(&mut from).map_err(broken)?, to)?;
    }
    Ok(())
}

fn bounded(from: &mut dyn Read, to: &mut File) -> io::Result<()> {
    match io::copy(&mut from.take(MOST), to)? {
        MOST => Err(io::Error::other("is too long unpacked")),
        _ => Ok(()),
    }
}
