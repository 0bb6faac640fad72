//! Reads the arguments, with help that fits the terminal.

use std::ffi::OsString;

use clap::{CommandFactory, FromArgMatches};

use super::CommandLine;
use super::helping::fitted;
use super::refusing::help_of_help;
use crate::run::seen_width;

/// Reads the arguments of the program.
///
/// # Errors
///
/// What the parser says of them, also if they only ask for help.
pub(super) fn parsed() -> Result<CommandLine, clap::Error> {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    words_of(&arguments)
        .or_else(|error| help_of_help(&error, &arguments).map_or(Err(error), |arguments| words_of(&arguments)))
}

fn words_of(arguments: &[OsString]) -> Result<CommandLine, clap::Error> {
    let mut command = fitted(CommandLine::command(), seen_width());
    let matches = command.clone().try_get_matches_from(arguments)?;
    CommandLine::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
}
