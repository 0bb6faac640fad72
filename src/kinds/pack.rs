//! Packed files: gzip, zstd and the files of zip archives, each with a size limit.

use std::io::{self, Read};

use flate2::read::{DeflateDecoder, MultiGzDecoder};
use ruzstd::decoding::StreamingDecoder;

use super::kind::{Kind, Reader};
use super::reading::{Reading, Refused};
use super::tell::begins_as_binary;
use super::{LARGEST, LARGEST_OF_MANY, START, tell};

/// The most files that are read from an archive.
const FILES: usize = 200_000;

/// Unpacks a gzip file; `name` is its own name.
pub fn gzip(bytes: &[u8], name: &str) -> Result<Vec<u8>, Refused> {
    unpacked(&mut MultiGzDecoder::new(bytes), Kind::Gzip, name, LARGEST_OF_MANY)
}

/// Unpacks a zstd file; `name` is its own name.
pub fn zstd(bytes: &[u8], name: &str) -> Result<Vec<u8>, Refused> {
    let broken = |_| Refused::new(Kind::Zstd, "is damaged: it cannot be unpacked");
    unpacked(&mut StreamingDecoder::new(bytes).map_err(broken)?, Kind::Zstd, name, LARGEST_OF_MANY)
}

/// Unpacks at most so many bytes, and of a single text at most what is read of one. If the beginning is not of a known kind, the rest is
/// not unpacked.
fn unpacked(packed: &mut dyn Read, kind: Kind, name: &str, most: usize) -> Result<Vec<u8>, Refused> {
    let broken = |_: io::Error| Refused::new(kind, "is damaged: it cannot be unpacked to the end");
    let mut bytes = Vec::new();
    packed.take(START).read_to_end(&mut bytes).map_err(broken)?;
    let inside = tell(&bytes, name);
    if inside.reader() != Reader::Own || begins_as_binary(&bytes) && inside == Kind::Binary {
        // The reader of the kind says what it is.
        return Ok(bytes);
    }
    let most = if inside.holds_many() { most } else { most.min(LARGEST) };
    packed.take((most + 1).saturating_sub(bytes.len()) as u64).read_to_end(&mut bytes).map_err(broken)?;
    if bytes.len() > most {
        return Err(Refused::new(kind, format!("is longer than {} MB unpacked", most >> 20)));
    }
    Ok(bytes)
}

/// Returns the name of a packed file without the packing extension.
pub fn without_ending(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Reads the articles of a file of this name.
type ReadFile<'a> = dyn Fn(&[u8], &str) -> Result<Vec<Reading>, Refused> + 'a;

/// Reads the articles of all files in an archive, with the reason for each that cannot be read.
pub fn zip(bytes: &[u8], read_file: &ReadFile<'_>) -> Result<Vec<Reading>, Refused> {
    let entries = entries(bytes).ok_or_else(|| Refused::new(Kind::Zip, "is damaged: its file list cannot be read"))?;
    let behind = || {
        let most = LARGEST_OF_MANY >> 20;
        Refused::new(Kind::Zip, format!("is beyond the first {most} MB, which is all that is unpacked of an archive"))
    };
    let (mut found, mut untold, mut left) = (Vec::new(), Vec::new(), LARGEST_OF_MANY);
    for entry in entries.iter().take(FILES).filter(|entry| !entry.is_hidden()) {
        let unpacked = if left == 0 || entry.length > left { Err(behind()) } else { entry.unpacked(bytes, left) };
        left = left.saturating_sub(unpacked.as_ref().map_or(entry.cost(), Vec::len));
        let read = unpacked.and_then(|inside| read_file(&inside, &entry.name));
        match read {
            Ok(articles) => found.extend(articles.into_iter().map(|article| {
                let key =
                    article.key.as_ref().map_or_else(|| entry.name.clone(), |key| format!("{}#{key}", entry.name));
                Reading { key: Some(key), extracted: true, ..article }
            })),
            Err(refused) => untold.push(format!("{}: {}", entry.name, refused.reason)),
        }
    }
    let Some(first) = found.first_mut() else {
        let why =
            untold.first().map_or_else(|| "is empty".to_owned(), |why| format!("contains nothing readable ({why})"));
        return Err(Refused::new(Kind::Zip, why));
    };
    match untold.as_slice() {
        [] => {}
        [one] => first.remarks.push(format!("skipped 1 file in it ({one})")),
        [one, ..] => first.remarks.push(format!("skipped {} files in it (the first: {one})", untold.len())),
    }
    Ok(found)
}

/// Unpacks the file of this name in an archive, if it exists.
pub fn entry(bytes: &[u8], name: &str) -> Result<Option<Vec<u8>>, Refused> {
    let entries = entries(bytes).ok_or_else(|| Refused::new(Kind::Zip, "is damaged: its file list cannot be read"))?;
    let entry = entries.iter().find(|entry| entry.name == name);
    entry.map(|entry| entry.unpacked(bytes, LARGEST)).transpose()
}

/// A file in an archive.
struct PackedFile {
    name: String,
    method: u16,
    packed: usize,
    /// The unpacked length that it claims, which may be wrong.
    length: usize,
    at: usize,
}

impl PackedFile {
    fn is_hidden(&self) -> bool {
        let hidden = |part: &str| part.starts_with('.') || part == "__MACOSX";
        self.name.ends_with('/') || self.name.ends_with('~') || self.name.split('/').any(hidden)
    }

    /// The most bytes that can have been unpacked before it was refused: one byte becomes at most 1,032.
    fn cost(&self) -> usize {
        self.packed.saturating_mul(1032).min(LARGEST)
    }

    fn unpacked(&self, bytes: &[u8], most: usize) -> Result<Vec<u8>, Refused> {
        let broken = || Refused::new(Kind::Zip, "is damaged: it cannot be unpacked");
        let head = bytes.get(self.at..).ok_or_else(broken)?;
        let (name, extra) = number(head, 26, 2).zip(number(head, 28, 2)).ok_or_else(broken)?;
        let from = self.at + 30 + name + extra;
        let data = bytes.get(from..from.saturating_add(self.packed).min(bytes.len())).ok_or_else(broken)?;
        match self.method {
            0 => unpacked(&mut &*data, Kind::Zip, &self.name, most),
            8 => unpacked(&mut DeflateDecoder::new(data), Kind::Zip, &self.name, most),
            _ => Err(Refused::new(Kind::Zip, "uses an unknown compression or a password")),
        }
    }
}

/// Reads a little-endian number of `len` bytes.
fn number(bytes: &[u8], at: usize, len: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(len)?)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

/// Reads the list of files at the end of an archive.
fn entries(bytes: &[u8]) -> Option<Vec<PackedFile>> {
    const END: &[u8] = b"PK\x05\x06";
    let tail = bytes.len().saturating_sub(66_000);
    let end = tail + bytes.get(tail..)?.windows(4).rposition(|window| window == END)?;
    let (count, mut at) = (number(bytes, end + 10, 2)?, number(bytes, end + 16, 4)?);
    let mut entries = Vec::new();
    for _ in 0..count {
        if bytes.get(at..at.checked_add(4)?)? != b"PK\x01\x02" {
            break;
        }
        let lens = (number(bytes, at + 28, 2)?, number(bytes, at + 30, 2)?, number(bytes, at + 32, 2)?);
        let name = String::from_utf8_lossy(bytes.get(at + 46..at + 46 + lens.0)?).into_owned();
        let locked = number(bytes, at + 8, 2)? & 1 == 1;
        let method = if locked { u16::MAX } else { number(bytes, at + 10, 2)? as u16 };
        let (packed, length) = (number(bytes, at + 20, 4)?, number(bytes, at + 24, 4)?);
        entries.push(PackedFile { name, method, packed, length, at: number(bytes, at + 42, 4)? });
        at += 46 + lens.0 + lens.1 + lens.2;
    }
    Some(entries)
}
