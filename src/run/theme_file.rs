//! The theme file on disk: read, never written.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::folders;
use super::plain_file;
use crate::ui::Overrides;

/// The most bytes of a file that are read; a larger one is not ours.
const LARGEST: u64 = 1 << 20;

/// Reads the reader's changes to the theme from this file, or else from `theme.toml` beside the rules, if it exists; also returns problems,
/// one sentence each.
pub fn overrides(named: Option<&Path>) -> (Overrides, Vec<String>) {
    let Some(path) = named.map(Path::to_owned).or_else(usual) else { return (Overrides::default(), Vec::new()) };
    let shown = path.display();
    let text = match text(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound && named.is_none() => return Default::default(),
        Err(error) => {
            let complaint = format!("{shown}: cannot read the theme: {error}; using the default theme");
            return (Overrides::default(), vec![complaint]);
        }
    };
    let (overrides, misread) = Overrides::read(&text);
    (overrides, misread.iter().map(|misread| format!("{shown}:{misread}")).collect())
}

fn text(path: &Path) -> std::io::Result<String> {
    let bytes = plain_file::read(path, LARGEST)?;
    String::from_utf8(bytes).map_err(|_| std::io::Error::other("not UTF-8 text"))
}

fn usual() -> Option<PathBuf> {
    folders::settings().map(|folder| folder.join("theme.toml"))
}
