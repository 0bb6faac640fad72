//! Where the rules are kept.

use std::path::PathBuf;

use anyhow::{Result, anyhow, bail};

use super::folders;
use super::places::RulesPlace;
use super::rules_file::{RulesFile, RulesRead};

/// Where the rules are kept, or why they are not.
#[derive(Clone, Debug)]
pub enum Keeping {
    /// In the usual file, which may not exist yet.
    Usual(RulesFile),
    /// In a file that the reader named.
    Named(RulesFile),
    /// Nowhere; the reason, as the end of a sentence.
    Nowhere(&'static str),
}

/// The reason when the reader turned rules off.
pub const UNWANTED: &str = "rules are off (--no-rules, or a diff without --rules)";

impl Keeping {
    /// Finds the file.
    pub fn of(place: RulesPlace) -> Self {
        match place {
            RulesPlace::Nowhere => Keeping::Nowhere(UNWANTED),
            RulesPlace::File(path) => Keeping::Named(RulesFile { path }),
            RulesPlace::Usual => usual().map_or(
                Keeping::Nowhere("there is no configuration folder for rules: set HOME, or name a file with --rules"),
                |path| Keeping::Usual(RulesFile { path }),
            ),
        }
    }

    /// Reads the rules. A named file that does not exist is an error, because its name may be mistyped.
    ///
    /// # Errors
    ///
    /// Names the file and says why it cannot be read; an error in it with line and column.
    pub fn read(&self) -> Result<RulesRead> {
        match self {
            Keeping::Named(file) if matches!(file.path.try_exists(), Ok(false)) => {
                bail!("{}: no such rules file yet", file.path.display())
            }
            Keeping::Usual(file) | Keeping::Named(file) => file.read(),
            Keeping::Nowhere(_) => Ok(RulesRead::default()),
        }
    }

    /// Returns the file.
    ///
    /// # Errors
    ///
    /// Says why there is none.
    pub fn file(&self) -> Result<&RulesFile> {
        match self {
            Keeping::Usual(file) | Keeping::Named(file) => Ok(file),
            Keeping::Nowhere(reason) => Err(anyhow!(*reason)),
        }
    }
}

fn usual() -> Option<PathBuf> {
    folders::settings().map(|folder| folder.join("rules.toml"))
}
