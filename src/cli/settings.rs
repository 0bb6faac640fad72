//! The settings options, and the command `config`.

use std::path::PathBuf;

use clap::Args;

use super::EVERYWHERE;
use crate::run::{ConfigPlace, Form, Shown};

#[derive(Debug, Args)]
pub struct ConfigWords {
    /// Read the settings from this file.
    #[arg(long = "config", global = true, help_heading = EVERYWHERE, value_name = "FILE", conflicts_with = "no_config")]
    settings: Option<PathBuf>,
    /// Ignore the settings file.
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    no_config: bool,
}

impl From<ConfigWords> for ConfigPlace {
    fn from(words: ConfigWords) -> Self {
        match words.settings {
            Some(file) => ConfigPlace::File(file),
            None if words.no_config => ConfigPlace::Nowhere,
            None => ConfigPlace::Usual,
        }
    }
}

const EXAMPLES: &str = "\
Examples:
  ibid config                              print where the settings are
  ibid config --default >\"$(ibid config)\"  start with the default settings
";

#[derive(Debug, Args)]
#[command(before_help = EXAMPLES)]
pub struct PrintWords {
    /// Print the default settings file, with a comment on each setting.
    #[arg(long, conflicts_with = "path")]
    default: bool,
    /// Print the path of the settings file, and make its folder (the default).
    #[arg(long)]
    path: bool,
}

impl PrintWords {
    /// What to print.
    pub fn request(self) -> (Vec<PathBuf>, Form) {
        (Vec::new(), Form::Config(if self.default { Shown::Default } else { Shown::Path }))
    }
}
