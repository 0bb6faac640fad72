//! Reads CollateX files: witnesses with their texts or words, and alignment tables.

use serde_json::Value;

use super::meta::{Meta, line};
use super::reading::{Layout, Reading};

/// Reads the witnesses of a CollateX file; `None` if it is something else.
pub(super) fn witnesses(text: &str) -> Option<Vec<Reading>> {
    // Most JSON files are something else and need not be read twice.
    if !text.contains("\"witnesses\"") {
        return None;
    }
    let whole: Value = serde_json::from_str(text).ok()?;
    let witnesses = whole.get("witnesses")?.as_array()?;
    let texts: Option<Vec<(String, String)>> = match whole.get("table").and_then(Value::as_array) {
        Some(table) => of_table(witnesses, table),
        None => witnesses.iter().map(of_witness).collect(),
    };
    let found = texts?.into_iter().filter(|(_, text)| !text.trim().is_empty()).enumerate();
    let found: Vec<Reading> = found.map(|(at, (id, text))| reading(at, id, text)).collect();
    (!found.is_empty()).then_some(found)
}

fn reading(at: usize, id: String, text: String) -> Reading {
    let meta = Meta { title: line(&id), ..Meta::default() };
    let read = Reading { layout: Layout::Sought(0), text, ..Reading::extracted(String::new(), Vec::new(), meta) };
    Reading { key: Some((at + 1).to_string()), ..read }
}

/// Reads `{"id": "A", "content": "…"}` or `{"id": "A", "tokens": [{"t": "…"}]}`.
fn of_witness(witness: &Value) -> Option<(String, String)> {
    let id = witness.get("id")?.as_str()?.to_owned();
    let content = witness.get("content").and_then(Value::as_str).map(str::to_owned);
    Some((id, content.or_else(|| Some(joined(witness.get("tokens")?)))?))
}

/// Reads a table with a row for each witness, or for each segment.
fn of_table(witnesses: &[Value], table: &[Value]) -> Option<Vec<(String, String)>> {
    let ids: Vec<String> = witnesses.iter().filter_map(|id| Some(id.as_str()?.to_owned())).collect();
    let rows: Vec<&Vec<Value>> = table.iter().filter_map(Value::as_array).collect();
    if ids.len() != witnesses.len() || rows.len() != table.len() {
        return None;
    }
    let by_witness = rows.len() == ids.len() && rows.windows(2).all(|two| two[0].len() == two[1].len());
    let by_segment = rows.iter().all(|row| row.len() == ids.len());
    let text = |at: usize| {
        let cells: Vec<&Value> = match by_witness && !(by_segment && has_plain_words(table)) {
            true => rows.get(at).map_or(Vec::new(), |row| row.iter().collect()),
            false => rows.iter().filter_map(|row| row.get(at)).collect(),
        };
        let mut text = String::new();
        cells.into_iter().for_each(|cell| add(&mut text, &joined(cell)));
        text
    };
    (by_witness || by_segment).then(|| ids.iter().enumerate().map(|(at, id)| (id.clone(), text(at))).collect())
}

/// Whether the words of a table are plain strings: such tables have a row for each segment.
fn has_plain_words(table: &[Value]) -> bool {
    let first = table.iter().flat_map(|row| row.as_array().into_iter().flatten());
    let mut first = first.flat_map(|cell| cell.as_array().into_iter().flatten());
    first.next().is_some_and(Value::is_string)
}

/// Joins the words of a cell or a witness.
fn joined(words: &Value) -> String {
    let mut text = String::new();
    for word in words.as_array().into_iter().flatten() {
        add(&mut text, word.as_str().or_else(|| word.get("t")?.as_str()).unwrap_or_default());
    }
    text
}

/// Adds a word, with a space if neither side has one and one belongs there.
fn add(text: &mut String, word: &str) {
    let closes = |c: char| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '’' | '”' | '»');
    let opens = |c: char| matches!(c, '(' | '[' | '‘' | '“' | '«');
    let apart = text.chars().next_back().is_some_and(|c| !c.is_whitespace() && !opens(c))
        && word.chars().next().is_some_and(|c| !c.is_whitespace() && !closes(c));
    if apart {
        text.push(' ');
    }
    text.push_str(word);
}
