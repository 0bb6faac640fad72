//! Reads tables: a row for each article, with the names from the first row.

use csv::ReaderBuilder;

use super::decode::Decoded;
use super::fields::{gather_meta, known, unknown};
use super::html;
use super::kind::Kind;
use super::meta::line;
use super::reading::{Fields, Layout, Reading, Refused};

/// Reads the articles of a table.
pub fn rows(decoded: &Decoded, kind: Kind, mark: u8, fields: &Fields) -> Result<Vec<Reading>, Refused> {
    let head = decoded.text.lines().next().unwrap_or_default();
    let count = |mark: u8| head.bytes().filter(|byte| *byte == mark).count();
    let mark = if mark == b',' && count(b';') > count(b',') { b';' } else { mark };
    let mut reader = ReaderBuilder::new().delimiter(mark).flexible(true).from_reader(decoded.text.as_bytes());
    let names: Vec<String> = match reader.headers() {
        Ok(head) => head.iter().map(|name| name.trim().to_owned()).collect(),
        Err(_) => return Err(Refused::new(kind, "has no header row")),
    };
    let find = |keys: &[&str]| keys.iter().find_map(|key| names.iter().position(|name| name.eq_ignore_ascii_case(key)));
    let text = match &fields.text {
        Some(named) => names.iter().position(|name| name == named),
        None => find(known("text")),
    };
    let Some(text) = text else { return Err(Refused::new(kind, unknown(fields, names.iter().map(String::as_str)))) };
    let (mut found, mut broken) = (Vec::new(), 0usize);
    for (at, row) in reader.records().enumerate() {
        let Ok(row) = row else {
            broken += 1;
            continue;
        };
        let value = row.get(text).unwrap_or_default();
        if value.trim().is_empty() {
            broken += 1;
            continue;
        }
        let read = |key: &str| line(row.get(names.iter().position(|name| name.eq_ignore_ascii_case(key))?)?);
        let meta = gather_meta(fields, &read);
        let article = if html::is_marked_up(value) { html::fragment(value, meta.clone()) } else { None };
        let plain = || Reading {
            text: value.to_owned(),
            layout: Layout::Sought(0),
            ..Reading::extracted(String::new(), Vec::new(), meta.clone())
        };
        found.push(Reading { key: Some((at + 1).to_string()), ..article.unwrap_or_else(plain) });
    }
    let Some(first) = found.first_mut() else { return Err(Refused::new(kind, "contains no articles")) };
    if broken > 0 {
        first.remarks.push(format!("skipped {broken} rows without text"));
    }
    Ok(found)
}
