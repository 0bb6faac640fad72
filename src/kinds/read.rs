//! Reads bytes into texts, with the reader of their kind.

use super::decode::{Decoded, Undecodable, decode, decode_as};
use super::kind::Kind;
use super::reading::{Reading, Refused, With};
use super::tell::tell;
use super::{START, docx, html, mail, markdown, pack, records, rows, subtitles, xml};

/// The deepest nesting of packed files: a packed file in a packed archive.
const DEEPEST: usize = 4;

/// Reads the articles of a file with this `name`.
///
/// # Errors
///
/// The kind of the file, and why it cannot be read.
pub fn read(bytes: &[u8], name: &str, with: &With) -> Result<Vec<Reading>, Refused> {
    read_in(bytes, name, with, DEEPEST)
}

/// Like [`read`], for a nested file.
fn read_in(bytes: &[u8], name: &str, with: &With, depth: usize) -> Result<Vec<Reading>, Refused> {
    let start = bytes.get(..START as usize).unwrap_or(bytes);
    let told = tell(start, name);
    let packed = matches!(told, Kind::Gzip | Kind::Zstd);
    let kind = if packed { told } else { with.kind.unwrap_or(told) };
    if depth == 0 && matches!(kind, Kind::Gzip | Kind::Zstd | Kind::Zip) {
        return Err(Refused::new(kind, "is compressed too many times"));
    }
    let unpacked = |inside: Vec<u8>| {
        let read = read_in(&inside, pack::without_ending(name), with, depth - 1)?;
        Ok(read.into_iter().map(|reading| Reading { extracted: true, ..reading }).collect())
    };
    match kind {
        Kind::Gzip => pack::gzip(bytes, pack::without_ending(name)).and_then(unpacked),
        Kind::Zstd => pack::zstd(bytes, pack::without_ending(name)).and_then(unpacked),
        Kind::Zip => pack::zip(bytes, &|inside, name| read_in(inside, name, with, depth - 1)),
        Kind::Docx => docx::document(bytes).map(|document| vec![document]),
        Kind::Mail => mail::mail(bytes).map(|mail| vec![mail]),
        Kind::Mailbox => mail::mailbox(bytes),
        _ if kind.reader() != super::kind::Reader::Own => Err(Refused::new(kind, format!("is {}", kind.describe()))),
        _ => decoded(bytes, kind, with).and_then(|decoded| texts(decoded, kind, with)),
    }
}

/// Reads the articles of a text.
fn texts(decoded: Decoded, kind: Kind, with: &With) -> Result<Vec<Reading>, Refused> {
    match kind {
        Kind::Html => html::article(&decoded).map(|page| vec![page]),
        Kind::Json | Kind::JsonLines => records::records(decoded, kind, with),
        Kind::Csv => rows::rows(&decoded, kind, b',', &with.fields),
        Kind::Tsv => rows::rows(&decoded, kind, b'\t', &with.fields),
        Kind::Subtitles => subtitles::subtitles(&decoded).map(|speech| vec![speech]),
        Kind::Xml => xml::articles(&decoded),
        Kind::Markdown => Ok(vec![markdown::markdown(decoded)]),
        _ => Ok(vec![markdown::plain(decoded)]),
    }
}

fn decoded(bytes: &[u8], kind: Kind, with: &With) -> Result<Decoded, Refused> {
    let read = match with.encoding {
        Some(encoding) => decode_as(bytes, encoding),
        None => decode(bytes).map(|decoded| match html::charset(bytes) {
            // A page may declare its encoding; the declaration counts unless the bytes are clearly something else.
            Some(encoding) if kind == Kind::Html && (decoded.guessed || decoded.misfits > 0) => {
                decode_as(bytes, encoding).unwrap_or(decoded)
            }
            _ => decoded,
        }),
    };
    read.map_err(|undecodable| match undecodable {
        Undecodable::Empty => Refused::new(kind, "is empty"),
        Undecodable::Binary => Refused::new(Kind::Binary, "is not a text file (binary)"),
        Undecodable::TooLong => Refused::new(kind, "is too long (more than 4 GiB)"),
    })
}
