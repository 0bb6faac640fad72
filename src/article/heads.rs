//! Heads: the beginnings of the first two articles, to be shown while all that is named is read.

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

/// Bytes of a file that become its head: more than the tallest screen shows.
const HEAD: usize = 32 << 10;
/// Bytes that are read whole in no time that anyone notices.
const AT_ONCE: u64 = 96 << 10;
/// What opening a file costs, in bytes that are read meanwhile.
const A_FILE: u64 = 2 << 10;
/// Articles that stand on the screen.
const SHOWN: usize = 2;

/// Reads the heads of the first two articles that are named, where reading all of them takes long; else gives nothing.
///
/// Nothing either where anything cannot be read twice, as a pipe, or where it takes more than a head to tell what the first
/// articles are: a whole must never be another article than the head it takes the place of.
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

/// A file that is there.
struct Named {
    path: PathBuf,
    /// Its own name in the folder where it really stands.
    place: PathBuf,
    bytes: u64,
}

/// Lists the files that are named, each once; nothing where there is anything else among them but what is not there at all.
fn files(names: &[PathBuf]) -> Option<Vec<Named>> {
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
                files.push(Named { path, place, bytes });
            }
        }
    }
    Some(files)
}

fn called(files: &[Named]) -> Vec<String> {
    names(&files.iter().map(|file| &file.place).collect::<Vec<_>>())
}

/// What a file begins with.
enum Begun {
    /// Articles, of which this much is known.
    Articles(Vec<Reading>, Extent),
    /// It cannot be read or is no text, and becomes no article.
    Nothing,
    /// Only the whole of it can tell.
    Unclear,
}

/// Bytes of a file of another kind than text that are read for its first articles.
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

/// Leaves out a character of UTF-8 that is cut off at the end: it would make the bytes look like another encoding.
fn whole_characters(bytes: &[u8]) -> &[u8] {
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => bytes.get(..error.valid_up_to()).unwrap_or(bytes),
        _ => bytes,
    }
}

/// Where a head ends: behind the last blank line in its second half, else behind the last line, else the last word.
pub(super) fn end_of_head(text: &str) -> usize {
    let behind = |at: Option<usize>| at.filter(|at| *at > text.len() / 2);
    let blank = ["\n\n", "\n\r\n"].iter().filter_map(|gap| text.rfind(gap).map(|at| at + gap.len())).max();
    let line = || text.rfind(['\n', '\r']).map(|at| at + 1);
    let word = || text.char_indices().rev().find(|(_, c)| c.is_whitespace()).map(|(at, c)| at + c.len_utf8());
    behind(blank).or_else(|| behind(line())).or_else(|| behind(word())).unwrap_or(text.len())
}

/// Makes an article of what a file begins with.
fn article(file: &Named, name: &str, mut reading: Reading, extent: Extent) -> Article {
    let origin = Origin::File { named: file.path.clone(), place: file.place.clone() }.part(reading.key.as_deref());
    if extent == Extent::Head {
        reading.text.truncate(end_of_head(&reading.text));
    }
    let name = reading.key.as_ref().map_or_else(|| name.to_owned(), |key| format!("{name}#{key}"));
    Article { extent, ..Article::of(name, origin, reading) }
}
