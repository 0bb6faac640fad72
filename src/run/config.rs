//! The configuration file: where it is, and the settings in it.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};

use super::folders;
use super::places::{ConfigPlace, Shown};
use super::plain_file;
use crate::app::{OpenCommand, Settings, configured, configured_commands, configured_sources};
use crate::article::Sources;
use crate::boilerplate::Misread;

/// The default file, with a comment on each option.
pub const DEFAULT: &str = include_str!("../../assets/config.toml");

/// The most bytes of a file that are read; a larger one is not ours.
const LARGEST: u64 = 1 << 20;

/// Reads the settings, and problems with them, one sentence each. What cannot be read keeps its default.
pub fn read(place: &ConfigPlace) -> (Settings, Vec<String>) {
    taken(place, configured)
}

/// Reads the sources in the settings, and problems with them, one sentence each.
pub fn sources(place: &ConfigPlace) -> (Sources, Vec<String>) {
    taken(place, configured_sources)
}

/// Reads the commands that open other kinds of files; problems are reported where the settings are read.
pub fn commands(place: &ConfigPlace) -> Vec<OpenCommand> {
    taken(place, configured_commands).0
}

/// Reads part of the file. What cannot be read keeps its default.
fn taken<T: Default>(place: &ConfigPlace, read: fn(&str) -> (T, Vec<Misread>)) -> (T, Vec<String>) {
    let Ok(path) = path(place) else { return (T::default(), Vec::new()) };
    let shown = path.display();
    let text = match text(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound && *place == ConfigPlace::Usual => String::new(),
        Err(error) => return (T::default(), vec![format!("{shown}: {error}; using the defaults")]),
        Ok(text) => text,
    };
    let (wanted, misread) = read(&text);
    let mut complaints: Vec<String> = misread.iter().map(|misread| format!("{shown}:{misread}")).collect();
    if let Some(last) = complaints.last_mut() {
        let is_broken = toml_edit::Document::parse(text.as_str()).is_err();
        let used = if is_broken { "the defaults" } else { "the rest of the settings" };
        last.push_str(if last.ends_with('?') { " Using " } else { "; using " });
        last.push_str(used);
    }
    (wanted, complaints)
}

/// Prints the path of the configuration, and makes its folder, or prints the default file.
///
/// # Errors
///
/// There is no configuration folder, or the output cannot be written.
pub fn print(place: &ConfigPlace, what: Shown, out: &mut dyn Write) -> Result<()> {
    let text = match what {
        Shown::Default => DEFAULT.to_owned(),
        Shown::Path => {
            let path = path(place)?;
            if let (ConfigPlace::Usual, Some(folder)) = (place, path.parent()) {
                // If it cannot be made, the path is still right, and the shell says why nothing can be written there.
                let _ = fs::create_dir_all(folder);
            }
            format!("{}\n", path.display())
        }
    };
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.context("cannot write to the output"),
    }
}

/// Returns the path of the configuration file.
///
/// # Errors
///
/// No configuration file is used, or there is no folder for one.
pub fn path(place: &ConfigPlace) -> Result<PathBuf> {
    match place {
        ConfigPlace::File(path) => Ok(path.clone()),
        ConfigPlace::Nowhere => Err(anyhow!("--no-config reads no file")),
        ConfigPlace::Usual => folders::settings()
            .map(|folder| folder.join("config.toml"))
            .ok_or_else(|| anyhow!("there is no configuration folder: set HOME, or name a file with --config")),
    }
}

fn text(path: &Path) -> std::io::Result<String> {
    let bytes = plain_file::read(path, LARGEST)?;
    String::from_utf8(bytes).map_err(|_| std::io::Error::other("not UTF-8 text"))
}
