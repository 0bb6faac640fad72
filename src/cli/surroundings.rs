//! The environment's information about the terminal.

use std::env;
use std::ffi::{OsStr, OsString};

use crate::run::{Background, ColourDepth};

/// Parts of the names of terminals that know all colours, even if `COLORTERM` is not set, as over ssh.
const FULL: &[&str] = &["direct", "kitty", "alacritty", "foot", "wezterm", "ghostty", "iterm"];

/// What the environment says about the terminal and the reader's wishes.
#[derive(Debug, Default)]
pub struct Surroundings {
    pub no_color: Option<OsString>,
    pub background: Option<OsString>,
    pub colorterm: Option<OsString>,
    pub term: Option<OsString>,
    pub account: Option<String>,
}

impl Surroundings {
    /// Reads the environment.
    pub fn read() -> Self {
        Self {
            no_color: env::var_os("NO_COLOR"),
            background: env::var_os("COLORFGBG"),
            colorterm: env::var_os("COLORTERM"),
            term: env::var_os("TERM"),
            account: ["USER", "LOGNAME", "USERNAME"]
                .into_iter()
                .find_map(|name| env::var(name).ok().filter(|it| !it.is_empty())),
        }
    }

    /// How many colours the terminal says it knows; `None` if only sixteen.
    pub fn depth(&self) -> Option<ColourDepth> {
        let said =
            |value: &Option<OsString>| value.as_ref().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        let (colorterm, term) = (said(&self.colorterm), said(&self.term));
        if matches!(colorterm.as_str(), "truecolor" | "24bit") || FULL.iter().any(|name| term.contains(name)) {
            return Some(ColourDepth::Full);
        }
        term.contains("256color").then_some(ColourDepth::Table)
    }
}

/// The background according to `COLORFGBG`, which ends with its colour's number; `None` if that is not one of the sixteen.
pub fn background(said: &OsStr) -> Option<Background> {
    match said.to_str()?.rsplit(';').next()?.parse().ok()? {
        0..=6 | 8u8 => Some(Background::Dark),
        7 | 9..=15 => Some(Background::Light),
        _ => None,
    }
}
