//! Matches the files of two folders by name and, for renamed ones, by content.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::opening::Openers;
use super::source::{NOTHING, Source};
use super::versions::{same_bytes, version};
use crate::article::Article;
use crate::matrix;
use crate::text::{Pair, Side, visible};

/// The share of words, in percent, that a renamed file has in common with its old version.
const RENAMED: usize = 50;
/// The most files without a partner among which renamed ones are looked for.
const MOST: usize = 1_000;
/// How deep folders are searched.
const DEEPEST: usize = 64;

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileFate {
    /// The name is the same.
    Kept,
    /// Renamed.
    Renamed,
    /// Only in the old folder.
    Removed,
    /// Only in the new folder.
    Added,
}

/// A file of two folders.
#[derive(Clone, Debug)]
pub(super) struct FolderFile {
    /// What became of it.
    pub fate: FileFate,
    /// Its path within the folder on each side; empty if it is missing there.
    pub names: Pair<String>,
    /// The files to read both versions from.
    pub sources: Pair<Source>,
}

/// The files in a folder.
#[derive(Debug, Default)]
struct Inside {
    /// Their paths within the folder.
    files: BTreeSet<PathBuf>,
    /// What was skipped, and why.
    skipped: Vec<String>,
}

/// Returns the files of two folders, in the order of their names, and what was skipped, one sentence each.
///
/// # Errors
///
/// Names the folder that cannot be read.
pub(super) fn folder_files(folders: Pair<&Path>, openers: &Openers) -> Result<(Vec<FolderFile>, Vec<String>)> {
    let mut inside = Pair::<Inside>::default();
    for side in Side::BOTH {
        walk(folders[side], Path::new(""), DEEPEST, &mut inside[side])?;
    }
    let skipped: Vec<String> = [&inside.left, &inside.right].into_iter().flat_map(|it| it.skipped.clone()).collect();
    let names = inside.map(|inside| inside.files);
    let both: Vec<PathBuf> = names.left.intersection(&names.right).cloned().collect();
    let lone = Pair::from_fn(|side: Side| names[side].difference(&names[side.other()]).cloned().collect::<Vec<_>>());
    let renamed = renamed(folders, &lone, openers);
    let file = |fate: FileFate, paths: Pair<Option<&PathBuf>>| FolderFile {
        fate,
        names: paths.map(|path| path.map(|path| visible(&path.to_string_lossy()).into_owned()).unwrap_or_default()),
        sources: Pair::from_fn(|side: Side| match paths[side] {
            Some(path) => Source::named(folders[side].join(path)),
            None => Source { path: Some(PathBuf::from(NOTHING)), shown: NOTHING.to_owned() },
        }),
    };
    let mut found: Vec<FolderFile> =
        both.iter().map(|path| file(FileFate::Kept, Pair::new(Some(path), Some(path)))).collect();
    for &(left, right) in &renamed {
        found.push(file(FileFate::Renamed, Pair::new(lone.left.get(left), lone.right.get(right))));
    }
    let is_free = |side: Side, at: usize| !renamed.iter().any(|pair| Pair::new(pair.0, pair.1)[side] == at);
    for (_, path) in lone.left.iter().enumerate().filter(|(at, _)| is_free(Side::Left, *at)) {
        found.push(file(FileFate::Removed, Pair::new(Some(path), None)));
    }
    for (_, path) in lone.right.iter().enumerate().filter(|(at, _)| is_free(Side::Right, *at)) {
        found.push(file(FileFate::Added, Pair::new(None, Some(path))));
    }
    found.sort_by(|a, b| name_of(a).cmp(name_of(b)));
    Ok((found, skipped))
}

/// The name a file is listed under: the new one, if it has one.
fn name_of(file: &FolderFile) -> &str {
    if file.names.right.is_empty() { &file.names.left } else { &file.names.right }
}

/// Adds the files of a folder. Leaves out git's own files, links to folders (they may form a circle), and special files such as pipes,
/// which may never end.
fn walk(folder: &Path, within: &Path, deep: usize, found: &mut Inside) -> Result<()> {
    let place = folder.join(within);
    let cannot = || format!("{}: cannot be read", place.display());
    for entry in fs::read_dir(&place).with_context(cannot)? {
        let entry = entry.with_context(cannot)?;
        let path = within.join(entry.file_name());
        let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
        match (fs::metadata(entry.path()), deep.checked_sub(1)) {
            (Ok(kind), _) if kind.is_dir() && (is_link || entry.file_name() == ".git") => {}
            (Ok(kind), Some(deep)) if kind.is_dir() => walk(folder, &path, deep, found)?,
            (Ok(kind), None) if kind.is_dir() => {
                found.skipped.push(format!("{}: more than {DEEPEST} folders deep; skipped", entry.path().display()));
            }
            (Ok(kind), _) if !kind.is_file() => {
                found.skipped.push(format!("{}: not a plain file; skipped", entry.path().display()));
            }
            _ => {
                found.files.insert(path);
            }
        }
    }
    Ok(())
}

/// Pairs files with different names: those with the same bytes, then those with similar content, the most similar first. Gives up if there are
/// too many.
fn renamed(folders: Pair<&Path>, lone: &Pair<Vec<PathBuf>>, openers: &Openers) -> Vec<(usize, usize)> {
    if lone.left.is_empty() || lone.right.is_empty() || lone.left.len() + lone.right.len() > MOST {
        return Vec::new();
    }
    let mut pairs = same_files(folders, lone);
    let paired = pairs.clone();
    let is_free = |side: Side, at: usize| !paired.iter().any(|pair| Pair::new(pair.0, pair.1)[side] == at);
    let read = |side: Side| {
        let free = lone[side].iter().enumerate().filter(|(at, _)| is_free(side, *at));
        let articles = free.filter_map(move |(at, path)| {
            let source = Source::named(folders[side].join(path));
            // A file that cannot be read is reported when it is compared.
            Some((at, version(&source, openers).ok()??))
        });
        articles.unzip::<usize, Article, Vec<usize>, Vec<Article>>()
    };
    let ((left, mut articles), (right, others)) = (read(Side::Left), read(Side::Right));
    articles.extend(others);
    let matrix = matrix(&articles);
    let mut alike: Vec<(usize, usize, usize)> = Vec::new();
    for (one, from) in left.iter().enumerate() {
        for (other, to) in right.iter().enumerate() {
            let other = left.len() + other;
            let shared = matrix.percent(one, other).min(matrix.percent(other, one));
            if shared >= RENAMED {
                alike.push((shared, *from, *to));
            }
        }
    }
    alike.sort_by_key(|(shared, from, to)| (std::cmp::Reverse(*shared), *from, *to));
    for (_, from, to) in alike {
        if !pairs.iter().any(|pair| pair.0 == from || pair.1 == to) {
            pairs.push((from, to));
        }
    }
    pairs
}

/// Pairs files of the same bytes, in the order of their names. Only those of one length are read.
fn same_files(folders: Pair<&Path>, lone: &Pair<Vec<PathBuf>>) -> Vec<(usize, usize)> {
    let mut lengths: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    let length = |side: Side, path: &PathBuf| fs::metadata(folders[side].join(path)).map_or(0, |found| found.len());
    for (at, path) in lone.right.iter().enumerate() {
        lengths.entry(length(Side::Right, path)).or_default().push(at);
    }
    let mut found = Vec::new();
    for (at, path) in lone.left.iter().enumerate() {
        let own = length(Side::Left, path);
        // Two empty files have nothing in common.
        let Some(others) = lengths.get_mut(&own).filter(|_| own > 0) else { continue };
        let place = folders.left.join(path);
        let is_same = |to: &usize| same_bytes(&place, &folders.right.join(&lone.right[*to])).unwrap_or(false);
        if let Some(nth) = others.iter().position(is_same) {
            found.push((at, others.remove(nth)));
        }
    }
    found
}
