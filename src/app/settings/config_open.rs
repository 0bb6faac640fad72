//! Reads from the configuration the commands that open other kinds of files: file patterns, each with a command.

use toml_edit::{Document, Item, Value};

use super::fields::Fields;
use crate::boilerplate::Misread;
use crate::kinds::Kind;

/// A command that turns a file into text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenCommand {
    /// The pattern of its files.
    pub glob: String,
    /// The program and its arguments; `{}` in one of them stands for the file.
    pub words: Vec<String>,
    /// What it prints.
    pub gives: Kind,
}

/// What a pattern needs.
const EXPECTED: &str = "a command like [\"pdftotext\", \"{}\", \"-\"], or { command = [...], gives = \"markdown\" }";

/// Reads the commands, and returns the problems; there are no commands in invalid TOML.
pub fn configured_commands(text: &str) -> (Vec<OpenCommand>, Vec<Misread>) {
    let Ok(document) = Document::parse(text) else { return (Vec::new(), Vec::new()) };
    let mut fields = Fields { text, table: document.as_table(), misread: Vec::new() };
    let commands = commands(&mut fields);
    (commands, fields.misread)
}

/// Reads `[open]`; reports each invalid command and keeps the others.
pub(super) fn commands(fields: &mut Fields<'_>) -> Vec<OpenCommand> {
    let Some(item) = fields.table.get("open") else { return Vec::new() };
    let Some(table) = item.as_table_like() else {
        fields.wrong("open", "a table of file patterns and commands: [open]");
        return Vec::new();
    };
    let mut named = Fields { text: fields.text, table, misread: Vec::new() };
    let mut commands = Vec::new();
    for (glob, item) in table.iter() {
        match command(glob, item) {
            Some(command) => commands.push(command),
            None if lacks_file(item) => {
                let place = named.place_of(glob);
                let reason =
                    format!("`{}` does not say where the file goes: put \"{{}}\" in the command", glob.escape_debug());
                named.misread_at(place, &reason);
            }
            None => named.wrong(glob, EXPECTED),
        }
    }
    fields.misread.append(&mut named.misread);
    commands
}

/// Whether it is a command that only lacks the file.
fn lacks_file(item: &Item) -> bool {
    let words = item.as_array().or_else(|| item.as_table_like()?.get("command")?.as_array());
    words.is_some_and(|words| {
        !words.is_empty() && words.iter().all(|word| word.as_str().is_some_and(|word| !word.contains("{}")))
    })
}

fn command(glob: &str, item: &Item) -> Option<OpenCommand> {
    let words = |value: &Value| {
        let words: Option<Vec<String>> =
            value.as_array()?.iter().map(|word| word.as_str().map(str::to_owned)).collect();
        words.filter(|words| !words.is_empty() && words.iter().any(|word| word.contains("{}")))
    };
    let glob = glob.to_owned();
    if let Some(words) = item.as_value().and_then(words) {
        return Some(OpenCommand { glob, words, gives: Kind::Text });
    }
    let table = item.as_table_like()?;
    let gives = match table.get("gives") {
        None => Kind::Text,
        Some(gives) => {
            Kind::named(gives.as_str()?).filter(|kind| matches!(kind, Kind::Text | Kind::Markdown | Kind::Html))?
        }
    };
    Some(OpenCommand { glob, words: words(table.get("command")?.as_value()?)?, gives })
}
