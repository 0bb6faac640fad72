//! The rows of a file one by one: lines of JSON, or a table with a row of names.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};

use anyhow::{Context, Result, anyhow};
use csv::{ByteRecord, ReaderBuilder, StringRecord, WriterBuilder};
use serde_json::Value;

use super::sources::RowFile;
use crate::curation::{Columns, Form};
use crate::report::Record;

/// The longest row that is read, in bytes: many times the longest article.
const LONGEST: u64 = 64 << 20;
/// Bytes by which it is told what a file is.
const START: u64 = 1 << 16;

/// How the rows of a file stand in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// An object of JSON a line.
    Lines,
    /// Values under the names of the first row, with this mark between them.
    Table(u8, Vec<String>),
}

/// A row, and where it stands.
pub struct Row<'r> {
    /// Where it begins, in bytes.
    pub place: u64,
    /// How long it is.
    pub length: u64,
    /// Which it is, from 1.
    pub number: u64,
    said: RowSaid<'r>,
}

enum RowSaid<'r> {
    Object(Record<'r>),
    Values(&'r [String], &'r StringRecord),
}

/// What goes through rows is told of each, or why one cannot be read.
pub type Take<'t> = dyn FnMut(Result<&Row<'_>, String>) -> Result<()> + 't;

impl Shape {
    /// Tells how the rows of a file stand in it.
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
            _ => {}
        }
        let head = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let count = |mark: u8| head.iter().filter(|byte| **byte == mark).count();
        let mark = [b',', b'\t', b';'].into_iter().max_by_key(|mark| (count(*mark), *mark == b',')).unwrap_or(b',');
        let mut reader = ReaderBuilder::new().delimiter(mark).flexible(true).has_headers(false).from_reader(start);
        let mut names = ByteRecord::new();
        let there = reader.read_byte_record(&mut names).unwrap_or(false);
        if !there {
            return Err(anyhow!("{shown}: is empty"));
        }
        let names = StringRecord::from_byte_record_lossy(names);
        Ok(Shape::Table(mark, names.iter().map(|name| name.trim().to_owned()).collect()))
    }

    /// The row of names; nothing where there is none.
    pub fn head(&self) -> String {
        match self {
            Shape::Lines => String::new(),
            Shape::Table(mark, names) => values_written(*mark, names.iter().map(String::as_str)),
        }
    }

    /// Reads a row by itself.
    ///
    /// # Errors
    ///
    /// It is none any more.
    pub fn row<T>(&self, bytes: &[u8], take: impl FnOnce(&Row<'_>) -> T) -> Result<T> {
        let (place, length, number) = (0, bytes.len() as u64, 0);
        match self {
            Shape::Lines => {
                let text = std::str::from_utf8(bytes)?;
                let said = RowSaid::Object(Record::of(text.trim()).map_err(|reason| anyhow!(reason))?);
                Ok(take(&Row { place, length, number, said }))
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

    /// Goes through the rows of a file; where its first row has no names, that too.
    ///
    /// # Errors
    ///
    /// The disk fails, or `take` does.
    pub fn rows(&self, file: &RowFile, nameless: bool, take: &mut Take<'_>) -> Result<()> {
        let cannot = || format!("{}: cannot be read", file.named.display());
        let reader = BufReader::with_capacity(1 << 20, File::open(&file.path).with_context(cannot)?);
        match self {
            Shape::Lines => lines(reader, take).with_context(cannot),
            Shape::Table(mark, names) => values(reader, (*mark, names, nameless), take).with_context(cannot),
        }
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
            take(Err(format!("{number}: is longer than {LONGEST} bytes")))?;
            let rest = skip_line(&mut from)?;
            place += length + rest;
            continue;
        }
        let text = line.strip_prefix(b"\xef\xbb\xbf").filter(|_| place == 0).unwrap_or(&line);
        let skipped = (line.len() - text.len()) as u64;
        if !text.trim_ascii().is_empty() {
            let record = std::str::from_utf8(text).map_err(|_| "is not UTF-8".to_owned());
            match record.and_then(|text| Record::of(text.trim())) {
                Ok(record) => {
                    let (place, length) = (place + skipped, length - skipped);
                    take(Ok(&Row { place, length, number, said: RowSaid::Object(record) }))?;
                }
                Err(reason) => take(Err(format!("{number}: {reason}")))?,
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

fn values(from: impl Read, (mark, names, nameless): (u8, &[String], bool), take: &mut Take<'_>) -> Result<()> {
    let mut reader = ReaderBuilder::new().delimiter(mark).flexible(true).has_headers(false).from_reader(from);
    let mut values = ByteRecord::new();
    let mut number = u64::from(nameless);
    loop {
        let place = reader.position().byte();
        if !reader.read_byte_record(&mut values)? {
            return Ok(());
        }
        let length = reader.position().byte() - place;
        if number > 0 && length <= LONGEST {
            let values = StringRecord::from_byte_record_lossy(values.clone());
            take(Ok(&Row { place, length, number, said: RowSaid::Values(names, &values) }))?;
        } else if number > 0 {
            take(Err(format!("{number}: is longer than {LONGEST} bytes")))?;
        }
        number += 1;
    }
}

/// Writes the values of a row, in quotes where that is needed.
fn values_written<'v>(mark: u8, values: impl Iterator<Item = &'v str>) -> String {
    let mut out = WriterBuilder::new().delimiter(mark).flexible(true).from_writer(Vec::new());
    // Writing into memory cannot fail.
    let _ = out.write_record(values);
    String::from_utf8(out.into_inner().unwrap_or_default()).unwrap_or_default()
}

impl Row<'_> {
    /// What stands under a name.
    pub fn read(&self, name: &str) -> Option<String> {
        match &self.said {
            RowSaid::Object(record) => record.plain(name),
            RowSaid::Values(names, values) => {
                let at = names.iter().position(|it| it == name).or_else(|| name.parse().ok())?;
                values.get(at).map(str::to_owned)
            }
        }
    }

    /// Tells the form in which rows like this one say what belongs together.
    ///
    /// # Errors
    ///
    /// Says what was expected.
    pub fn form(&self, columns: &Columns) -> Result<Form, String> {
        let names: Vec<&str> = match &self.said {
            RowSaid::Object(record) => record.parts().map(|(name, _)| name).collect(),
            RowSaid::Values(names, _) => names.iter().map(String::as_str).collect(),
        };
        let has = |name: &str| {
            names.contains(&name) || matches!(&self.said, RowSaid::Object(record) if record.plain(name).is_some())
        };
        Form::of(columns, &names, &has)
    }

    /// Writes it again, with another cluster under `key` where it has one.
    pub fn relabelled(&self, key: &str, cluster: Option<&str>, shape: &Shape) -> String {
        match (&self.said, shape) {
            (RowSaid::Values(names, values), Shape::Table(mark, _)) => {
                let at = names.iter().position(|name| name == key);
                let value = |(place, value)| cluster.filter(|_| at == Some(place)).unwrap_or(value);
                values_written(*mark, values.iter().enumerate().map(value))
            }
            (RowSaid::Object(record), _) => match cluster {
                Some(cluster) => record.with_at(key, cluster) + "\n",
                None => record.with_others(&[], &[]) + "\n",
            },
            _ => String::new(),
        }
    }

    /// Writes it as an object of JSON; of a pair one half, whose names have this ending.
    pub fn object(&self, half: Option<&str>) -> String {
        let parts: Vec<(String, String)> = match &self.said {
            RowSaid::Object(record) => {
                record.parts().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
            }
            RowSaid::Values(names, values) => {
                let value = |value: &str| Value::from(value).to_string();
                names.iter().zip(values.iter()).map(|(name, it)| (name.clone(), value(it))).collect()
            }
        };
        let halved = |(name, value): (String, String)| match half {
            None => Some((name, value)),
            Some(ending) => {
                name.strip_suffix(ending).filter(|name| !name.is_empty()).map(|name| (name.to_owned(), value))
            }
        };
        let parts = parts.into_iter().filter_map(halved);
        let parts: Vec<String> = parts.map(|(name, value)| format!("{}:{value}", Value::from(name))).collect();
        format!("{{{}}}", parts.join(","))
    }
}
