//! Changes: what has changed among the articles since they were last read, and what is seen of the disk meanwhile.

use std::path::PathBuf;

/// Articles named one by one; more are only counted.
const NAMED: usize = 3;

/// Articles that were added, changed or taken away since the set was last read, by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Since {
    /// Those that were not there.
    pub new: Vec<String>,
    /// Those that held something else.
    pub changed: Vec<String>,
    /// Those that are not there any more.
    pub gone: Vec<String>,
}

impl Since {
    /// Says it in a few words; nothing where nothing has changed.
    pub fn describe(&self) -> Option<String> {
        let parts = [(&self.new, "new"), (&self.changed, "changed"), (&self.gone, "gone")];
        let said: Vec<String> =
            parts.iter().filter(|(names, _)| !names.is_empty()).map(|(names, what)| counted(names, what)).collect();
        (!said.is_empty()).then(|| said.join(", "))
    }
}

pub(in crate::app) fn counted(names: &[String], what: &str) -> String {
    match names.len() {
        count @ 1..=NAMED => format!("{count} {what} ({})", names.join(", ")),
        count => format!("{count} {what}"),
    }
}

/// What is seen of the disk after something was done there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OnDisk {
    /// The files of open articles that were touched.
    pub touched: Vec<Touched>,
    /// The names of all files that are new in the folders that are open; `None` where that was not looked for.
    pub new: Option<Vec<String>>,
}

/// A file that was touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    /// The file.
    pub place: PathBuf,
    /// The fingerprint of its text.
    pub text: u64,
}
