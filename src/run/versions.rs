//! Reads the two versions of a text. An empty or missing file is a version too.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};

use super::loader::{version_bytes, version_text, versions_parted};
use super::opening::Openers;
use super::source::Source;
use crate::article::{Article, largest, reason};
use crate::kinds::{self, Reading};
use crate::text::{Pair, Side, visible};

/// The remark when the texts were extracted from their files.
const ONLY_TEXT: &str = "only the text was compared, not the rest of the files";

/// The outcome of reading.
#[derive(Debug)]
pub enum VersionsRead {
    /// The same bytes twice.
    Same,
    /// Different bytes, not both of which are text.
    Binary,
    /// Two texts, and one sentence about each that was read by a guess.
    Texts(Box<Pair<Article>>, Vec<String>),
}

/// What to do with versions that have the same bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SameBytes {
    /// Only report that they are the same.
    Told,
    /// Read them like others.
    Read,
    /// Take them as one document, before and after its tracked changes.
    Tracked,
}

/// Reads both versions. A folder stands for the file in it with the name of the other version.
///
/// # Errors
///
/// Names what cannot be read, and says why.
pub fn versions(sources: Pair<Source>, twins: SameBytes, openers: &Openers) -> Result<VersionsRead> {
    if twins == SameBytes::Tracked {
        return tracked(&sources);
    }
    let sources = in_folders(sources)?;
    if twins == SameBytes::Told && are_large_and_same(&sources).unwrap_or(false) {
        return Ok(VersionsRead::Same);
    }
    let Some(left) = version_bytes(&sources.left)? else { return Ok(VersionsRead::Binary) };
    // Standard input can be read only once.
    let right = if sources.right.path.is_none() && sources.left.path.is_none() {
        Some(left.clone())
    } else {
        version_bytes(&sources.right)?
    };
    let Some(right) = right else { return Ok(VersionsRead::Binary) };
    versions_of_bytes(sources.map(|source| (source, false)), Pair::new(left, right), twins, openers)
}

/// Returns the two versions in these bytes, each with its origin and whether it was extracted.
///
/// # Errors
///
/// Says why one cannot be read.
pub fn versions_of_bytes(
    sources: Pair<(Source, bool)>,
    bytes: Pair<Vec<u8>>,
    twins: SameBytes,
    openers: &Openers,
) -> Result<VersionsRead> {
    let apart = sources.as_ref().map(|(_, apart)| *apart);
    let mut sources = sources.map(|(source, _)| source);
    if twins == SameBytes::Told && bytes.left == bytes.right {
        return Ok(VersionsRead::Same);
    }
    let mut complaints = Vec::new();
    let mut decoded = Vec::with_capacity(2);
    for side in Side::BOTH {
        match version_text(&sources[side], &bytes[side], openers) {
            Ok(Some(text)) => decoded.push(text),
            Ok(None) => return Ok(VersionsRead::Binary),
            Err(reason) => bail!("{}: {reason}", sources[side].shown),
        }
    }
    let (Some(right), Some(left)) = (decoded.pop(), decoded.pop()) else { return Ok(VersionsRead::Binary) };
    let decoded = Pair::new(left, right);
    for side in Side::BOTH {
        let name = visible(&sources[side].shown);
        complaints.extend(decoded[side].remarks.iter().map(|remark| format!("{name}: {remark}")));
    }
    if decoded.left.extracted || decoded.right.extracted {
        complaints.push(ONLY_TEXT.to_owned());
    }
    for side in Side::BOTH.into_iter().filter(|side| apart[*side]) {
        sources[side].path = None;
    }
    Ok(VersionsRead::Texts(Box::new(articles(&sources, decoded)?), complaints))
}

/// Reads a text; `None` if it is not text.
///
/// # Errors
///
/// Says why it cannot be read.
pub fn version(source: &Source, openers: &Openers) -> Result<Option<Article>> {
    let Some(bytes) = version_bytes(source)? else { return Ok(None) };
    let reading = version_text(source, &bytes, openers).map_err(|reason| anyhow!("{}: {reason}", source.shown))?;
    Ok(reading.and_then(|reading| versions_parted(vec![(source, reading)]).pop()))
}

/// Reads both versions of a document with tracked changes.
fn tracked(sources: &Pair<Source>) -> Result<VersionsRead> {
    let shown = &sources.right.shown;
    let Some(bytes) = version_bytes(&sources.right)? else { bail!("{shown}: is not a Word document") };
    match kinds::drafts(&bytes) {
        Ok(Some([before, after])) => {
            let remarks = after.remarks.iter().map(|remark| format!("{}: {remark}", visible(shown)));
            let complaints = remarks.chain([ONLY_TEXT.to_owned()]).collect();
            Ok(VersionsRead::Texts(Box::new(articles(sources, Pair::new(before, after))?), complaints))
        }
        Ok(None) => bail!("{shown}: no changes are tracked in it; a diff needs two files"),
        Err(refused) => bail!("{shown}: {}", refused.reason),
    }
}

/// The two files of which one was named by its folder.
///
/// # Errors
///
/// Both are folders, the file has no name or is not there, or the folder has no file of its name.
pub fn in_folders(sources: Pair<Source>) -> Result<Pair<Source>> {
    let folder = sources.as_ref().map(|source| source.path.as_ref().is_some_and(|path| path.is_dir()));
    if folder.left && folder.right {
        bail!("{} and {} are folders; a diff needs two files", sources.left.shown, sources.right.shown);
    }
    let mut inside = sources.clone();
    for side in Side::BOTH.into_iter().filter(|side| folder[*side]) {
        let name = sources[side.other()].path.as_ref().and_then(|path| path.file_name());
        let (Some(name), Some(path)) = (name, &sources[side].path) else {
            bail!("{}: is a folder", sources[side].shown)
        };
        let other = sources[side.other()].path.as_deref();
        if let Some(error) = other.and_then(|path| path.symlink_metadata().err()) {
            bail!("{}: {}", sources[side.other()].shown, reason(&error));
        }
        let named = path.join(name);
        if named.symlink_metadata().is_err() {
            bail!("{}: no file {} in it", sources[side].shown, name.display());
        }
        inside[side] = Source::named(named);
    }
    Ok(inside)
}

/// Whether both files have the same bytes and are too long to be read.
fn are_large_and_same(sources: &Pair<Source>) -> io::Result<bool> {
    let (Some(left), Some(right)) = (&sources.left.path, &sources.right.path) else { return Ok(false) };
    let length = |path: &PathBuf| fs::metadata(path).map(|found| if found.is_file() { found.len() } else { 0 });
    let left_length = length(left)?;
    if left_length <= largest() as u64 || length(right)? != left_length {
        return Ok(false);
    }
    same_bytes(left, right)
}

/// Whether two files have the same bytes; they are read up to where they differ.
///
/// # Errors
///
/// One cannot be read.
pub fn same_bytes(left: &Path, right: &Path) -> io::Result<bool> {
    let [mut left, mut right] = [BufReader::new(File::open(left)?), BufReader::new(File::open(right)?)];
    loop {
        let (one, other) = (left.fill_buf()?, right.fill_buf()?);
        let both = one.len().min(other.len());
        if both == 0 || one.get(..both) != other.get(..both) {
            return Ok(one.is_empty() && other.is_empty());
        }
        left.consume(both);
        right.consume(both);
    }
}

fn articles(sources: &Pair<Source>, texts: Pair<Reading>) -> Result<Pair<Article>> {
    let parted = versions_parted(vec![(&sources.left, texts.left), (&sources.right, texts.right)]);
    match <[Article; 2]>::try_from(parted) {
        Ok([left, right]) => Ok(Pair::new(left, right)),
        Err(_) => bail!("the texts could not be split into words"),
    }
}
