//! Where a version is read from, and its name in git.

use std::path::{Path, PathBuf};

/// Where a version is read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The file; `None` for standard input.
    pub path: Option<PathBuf>,
    /// The name to show.
    pub shown: String,
}

impl Source {
    /// Takes a source from the command line; `-` is standard input.
    pub fn named(path: PathBuf) -> Self {
        let shown = path.to_string_lossy().into_owned();
        Self { path: (path.as_os_str() != "-").then_some(path), shown }
    }
}

pub(super) use crate::page::NO_FILE as NOTHING;

/// The name under which git shows a version.
pub(super) fn shown(prefix: &str, path: &Path, file: &Path) -> String {
    if file.as_os_str() == NOTHING { NOTHING.to_owned() } else { format!("{prefix}{}", path.to_string_lossy()) }
}
