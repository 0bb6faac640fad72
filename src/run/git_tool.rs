//! git's difftool: its helper calls ibid with two files, at least one of them temporary. If the file has a diff driver, git calls that
//! instead.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::ending::Ending;
use super::source::{NOTHING, Source, shown};
use crate::text::{Pair, Side};

/// The program that `git difftool` makes git run for each file.
const HELPER: &str = "git-difftool--helper";
/// How git names the folder of a version that is not in a file.
const TEMPORARY: &str = "git-blob-";
/// The variables in which the helper passes the file's path to a tool.
const PATHS: [&str; 2] = ["MERGED", "BASE"];

/// Whether git runs a difftool. For a file with a driver, git calls the driver instead of the tool.
pub(super) fn is_for_a_tool() -> bool {
    env::var_os("GIT_EXTERNAL_DIFF").is_some_and(|program| Path::new(&program).file_stem() == Some(HELPER.as_ref()))
}

/// Passes git's arguments on to the helper of its difftool, which starts the tool that the reader chose.
///
/// # Errors
///
/// git cannot be run.
pub fn hand_on(names: &[PathBuf]) -> Result<Ending> {
    let mut command = Command::new("git");
    command.arg("difftool--helper").args(names);
    // The helper keeps a variable of this name for the tool. What the tool runs is no longer part of a difftool.
    command.env(PATHS[0], names.first().map_or("".as_ref(), |path| path.as_os_str())).env_remove("GIT_EXTERNAL_DIFF");
    let status = command.status().context("git difftool--helper cannot be run")?;
    Ok(if status.success() { Ending::Fine } else { Ending::Complaints })
}

/// Two named files, with the names a reader knows if git's difftool made temporary files of them.
pub(super) fn known(files: Pair<&PathBuf>) -> Pair<Source> {
    let told = PATHS.iter().find_map(|name| env::var_os(name).filter(|path| !path.is_empty()));
    let asked = env::var_os("GIT_DIFF_PATH_COUNTER").is_some();
    let names = if asked { by_a_tool(files, told.map(PathBuf::from).as_deref()) } else { None };
    let named = files.map(|file| Source::named(file.clone()));
    match names {
        Some(names) => Pair::from_fn(|side| Source { path: named[side].path.clone(), shown: names[side].clone() }),
        None => named,
    }
}

/// The names of two versions for which git made temporary files; `told` is the path it passes.
fn by_a_tool(files: Pair<&PathBuf>, told: Option<&Path>) -> Option<Pair<String>> {
    let made = files.map(|file| is_temporary(file));
    if !made.left && !made.right {
        return None;
    }
    let own = |side: Side| Some(files[side].as_path()).filter(|file| !made[side] && file.as_os_str() != NOTHING);
    let called = |side: Side| own(side).or_else(|| files[side].file_name().map(Path::new));
    let fits = |path: &&Path, side: Side| path.file_name() == files[side].file_name();
    let path = |side: Side| {
        let near = [own(side), told, own(side.other())].into_iter().flatten();
        near.clone().find(|path| fits(path, side)).or(called(side)).unwrap_or(files[side])
    };
    Some(Pair::new(shown("a/", path(Side::Left), files.left), shown("b/", path(Side::Right), files.right)))
}

fn is_temporary(file: &Path) -> bool {
    let folder = file.parent().and_then(Path::file_name);
    folder.is_some_and(|folder| folder.to_string_lossy().starts_with(TEMPORARY))
}
