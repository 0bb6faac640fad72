//! Errors in files that the reader writes.

use std::error::Error;
use std::fmt;

use toml_edit::TomlError;

/// An error in a file that the reader writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misread {
    /// The line, from 1.
    pub line: usize,
    /// The column, in characters from 1.
    pub column: usize,
    /// What is wrong and what was expected.
    pub reason: String,
}

impl Misread {
    /// Makes an error with the line and column of the byte at `place`. Control characters in `reason` become spaces.
    pub(crate) fn at(text: &str, place: usize, reason: &str) -> Self {
        let before = text.get(..place).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let on_the_line = before.get(line_start..).unwrap_or_default();
        Self {
            line: before.matches('\n').count() + 1,
            column: on_the_line.trim_start_matches('\u{feff}').chars().count() + 1,
            reason: reason.split(char::is_control).collect::<Vec<_>>().join(" "),
        }
    }

    /// Makes an error of what the parser of TOML says of `text`.
    pub(crate) fn of_toml(text: &str, error: &TomlError) -> Self {
        let place = error.span().map_or(text.len(), |span| span.start);
        let rest = text.get(place..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        Self::at(text, place, &plainly(error.message(), rest))
    }
}

/// What the parser of TOML says, in plain words. `rest` is the line from the place of the error.
fn plainly(message: &str, rest: &str) -> String {
    match message {
        "string values must be quoted, expected literal string" if rest.trim().is_empty() => "no value".to_owned(),
        "string values must be quoted, expected literal string" => "not a value; text needs quotation marks".to_owned(),
        "invalid basic string, expected `\"`" => "a quotation mark is missing".to_owned(),
        "key with no value, expected `=`" => "no value; expected `=`".to_owned(),
        other => other.replace(", expected ", "; expected "),
    }
}

impl fmt::Display for Misread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.reason)
    }
}

impl Error for Misread {}
