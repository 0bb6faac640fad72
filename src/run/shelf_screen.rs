//! The list of what can be compared: the files of two folders, or the versions of a text.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, bail};

use super::colours::Colours;
use super::diff_folders::{FileFate, FolderFile, folder_files};
use super::diff_request::Diffing;
use super::diff_told::rules;
use super::ending::Ending;
use super::opened::Opened;
use super::opening::Openers;
use super::reading::Named;
use super::request::Request;
use super::screen;
use super::shelf::{Shelved, measured};
use super::versions::{SameBytes, versions};
use crate::app::{Amount, Fetch, Shelf, ShelfKind, ShelfRow};
use crate::collate::{Cancel, Exactness, Fate};
use crate::text::{Pair, Side};

/// How the texts are compared, and how the screen is coloured.
#[derive(Clone, Copy, Debug)]
pub struct ShelfManner {
    /// Which differences count.
    pub exactness: Exactness,
    /// The colours.
    pub colours: Colours,
}

/// Shows which files of two folders changed, until the reader leaves.
///
/// # Errors
///
/// A folder cannot be read, or the terminal cannot be used.
pub fn show_folders(diffing: &Diffing, request: &Request, folders: Pair<&Path>) -> Result<Ending> {
    let (openers, mut complaints) = Openers::of(request);
    let (files, skipped) = folder_files(folders, &openers)?;
    complaints.extend(skipped);
    if files.is_empty() {
        bail!("both folders are empty");
    }
    super::out::complain(&complaints);
    let mut files = files;
    if is_by_git(folders.left) && is_by_git(folders.right) {
        files.iter_mut().for_each(name_as_git);
    }
    let rows = files.iter().map(row_of).collect();
    let bring = move |rows: Pair<usize>| {
        let file = files.get(rows.right).context("no such file")?;
        versions(file.sources.clone(), SameBytes::Told, &openers)
    };
    let rules = rules(request, &diffing.ignored)?;
    let shelved = Shelved { shelf: Shelf { kind: ShelfKind::Folders, rows }, rules, bring: Arc::new(bring) };
    let manner = ShelfManner { exactness: diffing.exactness, colours: diffing.colours };
    let ending = show_shelf(shelved.clone(), manner, request)?;
    Ok(if ending == Ending::Fine && differs(&shelved, manner.exactness) { Ending::Different } else { ending })
}

/// Whether something that counts differs in a file, or only one folder has it.
fn differs(shelved: &Shelved, exactness: Exactness) -> bool {
    let rows = &shelved.shelf.rows;
    let differs = |row: usize| {
        let task = Fetch { ticket: 0, rows: Pair::new(row, row), opens: false, exactness };
        measured(&task, shelved, &Cancel::default())
            .is_some_and(|(amount, _)| !matches!(amount, Amount::Identical | Amount::Same(_)))
    };
    rows.iter().any(|row| row.fate.is_some()) || (0..rows.len()).any(differs)
}

/// Whether a folder is one of the two that git's difftool makes.
fn is_by_git(folder: &Path) -> bool {
    folder.components().any(|part| part.as_os_str().to_string_lossy().starts_with("git-difftool."))
}

/// Names the versions of a file as git does.
fn name_as_git(file: &mut FolderFile) {
    for (side, before) in Side::BOTH.into_iter().zip(["a/", "b/"]) {
        if !file.names[side].is_empty() {
            file.sources[side].shown = format!("{before}{}", file.names[side]);
        }
    }
}

fn row_of(file: &FolderFile) -> ShelfRow {
    let Pair { left, right } = &file.names;
    let (name, fate) = match file.fate {
        FileFate::Kept => (right.clone(), None),
        FileFate::Renamed => (format!("{left} → {right}"), Some(Fate::Moved)),
        FileFate::Removed => (left.clone(), Some(Fate::Removed)),
        FileFate::Added => (right.clone(), Some(Fate::Added)),
    };
    ShelfRow { name, fate, ..ShelfRow::default() }
}

/// Shows a shelf until the reader leaves.
///
/// # Errors
///
/// The terminal cannot be used.
pub fn show_shelf(shelved: Shelved, wanted: ShelfManner, request: &Request) -> Result<Ending> {
    let rules = shelved.rules.clone();
    let named = Named { shelved: Some((shelved, wanted.exactness)), ..Named::default() };
    let opened = Opened::of_versions(rules, named, request);
    screen::shown(opened, wanted.colours, request.theme.clone(), &request.config)
}
