//! What has changed in the articles since they were last read, and what is noticed on disk meanwhile.

use std::path::PathBuf;

/// The most articles that are named one by one; more are only counted.
const NAMED: usize = 3;

/// Articles that were added, changed or removed since the set was last read, by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Since {
    /// The new ones.
    pub new: Vec<String>,
    /// The changed ones.
    pub changed: Vec<String>,
    /// Those that are gone.
    pub gone: Vec<String>,
}

impl Since {
    /// Describes it in a few words; `None` if nothing has changed.
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

/// What is found on disk after something changed there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OnDisk {
    /// The files of open articles that were touched.
    pub touched: Vec<Touched>,
    /// The names of all new files in the open folders; `None` if nobody looked for them.
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
