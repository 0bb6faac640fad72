//! A small file that is replaced whole, so that a crash leaves the old one or the new one; under a lock beside it if a change builds on its
//! content.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use tempfile::NamedTempFile;

use super::attributes::open_as;
use super::fresh::{Lock, Readers, folder_of, fresh_file, target};
use super::plain_file;
use super::swap::put;

/// Reads a file as text; `None` if it does not exist yet.
///
/// # Errors
///
/// Names the file and says why it cannot be read, also if it is not a plain file, larger than `most` bytes, or not UTF-8.
pub fn read(path: &Path, most: u64) -> Result<Option<String>> {
    let cannot = || format!("{}: cannot be read", path.display());
    let bytes = match plain_file::read(path, most) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        bytes => bytes.with_context(cannot)?,
    };
    String::from_utf8(bytes).map(Some).with_context(cannot)
}

/// Waits for the lock of a file, and makes its folder; dropping the lock releases it. Removes temporary files of processes that were killed
/// while saving.
///
/// # Errors
///
/// Names the file and says why it cannot be written.
pub fn locked(path: &Path) -> Result<Lock> {
    let path = &followed(path)?;
    let folder = folder_of(path);
    fs::create_dir_all(folder).with_context(|| format!("{}: cannot be made", folder.display()))?;
    let lock = Lock::on(path).with_context(|| format!("{}: cannot be locked", path.display()))?;
    lock.sweep(path);
    Ok(lock)
}

/// As [`locked`], for all files of a folder at once.
///
/// # Errors
///
/// Names the folder and says why nothing can be written in it.
pub fn locked_folder(folder: &Path) -> Result<Lock> {
    fs::create_dir_all(folder).with_context(|| format!("{}: cannot be made", folder.display()))?;
    let lock = Lock::on(folder).with_context(|| format!("{}: cannot be locked", folder.display()))?;
    lock.sweep_all(folder);
    Ok(lock)
}

fn followed(path: &Path) -> Result<PathBuf> {
    target(path).map_err(|error| anyhow!("{}: {error}", path.display()))
}

/// Replaces a file with a text, whole, and makes its folder; a link to it stays a link. Only the reader may read a new file; an existing
/// one keeps its permissions.
///
/// # Errors
///
/// Names the file and says why it cannot be written; it is then unchanged.
pub fn replace(path: &Path, text: &str) -> Result<()> {
    fresh(path, text)?.persist(followed(path)?).with_context(|| cannot(path))?;
    Ok(())
}

/// As [`replace`], if the file has not changed since it was read; returns whether it was replaced.
///
/// # Errors
///
/// As [`replace`].
pub fn replace_if(path: &Path, text: &str, before: &str) -> Result<bool> {
    put(fresh(path, text)?, &followed(path)?, before.as_bytes()).with_context(|| cannot(path))
}

/// Makes the file that will replace another.
fn fresh(path: &Path, text: &str) -> Result<NamedTempFile> {
    let path = &followed(path)?;
    let cannot = || cannot(path);
    fs::create_dir_all(folder_of(path)).with_context(cannot)?;
    let old = fs::metadata(path).ok();
    if old.as_ref().is_some_and(|old| old.permissions().readonly()) {
        bail!("{}: is read-only", path.display());
    }
    let mut fresh = fresh_file(path, Readers::Owner).with_context(cannot)?;
    old.map_or(Ok(()), |_| open_as(fresh.as_file(), path)).with_context(cannot)?;
    fresh.write_all(text.as_bytes()).and_then(|()| fresh.as_file().sync_all()).with_context(cannot)?;
    Ok(fresh)
}

fn cannot(path: &Path) -> String {
    format!("{}: cannot be written", path.display())
}
