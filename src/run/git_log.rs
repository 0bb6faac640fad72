//! A file in git, and its versions, read by running `git`, which writes nothing.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, bail};

use crate::text::visible;

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
    /// The versions from which it was made, as indices into the list: several if it is a merge, none if the file was new.
    pub parents: Vec<usize>,
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
    /// The folder it is in.
    pub folder: PathBuf,
    /// Its path.
    pub file: PathBuf,
    /// Its name.
    pub name: String,
}

impl Tracked {
    /// Takes a named file.
    pub fn of(file: &Path) -> Self {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Self { folder: folder.to_owned(), file: file.to_owned(), name }
    }

    /// Runs git in the file's folder.
    ///
    /// # Errors
    ///
    /// Says why git failed.
    pub fn git(&self, words: &[&str]) -> Result<Vec<u8>> {
        self.git_fed(&self.folder, words, "")
    }

    /// Runs git in a folder with something to read, which must be short enough that git need not be read meanwhile.
    ///
    /// # Errors
    ///
    /// Says why git failed.
    pub fn git_fed(&self, folder: &Path, words: &[&str], fed: &str) -> Result<Vec<u8>> {
        let output = ran(folder, words, fed).context("git could not be started")?;
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

/// Runs git.
fn ran(folder: &Path, words: &[&str], fed: &str) -> std::io::Result<Output> {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(["--no-optional-locks", "--no-pager", "--literal-pathspecs"]).args(words);
    let input = if fed.is_empty() { Stdio::null() } else { Stdio::piped() };
    let mut child = command.stdin(input).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    if let Some(mut input) = child.stdin.take() {
        // If git does not read it, its status says why.
        drop(input.write_all(fed.as_bytes()));
    }
    child.wait_with_output()
}
