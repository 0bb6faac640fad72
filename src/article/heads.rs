//! Heads: the beginnings of the first two articles, shown while everything is read.

use std::collections::BTreeSet;
use std::fs::{self, File, Metadata};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::article::{Article, Extent};
use super::draft::How;
use super::folder::contents;
use super::load::{only_path, place};
use super::names::names;
use super::origin::Origin;
use crate::kinds::{self, Kind, Reader, Reading, START, tell};

/// The size of a head in bytes: more than the tallest screen shows (chosen).
const HEAD: usize = 32 << 10;
/// Up to this many bytes are read at once, without noticeable delay (chosen).
const AT_ONCE: u64 = 96 << 10;
/// The cost of opening a file, as the number of bytes that could be read meanwhile (chosen).
const A_FILE: u64 = 2 << 10;
/// The number of articles on the screen (defined).
const SHOWN: usize = 2;

/// Reads the heads of the first two named articles if reading everything would take long; else returns `None`.
///
/// Also returns `None` if anything cannot be read twice, such as a pipe, or if a head is not enough to know what the first articles are:
/// the whole article must always be the one whose head was shown.
pub fn heads(names: &[PathBuf], how: How<'_>) -> Option<Vec<Article>> {
    let files = files(names)?;
    if files.iter().map(|file| file.bytes.saturating_add(A_FILE)).sum::<u64>() <= AT_ONCE {
        return None;
    }
    let (mut heads, mut known) = (Vec::with_capacity(SHOWN), BTreeSet::new());
    for (file, name) in files.iter().zip(called(&files)) {
        if heads.len() == SHOWN {
            break;
        }
        if !known.insert(only_path(&file.path)) {
            continue;
        }
        match begun(&file.path, how) {
            Begun::Articles(readings, extent) => {
                let room = SHOWN - heads.len();
                heads.extend(readings.into_iter().take(room).map(|reading| article(file, &name, reading, extent)));
            }
            Begun::Nothing => {}
            Begun::Unclear => return None,
        }
    }
    (!heads.is_empty()).then_some(heads)
}

/// An existing file.
struct ExistingFile {
    path: PathBuf,
    /// Its canonical path.
    place: PathBuf,
    bytes: u64,
}

/// Lists the named files, each once. Returns `None` if anything else is among them, except for what does not exist.
fn files(names: &[PathBuf]) -> Option<Vec<ExistingFile>> {
    let mut files = Vec::new();
    let mut seen = BTreeSet::new();
    for name in names {
        if name.as_os_str() == "-" {
            return None;
        }
        let inside = if name.is_dir() { contents(name).files } else { vec![name.clone()] };
        for path in inside {
            let Ok(known) = fs::metadata(&path) else { continue };
            let bytes = Some(&known).filter(|known| known.is_file()).map(Metadata::len)?;
            let place = place(&path);
            if seen.insert(place.clone()) {
                files.push(ExistingFile { path, place, bytes });
            }
        }
    }
    Some(files)
}

fn called(files: &[ExistingFile]) -> Vec<String> {
    names(&files.iter().map(|file| &file.place).collect::<Vec<_>>())
}

/// What the beginning of a file shows.
enum Begun {
    /// It has articles; this much is known of them.
    Articles(Vec<Reading>, Extent),
    /// It cannot be read or is not text, so it has no article.
    Nothing,
    /// Only the whole file shows it.
    Unclear,
}

/// How many bytes are read of a file that is not plain text, to find its first articles (chosen).
const OTHER: usize = 2 << 20;

fn begun(path: &Path, how: How<'_>) -> Begun {
    if how.with.encoding.is_some() || how.with.kind.is_some() || how.helper.helps(path) {
        return Begun::Unclear;
    }
    let mut bytes = Vec::new();
    let Ok(mut file) = File::open(path) else { return Begun::Nothing };
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if Read::take(&mut file, HEAD as u64 + 1).read_to_end(&mut bytes).is_err() {
        return Begun::Nothing;
    }
    let start = bytes.get(..START as usize).unwrap_or(&bytes);
    match tell(start, &name) {
        kind if kind.reader() != Reader::Own => Begun::Nothing,
        kind if kind.is_own_text() => {
            let extent = if bytes.len() <= HEAD { Extent::Whole } else { Extent::Head };
            let head = if extent == Extent::Whole {
                bytes.as_slice()
            } else {
                whole_characters(bytes.get(..HEAD).unwrap_or_default())
            };
            match (kinds::read(head, &name, how.with), extent) {
                (Ok(readings), extent) => Begun::Articles(readings, extent),
                (Err(_), Extent::Whole) => Begun::Nothing,
                (Err(_), Extent::Head) => Begun::Unclear,
            }
        }
        kind => {
            if file.take(OTHER as u64).read_to_end(&mut bytes).is_err() {
                return Begun::Nothing;
            }
            let whole = bytes.len() <= OTHER;
            let end = match bytes.iter().rposition(|byte| *byte == b'\n') {
                Some(end) if kind == Kind::JsonLines && !whole => end,
                _ if whole => bytes.len(),
                _ => return Begun::Unclear,
            };
            match kinds::read(bytes.get(..end).unwrap_or_default(), &name, how.with) {
                Ok(readings) => Begun::Articles(readings, Extent::Whole),
                Err(_) if whole => Begun::Nothing,
                Err(_) => Begun::Unclear,
            }
        }
    }
}

/// Drops an incomplete UTF-8 character at the end, which would make the bytes look like another encoding.
fn whole_characters(bytes: &[u8]) -> &[u8] {
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => bytes.get(..error.valid_up_to()).unwrap_or(bytes),
        _ => bytes,
    }
}

/// Returns where a head ends: after the last blank line in its second half, or else after the last line, or else after the last word.
pub(super) fn end_of_head(text: &str) -> usize {
    let behind = |at: Option<usize>| at.filter(|at| *at > text.len() / 2);
    let blank = ["\n\n", "\n\r\n"].iter().filter_map(|gap| text.rfind(gap).map(|at| at + gap.len())).max();
    let line = || text.rfind(['\n', '\r']).map(|at| at + 1);
    let word = || text.char_indices().rev().find(|(_, c)| c.is_whitespace()).map(|(at, c)| at + c.len_utf8());
    behind(blank).or_else(|| behind(line())).or_else(|| behind(word())).unwrap_or(text.len())
}

/// Makes an article from the beginning of a file.
fn article(file: &ExistingFile, name: &str, mut reading: Reading, extent: Extent) -> Article {
    let origin = Origin::File { named: file.path.clone(), place: file.place.clone() }.part(reading.key.as_deref());
    if extent == Extent::Head {
        reading.text.truncate(end_of_head(&reading.text));
    }
    let name = reading.key.as_ref().map_or_else(|| name.to_owned(), |key| format!("{name}#{key}"));
    Article { extent, ..Article::of(name, origin, reading) }
}
