//! How git asks for a diff: as `diff.external`, `GIT_EXTERNAL_DIFF` or a driver's command, with seven or nine arguments; as a difftool with
//! two.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::git_tool::{is_for_a_tool, known};
use super::source::{NOTHING, Source, shown};
use crate::text::{Pair, sign, visible};

/// The mode of a plain file, which is not mentioned.
const PLAIN: &str = "100644";
/// How many digits of an object's name are shown, as in git.
const SHOWN: usize = 7;

/// How the program was called for a diff.
#[derive(Debug)]
pub enum Called {
    /// With two files.
    Plainly(Pair<Source>),
    /// With one document that may have tracked changes.
    Tracked(Pair<Source>),
    /// By git, with details about the file.
    ByGit(Told),
    /// By git, for a file with unresolved conflicts.
    Unmerged(String),
    /// By git, for a file that a difftool will show.
    ForATool,
}

/// What git says about a file.
#[derive(Debug, PartialEq, Eq)]
pub struct Told {
    /// The files with the versions, and the names to show.
    pub sources: Pair<Source>,
    /// The short names of git's objects, if it has them.
    pub objects: Pair<Option<String>>,
    /// What happened to the file itself, one sentence each: that it was added, deleted or renamed, or changed its mode.
    pub deeds: Vec<String>,
}

/// A version as git passes it.
#[derive(Clone, Copy)]
struct GitSide<'n> {
    file: &'n Path,
    object: &'n Path,
    mode: &'n Path,
}

/// Recognises the call by its arguments.
///
/// # Errors
///
/// They are not two files.
pub fn called(names: &[PathBuf]) -> Result<Called> {
    match names {
        [left, right] => Ok(Called::Plainly(known(Pair::new(left, right)))),
        [path] if env::var_os("GIT_DIFF_PATH_COUNTER").is_some() => {
            Ok(Called::Unmerged(visible(&path.to_string_lossy()).into_owned()))
        }
        [path] if is_document(path) => {
            let after = Source::named(path.clone());
            let before = Source { shown: format!("{} before its changes", after.shown), ..after.clone() };
            Ok(Called::Tracked(Pair::new(before, after)))
        }
        [_, _, _, _, _, _, _] | [_, _, _, _, _, _, _, _, _] if is_for_a_tool() => Ok(Called::ForATool),
        [path, old, old_object, old_mode, new, new_object, new_mode, rest @ ..] if matches!(rest.len(), 0 | 2) => {
            let paths = Pair::new(path.as_path(), rest.first().map_or(path, |renamed| renamed));
            let about = rest.get(1).map(|about| about.to_string_lossy()).unwrap_or_default();
            let left = GitSide { file: old, object: old_object, mode: old_mode };
            let right = GitSide { file: new, object: new_object, mode: new_mode };
            Ok(Called::ByGit(put_together(paths, Pair::new(left, right), &about)))
        }
        [_] => bail!("a diff needs two files; one is given"),
        names => bail!("a diff needs two files; {} are given", names.len()),
    }
}

/// Whether a file may have tracked changes.
fn is_document(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ["docx", "docm"].iter().any(|it| ending.eq_ignore_ascii_case(it)))
}

/// Collects what git says; `about` are the lines it would print above the diff of a renamed file.
fn put_together(paths: Pair<&Path>, sides: Pair<GitSide<'_>>, about: &str) -> Told {
    let source = |prefix: &str, path: &Path, file: &Path| Source {
        path: Some(file.to_owned()),
        shown: shown(prefix, path, file),
    };
    Told {
        sources: Pair::new(source("a/", paths.left, sides.left.file), source("b/", paths.right, sides.right.file)),
        objects: sides.map(|side| short(&side.object.to_string_lossy())),
        deeds: deeds(paths, sides, about),
    }
}

fn deeds(paths: Pair<&Path>, sides: Pair<GitSide<'_>>, about: &str) -> Vec<String> {
    let name = paths.map(|path| visible(&path.to_string_lossy()).into_owned());
    let mode = sides.map(|side| visible(&side.mode.to_string_lossy()).into_owned());
    let is_there = sides.map(|side| side.file.as_os_str() != NOTHING);
    let of_mode = |mode: &str| if mode == PLAIN { String::new() } else { format!(", mode {mode}") };
    let mut deeds = Vec::new();
    match (is_there.left, is_there.right) {
        (false, true) => deeds.push(format!("added {}{}", name.right, of_mode(&mode.right))),
        (true, false) => deeds.push(format!("deleted {}{}", name.left, of_mode(&mode.left))),
        _ => {
            if name.left != name.right {
                let deed = if about.lines().any(|line| line.starts_with("copy from ")) { "copied" } else { "renamed" };
                deeds.push(format!("{deed} {}{}{}", name.left, sign(" → "), name.right));
            }
            if mode.left != mode.right {
                deeds.push(format!("{} mode {}{}{}", name.right, mode.left, sign(" → "), mode.right));
            }
        }
    }
    deeds
}

/// The short name of an object; git names one that is not stored yet with zeros.
fn short(object: &str) -> Option<String> {
    let is_name = object.len() > SHOWN && object.bytes().all(|byte| byte.is_ascii_hexdigit());
    let short = object.get(..SHOWN).filter(|_| is_name)?;
    (!object.bytes().all(|byte| byte == b'0')).then(|| short.to_owned())
}

/// Whether git reads the exit status as an answer, not as a failure.
pub fn listens() -> bool {
    says_yes("GIT_EXTERNAL_DIFF_TRUST_EXIT_CODE")
}

/// Whether git shows the output through its own pager on a terminal.
pub fn is_paging() -> bool {
    says_yes("GIT_PAGER_IN_USE")
}

fn says_yes(name: &str) -> bool {
    let said = env::var(name).unwrap_or_default().to_ascii_lowercase();
    matches!(said.as_str(), "true" | "yes" | "on") || said.parse::<i64>().is_ok_and(|number| number != 0)
}
