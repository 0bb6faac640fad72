//! The rules file on disk, changed so that nothing in it is ever lost.
//!
//! A change is applied under a lock to what is on disk at that moment, and put in place whole: two programs that save at once both keep
//! their rules, and a power cut leaves the old file or the new one. The lock is a separate file beside the rules, because the rules file
//! itself is replaced; it is never removed, because that would let two programs in at once. The drawback of replacing: a hard link to the
//! rules file is broken.

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

/// The most bytes of a file that are read: some hundred thousand rules.
const LARGEST: u64 = 64 << 20;
/// The reason why a saved step cannot be undone when there is none.
pub const NOTHING_SAVED: &str = "no saved step to undo";

/// How often a change is tried again if an editor saves meanwhile.
const TRIES: usize = 5;

/// Where the rules are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulesFile {
    /// The path as it was named; a link is followed, and stays a link.
    pub path: PathBuf,
}

/// The rules in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RulesRead {
    /// The rules.
    pub rules: RuleSet,
    /// The first line of each rule, from 1.
    pub lines: Vec<usize>,
}

impl RulesFile {
    /// Reads the rules; a missing file has none.
    ///
    /// # Errors
    ///
    /// Names the file and says why it cannot be read; an error in it with line and column.
    pub fn read(&self) -> Result<RulesRead> {
        Ok(RulesRead::of(&self.parse(&self.path)?))
    }

    /// Applies a change to the rules on disk now, and returns the rules after it. Waits for other programs that do the same. Editors take
    /// no lock: if one saves meanwhile, the change is applied to what it wrote.
    ///
    /// # Errors
    ///
    /// Names the file and says what to do; the file is then unchanged.
    pub fn change(&self, mut change: impl FnMut(&mut RulesText)) -> Result<RulesRead> {
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
                return Ok(RulesRead::of(&text));
            }
            self.check(&text)?;
            self.writable(&path)?;
            if !is_still(&path, before.as_bytes()) {
                continue;
            }
            self.back_up(&path, &before, &text.text())?;
            if self.replace(&path, &path, &text.text(), Some(&before))? {
                return Ok(RulesRead::of(&text));
            }
        }
        bail!("{}: another program has changed it meanwhile; try again", self.path.display())
    }

    /// Restores the file as it was before the last saved step, and returns the rules. Only if the file is still as that step left it: what
    /// an editor wrote since is never overwritten.
    ///
    /// # Errors
    ///
    /// There is no such step, or the file has changed since; it is then left unchanged.
    pub fn revert(&self) -> Result<RulesRead> {
        let path = self.target()?;
        let backup = beside(&path, ".bak");
        let kept = match read(&backup, LARGEST) {
            Ok(None) => bail!(NOTHING_SAVED),
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
        Ok(RulesRead::of(&before))
    }

    fn writable(&self, path: &Path) -> Result<()> {
        if fs::metadata(path).is_ok_and(|old| old.permissions().readonly()) {
            bail!("{}: is read-only; make it writable to change the rules", self.path.display());
        }
        Ok(())
    }

    /// Backs up the file before a step, marked with what the step makes of it.
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

    /// Follows links from the path, also to a file that does not exist yet.
    fn target(&self) -> Result<PathBuf> {
        target(&self.path).map_err(|error| anyhow!("{}: {error}", self.path.display()))
    }

    fn lock(&self, path: &Path) -> Result<Lock> {
        Lock::on(path).with_context(|| {
            format!("{}: cannot lock the rules; make this folder writable, or try again", folder_of(path).display())
        })
    }

    /// Checks that the new text can be read back.
    fn check(&self, text: &RulesText) -> Result<()> {
        let again = RulesText::parse(&text.text())
            .map_err(|misread| anyhow!("{}:{misread}; the rules are unchanged", self.path.display()))?;
        if again.rules() != text.rules() {
            bail!("{}: the change could not be read back; the rules are unchanged", self.path.display());
        }
        Ok(())
    }

    /// Replaces a file with a text if it has not changed since it was read; returns whether it did. The temporary file is named after
    /// `rules`.
    fn replace(&self, rules: &Path, path: &Path, text: &str, before: Option<&str>) -> Result<bool> {
        let shown = self.path.display();
        let folder = folder_of(path);
        let mut fresh = fresh_file(rules, Readers::All)
            .with_context(|| format!("{}: cannot save the rules; make this folder writable", folder.display()))?;
        // The new file gets no more readers than the rules have.
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
        // The rules are in place, even on a disk that cannot sync a folder.
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
        Ok(true)
    }
}

impl RulesRead {
    fn of(text: &RulesText) -> Self {
        Self { rules: text.rules(), lines: text.lines() }
    }
}

/// The first line of a backup, which identifies the file as the step left it.
fn marked(text: &str) -> String {
    let hash = fingerprint(text.as_bytes());
    format!("# The rules before the last step. Afterwards they had the hash {hash:016x}.")
}
