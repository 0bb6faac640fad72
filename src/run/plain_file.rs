//! Plain files of the program's own, such as settings, rules and notes. Anything else in their place is reported and not read: a pipe may
//! block and a device may never end.

use std::fs::{self, File, FileType};
use std::io::{self, Read};
use std::path::Path;

/// Reads a plain file of at most `most` bytes.
///
/// # Errors
///
/// Says that it is no plain file, is too large, or cannot be read.
pub fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let found = plain(path)?;
    let large = || io::Error::other(format!("too large (more than {most} bytes)"));
    if found > most {
        return Err(large());
    }
    // Files that the system generates, as in /proc, have no known length.
    let mut bytes = Vec::with_capacity(usize::try_from(found).unwrap_or_default());
    File::open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(large()) } else { Ok(bytes) }
}

/// Returns the length of a plain file, as far as the system knows it.
///
/// # Errors
///
/// Says that it is no plain file, or cannot be found.
pub fn plain(path: &Path) -> io::Result<u64> {
    let found = fs::metadata(path)?;
    match kind(found.file_type()) {
        None => Ok(found.len()),
        Some(kind) => Err(io::Error::other(format!("this is {kind}, not a file"))),
    }
}

/// Names a file that is not a plain file.
fn kind(found: FileType) -> Option<&'static str> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::FileTypeExt;

        let kinds = [
            (found.is_fifo(), "a pipe"),
            (found.is_socket(), "a socket"),
            (found.is_char_device() || found.is_block_device(), "a device"),
        ];
        if let Some((_, kind)) = kinds.into_iter().find(|(is_so, _)| *is_so) {
            return Some(kind);
        }
    }
    match (found.is_file(), found.is_dir()) {
        (true, _) => None,
        (_, true) => Some("a folder"),
        _ => Some("something else"),
    }
}
