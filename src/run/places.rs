//! Where settings, rules and state are kept.

use std::path::PathBuf;

/// Where the settings are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigPlace {
    /// In the reader's configuration folder; the file need not be there.
    Usual,
    /// In this file.
    File(PathBuf),
    /// Nowhere: all is as by default.
    Nowhere,
}

/// What is printed of the configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Where the file is.
    Path,
    /// The default file, with a word on each option.
    Default,
}

/// Where it is kept what the reader has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StatePlace {
    /// In the reader's folder for such things.
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
    /// Nowhere: there are none.
    Nowhere,
}
