//! Reads from the configuration the sources of articles: names, each with file patterns.

use toml_edit::{Document, Item, Value};

use super::fields::Fields;
use crate::article::Sources;
use crate::boilerplate::Misread;

/// What a name needs.
const EXPECTED: &str = "a file pattern in quotes, or several like [\"a-*\", \"b-*\"]";

/// Reads the sources, and returns the problems; there are no sources in invalid TOML.
pub fn configured_sources(text: &str) -> (Sources, Vec<Misread>) {
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(error) => return (Sources::default(), vec![Misread::of_toml(text, &error)]),
    };
    let mut fields = Fields { text, table: document.as_table(), misread: Vec::new() };
    let sources = sources(&mut fields);
    (sources, fields.misread)
}

/// Reads `[sources]`; reports each invalid pattern and keeps the others.
pub(in crate::app) fn sources(fields: &mut Fields<'_>) -> Sources {
    let mut sources = Sources::default();
    let Some(item) = fields.table.get("sources") else { return sources };
    let Some(table) = item.as_table_like() else {
        fields.wrong("sources", "a table of names and file patterns: [sources]");
        return sources;
    };
    let mut named = Fields { text: fields.text, table, misread: Vec::new() };
    for (name, item) in table.iter() {
        add_source(&mut named, name, item, &mut sources);
    }
    fields.misread.append(&mut named.misread);
    sources
}

fn add_source(fields: &mut Fields<'_>, name: &str, item: &Item, sources: &mut Sources) {
    let globs: Vec<&Value> = match item.as_value() {
        Some(Value::Array(globs)) => globs.iter().collect(),
        Some(glob) => vec![glob],
        None => Vec::new(),
    };
    if globs.is_empty() && !item.is_array() {
        fields.wrong(name, EXPECTED);
    }
    for glob in globs {
        let Some(written) = glob.as_str() else {
            fields.wrong(name, EXPECTED);
            continue;
        };
        if let Err(reason) = sources.add(name, written) {
            let place = glob.span().map_or_else(|| fields.place_of(name), |span| span.start);
            fields.misread_at(place, &reason);
        }
    }
}
