//! The rules file on disk, changed so that nothing in it is ever lost.
//!
//! A change is made under a lock, on what stands on the disk at that moment, and put in place whole: two programs that save
//! at once both keep their rules, and a power cut leaves the old file or the new one. The lock is a file of its own beside
//! the rules, because the rules file itself is replaced; it stays there, since to remove it would let two in at once.
//! The downside of replacing: a hard link to the rules file is parted from it.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};

use super::attributes::open_as;
use super::fresh::{Lock, Readers, beside, folder_of, fresh_file, is_still, target};
use super::kept_file::read;
use super::plain_file;
use super::swap::put;
use crate::boilerplate::{RuleSet, RulesText};
use crate::text::fingerprint;

/// The largest file that is read, in bytes: some hundred thousand rules.
const LARGEST: u64 = 64 << 20;

/// Times that a change is made anew where an editor saves meanwhile.
const TRIES: usize = 5;

/// Where the rules are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulesFile {
    /// The file, as it was named; a link to it is followed, and stays a link.
    pub path: PathBuf,
}

/// The rules as they stand in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OnDisk {
    /// The rules.
    pub rules: RuleSet,
    /// The line with which each begins, from 1.
    pub lines: Vec<usize>,
}

impl RulesFile {
    /// Reads the rules; a file that is not there has none.
    ///
    /// # Errors
    ///
    /// Names the file and says what keeps it from being read; a mistake in it with line and column.
    pub fn read(&self) -> Result<OnDisk> {
        Ok(OnDisk::of(&self.parse(&self.path)?))
    }

    /// Changes the rules as they stand on the disk now, and gives them as they are then. Waits for others that do so; where an editor,
    /// which knows no lock, saves meanwhile, the change is made anew on what it wrote.
    ///
    /// # Errors
    ///
    /// Names the file and what to do; the file is then as it was.
    pub fn change(&self, mut change: impl FnMut(&mut RulesText)) -> Result<OnDisk> {
        let path = self.target()?;
        let folder = folder_of(&path);
        fs::create_dir_all(folder)
            .with_context(|| format!("{}: cannot create this folder for the rules", folder.display()))?;
        let lock = self.lock(&path)?;
        lock.sweep(&path);
        for _ in 0..TRIES {
            let mut text = self.parse(&path)?;
            let before = text.text();
            change(&mut text);
            if text.text() == before {
                return Ok(OnDisk::of(&text));
            }
            self.check(&text)?;
            self.writable(&path)?;
            if !is_still(&path, before.as_bytes()) {
                continue;
            }
            self.back_up(&path, &before, &text.text())?;
            if self.replace(&path, &path, &text.text(), Some(&before))? {
                return Ok(OnDisk::of(&text));
            }
        }
        bail!("{}: another program has changed it meanwhile; try again", self.path.display())
    }

    /// Puts back what stood in the file before the step that was saved last, and gives the rules as they are then. Only if the file
    /// is still as that step left it: what an editor wrote since is never overwritten.
    ///
    /// # Errors
    ///
    /// There is no such step, or the file is another one by now; it is then as it was.
    pub fn revert(&self) -> Result<OnDisk> {
        let path = self.target()?;
        let backup = beside(&path, ".bak");
        let kept = match read(&backup, LARGEST) {
            Ok(None) => bail!("no saved step to undo"),
            kept => kept?.unwrap_or_default(),
        };
        let _lock = self.lock(&path)?;
        let now = self.parse(&path)?;
        let (mark, before) = kept.split_once('\n').unwrap_or_default();
        if mark != marked(&now.text()) {
            bail!("another program has changed the rules since; the version before is in {}", backup.display());
        }
        let before = RulesText::parse(before).map_err(|misread| anyhow!("{}:{misread}", backup.display()))?;
        self.check(&before)?;
        self.writable(&path)?;
        self.back_up(&path, &now.text(), &before.text())?;
        if !self.replace(&path, &path, &before.text(), Some(&now.text()))? {
            bail!("{}: another program has changed it meanwhile; nothing was undone", self.path.display());
        }
        Ok(OnDisk::of(&before))
    }

    fn writable(&self, path: &Path) -> Result<()> {
        if fs::metadata(path).is_ok_and(|old| old.permissions().readonly()) {
            bail!("{}: is read-only; make it writable to change the rules", self.path.display());
        }
        Ok(())
    }

    /// Keeps what stands in the file before a step, marked with what the step makes of it.
    fn back_up(&self, path: &Path, before: &str, after: &str) -> Result<()> {
        self.replace(path, &beside(path, ".bak"), &format!("{}\n{before}", marked(after)), None).map(|_| ())
    }

    fn parse(&self, path: &Path) -> Result<RulesText> {
        let shown = self.path.display();
        if fs::metadata(path).is_ok_and(|found| !found.is_file()) {
            bail!("{shown}: is not a file; the rules need a file of their own");
        }
        let bytes = match plain_file::read(path, LARGEST) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(RulesText::default()),
            bytes => bytes.with_context(|| format!("{shown}: cannot read the rules; check who may read this file"))?,
        };
        let text = String::from_utf8(bytes).map_err(|error| {
            let place = error.utf8_error().valid_up_to();
            let line = error.as_bytes().iter().take(place).filter(|&&byte| byte == b'\n').count() + 1;
            anyhow!("{shown}:{line}: byte {} is not UTF-8; save the file as UTF-8", place + 1)
        })?;
        RulesText::parse(&text).map_err(|misread| anyhow!("{shown}:{misread}"))
    }

    /// Follows the links from the path, also to a file that is not there yet.
    fn target(&self) -> Result<PathBuf> {
        target(&self.path).map_err(|error| anyhow!("{}: {error}", self.path.display()))
    }

    fn lock(&self, path: &Path) -> Result<Lock> {
        Lock::on(path).with_context(|| {
            format!("{}: cannot lock the rules; make this folder writable, or try again", folder_of(path).display())
        })
    }

    /// Makes sure that what is to be written can be read again.
    fn check(&self, text: &RulesText) -> Result<()> {
        let again = RulesText::parse(&text.text())
            .map_err(|misread| anyhow!("{}:{misread}; the rules are unchanged", self.path.display()))?;
        if again.rules() != text.rules() {
            bail!("{}: the change could not be read back; the rules are unchanged", self.path.display());
        }
        Ok(())
    }

    /// Puts a text in the place of a file, if that is still as it was read where it was; tells whether it did. What it is written to
    /// meanwhile is called after the `rules`.
    fn replace(&self, rules: &Path, path: &Path, text: &str, before: Option<&str>) -> Result<bool> {
        let shown = self.path.display();
        let folder = folder_of(path);
        let mut fresh = fresh_file(rules, Readers::All)
            .with_context(|| format!("{}: cannot save the rules; make this folder writable", folder.display()))?;
        // What stood in the rules is not for more readers than the rules are.
        if rules.exists() {
            open_as(fresh.as_file(), rules)
                .with_context(|| format!("{shown}: cannot keep the permissions of the rules file; check its owner"))?;
        }
        let written =
            fresh.write_all(text.as_bytes()).and_then(|()| fresh.flush()).and_then(|()| fresh.as_file().sync_all());
        written.with_context(|| format!("{shown}: cannot save the rules; check that the disk has room"))?;
        let put = match before {
            Some(before) => put(fresh, path, before.as_bytes()),
            None => fresh.persist(path).map(|_| true).map_err(Into::into),
        };
        if !put.with_context(|| format!("{shown}: cannot replace the rules; check the permissions of this file"))? {
            return Ok(false);
        }
        // The rules are in place; a disk that cannot sync a folder is no reason to say otherwise.
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
        Ok(true)
    }
}

impl OnDisk {
    fn of(text: &RulesText) -> Self {
        Self { rules: text.rules(), lines: text.lines() }
    }
}

/// The first line of a backup: what the file is known by as the step left it.
fn marked(text: &str) -> String {
    let hash = fingerprint(text.as_bytes());
    format!("# The rules before the last step. Afterwards they had the hash {hash:016x}.")
}
