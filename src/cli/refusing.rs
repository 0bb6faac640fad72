//! Error messages for invalid command lines.

use std::error::Error;
use std::ffi::OsString;

use anyhow::anyhow;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, CommandFactory};

use super::CommandLine;
use crate::app::nearest;

/// Turns the parser's message of several lines into one sentence. `command` is the program's, `arguments` are what it was given.
pub fn refusal(error: &clap::Error, command: &Command, arguments: impl Iterator<Item = OsString>) -> anyhow::Error {
    let arguments: Vec<OsString> = arguments.collect();
    let text = error.render().to_string();
    let called = called(&text, command, &arguments);
    let said = match error.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => "a command is missing".to_owned(),
        ErrorKind::InvalidSubcommand => unknown(error, inner(command, &called), &called),
        ErrorKind::MissingRequiredArgument => missing(error),
        ErrorKind::NoEquals => unequalled(error),
        ErrorKind::UnknownArgument => stray(error, command, &called),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => invalid(error),
        ErrorKind::ArgumentConflict => conflict(error),
        ErrorKind::TooManyValues => surplus(error),
        _ => text.trim_start_matches("error: ").split("\n\n").next().unwrap_or_default().to_owned(),
    };
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    if said.ends_with('?') { anyhow!("{said}") } else { anyhow!("{said}; see {called} --help") }
}

/// The way out of `ibid help --help` and `ibid rules help -h`, which the parser takes for commands: the same line without the option, and
/// with `help` for the command to describe if none is named.
pub(super) fn help_of_help(error: &clap::Error, arguments: &[OsString]) -> Option<Vec<OsString>> {
    let name = shown(error, ContextKind::InvalidSubcommand);
    if error.kind() != ErrorKind::InvalidSubcommand || !["-h", "--help"].contains(&name.as_str()) {
        return None;
    }
    let mut rest: Vec<OsString> = arguments.iter().filter(|word| **word != name.as_str()).cloned().collect();
    if rest.last().is_some_and(|word| word == "help") {
        rest.push("help".into());
    }
    Some(rest)
}

/// Says what is wrong if the first name is not a file and was probably meant as a command: `ibid difff a b`.
pub(super) fn mistyped(words: &CommandLine) -> Option<anyhow::Error> {
    let name = words.names.first().filter(|name| words.command.is_none() && !name.exists())?.to_str()?;
    let is_word = name.bytes().all(|byte| byte.is_ascii_lowercase());
    let command = CommandLine::command();
    let near = nearest(name, command.get_subcommands().map(Command::get_name)).filter(|_| is_word)?;
    Some(anyhow!("{name}: no such file or command; did you mean ibid {near}?"))
}

/// What the error knows of a kind, as text.
fn shown(error: &clap::Error, kind: ContextKind) -> String {
    error.get(kind).map(ToString::to_string).unwrap_or_default()
}

/// All that the error knows of a kind.
fn all(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::Strings(names)) => names.clone(),
        Some(ContextValue::String(name)) => vec![name.clone()],
        _ => Vec::new(),
    }
}

/// The one wording for every suggestion.
fn meant(name: &str) -> String {
    format!("; did you mean {name}?")
}

/// Says which command is unknown, and which known one is most similar.
fn unknown(error: &clap::Error, command: &Command, called: &str) -> String {
    let name = shown(error, ContextKind::InvalidSubcommand);
    if !command.has_subcommands() {
        return format!("{called} has no command {name}");
    }
    let near = nearest(&name, command.get_subcommands().map(Command::get_name));
    format!("unknown command {name}{}", near.map(|near| meant(&format!("{called} {near}"))).unwrap_or_default())
}

/// Says which argument is unknown, and the option, here or of another command, that was probably meant.
fn stray(error: &clap::Error, command: &Command, called: &str) -> String {
    let name = shown(error, ContextKind::InvalidArg);
    if !name.starts_with('-') {
        return format!("unexpected argument '{name}'");
    }
    let near = name.strip_prefix("--").and_then(|typed| near_option(typed, command, called));
    format!("unknown option {name}{}", near.map(|near| meant(&near)).unwrap_or_default())
}

/// The option that was probably meant: the same of another command, else a similar one of this command, else of another; else a command.
fn near_option(typed: &str, command: &Command, called: &str) -> Option<String> {
    let everywhere = command.get_arguments().filter(|argument| argument.is_global_set());
    let own: Vec<&str> = inner(command, called).get_arguments().chain(everywhere).filter_map(Arg::get_long).collect();
    let others: Vec<(&str, &str)> = command
        .get_subcommands()
        .flat_map(|of| of.get_arguments().filter_map(|argument| Some((of.get_name(), argument.get_long()?))))
        .collect();
    // What several commands have says nothing of which one was meant.
    if called != "ibid" && others.iter().filter(|(_, option)| *option == typed).count() > 1 {
        return None;
    }
    let of_other = |near: &str| {
        let (of, option) = others.iter().find(|(_, option)| *option == near)?;
        Some(format!("ibid {of} --{option}"))
    };
    let similar = || nearest(typed, own.iter().copied()).map(|option| format!("--{option}"));
    let elsewhere = || of_other(nearest(typed, others.iter().map(|(_, option)| *option))?);
    let a_command = || nearest(typed, command.get_subcommands().map(Command::get_name)).map(|of| format!("ibid {of}"));
    of_other(typed).or_else(similar).or_else(elsewhere).or_else(a_command)
}

/// Says which arguments are missing.
fn missing(error: &clap::Error) -> String {
    let names: Vec<String> = all(error, ContextKind::InvalidArg).iter().map(|name| bare(name)).collect();
    let what = if names.iter().all(|name| name.starts_with('-')) { "option" } else { "argument" };
    let plural = if names.len() > 1 { "s" } else { "" };
    format!("missing {what}{plural}: {}", names.join(" "))
}

/// Says how to give a value that has to follow an equals sign.
fn unequalled(error: &clap::Error) -> String {
    let whole = shown(error, ContextKind::InvalidArg);
    format!("{} needs a value after an equals sign: {}", bare(&whole), unbracketed(&whole))
}

/// Says that an option takes no value, or which argument is too many.
fn surplus(error: &clap::Error) -> String {
    let (name, value) = (bare(&shown(error, ContextKind::InvalidArg)), shown(error, ContextKind::InvalidValue));
    if name.starts_with('-') { format!("{name} takes no value") } else { format!("too many arguments: '{value}'") }
}

/// Says which value is missing or wrong, and what is expected.
fn invalid(error: &clap::Error) -> String {
    let (whole, value) = (shown(error, ContextKind::InvalidArg), shown(error, ContextKind::InvalidValue));
    let name = bare(&whole);
    if value.is_empty() && !name.starts_with('-') {
        return format!("{name} is empty");
    }
    if value.is_empty() {
        return format!("{name} needs a value: {}", unbracketed(&whole));
    }
    let reason = error.source().map(ToString::to_string);
    let reason = reason.unwrap_or_else(|| format!("expected {}", any_of(&all(error, ContextKind::ValidValue))));
    // The parser would take html for xml.
    let valid = all(error, ContextKind::ValidValue);
    let near = nearest(&value, valid.iter().map(String::as_str)).map(meant).unwrap_or_default();
    format!("invalid value '{value}' for {name}: {reason}{near}")
}

/// Says which options exclude each other.
fn conflict(error: &clap::Error) -> String {
    let one = bare(&shown(error, ContextKind::InvalidArg));
    let others: Vec<String> = all(error, ContextKind::PriorArg).iter().map(|name| bare(name)).collect();
    match others.as_slice() {
        [other] if *other == one => format!("{one} can be given only once"),
        [other] => format!("{one} and {other} cannot be used together"),
        others => format!("{one} cannot be used with {}", any_of(others)),
    }
}

/// `a, b or c`.
pub(super) fn any_of<S: AsRef<str>>(names: &[S]) -> String {
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
            format!("{} or {}", rest.join(", "), last.as_ref())
        }
        Some((last, _)) => last.as_ref().to_owned(),
        None => String::new(),
    }
}

/// The name of an argument as one types it: `--min-shared <PERCENT>` is `--min-shared`, `[FILES]...` is `FILES`.
fn bare(argument: &str) -> String {
    let option = argument.starts_with('-');
    let end = if option { argument.find([' ', '=', '[']) } else { None };
    unbracketed(argument.get(..end.unwrap_or(argument.len())).unwrap_or_default())
}

fn unbracketed(argument: &str) -> String {
    argument.replace(['<', '>', '[', ']'], "").replace("...", "")
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
