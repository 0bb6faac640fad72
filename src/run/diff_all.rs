//! Compares two folders and prints which files changed and how much, or what changed in each.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Result, bail};

use super::diff_folders::{FileFate, FolderFile, folder_files};
use super::diff_request::{Diffing, Printed};
use super::diff_told::{Titles, Way, compared, put, put_into_words, rules, way, writing};
use super::ending::Ending;
use super::opening::Openers;
use super::out::complain;
use super::request::Request;
use super::terminal;
use super::versions::{SameBytes, VersionsRead, versions};
use super::wrapping::all_hung;
use crate::boilerplate::Rulebooks;
use crate::page::Compared;
use crate::report::{DiffedFile, Reported, describe_stat, diffs_html, set_aside, write_with_binary};
use crate::text::{Pair, plural, sign};

/// The outcome of comparing a file.
enum FileFound {
    /// The same bytes.
    Same,
    /// Nothing that counts changed; what else differs.
    Unchanged(String),
    /// A binary file whose bytes differ.
    Binary,
    /// What changed.
    Changed(Arc<Compared>),
    /// The file could not be read.
    Unread,
}

/// Compares two folders file by file and prints the requested form; by default a list.
///
/// # Errors
///
/// A folder cannot be read, or the output cannot be written.
pub(super) fn compare_folders(diffing: &Diffing, request: &Request, folders: Pair<&Path>) -> Result<Ending> {
    let (openers, unfit) = Openers::of(request);
    complain(&unfit);
    let rules = rules(request, &diffing.ignored)?;
    let (files, skipped) = folder_files(folders, &openers)?;
    complain(&skipped);
    let mut found = Vec::with_capacity(files.len());
    for file in &files {
        found.push(match one(diffing, file, &openers, &rules) {
            Ok(found) => found,
            Err(error) => {
                complain(&[format!("{error:#}")]);
                FileFound::Unread
            }
        });
    }
    let text = match diffing.printed {
        None => all_hung(&list(&files, &found), terminal::seen_width()),
        Some(Printed::Json) => as_json(&files, &found),
        Some(Printed::Html) => page(diffing, &files, &found),
        Some(_) => files.iter().zip(&found).map(|(file, found)| printed(diffing, file, found)).collect(),
    };
    put(&text, if way(diffing) == Way::Straight { Way::Straight } else { Way::Paged })?;
    let is_same = |(file, found): (&FolderFile, &FileFound)| {
        matches!(found, FileFound::Same | FileFound::Unchanged(_)) && file.fate == FileFate::Kept
    };
    let unread = found.iter().filter(|found| matches!(found, FileFound::Unread)).count() + skipped.len();
    if unread > 0 {
        bail!("{} could not be compared", plural(unread, "file"));
    }
    Ok(if files.iter().zip(&found).all(is_same) { Ending::Fine } else { Ending::Different })
}

fn one(diffing: &Diffing, file: &FolderFile, openers: &Openers, rules: &Rulebooks) -> Result<FileFound> {
    Ok(match versions(file.sources.clone(), SameBytes::Told, openers)? {
        VersionsRead::Same => FileFound::Same,
        VersionsRead::Binary => FileFound::Binary,
        VersionsRead::Texts(articles, complaints) => {
            complain(&complaints);
            let diffed = compared(diffing, *articles, rules, diffing.printed == Some(Printed::Json))?;
            if diffed.same {
                FileFound::Unchanged(aside(&diffed.compared))
            } else {
                FileFound::Changed(diffed.compared)
            }
        }
    })
}

/// The list: a line for each file that differs, and the counts.
fn list(files: &[FolderFile], found: &[FileFound]) -> String {
    let mut out = String::new();
    let (mut same, to) = (0, sign(" → "));
    for (file, found) in files.iter().zip(found) {
        let Pair { left, right } = &file.names;
        let what = match (file.fate, found) {
            (FileFate::Kept, FileFound::Same) => {
                same += 1;
                continue;
            }
            (FileFate::Kept, FileFound::Unchanged(aside)) => format!("unchanged {right}: {aside}"),
            (FileFate::Kept, FileFound::Binary) => format!("binary    {right}: the bytes differ"),
            (FileFate::Kept, FileFound::Changed(compared)) => format!("changed   {right}: {}", amount(compared)),
            (FileFate::Renamed, FileFound::Changed(compared)) => {
                format!("renamed   {left}{to}{right}: {}", amount(compared))
            }
            (FileFate::Renamed, FileFound::Unchanged(aside)) => {
                format!("renamed   {left}{to}{right}: {aside}")
            }
            (FileFate::Renamed, FileFound::Same) => format!("renamed   {left}{to}{right}"),
            (FileFate::Renamed, FileFound::Binary) => format!("renamed   {left}{to}{right}: the bytes differ"),
            (FileFate::Removed, FileFound::Changed(compared)) => format!("removed   {left}: {}", amount(compared)),
            (FileFate::Added, FileFound::Changed(compared)) => format!("added     {right}: {}", amount(compared)),
            (FileFate::Removed, FileFound::Binary | FileFound::Same | FileFound::Unchanged(_)) => {
                format!("removed   {left}")
            }
            (FileFate::Added, FileFound::Binary | FileFound::Same | FileFound::Unchanged(_)) => {
                format!("added     {right}")
            }
            (_, FileFound::Unread) => format!("unread    {}", if right.is_empty() { left } else { right }),
        };
        out.push_str(&what);
        out.push('\n');
    }
    match (same, found.len()) {
        (0, 0) => "both folders are empty\n".to_owned(),
        (0, _) => out,
        _ => out + &format!("same      {}\n", plural(same, "file")),
    }
}

/// Says what differs in a file in which nothing that counts changed.
fn aside(compared: &Compared) -> String {
    match (set_aside(&Reported::of(compared)), compared.collation.marks) {
        (None, 0) => "only white space or what is ignored differs".to_owned(),
        (None, marks) => format!("no words differ; punctuation/case {marks} (not counted)"),
        (Some(aside), 0) => format!("{aside} (not counted)"),
        (Some(aside), marks) => format!("{aside}; punctuation/case {marks} (not counted)"),
    }
}

/// Says how much changed in a file.
fn amount(compared: &Compared) -> String {
    describe_stat(&Reported::of(compared))
}

fn as_json(files: &[FolderFile], found: &[FileFound]) -> String {
    let changed = found.iter().filter_map(|found| match found {
        FileFound::Changed(compared) => Some(Reported::of(compared)),
        _ => None,
    });
    let changed: Vec<Reported<'_>> = changed.collect();
    let binary = files.iter().zip(found).filter(|(_, found)| matches!(found, FileFound::Binary));
    let binary: Vec<Pair<String>> = binary.map(|(file, _)| names(file)).collect();
    let mut bytes = Vec::new();
    // Writing to memory does not fail.
    drop(write_with_binary(&changed, &binary, &mut bytes));
    String::from_utf8(bytes).unwrap_or_default()
}

fn names(file: &FolderFile) -> Pair<String> {
    file.sources.as_ref().map(|source| crate::text::visible(&source.shown).into_owned())
}

fn printed(diffing: &Diffing, file: &FolderFile, found: &FileFound) -> String {
    let names = names(file);
    match found {
        FileFound::Unread => String::new(),
        _ if diffing.printed == Some(Printed::Brief) && file.fate == FileFate::Removed => {
            format!("Only the old folder has {}\n", names.left)
        }
        _ if diffing.printed == Some(Printed::Brief) && file.fate == FileFate::Added => {
            format!("Only the new folder has {}\n", names.right)
        }
        FileFound::Same | FileFound::Unchanged(_) if file.fate == FileFate::Renamed => {
            format!("{} is renamed to {}\n", names.left, names.right)
        }
        FileFound::Same | FileFound::Unchanged(_) => String::new(),
        FileFound::Binary => format!("Binary files {} and {} differ\n", names.left, names.right),
        FileFound::Changed(compared) => put_into_words(diffing, compared, Titles { heads: names.clone(), names }),
    }
}

fn page(diffing: &Diffing, files: &[FolderFile], found: &[FileFound]) -> String {
    let changed = files.iter().zip(found).filter_map(|(file, found)| match found {
        FileFound::Changed(compared) => Some(DiffedFile::Texts(Reported::of(compared), writing(diffing, names(file)))),
        FileFound::Binary => Some(DiffedFile::Binary(names(file))),
        _ => None,
    });
    diffs_html(&changed.collect::<Vec<_>>())
}
