//! A request: what the program was started for.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::clusters::Clustering;
use super::diffing::Diffing;
use super::hiding::{Cleaning, RulesTask};
use super::paper::Paper;
use crate::kinds::With;

/// What the program was started for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Files, folders, or `-`; none for the articles that come with the program.
    pub names: Vec<PathBuf>,
    /// What is said of all files.
    pub with: With,
    /// `NAME=GLOB`: the source of the files that fit a pattern.
    pub sources: Vec<String>,
    /// Where the rules are.
    pub rules: RulesPlace,
    /// Where the settings are.
    pub config: ConfigPlace,
    /// The theme that is named on the command line.
    pub theme: Option<ThemeName>,
    /// Where it is kept what the reader has done.
    pub state: StatePlace,
    /// Whether the mouse may be heard.
    pub mouse: bool,
    /// What becomes of the articles.
    pub form: Form,
}

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

/// What becomes of the articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// They are shown, or printed as text where the output is no terminal.
    Screen(Colours),
    /// A report is printed.
    Report(Paper),
    /// They are printed or written without what the rules hide.
    Clean(Cleaning),
    /// Something is done about the rules.
    Rules(RulesTask),
    /// Their text is printed, with all that belongs to their pages or without.
    Text(bool),
    /// The clusters that an engine found are printed.
    Clusters(Clustering),
    /// What kinds of files there are is printed; no articles are read.
    Kinds,
    /// Something of the configuration is printed; no articles are read.
    Config(Shown),
    /// Two versions of a text are compared.
    Diff(Diffing),
    /// A text is printed that the command line knows by itself; no articles are read.
    Said(Vec<u8>),
}

/// How a report is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// As text to read.
    Text,
    /// As JSON for programs.
    Json,
}

/// How the screen is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// Not at all.
    Plain,
    /// In the terminal's own sixteen colours, which fit its ground whatever that is.
    Sixteen,
    /// For light letters on dark ground.
    Dark(Depth),
    /// For dark letters on light ground.
    Light(Depth),
    /// For whichever of them the terminal says it has.
    Asked(Depth),
}

/// What is named as the theme, on the command line or in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ThemeName {
    /// The one that fits the ground.
    #[default]
    Auto,
    /// The one for dark ground.
    Dark,
    /// The one for light ground.
    Light,
    /// The one that fits the ground, changed by this file.
    File(PathBuf),
}

impl Colours {
    /// Gives these colours for the ground that a theme names, as many of them.
    pub fn named(self, theme: Option<&ThemeName>) -> Self {
        let depth = match self {
            Colours::Dark(depth) | Colours::Light(depth) | Colours::Asked(depth) => depth,
            Colours::Plain | Colours::Sixteen => return self,
        };
        match theme {
            Some(ThemeName::Dark) => Colours::Dark(depth),
            Some(ThemeName::Light) => Colours::Light(depth),
            Some(ThemeName::Auto | ThemeName::File(_)) | None => self,
        }
    }
}

impl ThemeName {
    /// Gives the same theme, a file without a folder being looked for beside the configuration that names it.
    pub fn beside(self, place: &ConfigPlace) -> Self {
        let folder = super::config::path(place).ok().and_then(|path| path.parent().map(Path::to_path_buf));
        match (self, folder) {
            (ThemeName::File(path), Some(folder)) => ThemeName::File(folder.join(path)),
            (theme, _) => theme,
        }
    }

    /// Reads `auto`, `dark`, `light` or the path of a file, which is told by its ending `.toml`.
    ///
    /// # Errors
    ///
    /// Says what was expected.
    pub fn read(name: OsString) -> Result<Self, &'static str> {
        match name.to_str() {
            Some("auto") => Ok(ThemeName::Auto),
            Some("dark") => Ok(ThemeName::Dark),
            Some("light") => Ok(ThemeName::Light),
            _ if Path::new(&name).extension().is_some_and(|ending| ending == "toml") => {
                Ok(ThemeName::File(name.into()))
            }
            _ => Err("expected auto, dark, light or a file that ends with .toml"),
        }
    }
}

/// How many colours the terminal knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// The 256 of the usual table.
    Table,
    /// All.
    Full,
}

/// How the program ended, as its exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// All went well.
    Fine,
    /// It did what was asked, and had something to complain about.
    Complaints,
    /// A signal ended it.
    Signal(i32),
    /// Two versions differ.
    Different,
}

impl Ending {
    /// Gives the exit status: 0, 1, or 128 and the signal's number. 2 is left for errors.
    pub fn status(self) -> u8 {
        match self {
            Ending::Fine => 0,
            Ending::Complaints | Ending::Different => 1,
            Ending::Signal(number) => u8::try_from(128 + number).unwrap_or(u8::MAX),
        }
    }

    /// Gives the ending of what went through, with so many complaints.
    pub fn with(complaints: usize) -> Self {
        if complaints == 0 { Ending::Fine } else { Ending::Complaints }
    }
}
