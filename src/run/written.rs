//! A version as it is on disk, and writing a text the same way: encoding, byte order mark and line ends.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, Result, bail};
use tempfile::NamedTempFile;

use super::attributes::open_as;
use super::fresh::{Readers, fresh_file, needs_folder, target};
use super::loader::version_bytes;
use super::source::Source;
use super::swap::put;
use crate::article::{Article, DiskMap, Origin, decode};
use crate::kinds::{Decoded, Undecodable};

/// A version as it is on disk.
pub(super) struct ReadVersion {
    name: String,
    /// The bytes it was read from.
    pub(super) bytes: Vec<u8>,
    pub(super) decoded: Decoded,
    marked: bool,
}

pub(super) fn read(path: &Path) -> Result<ReadVersion> {
    let name = path.to_string_lossy().into_owned();
    let Some(bytes) = version_bytes(&Source::named(path.to_path_buf()))? else { bail!("{name}: not a text file") };
    let decoded = match decode(&bytes) {
        Ok(decoded) if decoded.misfits > 0 => bail!("{name}: is only partly text; the rest would be lost"),
        Ok(decoded) => decoded,
        Err(Undecodable::Empty) => {
            let text = String::from_utf8_lossy(&bytes).trim_start_matches('\u{feff}').to_owned();
            Decoded { text, disk: DiskMap::identity(0), encoding: "UTF-8", guessed: false, misfits: 0 }
        }
        Err(Undecodable::Binary) => bail!("{name}: not a text file"),
        Err(Undecodable::TooLong) => bail!("{name}: is too long (more than 4 GiB)"),
    };
    let marked = encoding_rs::Encoding::for_bom(&bytes).is_some();
    Ok(ReadVersion { name, bytes, decoded, marked })
}

/// How our version is written; the merged text is written the same way.
pub(super) struct HowWritten {
    encoding: &'static str,
    marked: bool,
    /// Whether all lines end with a carriage return and a line feed; `None` if they differ.
    returns: Option<bool>,
}

impl HowWritten {
    pub(super) fn of(ours: &ReadVersion, base: &ReadVersion) -> Self {
        let from = if ours.decoded.text.trim().is_empty() { base } else { ours };
        let text = &from.decoded.text;
        let (both, lines) = (text.matches("\r\n").count(), text.matches('\n').count());
        let returns = if both == 0 { Some(false) } else { (both == lines).then_some(true) };
        Self { encoding: from.decoded.encoding, marked: from.marked, returns }
    }

    /// How the merge of three versions is written: as ours, but with their line ends if only they changed those.
    pub(super) fn merged(ours: &ReadVersion, base: &ReadVersion, theirs: &ReadVersion) -> Self {
        let own = Self::of(ours, base);
        let blank = |version: &ReadVersion| version.decoded.text.trim().is_empty();
        let changed = !blank(base) && !blank(theirs) && Self::of(base, base).returns == own.returns;
        Self { returns: if changed { Self::of(theirs, theirs).returns } else { own.returns }, ..own }
    }

    pub(super) fn article(&self, version: &ReadVersion) -> Article {
        let text = &version.decoded.text;
        let text = if self.returns.is_some() { text.replace("\r\n", "\n") } else { text.clone() };
        Article::new(version.name.clone(), Origin::Stdin, text, DiskMap::identity(0))
    }

    /// The text to write, with plain line feeds if our lines all end with CR LF.
    pub(super) fn lines(&self, text: &str) -> String {
        if self.returns == Some(true) { text.replace("\r\n", "\n") } else { text.to_owned() }
    }

    pub(super) fn bytes(&self, text: &str) -> Result<Vec<u8>> {
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

/// Writes bytes to a file that was read as `before` (empty for a missing file); returns whether it did. Anything else found there is kept.
///
/// # Errors
///
/// Names the file that cannot be written.
pub fn put_over(path: &Path, before: &[u8], bytes: &[u8]) -> Result<bool> {
    needs_folder(path)?;
    let put = || -> io::Result<bool> {
        let place = target(path)?;
        if fs::metadata(&place).is_ok_and(|found| !found.is_file()) {
            return fs::write(&place, bytes).map(|()| true);
        }
        put(fresh_with(&place, bytes)?, &place, before)
    };
    put().with_context(|| format!("{}: cannot be written", path.display()))
}

/// A temporary file with these bytes, beside another.
fn fresh_with(place: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut fresh = fresh_file(place, Readers::All)?;
    if place.exists() {
        open_as(fresh.as_file(), place)?;
    }
    fresh.write_all(bytes)?;
    fresh.as_file().sync_all()?;
    Ok(fresh)
}

/// Writes bytes to a file, whole or not at all; writes directly to what is not a file, such as a pipe.
///
/// # Errors
///
/// Names the file that cannot be written.
pub fn put_file(path: &Path, bytes: &[u8]) -> Result<()> {
    needs_folder(path)?;
    let put = || -> io::Result<()> {
        let place = target(path)?;
        if fs::metadata(&place).is_ok_and(|found| !found.is_file()) {
            return fs::write(&place, bytes);
        }
        fresh_with(&place, bytes)?.persist(&place).map(drop).map_err(Into::into)
    };
    put().with_context(|| format!("{}: cannot be written", path.display()))
}
