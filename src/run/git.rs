//! How git asks for a diff: as `diff.external`, `GIT_EXTERNAL_DIFF` or a driver's command, with seven or nine words; as a difftool with two.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail};

use super::versions::Source;
use crate::text::{Pair, visible};

/// What there is instead of a file that was added or deleted.
const NOTHING: &str = "/dev/null";

/// How the program was asked for a diff.
#[derive(Debug)]
pub enum Called {
    /// With two files.
    Plainly(Pair<PathBuf>),
    /// By git: with the files in which the versions are, and the names to show.
    ByGit(Pair<Source>),
    /// By git, for a file that is not merged yet.
    Unmerged(String),
}

/// Tells how the program was asked, by what was named.
///
/// # Errors
///
/// Says that there are not two files.
pub fn called(names: &[PathBuf]) -> Result<Called> {
    match names {
        [left, right] => Ok(Called::Plainly(Pair::new(left.clone(), right.clone()))),
        [path] if env::var_os("GIT_DIFF_PATH_COUNTER").is_some() => {
            Ok(Called::Unmerged(visible(&path.to_string_lossy()).into_owned()))
        }
        [path, old, _, _, new, _, _] => Ok(Called::ByGit(by_git(Pair::new(path, path), Pair::new(old, new)))),
        [path, old, _, _, new, _, _, renamed, _] => {
            Ok(Called::ByGit(by_git(Pair::new(path, renamed), Pair::new(old, new))))
        }
        names => bail!("a diff needs two files, and {} named", if names.len() == 1 { "one is" } else { "others are" }),
    }
}

fn by_git(paths: Pair<&PathBuf>, files: Pair<&PathBuf>) -> Pair<Source> {
    let source = |prefix: &str, path: &PathBuf, file: &PathBuf| {
        let absent = file.as_os_str() == NOTHING;
        let shown = if absent { NOTHING.to_owned() } else { format!("{prefix}{}", path.to_string_lossy()) };
        Source { path: Some(file.clone()), shown }
    };
    Pair::new(source("a/", paths.left, files.left), source("b/", paths.right, files.right))
}

/// Tells whether git takes the exit status for an answer and not for a failure.
pub fn listens() -> bool {
    says_yes("GIT_EXTERNAL_DIFF_TRUST_EXIT_CODE")
}

/// Tells whether git shows the output on a terminal through its own pager.
pub fn is_paging() -> bool {
    says_yes("GIT_PAGER_IN_USE")
}

fn says_yes(name: &str) -> bool {
    let said = env::var(name).unwrap_or_default().to_ascii_lowercase();
    matches!(said.as_str(), "true" | "yes" | "on") || said.parse::<i64>().is_ok_and(|number| number != 0)
}
