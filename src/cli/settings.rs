//! The words of the command about the settings: `config`.

use std::path::PathBuf;

use clap::Args;

use crate::run::{Form, Shown};

#[derive(Debug, Args)]
pub struct PrintWords {
    /// Print the default settings file, with a comment on each setting.
    #[arg(long, conflicts_with = "path")]
    default: bool,
    /// Print the path of the settings file (the default).
    #[arg(long)]
    path: bool,
}

impl PrintWords {
    /// What is to be printed.
    pub fn request(self) -> (Vec<PathBuf>, Form) {
        (Vec::new(), Form::Config(if self.default { Shown::Default } else { Shown::Path }))
    }
}
