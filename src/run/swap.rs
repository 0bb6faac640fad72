//! Replaces a file with a new one so that nothing saved up to that moment is lost.
//!
//! Editors take no lock, so a check right before replacing is not enough: what an editor saves in between would be lost. Where the system
//! can, the two files are swapped instead, and the replaced one is checked afterwards. If it is not what was read, they are swapped back.

use std::io::{self, ErrorKind};
use std::path::Path;

use tempfile::NamedTempFile;

use super::fresh::is_still;

/// Replaces a file that was read as `before` (empty for a missing file) with a new one; returns whether it did. Anything else found there
/// is kept.
///
/// # Errors
///
/// The file cannot be replaced.
pub fn put(fresh: NamedTempFile, path: &Path, before: &[u8]) -> io::Result<bool> {
    if is_still(path, before) { put_unlooked(fresh, path, before) } else { Ok(false) }
}

/// As [`put`], without the check before.
pub(super) fn put_unlooked(fresh: NamedTempFile, path: &Path, before: &[u8]) -> io::Result<bool> {
    if before.is_empty() && !path.exists() {
        return match fresh.persist_noclobber(path) {
            Ok(_) => Ok(true),
            Err(refused) if refused.error.kind() == ErrorKind::AlreadyExists => Ok(false),
            // A file system that cannot refuse to overwrite does without.
            Err(refused) => Ok(refused.file.persist(path).map(|_| true)?),
        };
    }
    match exchange(fresh.path(), path) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(_) => return if is_still(path, before) { Ok(fresh.persist(path).map(|_| true)?) } else { Ok(false) },
    }
    if is_still(fresh.path(), before) {
        // The replaced file is removed with the temporary name.
        return Ok(true);
    }
    exchange(fresh.path(), path)?;
    Ok(false)
}

/// Swaps two files in one step.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};

    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_one: &Path, _other: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}
