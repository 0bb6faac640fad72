//! Where a version is read from, and its name in git.

use std::path::{Path, PathBuf};

/// Where a version is read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The file, or none for the standard input.
    pub path: Option<PathBuf>,
    /// What it is called.
    pub shown: String,
}

impl Source {
    /// The source that is named on the command line; `-` is the standard input.
    pub fn named(path: PathBuf) -> Self {
        let shown = path.to_string_lossy().into_owned();
        Self { path: (path.as_os_str() != "-").then_some(path), shown }
    }
}

/// What there is instead of a file that was added or deleted.
pub(super) const NOTHING: &str = "/dev/null";

/// The name under which git shows a version.
pub(super) fn shown(prefix: &str, path: &Path, file: &Path) -> String {
    if file.as_os_str() == NOTHING { NOTHING.to_owned() } else { format!("{prefix}{}", path.to_string_lossy()) }
}
