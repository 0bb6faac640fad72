//! The versions of a file in git, each with those it was made from, through merges, renames and copies.
//!
//! git lists the commits that changed a path, with its parents among them. Where a parent does not have the path, git is asked which file
//! became it, and the versions of that file are listed from there. Like `git log` and `git blame`, it follows only the parent of a merge from
//! which the file came unchanged, if there is one.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};
use std::path::PathBuf;

use anyhow::{Result, bail};

use super::git_listed::{FORMAT, listed};
use super::git_log::{GitVersion, Tracked};

/// How many names git is given at once; its answer fits into a pipe, which takes 64 kB on Linux and 16 kB on a Mac at first.
const AT_ONCE: usize = 100;

/// The file in a commit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct FileAt {
    commit: String,
    /// Its path from the top of the work tree.
    path: String,
}

impl FileAt {
    fn named(&self) -> String {
        format!("{}:{}", self.commit, self.path)
    }
}

/// A version that was found.
#[derive(Debug)]
struct FoundVersion {
    version: GitVersion,
    time: u64,
    /// How many were found before it.
    order: usize,
    parents: Vec<FileAt>,
}

/// Returns the versions, each before those it was made from; uncommitted changes come first.
///
/// # Errors
///
/// git could not be run, or the file is not in a work tree.
pub fn versions(tracked: &Tracked) -> Result<Vec<GitVersion>> {
    let mut walk = HistoryWalk::of(tracked)?;
    let path = format!("{}{}", walk.prefix, tracked.name);
    // Without a commit there is no HEAD.
    let head = if is_commit(tracked, "HEAD") { walk.reach("HEAD", &path)? } else { None };
    let Some(head) = head else {
        let reason = if tracked.file.exists() { "git has no version of it" } else { "no such file" };
        bail!("{}: {reason}", tracked.file.display());
    };
    let changed =
        tracked.file.is_file() && !tracked.git(&["status", "--porcelain", "-z", "--", &tracked.name])?.is_empty();
    let mut tips = vec![head];
    // A merge that is not committed yet is made from both.
    if changed && is_commit(tracked, "MERGE_HEAD") {
        tips.extend(walk.reach("MERGE_HEAD", &path)?);
    }
    walk.all()?;
    if changed {
        let version = GitVersion {
            commit: None,
            date: String::new(),
            author: String::new(),
            message: "not committed".to_owned(),
            path: Some(tracked.name.clone()),
            parents: Vec::new(),
        };
        let now = FileAt { commit: String::new(), path };
        walk.found.insert(now, FoundVersion { version, time: u64::MAX, order: 0, parents: tips });
    }
    Ok(ordered(walk.found))
}

fn is_commit(tracked: &Tracked, name: &str) -> bool {
    tracked.git(&["rev-parse", "--verify", "--quiet", name]).is_ok()
}

/// Finds the versions.
struct HistoryWalk<'t> {
    tracked: &'t Tracked,
    /// The path from the top of the work tree to the folder.
    prefix: String,
    /// The top of the work tree.
    top: PathBuf,
    found: BTreeMap<FileAt, FoundVersion>,
    /// Versions whose history is not listed yet.
    open: Vec<FileAt>,
}

impl<'t> HistoryWalk<'t> {
    fn of(tracked: &'t Tracked) -> Result<Self> {
        let told = text(tracked.git(&["rev-parse", "--show-prefix", "--show-cdup"])?);
        let (prefix, up) = told.trim_end_matches('\n').split_once('\n').unwrap_or((told.trim_end_matches('\n'), ""));
        let (prefix, top) = (prefix.to_owned(), tracked.folder.join(up));
        Ok(Self { tracked, prefix, top, found: BTreeMap::new(), open: Vec::new() })
    }

    fn git(&self, words: &[&str], fed: &str) -> Result<String> {
        self.tracked.git_fed(&self.top, words, fed).map(text)
    }

    /// Returns the newest version of a path in a commit, to be listed with all that is before it.
    fn reach(&mut self, commit: &str, path: &str) -> Result<Option<FileAt>> {
        let told =
            self.git(&["log", "--no-follow", "--no-show-signature", "-1", "--format=%H", commit, "--", path], "")?;
        let commit = told.trim();
        if commit.is_empty() {
            return Ok(None);
        }
        let place = FileAt { commit: commit.to_owned(), path: path.to_owned() };
        self.open.push(place.clone());
        Ok(Some(place))
    }

    /// Lists what is open, until nothing is.
    fn all(&mut self) -> Result<()> {
        while let Some(start) = self.open.pop() {
            if !self.found.contains_key(&start) {
                self.list(&start)?;
            }
        }
        Ok(())
    }

    /// Lists the versions of a path from a commit on.
    fn list(&mut self, start: &FileAt) -> Result<()> {
        let words =
            ["log", "--no-follow", "--date-order", "--parents", "--no-color", "--no-show-signature", "--date=short"];
        let listed = listed(&self.git(&[&words[..], &[FORMAT, &start.commit, "--", &start.path]].concat(), "")?);
        let path = &start.path;
        let all: Vec<String> = listed.iter().map(|listed| listed.commit.clone()).collect();
        let real = self.parents(&all)?;
        let made = real.iter().filter(|parents| parents.len() > 1).flatten();
        let blobs = self.blobs(path, all.iter().chain(made))?;
        for (listed, real) in listed.into_iter().zip(real) {
            let place = FileAt { commit: listed.commit.clone(), path: path.clone() };
            if self.found.contains_key(&place) {
                continue;
            }
            let has = blobs.contains(&listed.commit);
            let before = |commit: &String| FileAt { commit: commit.clone(), path: path.clone() };
            let before: Vec<FileAt> = listed.before.iter().map(before).collect();
            let own = match before.as_slice() {
                _ if !has => Vec::new(),
                [one] if real.len() == 1 && blobs.contains(&one.commit) => vec![one.clone()],
                _ => self.from(&place, &real, &blobs)?,
            };
            let parents = if own.is_empty() { before } else { own };
            let version = GitVersion { path: has.then(|| path.clone()), ..listed.version };
            let order = self.found.len() + 1;
            self.found.insert(place, FoundVersion { version, time: listed.time, order, parents });
        }
        Ok(())
    }

    /// The versions from which one was made, of which git listed none or several: in each of its parents the file itself, or what became it.
    fn from(&mut self, place: &FileAt, real: &[String], blobs: &BTreeSet<String>) -> Result<Vec<FileAt>> {
        let mut parents = Vec::new();
        for parent in real {
            let path = match blobs.contains(parent) {
                true => Some(place.path.clone()),
                false => self.became(parent, place)?,
            };
            let Some(path) = path else { continue };
            let found = self.reach(parent, &path)?;
            parents.extend(found.filter(|found| !parents.contains(found)));
        }
        Ok(parents)
    }

    /// The path in an older commit of what became a file.
    fn became(&self, older: &str, place: &FileAt) -> Result<Option<String>> {
        let words = ["diff-tree", "-r", "--follow", "--name-status", "-z", older, &place.commit, "--", &place.path];
        let told = self.git(&words, "")?;
        let mut fields = told.split('\0');
        let deed = fields.next().unwrap_or_default();
        Ok(fields.next().filter(|_| deed.starts_with(['R', 'C'])).map(str::to_owned))
    }

    /// The parents of commits.
    fn parents(&self, commits: &[String]) -> Result<Vec<Vec<String>>> {
        let mut parents = Vec::with_capacity(commits.len());
        for some in commits.chunks(AT_ONCE) {
            let words = ["log", "--no-walk=unsorted", "--no-show-signature", "--no-color", "--format=%P"];
            let words: Vec<&str> = words.into_iter().chain(some.iter().map(String::as_str)).collect();
            let told = self.git(&words, "")?;
            parents.extend(told.lines().map(|line| line.split_whitespace().map(str::to_owned).collect()));
        }
        Ok(parents)
    }

    /// Those of the commits in which a path is a file.
    fn blobs<'c>(&self, path: &str, commits: impl Iterator<Item = &'c String>) -> Result<BTreeSet<String>> {
        let commits: Vec<&String> = commits.collect();
        // Older versions of git know no other end of a name than that of a line.
        let (end, ends) = if path.contains('\n') { ('\0', Some("-z")) } else { ('\n', None) };
        let words: Vec<&str> = ["cat-file", "--batch-check=%(objecttype)"].into_iter().chain(ends).collect();
        let mut have = BTreeSet::new();
        for some in commits.chunks(AT_ONCE) {
            let named = |commit: &&String| FileAt { commit: (*commit).clone(), path: path.to_owned() }.named();
            let fed: String = some.iter().map(|commit| format!("{}{end}", named(commit))).collect();
            // What is missing is named again, with the path, and ends with this word.
            let told = self.git(&words, &fed)?;
            let kinds = told
                .split('\n')
                .filter(|line| matches!(*line, "blob" | "tree" | "commit") || line.ends_with(" missing"));
            let those = some.iter().zip(kinds).filter(|(_, kind)| *kind == "blob");
            have.extend(those.map(|(commit, _)| (*commit).clone()));
        }
        Ok(have)
    }
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Puts each version before those it was made from, and otherwise the newest first.
fn ordered(mut found: BTreeMap<FileAt, FoundVersion>) -> Vec<GitVersion> {
    let mut children: BTreeMap<FileAt, usize> = BTreeMap::new();
    for parent in found.values().flat_map(|found| &found.parents) {
        *children.entry(parent.clone()).or_default() += 1;
    }
    let key = |place: &FileAt, found: &FoundVersion| (found.time, Reverse(found.order), place.clone());
    let tips = found.iter().filter(|(place, _)| !children.contains_key(place));
    let mut ready: BinaryHeap<(u64, Reverse<usize>, FileAt)> = tips.map(|(place, tip)| key(place, tip)).collect();
    let (mut rows, mut parents, mut versions) = (BTreeMap::new(), Vec::new(), Vec::new());
    while let Some((_, _, place)) = ready.pop() {
        let Some(FoundVersion { version, parents: own, .. }) = found.remove(&place) else { continue };
        for parent in &own {
            let left = children.entry(parent.clone()).or_default();
            *left = left.saturating_sub(1);
            if let (0, Some(next)) = (*left, found.get(parent)) {
                ready.push(key(parent, next));
            }
        }
        rows.insert(place, versions.len());
        versions.push(version);
        parents.push(own);
    }
    for (version, own) in versions.iter_mut().zip(parents) {
        version.parents = own.iter().filter_map(|parent| rows.get(parent).copied()).collect();
    }
    versions
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{FileAt, FoundVersion, ordered};
    use crate::run::git_listed::listed;

    #[test]
    fn a_version_comes_before_those_it_was_made_from_whatever_its_date() {
        // Each with its date and its parents; c is older than its parent, d than its child by far.
        let graph = [("m", 9, "bc"), ("b", 7, "a"), ("c", 1, "d"), ("d", 8, "a"), ("a", 5, "")];
        let place = |name: char| FileAt { commit: name.to_string(), path: String::new() };
        let all: BTreeMap<FileAt, FoundVersion> = graph
            .iter()
            .enumerate()
            .map(|(order, (name, time, parents))| {
                let version = listed(&format!("\u{1}{name}\0")).remove(0).version;
                let parents = parents.chars().map(place).collect();
                (place(name.chars().next().unwrap()), FoundVersion { version, time: *time, order, parents })
            })
            .collect();
        let rows = ordered(all);
        let names: String = rows.iter().filter_map(|row| row.commit.clone()).collect();
        assert_eq!(names, "mbcda");
        assert_eq!(
            rows.iter().map(|row| row.parents.clone()).collect::<Vec<_>>(),
            [vec![1, 2], vec![4], vec![3], vec![4], vec![]]
        );
    }
}
