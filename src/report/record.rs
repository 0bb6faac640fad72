//! A JSON line in which one text is replaced and everything else is kept as written.

use std::fmt;

use serde::Deserializer;
use serde::de::{MapAccess, Visitor};
use serde_json::value::RawValue;

use super::indent::quoted;

/// Up to which every whole number is exact.
const EXACT: f64 = 9_007_199_254_740_992.0;
/// What Python writes of numbers that JSON has not.
const NO_NUMBERS: [&str; 3] = ["NaN", "Infinity", "-Infinity"];

/// An object as it was written, key by key.
#[derive(Debug)]
pub struct Record<'a> {
    fields: Vec<(String, &'a RawValue)>,
}

impl<'a> Record<'a> {
    /// Reads an object.
    ///
    /// # Errors
    ///
    /// Says that the line is none.
    pub fn of(line: &'a str) -> Result<Self, String> {
        let mut reading = serde_json::Deserializer::from_str(line);
        let fields = reading.deserialize_map(Fields).map_err(|error| no_object(&error))?;
        reading.end().map_err(|error| no_object(&error))?;
        Ok(Self { fields })
    }

    /// The text under `key`; nothing where there is none, or null.
    ///
    /// # Errors
    ///
    /// Says that something else stands there.
    pub fn string(&self, key: &str) -> Result<Option<String>, String> {
        let Some((_, raw)) = self.fields.iter().rev().find(|(name, _)| name == key) else { return Ok(None) };
        serde_json::from_str(raw.get()).map_err(|_| format!("has something other than text for \"{key}\""))
    }

    /// Its parts: each name, and its value as it is written.
    pub fn parts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, raw)| (name.as_str(), raw.get()))
    }

    /// What stands under a key, text as it is and numbers as they are written, but for whole ones: 7.0 is 7. A key with dots in it also
    /// leads into objects.
    pub fn plain(&self, key: &str) -> Option<String> {
        let Some((_, raw)) = self.fields.iter().rev().find(|(name, _)| name == key) else {
            let (outer, inner) = key.split_once('.')?;
            let (_, raw) = self.fields.iter().rev().find(|(name, _)| name == outer)?;
            return Record::of(raw.get()).ok()?.plain(inner);
        };
        match raw.get().as_bytes().first()? {
            b'"' => serde_json::from_str(raw.get()).ok(),
            b'{' | b'[' | b'n' => None,
            _ => Some(whole(raw.get()).unwrap_or_else(|| raw.get().to_owned())),
        }
    }

    /// Whether a list or an object stands under a key.
    pub fn is_nested(&self, key: &str) -> bool {
        let found = self.fields.iter().rev().find(|(name, _)| name == key);
        found.is_some_and(|(_, raw)| raw.get().starts_with(['[', '{']))
    }

    /// Writes the object with `text` under `key`, also where dots in it lead into objects.
    pub fn with_at(&self, key: &str, text: &str) -> String {
        let inside = key.split_once('.').filter(|_| !self.fields.iter().any(|(name, _)| name == key));
        let Some((outer, inner)) = inside else { return self.with(key, text) };
        let fields = self.fields.iter().map(|(name, raw)| {
            let changed = (name == outer).then(|| Record::of(raw.get()).ok()).flatten();
            let value = changed.map_or_else(|| raw.get().to_owned(), |record| record.with_at(inner, text));
            format!("{}:{value}", quoted(name))
        });
        format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
    }

    /// Writes the object without these keys, and with others behind its own, each with its value as JSON.
    pub fn with_others(&self, without: &[&str], others: &[(&str, &str)]) -> String {
        let kept = self
            .fields
            .iter()
            .filter(|(name, _)| !without.contains(&name.as_str()) && !others.iter().any(|(other, _)| other == name));
        let kept = kept.map(|(name, raw)| (name.as_str(), raw.get()));
        let fields = kept.chain(others.iter().copied()).map(|(name, value)| format!("{}:{value}", quoted(name)));
        format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
    }

    /// Writes the object with `text` under `key`; as a number where it is one and one stood there.
    pub fn with(&self, key: &str, text: &str) -> String {
        let fields = self.fields.iter().map(|(name, raw)| {
            let number = raw.get().starts_with(|c: char| c == '-' || c.is_ascii_digit()) && is_whole(text);
            let value = match name == key {
                true if number => text.to_owned(),
                true => quoted(text),
                false => raw.get().to_owned(),
            };
            format!("{}:{value}", quoted(name))
        });
        format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
    }
}

/// Why a line is no object, with the column alone: whoever reads the lines counts them.
fn no_object(error: &serde_json::Error) -> String {
    format!("is not a JSON object ({})", error.to_string().replace(" at line 1 column ", " at column "))
}

/// Whether a text is a whole number as JSON writes it.
fn is_whole(text: &str) -> bool {
    text.parse::<i128>().is_ok_and(|number| number.to_string() == text)
}

/// A number that is whole and written as one that may not be.
fn whole(number: &str) -> Option<String> {
    let value: f64 = number.parse().ok().filter(|_| number.contains(['.', 'e', 'E']))?;
    (value.fract() == 0.0 && value.abs() < EXACT).then(|| format!("{:.0}", value + 0.0))
}

/// Writes null for what Python writes of numbers that JSON has not, `NaN` and `Infinity`; nothing where there is none.
pub fn without_nan(line: &str) -> Option<String> {
    let (mut out, mut rest, mut any) = (String::with_capacity(line.len()), line, false);
    while let Some(letter) = rest.chars().next() {
        let quoted = if letter == '"' { string_length(rest) } else { 0 };
        let number = NO_NUMBERS.iter().find(|name| rest.starts_with(**name)).map_or(0, |name| name.len());
        any |= number > 0;
        let length = quoted.max(number).max(letter.len_utf8());
        let (taken, after) = rest.split_at(length.min(rest.len()));
        out.push_str(if number > 0 { "null" } else { taken });
        rest = after;
    }
    any.then_some(out)
}

/// The bytes of a string with its quotes; of one that does not end, all there are.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    let end = text.bytes().enumerate().skip(1).find(|(_, byte)| {
        let ends = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        ends
    });
    end.map_or(text.len(), |(at, _)| at + 1)
}

struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = Vec<(String, &'de RawValue)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry::<String, &'de RawValue>()? {
            fields.push(field);
        }
        Ok(fields)
    }
}
