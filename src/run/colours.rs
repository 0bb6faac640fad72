//! The colours of the terminal, and the theme that the reader names.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::config;
use super::places::ConfigPlace;

/// How the screen is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// Not at all.
    Plain,
    /// In the terminal's own sixteen colours, which fit any background.
    Sixteen,
    /// For light text on a dark background.
    Dark(ColourDepth),
    /// For dark text on a light background.
    Light(ColourDepth),
    /// For the background the terminal will report.
    Asked(ColourDepth),
}

impl Colours {
    /// These colours for the background that a theme names, with the same depth.
    pub fn named(self, theme: Option<&ThemeName>) -> Self {
        let depth = match self {
            Colours::Dark(depth) | Colours::Light(depth) | Colours::Asked(depth) => depth,
            Colours::Plain | Colours::Sixteen => return self,
        };
        match theme {
            Some(ThemeName::Dark) => Colours::Dark(depth),
            Some(ThemeName::Light) => Colours::Light(depth),
            Some(ThemeName::Auto | ThemeName::HighContrast | ThemeName::File(_)) | None => self,
        }
    }
}

/// How many colours the terminal knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColourDepth {
    /// The usual table of 256.
    Table,
    /// All 24-bit colours.
    Full,
}

/// The theme that the reader names, on the command line or in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ThemeName {
    /// The one that fits the background.
    #[default]
    Auto,
    /// The dark one.
    Dark,
    /// The light one.
    Light,
    /// The one that fits the background, with a contrast of at least 7 to 1.
    HighContrast,
    /// The one that fits the background, changed by this file.
    File(PathBuf),
}

impl ThemeName {
    /// The same theme; a file name without a folder is looked for beside the configuration.
    pub fn beside(self, place: &ConfigPlace) -> Self {
        let folder = config::path(place).ok().and_then(|path| path.parent().map(Path::to_path_buf));
        match (self, folder) {
            (ThemeName::File(path), Some(folder)) => ThemeName::File(folder.join(path)),
            (theme, _) => theme,
        }
    }

    /// Reads `auto`, `dark`, `light`, `high-contrast` or a path, which must end in `.toml`.
    ///
    /// # Errors
    ///
    /// Says what was expected.
    pub fn read(name: OsString) -> Result<Self, &'static str> {
        match name.to_str() {
            Some("auto") => Ok(ThemeName::Auto),
            Some("dark") => Ok(ThemeName::Dark),
            Some("light") => Ok(ThemeName::Light),
            Some("high-contrast") => Ok(ThemeName::HighContrast),
            _ if Path::new(&name).extension().is_some_and(|ending| ending == "toml") => {
                Ok(ThemeName::File(name.into()))
            }
            _ => Err("expected auto, dark, light, high-contrast or a file that ends with .toml"),
        }
    }
}
