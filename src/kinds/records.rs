//! Reads JSON: records with an article each, one per line or in an array.

use std::collections::BTreeMap;

use serde_json::Value;
use serde_json::value::RawValue;

use super::collatex;
use super::decode::Decoded;
use super::disk::DiskMap;
use super::escapes::unescaped;
use super::fields::{TEXTS, gather_meta, unknown};
use super::html;
use super::kind::Kind;
use super::meta::{Meta, line};
use super::reading::{Fields, Layout, Reading, Refused, With};
use crate::text::Span;

/// The keys of an object under which it may hold an array of records.
const LISTS: &[&str] = &["articles", "items", "documents", "docs", "data", "results", "records", "rows"];

/// A record: its keys and their values as written.
type RawRecord<'t> = BTreeMap<String, &'t RawValue>;

/// Reads the articles of a file of records.
pub fn records(decoded: Decoded, kind: Kind, with: &With) -> Result<Vec<Reading>, Refused> {
    if let (None, Some(found)) = (&with.fields.text, collatex::witnesses(&decoded.text)) {
        return Ok(found);
    }
    let file = File { text: &decoded.text, disk: &decoded.disk, own: is_plain(&decoded), fields: &with.fields };
    match kind {
        Kind::JsonLines => file.lines(),
        _ => file.whole().or_else(|refused| file.lines().map_err(|_| refused)),
    }
}

/// Whether the text is the file, byte for byte.
fn is_plain(decoded: &Decoded) -> bool {
    decoded.encoding == "UTF-8" && decoded.misfits == 0
}

struct File<'t> {
    text: &'t str,
    disk: &'t DiskMap,
    own: bool,
    fields: &'t Fields,
}

impl<'t> File<'t> {
    fn lines(&self) -> Result<Vec<Reading>, Refused> {
        let (mut found, mut untold, mut count) = (Vec::new(), Vec::new(), 0usize);
        for (number, row) in self.text.lines().enumerate().filter(|(_, row)| !row.trim().is_empty()) {
            let key = (number + 1).to_string();
            let record = serde_json::from_str::<RawRecord<'t>>(row);
            match record.map_err(|_| "is not a JSON object".to_owned()).and_then(|record| self.article(&record, key)) {
                Ok(article) => found.push(article),
                Err(reason) => {
                    count += 1;
                    if untold.is_empty() {
                        untold.push(format!("line {} {reason}", number + 1));
                    }
                }
            }
        }
        finished(found, untold.pop().map(|first| (first, count)), Kind::JsonLines)
    }

    fn whole(&self) -> Result<Vec<Reading>, Refused> {
        let broken = |error: serde_json::Error| {
            Refused::new(Kind::Json, format!("is broken JSON (line {}, column {})", error.line(), error.column()))
        };
        let whole: &RawValue = serde_json::from_str(self.text).map_err(broken)?;
        if let Ok(all) = serde_json::from_str::<Vec<&'t RawValue>>(whole.get()) {
            return self.list(&all);
        }
        let Ok(record) = serde_json::from_str::<RawRecord<'t>>(whole.get()) else {
            return Err(Refused::new(Kind::Json, "is JSON, but neither an article nor a list of them"));
        };
        let list = LISTS.iter().find_map(|key| serde_json::from_str::<Vec<&'t RawValue>>(record.get(*key)?.get()).ok());
        match (self.key(&record), list) {
            (None, Some(list)) => self.list(&list),
            _ => {
                let article =
                    self.article(&record, String::new()).map_err(|reason| Refused::new(Kind::Json, reason))?;
                Ok(vec![Reading { key: None, ..article }])
            }
        }
    }

    fn list(&self, all: &[&'t RawValue]) -> Result<Vec<Reading>, Refused> {
        let (mut found, mut untold, mut count) = (Vec::new(), None, 0usize);
        for (at, value) in all.iter().enumerate() {
            let record = serde_json::from_str::<RawRecord<'t>>(value.get()).map_err(|_| "is not an object".to_owned());
            match record.and_then(|record| self.article(&record, (at + 1).to_string())) {
                Ok(article) => found.push(article),
                Err(reason) => {
                    count += 1;
                    untold = untold.or(Some(format!("number {} {reason}", at + 1)));
                }
            }
        }
        finished(found, untold.map(|first| (first, count)), Kind::Json)
    }

    /// Returns the key of a record's text.
    fn key<'r>(&'r self, record: &RawRecord<'t>) -> Option<&'r str> {
        if let Some(named) = &self.fields.text {
            return record.contains_key(named).then_some(named.as_str());
        }
        TEXTS.iter().copied().find(|key| {
            let value = record.get(*key).map_or("", |value| value.get());
            value.starts_with(['[', '{']) || (value.starts_with('"') && value.len() > 2)
        })
    }

    fn article(&self, record: &RawRecord<'t>, key: String) -> Result<Reading, String> {
        let Some(named) = self.key(record) else { return Err(unknown(self.fields, record.keys().map(String::as_str))) };
        let Some(value) = record.get(named) else {
            return Err(unknown(self.fields, record.keys().map(String::as_str)));
        };
        let meta = meta(record, self.fields);
        let article = self.text(value, meta).ok_or_else(|| format!("has no text for \"{named}\""))?;
        Ok(Reading { key: Some(key), ..article })
    }

    /// Makes an article of a value: of a string as it is in the file, of anything else from all its strings.
    fn text(&self, value: &'t RawValue, meta: Meta) -> Option<Reading> {
        if let Ok(text) = serde_json::from_str::<String>(value.get()) {
            if text.trim().is_empty() {
                return None;
            }
            if html::is_marked_up(&text) {
                return html::fragment(&text, meta);
            }
            let at = (value.get().as_ptr() as usize).checked_sub(self.text.as_ptr() as usize)? + 1;
            let start = self.disk.on_disk(Span::new(at, at)).start();
            let mapped = unescaped(value.get(), start).filter(|(read, _)| self.own && *read == text);
            let extracted = mapped.is_none();
            let disk = mapped.map_or_else(|| DiskMap::identity(0), |(_, disk)| disk);
            return Some(Reading {
                text,
                disk,
                layout: Layout::Sought(0),
                extracted,
                ..Reading::extracted(String::new(), Vec::new(), meta)
            });
        }
        let mut parts = Vec::new();
        let values: Value = serde_json::from_str(value.get()).ok()?;
        strings(&values, &mut parts);
        let text = parts.join("\n\n");
        if text.trim().is_empty() {
            return None;
        }
        Some(Reading { layout: Layout::Sought(0), text, ..Reading::extracted(String::new(), Vec::new(), meta) })
    }
}

/// Returns what was found, or why nothing was; says how much was skipped.
fn finished(mut found: Vec<Reading>, untold: Option<(String, usize)>, kind: Kind) -> Result<Vec<Reading>, Refused> {
    let Some(first) = found.first_mut() else {
        return Err(Refused::new(kind, untold.map_or_else(|| "contains no articles".to_owned(), |(first, _)| first)));
    };
    match untold {
        None => {}
        Some((first_one, 1)) => first.remarks.push(format!("{first_one}; skipped it")),
        Some((first_one, count)) => first.remarks.push(format!("{first_one}; skipped it and {} more", count - 1)),
    }
    Ok(found)
}

/// Returns all strings in a value, in order.
fn strings<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
    let mut waiting = vec![value];
    while let Some(value) = waiting.pop() {
        match value {
            Value::String(text) if !text.trim().is_empty() => found.push(text),
            Value::Array(items) => waiting.extend(items.iter().rev()),
            Value::Object(object) => {
                let order = ["summary", "headline", "title", "heading", "text", "paragraphs", "sections"];
                let known: Vec<&Value> = order.iter().filter_map(|key| object.get(*key)).collect();
                let all: Vec<&Value> = object.values().collect();
                waiting.extend(if known.is_empty() { all } else { known }.into_iter().rev());
            }
            _ => {}
        }
    }
}

fn meta(record: &RawRecord<'_>, fields: &Fields) -> Meta {
    let read = |key: &str| -> Option<String> {
        let value: Value = serde_json::from_str(record.get(key)?.get()).ok()?;
        let one = |value: &Value| match value {
            Value::String(text) => line(text),
            Value::Number(number) => Some(number.to_string()),
            Value::Object(object) => object.get("name").and_then(Value::as_str).and_then(line),
            _ => None,
        };
        match &value {
            Value::Array(items) => line(&items.iter().take(20).filter_map(one).collect::<Vec<_>>().join(", ")),
            value => one(value),
        }
    };
    gather_meta(fields, &read)
}
