//! Three versions of a text merged into a file, as git asks for it and as anybody may.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::attributes::open_as;
use super::ending::Ending;
use super::fresh::{Readers, fresh_file, target};
use super::loader::version_bytes;
use super::merge_plan::Merging;
use super::out::{self, Meant, complain};
use super::request::Request;
use super::source::Source;
use crate::article::{Article, DiskMap, Origin, decode};
use crate::kinds::{Decoded, Undecodable};
use crate::merge::{Merged, Names, Trio, merge, merge_two};
use crate::text::visible;

/// Merges three versions: the base, ours and theirs.
///
/// # Errors
///
/// Says what could not be read or written, or that it is no text.
pub fn merge_files(merging: &Merging, request: &Request) -> Result<Ending> {
    let [base, ours, theirs] = request.names.as_slice() else { bail!("a merge needs three files: BASE OURS THEIRS") };
    let paths = Trio { base, ours, theirs };
    if [base, ours, theirs].iter().filter(|path| path.as_os_str() == "-").count() > 1 {
        bail!("standard input can be read only once");
    }
    let read = Trio { base: read(paths.base)?, ours: read(paths.ours)?, theirs: read(paths.theirs)? };
    let written = HowWritten::of(&read.ours, &read.base);
    let articles = Trio {
        base: written.article(&read.base),
        ours: written.article(&read.ours),
        theirs: written.article(&read.theirs),
    };
    let merged = merge(Trio { base: &articles.base, ours: &articles.ours, theirs: &articles.theirs });
    let label = |at: usize, path: &Path| label(merging, at, path);
    let names = Trio { base: label(0, base), ours: label(1, ours), theirs: label(2, theirs) };
    finish(merging, &merged, names, &written)
}

/// Puts two versions into one file, with marks around all that differs.
///
/// # Errors
///
/// Says what could not be read or written, or that it is no text.
pub fn merge_both(merging: &Merging, request: &Request) -> Result<Ending> {
    let [left, right] = request.names.as_slice() else { bail!("--output needs two files") };
    let read = (read(left)?, read(right)?);
    let written = HowWritten::of(&read.0, &read.0);
    let merged = merge_two(&written.article(&read.0), &written.article(&read.1));
    let names = Trio { base: String::new(), ours: label(merging, 0, left), theirs: label(merging, 1, right) };
    finish(merging, &merged, names, &written)
}

fn label(merging: &Merging, at: usize, path: &Path) -> String {
    let named = merging.labels.get(at).cloned().unwrap_or_else(|| path.to_string_lossy().into_owned());
    visible(&named).into_owned()
}

fn finish(merging: &Merging, merged: &Merged, names: Trio<String>, written: &HowWritten) -> Result<Ending> {
    let text = merged.text(&Names { names, marks: merging.marks });
    let bytes = written.bytes(&text)?;
    match &merging.output {
        Some(path) => put_file(path, &bytes)?,
        None => out::print(&bytes, Meant::Nothing)?,
    }
    let conflicts = merged.conflicts();
    if conflicts == 0 {
        return Ok(Ending::Fine);
    }
    let many = if conflicts == 1 { "1 conflict is".to_owned() } else { format!("{conflicts} conflicts are") };
    let place = merging.output.as_ref().map(|path| format!("{}: ", path.display())).unwrap_or_default();
    complain(&[format!("{place}{many} left to decide")]);
    Ok(Ending::Different)
}

/// A version as it stands on the disk.
struct ReadVersion {
    name: String,
    decoded: Decoded,
    marked: bool,
}

fn read(path: &Path) -> Result<ReadVersion> {
    let name = path.to_string_lossy().into_owned();
    let Some(bytes) = version_bytes(&Source::named(path.to_path_buf()))? else { bail!("{name}: not a text file") };
    let decoded = match decode(&bytes) {
        Ok(decoded) if decoded.misfits > 0 => bail!("{name}: is not all text; the rest would be lost"),
        Ok(decoded) => decoded,
        Err(Undecodable::Empty) => {
            let text = String::from_utf8_lossy(&bytes).trim_start_matches('\u{feff}').to_owned();
            Decoded { text, disk: DiskMap::identity(0), encoding: "UTF-8", guessed: false, misfits: 0 }
        }
        Err(Undecodable::Binary) => bail!("{name}: not a text file"),
        Err(Undecodable::TooLong) => bail!("{name}: is too long (more than 4 GiB)"),
    };
    let marked = encoding_rs::Encoding::for_bom(&bytes).is_some();
    Ok(ReadVersion { name, decoded, marked })
}

/// How our version is written: the merged text is written so, too.
struct HowWritten {
    encoding: &'static str,
    marked: bool,
    /// Whether all lines end with a carriage return and a line feed; nothing where they end in several ways.
    returns: Option<bool>,
}

impl HowWritten {
    fn of(ours: &ReadVersion, base: &ReadVersion) -> Self {
        let from = if ours.decoded.text.trim().is_empty() { base } else { ours };
        let text = &from.decoded.text;
        let (both, lines) = (text.matches("\r\n").count(), text.matches('\n').count());
        let returns = if both == 0 { Some(false) } else { (both == lines).then_some(true) };
        Self { encoding: from.decoded.encoding, marked: from.marked, returns }
    }

    fn article(&self, version: &ReadVersion) -> Article {
        let text = &version.decoded.text;
        let text = if self.returns.is_some() { text.replace("\r\n", "\n") } else { text.clone() };
        Article::new(version.name.clone(), Origin::Stdin, text, DiskMap::identity(0))
    }

    fn bytes(&self, text: &str) -> Result<Vec<u8>> {
        let text = if self.returns == Some(true) { text.replace('\n', "\r\n") } else { text.to_owned() };
        let mark = if self.marked { "\u{feff}" } else { "" };
        let units = || mark.encode_utf16().chain(text.encode_utf16());
        let bytes = match self.encoding {
            "UTF-8" => format!("{mark}{text}").into_bytes(),
            "UTF-16LE" => units().flat_map(u16::to_le_bytes).collect(),
            "UTF-16BE" => units().flat_map(u16::to_be_bytes).collect(),
            name => {
                let encoding = encoding_rs::Encoding::for_label(name.as_bytes()).unwrap_or(encoding_rs::UTF_8);
                let (bytes, used, lost) = encoding.encode(&text);
                if lost || used != encoding {
                    bail!("the merged text has characters that {name}, the encoding of your version, does not have");
                }
                bytes.into_owned()
            }
        };
        Ok(bytes)
    }
}

/// Puts bytes into a file, whole or not at all; what is no file, such as a pipe, is written to as it is.
///
/// # Errors
///
/// Names the file that cannot be written.
pub fn put_file(path: &Path, bytes: &[u8]) -> Result<()> {
    let put = || -> io::Result<()> {
        let place = target(path)?;
        if fs::metadata(&place).is_ok_and(|found| !found.is_file()) {
            return fs::write(&place, bytes);
        }
        let mut fresh = fresh_file(&place, Readers::All)?;
        if place.exists() {
            open_as(fresh.as_file(), &place)?;
        }
        fresh.write_all(bytes)?;
        fresh.as_file().sync_all()?;
        fresh.persist(&place).map(drop).map_err(Into::into)
    };
    put().with_context(|| format!("{}: cannot be written", path.display()))
}
