//! A request: what the program was started for.

use std::path::PathBuf;

/// What the program was started for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Files, folders, or `-`; none for the articles that come with the program.
    pub names: Vec<PathBuf>,
    /// Where the rules are.
    pub rules: RulesPlace,
    /// Where the settings are.
    pub config: ConfigPlace,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// They are shown, or printed as text where the output is no terminal.
    Screen(Colours),
    /// A report is printed.
    Report(Format),
    /// Something of the configuration is printed; no articles are read.
    Config(Shown),
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
}

impl Ending {
    /// Gives the exit status: 0, 1, or 128 and the signal's number. 2 is left for errors.
    pub fn status(self) -> u8 {
        match self {
            Ending::Fine => 0,
            Ending::Complaints => 1,
            Ending::Signal(number) => u8::try_from(128 + number).unwrap_or(u8::MAX),
        }
    }

    /// Gives the ending of what went through, with so many complaints.
    pub fn with(complaints: usize) -> Self {
        if complaints == 0 { Ending::Fine } else { Ending::Complaints }
    }
}
