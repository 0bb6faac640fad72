//! The colours that a terminal has, and the theme that the reader names.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::config;
use super::places::ConfigPlace;

/// How the screen is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// Not at all.
    Plain,
    /// In the terminal's own sixteen colours, which fit its background whatever that is.
    Sixteen,
    /// For light letters on dark background.
    Dark(Depth),
    /// For dark letters on light background.
    Light(Depth),
    /// For whichever of them the terminal says it has.
    Asked(Depth),
}

impl Colours {
    /// These colours for the background that a theme names, as many of them.
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

/// How many colours the terminal knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// The 256 of the usual table.
    Table,
    /// All.
    Full,
}

/// What is named as the theme, on the command line or in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ThemeName {
    /// The one that fits the background.
    #[default]
    Auto,
    /// The one for dark background.
    Dark,
    /// The one for light background.
    Light,
    /// The one that fits the background, changed by this file.
    File(PathBuf),
}

impl ThemeName {
    /// The same theme, a file without a folder being looked for beside the configuration that names it.
    pub fn beside(self, place: &ConfigPlace) -> Self {
        let folder = config::path(place).ok().and_then(|path| path.parent().map(Path::to_path_buf));
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
