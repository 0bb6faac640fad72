//! Manual pages, in roff, made from the help of each command so that both say the same.
//!
//! The section DESCRIPTION and those behind it come from the help's last part, ENVIRONMENT of the program from `shells`. Nothing but the
//! synopsis has fixed lines, so a page fits any width.

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Command};

/// A section of a page: its title and its text, as help writes it.
#[derive(Debug)]
pub(super) struct Section {
    pub(super) title: String,
    pub(super) text: String,
}

/// The page of a command that is built, and sections to add to it.
pub(super) fn manual_page(command: &Command, added: Vec<Section>) -> String {
    let called = command.get_bin_name().unwrap_or("ibid");
    let page = called.replace(' ', "-");
    let version = env!("CARGO_PKG_VERSION");
    let about = literal(&shown(command.get_about()).split_whitespace().collect::<Vec<_>>().join(" "));
    let mut out = format!(".TH {} 1 \"\" \"ibid {version}\"\n.ad l\n.nh\n", literal(&page.to_uppercase()));
    out += &format!(".SH NAME\n{} \\- {about}\n.SH SYNOPSIS\n{}", literal(&page), usage(command));
    let (description, mut sections) = parts(&shown(command.get_after_help()));
    if !description.is_empty() {
        out += &format!(".SH DESCRIPTION\n{}", description.iter().map(|part| prose(part)).collect::<String>());
    }
    if command.get_name() == "ibid" {
        out += ".SH COMMANDS\n";
        out.extend(commands(command).map(|sub| entry(&bold(sub.get_name()), &shown(sub.get_about()))));
    } else if commands(command).next().is_some() {
        out += ".SH COMMANDS\n";
        for sub in commands(command) {
            let name = sub.get_bin_name().unwrap_or_default();
            out += &format!(".SS {}\n{}.PP\n{}", literal(name), usage(sub), prose(&shown(sub.get_about())));
            let own = || sub.get_arguments().filter(|argument| !argument.is_global_set());
            out.extend(own().filter(|argument| argument.is_positional()).map(argument_entry));
            out.extend(own().filter(|argument| !argument.is_positional()).map(argument_entry));
        }
    }
    let of_all = |argument: &&Arg| argument.get_help_heading().is_some();
    let all = || command.get_arguments().filter(|argument| !argument.is_hide_set());
    out += &listed("ARGUMENTS", all().filter(|argument| argument.is_positional()));
    out += &listed("OPTIONS", all().filter(|argument| !argument.is_positional() && !of_all(argument)));
    out += &listed("OPTIONS OF ALL COMMANDS", all().filter(of_all));
    sections.extend(added);
    let examples = shown(command.get_before_help());
    let examples = examples.strip_prefix("Examples:\n").unwrap_or_default().to_owned();
    sections.push(Section { title: "EXAMPLES".to_owned(), text: examples });
    for Section { title, text } in sections.iter().filter(|section| !section.text.is_empty()) {
        let text = if text.starts_with(' ') { entries(text) } else { prose(text) };
        out += &format!(".SH {title}\n{text}");
    }
    out
}

fn commands(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|sub| sub.get_name() != "help")
}

fn shown(text: Option<&StyledStr>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

/// The usage as `--help` gives it, line by line.
fn usage(command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    let lines = usage.trim_start_matches("Usage:").trim().lines();
    format!(".nf\n{}.fi\n", lines.map(|line| literal(line.trim()) + "\n").collect::<String>())
}

/// Parts the end of a help text into prose and sections: `Exit status:` begins one.
fn parts(text: &str) -> (Vec<String>, Vec<Section>) {
    let (mut description, mut sections) = (Vec::new(), Vec::new());
    for part in text.split("\n\n").filter(|part| !part.trim().is_empty()) {
        let heading =
            ["Exit status", "Environment"].into_iter().find(|heading| part.starts_with(&format!("{heading}:")));
        match heading {
            Some(heading) => {
                let text = part[heading.len() + 1..].trim_matches('\n');
                let text = text.strip_prefix(' ').filter(|text| !text.starts_with(' ')).unwrap_or(text);
                sections.push(Section { title: heading.to_uppercase(), text: text.to_owned() });
            }
            None => description.push(part.to_owned()),
        }
    }
    (description, sections)
}

fn listed<'a>(title: &str, arguments: impl Iterator<Item = &'a Arg>) -> String {
    let entries: String = arguments.map(argument_entry).collect();
    if entries.is_empty() { entries } else { format!(".SH {title}\n{entries}") }
}

fn argument_entry(argument: &Arg) -> String {
    let names = argument.get_value_names().unwrap_or_default();
    let values = names.iter().map(|name| italic(name)).collect::<Vec<_>>().join(" ");
    let many = argument.get_num_args().is_some_and(|count| count.max_values() > names.len().max(1));
    if argument.is_positional() {
        return entry(&format!("{values}{}", if many { "..." } else { "" }), &shown(argument.get_help()));
    }
    let short = argument.get_short().map(|short| bold(&format!("-{short}")));
    let long = argument.get_long().map(|long| bold(&format!("--{long}")));
    let names = short.into_iter().chain(long).collect::<Vec<_>>().join(", ");
    let takes_value = matches!(argument.get_action(), ArgAction::Set | ArgAction::Append);
    let optional = argument.get_num_args().is_some_and(|count| count.min_values() == 0);
    let value = match (takes_value, argument.is_require_equals_set(), optional) {
        (false, ..) => String::new(),
        (true, _, true) => format!("[={values}]"),
        (true, true, false) => format!("={values}"),
        (true, false, false) => format!(" {values}"),
    };
    entry(&(names + &value), &shown(argument.get_help()))
}

fn entry(tag: &str, text: &str) -> String {
    format!(".TP\n{tag}\n{}\n", literal(text.trim()))
}

/// Writes the lines of help that have a name or a command on the left and its meaning on the right, or below it, further in.
fn entries(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        let (left, right) = line.trim().split_once("  ").unwrap_or((line.trim(), ""));
        out += &match indent {
            0..=2 => format!(".TP\n{}\n", bold(left)),
            3..=4 => format!(".TQ\n{}\n", bold(&format!("  {}", line.trim()))),
            _ => format!("{}\n", literal(line.trim())),
        };
        if indent <= 2 && !right.is_empty() {
            out += &format!("{}\n", literal(right.trim()));
        }
    }
    out
}

fn prose(text: &str) -> String {
    format!(".PP\n{}", text.trim().lines().map(|line| literal(line) + "\n").collect::<String>())
}

fn bold(text: &str) -> String {
    format!("\\fB{}\\fR", literal(text))
}

fn italic(text: &str) -> String {
    format!("\\fI{}\\fR", literal(text))
}

/// A text in which nothing is a command of roff, and whose quotation marks stay those of a shell.
fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\\' => out += "\\e",
            '-' => out += "\\-",
            '\'' => out += "\\(aq",
            '`' => out += "\\(ga",
            '~' => out += "\\(ti",
            '^' => out += "\\(ha",
            _ => out.push(char),
        }
    }
    if out.starts_with('.') { format!("\\&{out}") } else { out }
}

#[cfg(test)]
#[path = "manual_tests.rs"]
mod manual_tests;
