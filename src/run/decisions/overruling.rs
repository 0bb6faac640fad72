//! Reads decisions on sentences that overrule what ibid finds.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::file::DecisionsFile;
use crate::curation::{Ledger, Rulings};

/// Reads decisions on sentences; also returns problems with the files, one sentence each.
///
/// # Errors
///
/// Names a file and says why it cannot be read.
pub fn rulings(paths: &[PathBuf]) -> Result<(Rulings, Vec<String>)> {
    let (mut ledger, mut complaints) = (Ledger::default(), Vec::new());
    for path in paths {
        if !path.exists() {
            bail!("{}: no such file", path.display());
        }
        complaints.extend(DecisionsFile { path: path.clone() }.each(|decision| ledger.take(decision))?);
    }
    Ok((Rulings::of(&ledger), complaints))
}
