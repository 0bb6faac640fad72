//! The rows of a file one by one: lines of JSON, or a table with a row of names.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use csv::{ByteRecord, ReaderBuilder, StringRecord};

use super::quotes::TableQuotes;
use super::row::{Row, RowSaid, bytes_written, values_written};
use super::sources::RowFile;
use crate::report::{Record, without_nan};
use crate::text::plural;

/// The longest row that is read, in bytes: many times the longest article.
const LONGEST: u64 = 64 << 20;
/// Bytes that are read to recognise a file's format.
const START: u64 = 1 << 16;

/// The format of a file of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A JSON object per line.
    Lines,
    /// Values under the column names of the first row, with this separator.
    Table(u8, Vec<String>),
}

/// A row that cannot be read, and why; with its bytes if it is not too long.
#[derive(Debug)]
pub struct BadRow {
    /// The number of the row, and why.
    pub reason: String,
    /// The whole row.
    pub bytes: Option<Vec<u8>>,
}

/// Called with each row, or with why it cannot be read.
pub type Take<'t> = dyn FnMut(Result<&Row<'_>, BadRow>) -> Result<()> + 't;

impl Shape {
    /// Recognises the format of a file.
    ///
    /// # Errors
    ///
    /// Names the file and says why it cannot be read.
    pub fn of(file: &RowFile) -> Result<Self> {
        let shown = file.named.display();
        let mut start = Vec::new();
        let read = File::open(&file.path).and_then(|file| file.take(START).read_to_end(&mut start));
        read.with_context(|| format!("{shown}: cannot be read"))?;
        let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&start);
        match start.trim_ascii_start().first() {
            Some(b'{') => return Ok(Shape::Lines),
            Some(b'[') => {
                return Err(anyhow!("{shown}: is one JSON array; expected one JSON object per line, or a table"));
            }
            Some(_) => {}
            None => return Err(anyhow!("{shown}: is empty")),
        }
        let mark = mark_in(start.trim_ascii_start().split(|byte| matches!(byte, b'\n' | b'\r')).next());
        let mut reader = ReaderBuilder::new().delimiter(mark).flexible(true).has_headers(false).from_reader(start);
        let mut names = ByteRecord::new();
        let there = reader.read_byte_record(&mut names).unwrap_or(false);
        if !there {
            return Err(anyhow!("{shown}: is empty"));
        }
        let names = StringRecord::from_byte_record_lossy(names);
        Ok(Shape::Table(mark, names.iter().map(|name| name.trim().to_owned()).collect()))
    }

    /// The row of names; empty if there is none.
    pub fn head(&self) -> String {
        match self {
            Shape::Lines => String::new(),
            Shape::Table(mark, names) => values_written(*mark, names.iter().map(String::as_str)),
        }
    }

    /// The separator of a table; a line feed for lines.
    pub fn mark(&self) -> u8 {
        match self {
            Shape::Lines => b'\n',
            Shape::Table(mark, _) => *mark,
        }
    }

    /// Reads a single row.
    ///
    /// # Errors
    ///
    /// The bytes are no longer a row.
    pub fn row<T>(&self, bytes: &[u8], take: impl FnOnce(&Row<'_>) -> T) -> Result<T> {
        let (place, length, number) = (0, bytes.len() as u64, 0);
        match self {
            Shape::Lines => {
                let text = std::str::from_utf8(bytes)?;
                let mended = Record::of(text.trim()).err().and_then(|_| without_nan(text));
                let record = Record::of(mended.as_deref().unwrap_or(text).trim()).map_err(|reason| anyhow!(reason))?;
                Ok(take(&Row { place, length, number, said: RowSaid::Object(record) }))
            }
            Shape::Table(mark, names) => {
                let mut values = ByteRecord::new();
                let mut builder = ReaderBuilder::new();
                builder
                    .delimiter(*mark)
                    .flexible(true)
                    .has_headers(false)
                    .from_reader(bytes)
                    .read_byte_record(&mut values)?;
                let values = StringRecord::from_byte_record_lossy(values);
                Ok(take(&Row { place, length, number, said: RowSaid::Values(names, &values) }))
            }
        }
    }

    /// Reads the rows of a file; `nameless` includes the first row if it is not one of names.
    ///
    /// # Errors
    ///
    /// The disk fails, or `take` does.
    pub fn rows(&self, file: &RowFile, nameless: bool, take: &mut Take<'_>) -> Result<()> {
        let cannot = || format!("{}: cannot be read", file.named.display());
        let reader = BufReader::with_capacity(1 << 20, File::open(&file.path).with_context(cannot)?);
        match self {
            Shape::Lines => lines(reader, take).with_context(cannot),
            Shape::Table(mark, names) => {
                values(reader, &TableHead { mark: *mark, names, nameless, path: &file.path }, take).with_context(cannot)
            }
        }
    }
}

/// The separator of a table, from its first line; a blank if that is just two words.
fn mark_in(head: Option<&[u8]>) -> u8 {
    let head = head.unwrap_or_default();
    let count = |mark: u8| head.iter().filter(|byte| **byte == mark).count();
    match [b',', b'\t', b';'].into_iter().max_by_key(|mark| (count(*mark), *mark == b',')) {
        Some(mark) if count(mark) > 0 => mark,
        _ if count(b' ') == 1 => b' ',
        _ => b',',
    }
}

fn lines(mut from: impl BufRead, take: &mut Take<'_>) -> Result<()> {
    let (mut line, mut place) = (Vec::new(), 0);
    for number in 1.. {
        line.clear();
        let length = Read::take(&mut from, LONGEST).read_until(b'\n', &mut line)? as u64;
        if length == 0 {
            break;
        }
        if length == LONGEST && !line.ends_with(b"\n") {
            take(Err(BadRow { reason: format!("{number}: is longer than {LONGEST} bytes"), bytes: None }))?;
            let rest = skip_line(&mut from)?;
            place += length + rest;
            continue;
        }
        let text = line.strip_prefix(b"\xef\xbb\xbf").filter(|_| place == 0).unwrap_or(&line);
        let skipped = (line.len() - text.len()) as u64;
        if !text.trim_ascii().is_empty() {
            let row = |record| Row {
                place: place + skipped,
                length: length - skipped,
                number,
                said: RowSaid::Object(record),
            };
            let bad = |reason: &str| BadRow { reason: format!("{number}: {reason}"), bytes: Some(text.to_vec()) };
            let said = std::str::from_utf8(text).map(str::trim);
            match said.map_err(|_| "is not UTF-8".to_owned()).and_then(Record::of) {
                Ok(record) => take(Ok(&row(record)))?,
                Err(reason) => {
                    let mended = said.ok().and_then(without_nan);
                    match mended.as_deref().and_then(|mended| Record::of(mended).ok()) {
                        Some(record) => take(Ok(&row(record)))?,
                        None => take(Err(bad(&reason)))?,
                    }
                }
            }
        }
        place += length;
    }
    Ok(())
}

fn skip_line(from: &mut impl BufRead) -> Result<u64> {
    let mut skipped = 0;
    loop {
        let piece = from.fill_buf()?;
        let end = piece.iter().position(|byte| *byte == b'\n');
        let length = end.map_or(piece.len(), |at| at + 1);
        from.consume(length);
        skipped += length as u64;
        if end.is_some() || length == 0 {
            return Ok(skipped);
        }
    }
}

/// How the values of a table are read.
struct TableHead<'n> {
    mark: u8,
    names: &'n [String],
    /// Whether the first row is a row like the others.
    nameless: bool,
    /// The path that is read.
    path: &'n Path,
}

fn values(from: impl Read, head: &TableHead<'_>, take: &mut Take<'_>) -> Result<()> {
    let TableHead { mark, names, nameless, path } = *head;
    let from = TableQuotes::of(from, mark);
    let mut reader = ReaderBuilder::new().delimiter(mark).flexible(true).has_headers(false).from_reader(from);
    let mut values = ByteRecord::new();
    let mut number = u64::from(nameless);
    loop {
        let (place, line) = (reader.position().byte(), reader.position().line());
        if !reader.read_byte_record(&mut values)? {
            return Ok(());
        }
        let length = reader.position().byte() - place;
        if let Some(opened) = reader.get_ref().unclosed() {
            let reason = format!("{opened}: opens a quote that is never closed, so its row takes in all that follows");
            return take(Err(BadRow { reason, bytes: rest(path, place)? }));
        }
        if number > 0 {
            let bad = |reason: String| BadRow { reason, bytes: Some(bytes_written(mark, &values)) };
            if length > LONGEST {
                take(Err(BadRow { reason: format!("{line}: is longer than {LONGEST} bytes"), bytes: None }))?;
            } else if values.len() != names.len() {
                let (found, expected) = (values.len(), names.len());
                take(Err(bad(format!("{line}: has {}, expected {expected}", plural(found, "value")))))?;
            } else {
                match StringRecord::from_byte_record(values.clone()) {
                    Ok(values) => {
                        take(Ok(&Row { place, length, number, said: RowSaid::Values(names, &values) }))?;
                    }
                    Err(_) => take(Err(bad(format!("{line}: is not UTF-8"))))?,
                }
            }
        }
        number += 1;
    }
}

/// The rest of a file from this offset; `None` if it is too long.
fn rest(path: &Path, place: u64) -> io::Result<Option<Vec<u8>>> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(place))?;
    let mut rest = Vec::new();
    file.take(LONGEST + 1).read_to_end(&mut rest)?;
    Ok(Some(rest).filter(|rest| rest.len() as u64 <= LONGEST))
}
