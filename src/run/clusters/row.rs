//! A row: the value of a key or column, and the row written again.

use csv::{ByteRecord, StringRecord, WriterBuilder};
use serde_json::Value;

use crate::curation::{Columns, Form};
use crate::kinds::field_spelled;
use crate::report::Record;

/// A row, and where it stands.
#[derive(Debug)]
pub struct Row<'r> {
    /// Its offset in bytes.
    pub place: u64,
    /// Its length in bytes.
    pub length: u64,
    /// Its number, from 1.
    pub number: u64,
    /// Its values.
    pub said: RowSaid<'r>,
}

/// The values of a row.
#[derive(Debug)]
pub enum RowSaid<'r> {
    /// A JSON object.
    Object(Record<'r>),
    /// Values, with the names of their columns.
    Values(&'r [String], &'r StringRecord),
}

/// Writes the values of a row, in quotes where needed.
pub fn values_written<'v>(mark: u8, values: impl Iterator<Item = &'v str>) -> String {
    let mut out = WriterBuilder::new().delimiter(mark).flexible(true).from_writer(Vec::new());
    // Writing into memory cannot fail.
    let _ = out.write_record(values);
    String::from_utf8(out.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// Writes the values of a row that cannot be read.
pub fn bytes_written(mark: u8, values: &ByteRecord) -> Vec<u8> {
    let mut out = WriterBuilder::new().delimiter(mark).flexible(true).from_writer(Vec::new());
    // Writing into memory cannot fail.
    let _ = out.write_byte_record(values);
    out.into_inner().unwrap_or_default()
}

impl Row<'_> {
    /// Returns the value under a name, whatever its case; in a table without the blanks around it.
    pub fn read(&self, name: &str) -> Option<String> {
        match &self.said {
            RowSaid::Object(record) => record.plain(name).or_else(|| {
                let alike = record.parts().find(|(other, _)| other.eq_ignore_ascii_case(name) && *other != name);
                record.plain(alike?.0)
            }),
            RowSaid::Values(names, values) => {
                let at = place_of(names, name).or_else(|| name.parse().ok())?;
                values.get(at).map(|value| value.trim().to_owned())
            }
        }
    }

    /// Whether a list or an object is under a name.
    pub fn is_nested(&self, name: &str) -> bool {
        matches!(&self.said, RowSaid::Object(record) if record.is_nested(name))
    }

    /// Finds how rows like this one say what belongs together.
    ///
    /// # Errors
    ///
    /// Says what was expected.
    pub fn form(&self, columns: &Columns) -> Result<Form, String> {
        let names: Vec<&str> = match &self.said {
            RowSaid::Object(record) => record.parts().map(|(name, _)| name).collect(),
            RowSaid::Values(names, _) => names.iter().map(String::as_str).collect(),
        };
        let spelled = |name: &str| {
            let alike = || names.iter().find(|it| it.eq_ignore_ascii_case(name));
            names.iter().find(|it| **it == name).or_else(alike).map(|it| (*it).to_owned())
        };
        let inside = |name: &str| matches!(&self.said, RowSaid::Object(record) if record.plain(name).is_some());
        let spelled = |name: &str| spelled(name).or_else(|| inside(name).then(|| name.to_owned()));
        let found = Form::of(columns, &names, &|name| spelled(name).is_some());
        let named = |name: String| spelled(&name).unwrap_or(name);
        match found? {
            Form::Clustered(name) => Ok(Form::Clustered(named(name))),
            Form::Paired(left, right) => Ok(Form::Paired(named(left), named(right))),
            Form::Bare if matches!(self.said, RowSaid::Object(_)) => Err(Form::unknown(&names)),
            Form::Bare => Ok(Form::Bare),
        }
    }

    /// Writes it again, with another cluster under `key` if it has one; `mark` separates the values of a table.
    pub fn relabelled(&self, key: &str, cluster: Option<&str>, mark: u8) -> String {
        match (&self.said, cluster) {
            (RowSaid::Values(names, values), _) => {
                let at = place_of(names, key);
                let value = |(place, value)| cluster.filter(|_| at == Some(place)).unwrap_or(value);
                values_written(mark, values.iter().enumerate().map(value))
            }
            (RowSaid::Object(record), Some(cluster)) => record.with_at(key, cluster) + "\n",
            (RowSaid::Object(record), None) => record.with_others(&[], &[]) + "\n",
        }
    }

    /// Writes it as a JSON object; of a pair only the half whose names have this ending.
    pub fn object(&self, half: Option<&str>) -> String {
        let parts: Vec<(String, String)> = match &self.said {
            RowSaid::Object(record) => {
                record.parts().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
            }
            RowSaid::Values(names, values) => {
                let value = |value: &str| Value::from(value).to_string();
                let own = names.iter().zip(values.iter()).map(|(name, it)| (name.clone(), value(it)));
                // Also under the name that is looked for.
                let spelled = names.iter().zip(values.iter()).map(|(name, it)| (field_spelled(name), it));
                let spelled = spelled.filter(|(name, _)| !names.iter().any(|own| own == name));
                own.chain(spelled.map(|(name, it)| (name.to_owned(), value(it)))).collect()
            }
        };
        let halved = |(name, value): (String, String)| match half {
            None => Some((name, value)),
            Some(ending) => {
                name.strip_suffix(ending).filter(|name| !name.is_empty()).map(|name| (name.to_owned(), value))
            }
        };
        let aligned = aligned(&parts, half);
        let parts: Vec<(String, String)> = parts.into_iter().filter_map(halved).collect();
        let parts = parts.into_iter().chain(aligned);
        let parts: Vec<String> = parts.map(|(name, value)| format!("{}:{value}", Value::from(name))).collect();
        format!("{{{}}}", parts.join(","))
    }
}

/// The passage in one half of passim's pairs: aligned, with `-` where the other half has more, so each hyphen is another character there.
fn aligned(parts: &[(String, String)], half: Option<&str>) -> Option<(String, String)> {
    let part = |wanted: &str| parts.iter().find(|(name, _)| name == wanted).map(|(_, value)| value);
    if part("text").is_some() || part("matches").is_none() {
        return None;
    }
    let passage = match half {
        None => part("s1").filter(|_| part("s2").is_some()),
        Some("2") => part("s2").filter(|_| part("s1").is_some()),
        Some(_) => None,
    };
    let passage: String = serde_json::from_str(passage?).ok()?;
    let text = passage.replace('-', "").replace('\u{2010}', "-");
    Some(("text".to_owned(), Value::from(text).to_string()))
}

fn place_of(names: &[String], name: &str) -> Option<usize> {
    let alike = || names.iter().position(|it| it.eq_ignore_ascii_case(name));
    names.iter().position(|it| it == name).or_else(alike)
}
