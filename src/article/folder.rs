//! The files of a folder that may be articles.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::kinds::{Kind, Reader};

/// The contents of a folder.
#[derive(Debug, Default)]
pub struct Contents {
    /// The files, ordered by path, with numbers in names in numeric order.
    pub files: Vec<PathBuf>,
    /// The kinds of files skipped because of their extensions.
    pub passed: Vec<Kind>,
    /// What could not be read, with the reason.
    pub unreadable: Vec<(PathBuf, io::Error)>,
}

/// Finds the files in `folder` and the folders in it.
///
/// Hidden files, backups and files whose extension says that they are not text are skipped. Links to files are followed; links to folders
/// are not, because they may form a loop or lead out to the whole disk.
pub fn contents(folder: &Path) -> Contents {
    let mut found = Contents::default();
    look_into(folder, &mut found);
    found
}

/// Adds the folders inside `folder`, at any depth, in which [`contents`] finds files.
pub fn folders_in(folder: &Path, found: &mut BTreeSet<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let inner = entries.flatten().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    for path in inner.map(|entry| entry.path()).filter(|path| may_be_text(path)) {
        folders_in(&path, found);
        found.extend(path.canonicalize().ok());
    }
}

fn look_into(folder: &Path, found: &mut Contents) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => return found.unreadable.push((folder.join(""), error)),
    };
    let mut paths = Vec::new();
    for entry in entries {
        match entry {
            Ok(entry) => paths.push(entry.path()),
            Err(error) => found.unreadable.push((folder.join(""), error)),
        }
    }
    paths.retain(|path| may_be_text(path));
    paths.sort_by(|a, b| naturally(&last_part(a), &last_part(b)).then_with(|| a.cmp(b)));
    for path in paths {
        if path.is_file() {
            match unread(&path) {
                Some(kind) => found.passed.push(kind),
                None => found.files.push(path),
            }
        } else if path.is_dir() && !path.is_symlink() {
            look_into(&path, found);
        }
    }
}

fn last_part(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn may_be_text(path: &Path) -> bool {
    let name = last_part(path);
    !name.starts_with('.') && !name.ends_with('~') && !is_backup(path)
}

/// Whether a file is called as a backup of one that is beside it: `left.txt.bak`.
fn is_backup(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    matches!(ending.as_str(), "bak" | "orig") && path.with_extension("").is_file()
}

/// Returns the kind of a file whose extension says that it cannot be read.
fn unread(path: &Path) -> Option<Kind> {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    Kind::of_ending(&ending).filter(|kind| kind.reader() == Reader::None)
}

/// Compares names in natural order: `page 9` comes before `page 10`.
fn naturally(mut a: &str, mut b: &str) -> Ordering {
    while !a.is_empty() && !b.is_empty() {
        let (head_a, rest_a) = a.split_at(chunk_len(a));
        let (head_b, rest_b) = b.split_at(chunk_len(b));
        let order = match (number(head_a), number(head_b)) {
            (Some(a), Some(b)) => a.len().cmp(&b.len()).then_with(|| a.cmp(b)),
            _ => head_a.cmp(head_b),
        };
        if order != Ordering::Equal {
            return order;
        }
        (a, b) = (rest_a, rest_b);
    }
    a.len().cmp(&b.len())
}

/// Returns the length of the leading run of digits or non-digits.
fn chunk_len(name: &str) -> usize {
    let digits = name.starts_with(|c: char| c.is_ascii_digit());
    name.find(|c: char| c.is_ascii_digit() != digits).unwrap_or(name.len())
}

/// Returns a number without leading zeros.
fn number(chunk: &str) -> Option<&str> {
    chunk.starts_with(|c: char| c.is_ascii_digit()).then(|| chunk.trim_start_matches('0'))
}
