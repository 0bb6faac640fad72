//! The theme file on the disk: read, never written.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;

use crate::ui::Overrides;

/// Reads what the reader changed of the looks, in this file or, if there is one, `theme.toml` beside the rules; and says what
/// of it does not hold, one sentence each.
pub fn overrides(named: Option<&Path>) -> (Overrides, Vec<String>) {
    let Some(path) = named.map(Path::to_owned).or_else(usual) else { return (Overrides::default(), Vec::new()) };
    let shown = path.display();
    let text = match text(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound && named.is_none() => return Default::default(),
        Err(error) => {
            let complaint = format!("{shown}: cannot read the theme: {error}; going on with the usual looks");
            return (Overrides::default(), vec![complaint]);
        }
    };
    let (overrides, misread) = Overrides::read(&text);
    (overrides, misread.iter().map(|misread| format!("{shown}:{misread}")).collect())
}

fn text(path: &Path) -> std::io::Result<String> {
    if !fs::metadata(path)?.is_file() {
        return Err(std::io::Error::other("it is no file"));
    }
    fs::read_to_string(path)
}

fn usual() -> Option<PathBuf> {
    ProjectDirs::from("", "", "ibid").map(|folders| folders.config_dir().join("theme.toml"))
}
