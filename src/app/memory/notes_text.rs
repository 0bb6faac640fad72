//! The text of the notes file: TOML that people can read and edit, changed no more than needed.

use toml_edit::{Array, ArrayOfTables, Datetime, Document, DocumentMut, Item, Table, TableLike, Value, value};

use super::marks::ReviewMark;
use super::notes::Note;
use super::notes::NoteChange;
use super::notes::Notes;
use crate::boilerplate::{Misread, quoted_toml};
use crate::text::{is_unseen_command, visible};

/// The first lines of a new file.
const HEADER: &str = "\
# Your notes in ibid, each on a match or a paragraph. You may edit or delete them.
# The marks are made of the words a note is written to: by them it is found again in moved and re-wrapped files.
";
/// Separates what two programs wrote about the same words at once.
const BOTH: &str = " / ";

/// The text of a notes file; keeps comments and order.
#[derive(Clone, Debug, Default)]
pub struct NotesText {
    document: DocumentMut,
}

impl NotesText {
    /// Reads a notes file.
    ///
    /// # Errors
    ///
    /// Says where the first error is: invalid TOML, or a note without text or marks.
    pub fn parse(text: &str) -> Result<Self, Misread> {
        let misread = |error| Misread::of_toml(text, &error);
        let placed = Document::parse(text).map_err(misread)?;
        if let Some(item) = placed.get("note") {
            let place = item.span().map_or(0, |span| span.start);
            let tables = item.as_array_of_tables().ok_or_else(|| Misread::at(text, place, EXPECTED))?;
            for table in tables {
                let place = table.span().map_or(place, |span| span.start);
                note(table).map_err(|reason| Misread::at(text, place, &reason))?;
            }
        }
        Ok(Self { document: text.parse().map_err(misread)? })
    }

    /// The notes in it, safe to show.
    pub fn notes(&self) -> Notes {
        Notes::of(self.tables().into_iter().flatten().filter_map(|table| note(table).ok()).collect())
    }

    /// Makes a change. If another program wrote about the same words meanwhile, both texts are kept.
    pub fn change(&mut self, change: &NoteChange) {
        let new = &change.note;
        let at = self.tables().and_then(|tables| tables.iter().position(|table| is_about(table, &new.marks)));
        let Some(at) = at else {
            if !new.text.is_empty() {
                self.add(new);
            }
            return;
        };
        let Some(tables) = self.document.get_mut("note").and_then(Item::as_array_of_tables_mut) else { return };
        let Some(table) = tables.get_mut(at) else { return };
        let old = table.get("text").and_then(Item::as_str).map(|text| visible(text).into_owned()).unwrap_or_default();
        let of_another = old != change.was && old != new.text;
        match (of_another, new.text.is_empty()) {
            (true, true) => {}
            (true, false) => write(table, "text", quoted(&format!("{old}{BOTH}{}", new.text))),
            (false, true) => {
                tables.remove(at);
            }
            (false, false) => write(table, "text", quoted(&new.text)),
        }
    }

    /// The text to write.
    pub fn text(&self) -> String {
        self.document.to_string()
    }

    fn tables(&self) -> Option<&ArrayOfTables> {
        self.document.get("note").and_then(Item::as_array_of_tables)
    }

    fn add(&mut self, note: &Note) {
        let header = if self.document.to_string().is_empty() { HEADER } else { "" };
        let mut table = Table::new();
        table.insert("text", value(quoted(&note.text)));
        table.insert("on", value(quoted(&note.on)));
        table.insert("of", value(note.of.iter().map(|name| quoted(name)).collect::<Array>()));
        if let Ok(day) = note.made.parse::<Datetime>() {
            table.insert("made", value(day));
        }
        table.insert("marks", value(note.marks.iter().map(|mark| format!("{:016x}", mark.0)).collect::<Array>()));
        table.decor_mut().set_prefix(format!("{header}\n"));
        let tables = self.document.entry("note").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
        if let Some(tables) = tables.as_array_of_tables_mut() {
            tables.push(table);
        }
    }
}

const EXPECTED: &str = "`note` is not a list; expected [[note]]";

/// A text in quotes, without characters that control a terminal.
fn quoted(text: &str) -> Value {
    let plain = || Value::from(text);
    if text.contains(is_unseen_command) { quoted_toml(text).parse().unwrap_or_else(|_| plain()) } else { plain() }
}

/// Replaces a value, and keeps the comment after it.
fn write(table: &mut Table, key: &str, mut new: Value) {
    if let Some(old) = table.get(key).and_then(Item::as_value) {
        *new.decor_mut() = old.decor().clone();
    }
    table.insert(key, Item::Value(new));
}

fn is_about(table: &Table, marks: &[ReviewMark]) -> bool {
    note(table).is_ok_and(|note| note.marks.iter().any(|mark| marks.contains(mark)))
}

/// Reads a note; says what is wrong with it.
fn note(table: &dyn TableLike) -> Result<Note, String> {
    let string = |key: &str| table.get(key).and_then(Item::as_str).map(|text| visible(text).into_owned());
    let text = string("text").ok_or("this note has no `text` in quotes")?;
    let marks = strings(table, "marks").ok_or("this note has no list of `marks` in quotes")?;
    let mark = |digits: &String| u64::from_str_radix(digits, 16).ok().filter(|_| digits.len() == 16).map(ReviewMark);
    let marks: Option<Vec<ReviewMark>> = marks.iter().map(mark).collect();
    let marks = marks.filter(|marks| !marks.is_empty());
    Ok(Note {
        marks: marks.ok_or("`marks` must hold strings of 16 hexadecimal digits")?,
        text,
        on: string("on").unwrap_or_default(),
        of: strings(table, "of").unwrap_or_default(),
        made: table.get("made").and_then(Item::as_datetime).map(ToString::to_string).unwrap_or_default(),
    })
}

fn strings(table: &dyn TableLike, key: &str) -> Option<Vec<String>> {
    let array = table.get(key)?.as_array()?;
    array.iter().map(|value| value.as_str().map(|text| visible(text).into_owned())).collect()
}
