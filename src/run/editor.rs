//! Opens the reader's editor at a line, and waits for it.

use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use crate::app::{Edit, Event};
use crate::text::visible;

/// The editor if the reader sets none.
const USUAL: &str = "vi";
/// Editors that take the line number after the file name, and those that need an option for it.
const BEHIND: &[&str] = &["hx", "helix", "subl", "zed"];
const GOING: &[&str] = &["code", "code-insiders", "codium", "cursor"];

/// Characters that only a shell understands.
const QUOTING: [char; 5] = ['"', '\'', '\\', '$', '~'];

/// Opens a text or file in the editor, and returns the outcome.
pub fn edited(edit: &Edit) -> Event {
    match &edit.text {
        None => Event::Edited(edit.article, open(&edit.path, edit.line)),
        Some(text) => Event::ResultEdited(edited_text(text, edit)),
    }
}

/// Edits a text in a temporary file.
fn edited_text(text: &str, edit: &Edit) -> Result<String, String> {
    let ending = edit.path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
    let cannot = |error: std::io::Error| format!("cannot make a file for the editor: {error}");
    let file = tempfile::Builder::new().prefix("ibid-result-").suffix(&ending).tempfile().map_err(cannot)?;
    std::fs::write(file.path(), text).map_err(cannot)?;
    open(file.path(), edit.line)?;
    let read = std::fs::read_to_string(file.path());
    read.map_err(|error| format!("what the editor left cannot be read: {error}"))
}

/// Opens a file at a line, counted from 1, and waits until the editor ends.
///
/// # Errors
///
/// Says in one sentence why the editor could not be opened, or that it failed.
pub fn open(path: &Path, line: usize) -> Result<(), String> {
    let named = ["VISUAL", "EDITOR"].iter().find_map(|name| env::var(name).ok().filter(|it| !it.trim().is_empty()));
    let editor = named.unwrap_or_else(|| USUAL.to_owned());
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or(USUAL);
    let mut command = if cfg!(unix) && editor.contains(QUOTING) {
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("{editor} \"$@\""), program]);
        shell
    } else {
        let mut command = Command::new(program);
        command.args(words);
        command
    };
    match command.args(arguments(&editor, path, line)).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{} ended with {status}", visible(program))),
        Err(error) => Err(format!("{} could not be started: {error}", visible(program))),
    }
}

/// Returns the arguments that make an editor open a file at a line.
pub fn arguments(editor: &str, path: &Path, line: usize) -> Vec<OsString> {
    let quoted = editor.trim_start().strip_prefix(['"', '\'']).and_then(|rest| rest.split(['"', '\'']).next());
    let program = quoted.or_else(|| editor.split_whitespace().next()).unwrap_or_default();
    let name = Path::new(program).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let behind = || {
        let mut place = path.as_os_str().to_owned();
        place.push(format!(":{line}"));
        place
    };
    if BEHIND.contains(&name.as_str()) {
        return vec![behind()];
    }
    if GOING.contains(&name.as_str()) {
        return vec!["--wait".into(), "--goto".into(), behind()];
    }
    vec![format!("+{line}").into(), path.as_os_str().to_owned()]
}
