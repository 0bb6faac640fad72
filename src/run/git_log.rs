//! The versions of a file in git, found by running `git`, which writes nothing.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::text::visible;

/// The most versions that are listed.
pub const MOST: usize = 1_000;
/// Separates versions in git's output.
const PARTED: char = '\u{1}';
/// How many digits of a commit's name are shown.
const SHOWN: usize = 8;

/// A version of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GitVersion {
    /// The commit; `None` for uncommitted changes.
    pub commit: Option<String>,
    /// The day, as `2026-11-22`.
    pub date: String,
    /// The author.
    pub author: String,
    /// The first line of the message.
    pub message: String,
    /// The file's path in that version, from the top of the work tree; `None` if the commit deleted it.
    pub path: Option<String>,
}

impl GitVersion {
    /// The commit's short name.
    pub fn short(&self) -> String {
        let commit = self.commit.as_deref().unwrap_or("now");
        commit.get(..SHOWN).unwrap_or(commit).to_owned()
    }
}

/// A file in a work tree.
#[derive(Clone, Debug)]
pub struct Tracked {
    folder: PathBuf,
    /// Its path.
    pub file: PathBuf,
    name: String,
}

impl Tracked {
    /// Takes a named file.
    pub fn of(file: &Path) -> Self {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Self { folder: folder.to_owned(), file: file.to_owned(), name }
    }

    fn git(&self, words: &[&str]) -> Result<Vec<u8>> {
        let mut command = Command::new("git");
        command
            .arg("-C")
            .arg(&self.folder)
            .args(["--no-optional-locks", "--no-pager", "--literal-pathspecs"])
            .args(words);
        let output = command.output().context("git could not be started")?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            let shown = visible(&self.file.to_string_lossy()).into_owned();
            match self.is_in_work_tree() {
                true => (),
                false if !self.file.exists() => bail!("{shown}: no such file"),
                false => bail!("{shown}: not in a git repository; for versions in files, name them all, oldest first"),
            }
            let first = said.lines().next().unwrap_or("git failed").trim_start_matches("fatal: ");
            bail!("{}: {}", self.file.display(), visible(first));
        }
        Ok(output.stdout)
    }

    /// Whether the file is in a git work tree.
    fn is_in_work_tree(&self) -> bool {
        let mut command = Command::new("git");
        let asked = command.arg("-C").arg(&self.folder).args(["rev-parse", "--is-inside-work-tree"]).output();
        asked.is_ok_and(|output| output.status.success() && output.stdout.starts_with(b"true"))
    }

    /// Returns the versions through renames, the newest first; uncommitted changes come before them.
    ///
    /// # Errors
    ///
    /// git could not be run, or the file is not in a work tree.
    pub fn versions(&self) -> Result<Vec<GitVersion>> {
        let most = format!("--max-count={}", MOST + 1);
        let words = ["log", "--follow", "--no-color", "--no-show-signature", &most, "-z", "--name-status"];
        let format = ["--format=%x01%H%x00%ad%x00%an%x00%s", "--date=short", "--", &self.name];
        let logged = self.git(&[&words[..], &format[..]].concat())?;
        let mut versions = parsed(&String::from_utf8_lossy(&logged));
        if versions.is_empty() {
            let reason = if self.file.exists() { "git has no version of it" } else { "no such file" };
            bail!("{}: {reason}", self.file.display());
        }
        if self.file.is_file() && !self.git(&["status", "--porcelain", "-z", "--", &self.name])?.is_empty() {
            let now = GitVersion {
                commit: None,
                date: String::new(),
                author: String::new(),
                message: "not committed".to_owned(),
                path: Some(self.name.clone()),
            };
            versions.insert(0, now);
        }
        Ok(versions)
    }

    /// Returns the bytes of a version; `None` if the file was deleted in it.
    ///
    /// # Errors
    ///
    /// Says why they cannot be read.
    pub fn bytes(&self, version: &GitVersion) -> Result<Vec<u8>> {
        match (&version.commit, &version.path) {
            (Some(commit), Some(path)) => self.git(&["cat-file", "blob", &format!("{commit}:{path}")]),
            (Some(_), None) => Ok(Vec::new()),
            (None, _) => std::fs::read(&self.file).with_context(|| format!("{}: cannot be read", self.file.display())),
        }
    }
}

/// Reads git's output: for each commit its fields, then the file's status and paths, the new one last.
fn parsed(logged: &str) -> Vec<GitVersion> {
    let mut versions = Vec::new();
    for chunk in logged.split(PARTED).skip(1) {
        let mut fields = chunk.split('\0').map(|field| field.trim_matches('\n'));
        let mut next = || fields.next().unwrap_or_default().to_owned();
        let (commit, date, author, message) = (next(), next(), next(), next());
        let rest: Vec<&str> = fields.filter(|field| !field.is_empty()).collect();
        let (Some(deed), Some(path)) = (rest.first(), rest.last()) else { continue };
        let path = (!deed.starts_with('D')).then(|| (*path).to_owned());
        versions.push(GitVersion { commit: Some(commit), date, author, message, path });
    }
    versions
}

#[cfg(test)]
mod tests {
    use super::{GitVersion, parsed};

    #[test]
    fn what_git_prints_is_read() {
        let printed = "\u{1}aa11\0day\0Ann Lee\0Second\n draft\0\nR090\0old name.txt\0new\nname.txt\0\
                       \u{1}bb22\0day\0Bo\0\0\0M\0old name.txt\0\u{1}cc33\0d\0Bo\0gone\0D\0x\0\u{1}dd44\0d\0Bo\0merge\0";
        let paths: Vec<Option<String>> = parsed(printed).into_iter().map(|version| version.path).collect();
        assert_eq!(paths, [Some("new\nname.txt".to_owned()), Some("old name.txt".to_owned()), None]);
        let GitVersion { commit, author, message, .. } = parsed(printed).remove(0);
        assert_eq!((commit.as_deref(), author.as_str(), message.as_str()), (Some("aa11"), "Ann Lee", "Second\n draft"));
    }
}
