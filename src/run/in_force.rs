//! The rules in force: the reader's own, and those beside the articles.
//!
//! The reader's own file, or the one named with `--rules` instead, comes first and applies everywhere. Then comes each `.ibid/rules.toml`
//! in the folder of an article or a folder around it, inner ones first; it applies to the articles below. If there is none, the path where
//! one would be is returned, so that a rule can be added there.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::env;
use std::path::{Path, PathBuf};

use directories::BaseDirs;

use super::rules::{Keeping, UNWANTED};
use super::rules_file::{RulesFile, RulesRead};
use crate::article::{Article, Origin};
use crate::boilerplate::{Reach, Rulebook, Rulebooks};
use crate::text::visible;

/// The rules in force, and one sentence about each file that cannot be read.
#[derive(Debug, Default)]
pub struct InForce {
    /// The rules, by file.
    pub books: Rulebooks,
    /// Problems, one sentence each.
    pub complaints: Vec<String>,
}

impl InForce {
    /// Reads all rules for articles in these folders (real paths); if rules are off, those beside the articles are off too.
    pub fn read(keeping: &Keeping, folders: &[PathBuf]) -> Self {
        let mut found = Self::default();
        let own = keeping.file().map(|file| file.path.clone()).unwrap_or_default();
        found.take(own.clone(), Reach::Everywhere, keeping.read(), "continuing without rules");
        if matches!(keeping, Keeping::Nowhere(UNWANTED)) {
            return found;
        }
        for folder in teams(folders) {
            let file = team_file(&folder);
            if !same(&own, &file) {
                let read = RulesFile { path: file.clone() }.read();
                found.take(file, Reach::Below(folder), read, "continuing without these rules");
            }
        }
        found
    }

    fn take(&mut self, file: PathBuf, reach: Reach, read: anyhow::Result<RulesRead>, without: &str) {
        let misread = read.as_ref().err().map(|error| visible(&format!("{error:#}")).into_owned());
        let RulesRead { rules, lines } = read.unwrap_or_else(|error| {
            self.complaints.push(format!("{error:#}; {without}"));
            RulesRead::default()
        });
        let (shown, made) = (visible(&shown(&file)).into_owned(), file.exists());
        self.books.books.push(Rulebook { file, shown, made, reach, rules, lines, misread });
    }
}

/// The folders whose articles have their own rules, inner ones first: those at or around `folders` that have a folder `.ibid`, and each of
/// `folders` that is in none of them.
fn teams(folders: &[PathBuf]) -> Vec<PathBuf> {
    let (mut seen, mut teams) = (BTreeSet::new(), Vec::new());
    for around in folders.iter().flat_map(|folder| folder.ancestors()) {
        if seen.insert(around) && home(around).is_dir() {
            teams.push(around.to_path_buf());
        }
    }
    let alone: Vec<PathBuf> =
        folders.iter().filter(|folder| !teams.iter().any(|team| folder.starts_with(team))).cloned().collect();
    teams.extend(alone);
    teams.sort_by_key(|folder| (Reverse(folder.components().count()), folder.clone()));
    teams.dedup();
    teams
}

/// The team's file for a folder: the nearest that exists, else the one that would be in the folder itself.
pub fn team_file_for(folder: &Path) -> PathBuf {
    let there = folder.ancestors().find(|around| home(around).is_dir());
    team_file(there.unwrap_or(folder))
}

/// The folders of the articles, each once, in order.
pub fn folders(articles: &[Article]) -> Vec<PathBuf> {
    let folder = |article: &Article| match &article.origin {
        Origin::File { place, .. } => place.parent().map(Path::to_path_buf),
        Origin::Stdin | Origin::Bundled(_) => None,
    };
    let folders: BTreeSet<PathBuf> = articles.iter().filter_map(folder).collect();
    folders.into_iter().collect()
}

/// The folders of what is named, and those named with their subfolders, as real paths; the current folder for no name.
pub fn named_folders(names: &[PathBuf]) -> Vec<PathBuf> {
    let here = |folder: &Path| if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_owned() };
    let mut folders = BTreeSet::new();
    let none = [PathBuf::from(".")];
    for name in if names.is_empty() { &none } else { names } {
        if name.is_dir() && !names.is_empty() {
            crate::article::folders_in(name, &mut folders);
        }
        let folder = if name.is_dir() { name.clone() } else { name.parent().map(here).unwrap_or_default() };
        folders.extend(folder.canonicalize().ok());
    }
    folders.into_iter().collect()
}

fn home(folder: &Path) -> PathBuf {
    folder.join(".ibid")
}

fn team_file(folder: &Path) -> PathBuf {
    home(folder).join("rules.toml")
}

fn same(a: &Path, b: &Path) -> bool {
    a == b || matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// The path of a file as readers like to see it: relative to the current folder, or to their home.
pub fn shown(file: &Path) -> String {
    let here = env::current_dir().ok();
    let below = |folder: &Path| file.strip_prefix(folder).ok().map(Path::to_path_buf);
    if let Some(short) = here.as_deref().and_then(below) {
        return short.display().to_string();
    }
    match BaseDirs::new().and_then(|folders| below(folders.home_dir())) {
        Some(short) => Path::new("~").join(short).display().to_string(),
        None => file.display().to_string(),
    }
}
