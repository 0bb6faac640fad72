//! Prepares files for reading rows: unpacks compressed files and turns UTF-16 into UTF-8, in a file that is removed with its owner.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;

use anyhow::{Context, Result, bail};
use encoding_rs::{CoderResult, Encoding};
use flate2::read::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;
use tempfile::{NamedTempFile, TempPath};

/// The first bytes of gzip and zstd files.
const GZIP: &[u8] = &[0x1f, 0x8b];
const ZSTD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];
/// The byte order marks of UTF-16.
const UTF_16: [&[u8]; 2] = [&[0xff, 0xfe], &[0xfe, 0xff]];
/// Other formats that engines write, by their first bytes.
const OTHERS: &[(&[u8], &str)] = &[
    (b"PAR1", "Parquet"),
    (b"ARROW1", "Arrow"),
    (b"Obj\x01", "Avro"),
    (b"ORC", "ORC"),
    (b"SQLite format 3", "SQLite"),
    (b"PK\x03\x04", "a zip archive"),
    (b"BZh", "packed with bzip2"),
    (b"\xfd7zXZ", "packed with xz"),
];
/// Bytes that are read to recognise a format: more than any of these has.
const START: u64 = 16;
/// The most bytes that are unpacked: more than any disk has to spare.
const MOST: u64 = 1 << 40;
/// Bytes that are decoded at once.
const PIECE: usize = 1 << 16;

/// Returns the unpacked copy of a file; `None` if the file can be read as it is.
///
/// # Errors
///
/// Names the file and says why it cannot be read, or which format it has.
pub fn unpacked(named: &Path) -> Result<Option<TempPath>> {
    let cannot = || format!("{}: cannot be read", named.display());
    let mut start = Vec::new();
    File::open(named).and_then(|file| file.take(START).read_to_end(&mut start)).with_context(cannot)?;
    if let Some((_, what)) = OTHERS.iter().find(|(magic, _)| start.starts_with(magic)) {
        bail!("{}: is {what}; expected JSON lines, CSV or TSV, plain or packed with gzip or zstd", named.display());
    }
    let unpacked = match start.as_slice() {
        start if start.starts_with(GZIP) => Some(written(named, gunzip)),
        start if start.starts_with(ZSTD) => Some(written(named, unzstd)),
        start if UTF_16.iter().any(|mark| start.starts_with(mark)) => Some(written(named, decode)),
        _ => None,
    };
    unpacked.transpose().with_context(|| format!("{}: cannot be unpacked", named.display()))
}

fn written(named: &Path, unpack: fn(BufReader<File>, &mut File) -> io::Result<()>) -> io::Result<TempPath> {
    let mut to = NamedTempFile::new()?;
    unpack(BufReader::new(File::open(named)?), to.as_file_mut())?;
    Ok(to.into_temp_path())
}

fn gunzip(from: BufReader<File>, to: &mut File) -> io::Result<()> {
    bounded(&mut MultiGzDecoder::new(from), to)
}

fn unzstd(mut from: BufReader<File>, to: &mut File) -> io::Result<()> {
    while !from.fill_buf()?.is_empty() {
        let broken = |error| io::Error::other(format!("{error}"));
        bounded(&mut StreamingDecoder::new(&mut from).map_err(broken)?, to)?;
    }
    Ok(())
}

fn decode(mut from: BufReader<File>, to: &mut File) -> io::Result<()> {
    let (encoding, mark) = Encoding::for_bom(from.fill_buf()?).unwrap_or((encoding_rs::UTF_8, 0));
    from.consume(mark);
    let (mut decoder, mut text) = (encoding.new_decoder_without_bom_handling(), String::with_capacity(4 * PIECE));
    loop {
        let piece = from.fill_buf()?;
        let last = piece.is_empty();
        let (result, read, _) = decoder.decode_to_string(piece, &mut text, last);
        from.consume(read);
        to.write_all(text.as_bytes())?;
        text.clear();
        if last && result == CoderResult::InputEmpty {
            return Ok(());
        }
    }
}

fn bounded(from: &mut dyn Read, to: &mut File) -> io::Result<()> {
    match io::copy(&mut from.take(MOST), to)? {
        MOST => Err(io::Error::other("is too long unpacked")),
        _ => Ok(()),
    }
}
