//! Plain files of the program's own, as settings, rules and notes are: whatever else stands in their place is named and not read, since
//! a pipe may wait for ever and a device never end.

use std::fs::{self, File, FileType};
use std::io::{self, Read};
use std::path::Path;

/// Reads a plain file of no more than `most` bytes.
///
/// # Errors
///
/// Says what it is if it is no plain file, that it is too large, or why it cannot be read.
pub fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let found = plain(path)?;
    let large = || io::Error::other(format!("too large (more than {most} bytes)"));
    if found > most {
        return Err(large());
    }
    // What the system makes up as it is read, as below /proc, does not say how long it is.
    let mut bytes = Vec::with_capacity(usize::try_from(found).unwrap_or_default());
    File::open(path)?.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(large()) } else { Ok(bytes) }
}

/// The length of a plain file, as far as the system tells.
///
/// # Errors
///
/// Says what it is if it is no plain file, or why it cannot be found.
pub fn plain(path: &Path) -> io::Result<u64> {
    let found = fs::metadata(path)?;
    match kind(found.file_type()) {
        None => Ok(found.len()),
        Some(kind) => Err(io::Error::other(format!("this is {kind}, not a file"))),
    }
}

/// Names what is no plain file.
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
