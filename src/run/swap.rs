//! Replaces a file with a new one so that nothing saved up to that moment is lost.
//!
//! An editor knows no lock, so a last look right before is not enough: what it saves between the look and the replacing would be gone.
//! Where the system can, the two files change places instead, and what came out is looked at afterwards. If it is not what was read,
//! they change back.

use std::io::{self, ErrorKind};
use std::path::Path;

use tempfile::NamedTempFile;

use super::fresh::is_still;

/// Puts a fresh file in place of another that was read as `before`, empty where there was none; tells whether it did. If anything else
/// stands there by now, that stays.
///
/// # Errors
///
/// The file cannot be replaced.
pub fn put(fresh: NamedTempFile, path: &Path, before: &[u8]) -> io::Result<bool> {
    if is_still(path, before) { put_unlooked(fresh, path, before) } else { Ok(false) }
}

/// As [`put`], without the look before.
pub(super) fn put_unlooked(fresh: NamedTempFile, path: &Path, before: &[u8]) -> io::Result<bool> {
    if before.is_empty() && !path.exists() {
        return match fresh.persist_noclobber(path) {
            Ok(_) => Ok(true),
            Err(refused) if refused.error.kind() == ErrorKind::AlreadyExists => Ok(false),
            // A disk that cannot tell does without.
            Err(refused) => Ok(refused.file.persist(path).map(|_| true)?),
        };
    }
    match exchange(fresh.path(), path) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(_) => return if is_still(path, before) { Ok(fresh.persist(path).map(|_| true)?) } else { Ok(false) },
    }
    if is_still(fresh.path(), before) {
        // What was replaced goes with the name of the fresh file.
        return Ok(true);
    }
    exchange(fresh.path(), path)?;
    Ok(false)
}

/// Lets two files change places in one step.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};

    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_one: &Path, _other: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}
