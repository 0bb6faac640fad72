//! Error messages for invalid command lines.

use std::ffi::OsString;

use anyhow::anyhow;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory};

use super::CommandLine;
use crate::app::nearest;

/// What the standard library says of a value that is no number.
const NO_DIGITS: &str = "invalid digit found in string";

/// Turns the parser's message of several lines into one sentence. `command` is the program's, `arguments` are what it was given.
pub fn refusal(error: &clap::Error, command: &Command, arguments: impl Iterator<Item = OsString>) -> anyhow::Error {
    let arguments: Vec<OsString> = arguments.collect();
    let text = error.render().to_string();
    let mut parts = text.trim_start_matches("error: ").split("\n\n").map(str::trim);
    let first = parts.next().unwrap_or_default();
    let tip = parts.find_map(|part| part.strip_prefix("tip: ")).map(|tip| format!("; {tip}")).unwrap_or_default();
    let said = match error.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => "a command is missing".to_owned(),
        ErrorKind::InvalidSubcommand => unknown(error, inner(command, &called(&text, command, &arguments))),
        ErrorKind::MissingRequiredArgument => missing(error),
        ErrorKind::NoEquals => unequalled(error),
        ErrorKind::UnknownArgument if error.get(ContextKind::SuggestedArg).is_none() => stray(error, command),
        _ => format!("{}{tip}", first.replace(NO_DIGITS, "expected a number")),
    };
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    anyhow!("{said}; see {} --help", called(&text, command, &arguments))
}

/// Says what is wrong if the first name is not a file and was probably meant as a command: `ibid difff a b`.
pub(super) fn mistyped(words: &CommandLine) -> Option<anyhow::Error> {
    let name = words.names.first().filter(|name| words.command.is_none() && !name.exists())?.to_str()?;
    let is_word = name.bytes().all(|byte| byte.is_ascii_lowercase());
    let command = CommandLine::command();
    let near = nearest(name, command.get_subcommands().map(Command::get_name)).filter(|_| is_word)?;
    Some(anyhow!("{name}: no such file or command; did you mean ibid {near}?"))
}

/// Says which command is unknown, and which known one is most similar.
fn unknown(error: &clap::Error, command: &Command) -> String {
    let name = error.get(ContextKind::InvalidSubcommand).map(ToString::to_string).unwrap_or_default();
    let near = nearest(&name, command.get_subcommands().map(Command::get_name));
    let near = near.map(|near| format!("; a similar command exists: '{near}'")).unwrap_or_default();
    format!("unknown command '{name}'{near}")
}

/// Says which argument is unknown, and which command has it or one most similar to it.
fn stray(error: &clap::Error, command: &Command) -> String {
    let name = error.get(ContextKind::InvalidArg).map(ToString::to_string).unwrap_or_default();
    let owned: Vec<(&str, &str)> = command
        .get_subcommands()
        .flat_map(|of| of.get_arguments().filter_map(|argument| Some((of.get_name(), argument.get_long()?))))
        .collect();
    let near = name.strip_prefix("--").and_then(|name| nearest(name, owned.iter().map(|(_, option)| *option)));
    let near = owned.iter().find(|(_, option)| Some(*option) == near);
    let near =
        near.map(|(of, option)| format!("; a similar argument exists: 'ibid {of} --{option}'")).unwrap_or_default();
    format!("unexpected argument '{name}' found{near}")
}

/// Says which arguments are missing.
fn missing(error: &clap::Error) -> String {
    match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::Strings(names)) if names.len() > 1 => format!("missing arguments: {}", names.join(" ")),
        Some(ContextValue::Strings(names)) => format!("missing argument: {}", names.join(" ")),
        _ => "an argument is missing".to_owned(),
    }
}

/// Says how to give a value that has to follow an equals sign.
fn unequalled(error: &clap::Error) -> String {
    let whole = error.get(ContextKind::InvalidArg).map(ToString::to_string).unwrap_or_default();
    let name = whole.split('=').next().unwrap_or_default();
    format!("'{name}' needs a value after an equals sign: {whole}")
}

/// The command of some names: `ibid rules add`.
fn inner<'a>(command: &'a Command, called: &str) -> &'a Command {
    called.split(' ').skip(1).fold(command, |command, name| command.find_subcommand(name).unwrap_or(command))
}

/// The command that an error message refers to: that of its usage, else that of the arguments.
fn called(text: &str, command: &Command, arguments: &[OsString]) -> String {
    let is_name = |word: &&str| word.bytes().all(|byte| byte.is_ascii_lowercase());
    let usage = text.lines().find_map(|line| line.trim().strip_prefix("Usage: "));
    let names: Vec<&str> = match usage {
        Some(usage) => usage.split_whitespace().take_while(is_name).collect(),
        None => {
            let (mut at, mut names) = (command, vec!["ibid"]);
            for word in arguments {
                if let Some(next) = at.find_subcommand(word) {
                    (at, _) = (next, names.push(next.get_name()));
                }
            }
            names
        }
    };
    if names.is_empty() { "ibid".to_owned() } else { names.join(" ") }
}
