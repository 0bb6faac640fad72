//! Where settings, rules and state are kept.

use std::path::PathBuf;

/// Where the settings are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigPlace {
    /// In the reader's configuration folder; the file may not exist.
    Usual,
    /// In this file.
    File(PathBuf),
    /// Nowhere: everything has its default.
    Nowhere,
}

/// What to print of the configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The path of the file.
    Path,
    /// The default file, with a comment on each option.
    Default,
}

/// Where the reader's progress is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StatePlace {
    /// In the reader's state folder.
    #[default]
    Usual,
    /// Nowhere.
    Nowhere,
}

/// Where the rules are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RulesPlace {
    /// In the reader's configuration folder.
    Usual,
    /// In this file.
    File(PathBuf),
    /// Nowhere: there are no rules.
    Nowhere,
}
