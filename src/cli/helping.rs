//! The help of the program, and ibid's words for what the parser says in help.

use clap::Command;

/// The width for which the examples are written.
const WRITTEN_FOR: usize = 80;
/// The indent of further lines of a usage, where the first line has no room for all of it: that behind `Usage: `.
const USAGE_STEP: usize = 7;

pub(super) const EXAMPLES: &str = "\
Examples:
  ibid                            open the five bundled articles
  ibid left.txt right.txt         compare two articles; n goes to the next match
  ibid articles/                  open a folder; 1 to 9 choose an article
  pdftotext page.pdf - | ibid - mine.txt
                                  read one article from standard input
  ibid report left.txt right.txt  print what two articles share
  ibid report articles/ --matrix  print how much of each is in each other
  ibid diff old.txt new.txt       show what changed, however it is wrapped
  ibid clean articles/a.txt       print an article without boilerplate
  ibid rules suggest articles/    print what looks like boilerplate, and why
  ibid text page.html             print the article in a web page
  ibid clusters corpus.jsonl      show which texts an engine put together";

pub(super) const KINDS_EXAMPLES: &str = "\
Examples:
  ibid kinds                   list the kinds, and what opens each
  ibid --as markdown a.txt b.txt
                               read files as a kind that ibid reads itself
";

pub(super) const ENDING: &str = "\
ibid opens a screen: n goes to the next match, and ? shows the keys. If the
output is not a terminal, it prints a report.

Exit status:
  0      success
  1      done, with warnings: a file could not be opened or decoded, the rules
         could not be read or saved, or the settings have errors
  2      failed: nothing to show or compare, or a wrong command line
  128+n  ended by signal n

ibid help COMMAND describes a command; ibid man | man -l - shows the manual.";

/// What the parser says of `help` and its argument, and what ibid says.
const OWN_WORDS: &[(&str, &str)] = &[
    ("Print this message or the help of the given subcommand(s)", "Print this help, or the help of a command"),
    ("Print help for the subcommand(s)", "The command to describe"),
];

/// A text by the parser, in ibid's words.
pub(super) fn own_words(text: &str) -> String {
    OWN_WORDS.iter().fold(text.to_owned(), |text, (parsers, own)| text.replace(parsers, own))
}

/// A help with usages that fit a terminal of this width: the parser wraps all but these.
pub(super) fn with_short_usage(help: &str, width: Option<usize>) -> String {
    let Some(width) = width else { return help.to_owned() };
    let line = |line: &str| match begins_usage(line) {
        true => broken(line, width),
        false => line.to_owned(),
    };
    help.split_inclusive('\n').map(line).collect()
}

fn begins_usage(line: &str) -> bool {
    let (said, further) = (unstyled(line), " ".repeat(USAGE_STEP) + "ibid ");
    said.starts_with("Usage: ") || said.starts_with(&further)
}

/// A line broken between words, further lines with an indent.
fn broken(line: &str, width: usize) -> String {
    let indent = " ".repeat(USAGE_STEP);
    let (mut out, mut used) = (String::new(), 0);
    for word in line.split_inclusive(' ') {
        let wide = unstyled(word).trim_end().len();
        if used > USAGE_STEP && used + wide > width {
            out.truncate(out.trim_end_matches(' ').len());
            out.push('\n');
            out.push_str(&indent);
            used = USAGE_STEP;
        }
        out.push_str(word);
        used += unstyled(word).len();
    }
    out
}

/// A text without the sequences that style it.
fn unstyled(text: &str) -> String {
    let mut parts = text.split('\x1b');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('m').map_or("", |(_, rest)| rest))
}

/// The command with its examples for a terminal of this width: on a narrow one each example stands above what it does.
pub(super) fn fitted(command: Command, width: Option<usize>) -> Command {
    if width.is_none_or(|width| width >= WRITTEN_FOR) { command } else { narrow(command) }
}

fn narrow(command: Command) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|of| of.get_name().to_owned()).collect();
    let command = match command.get_before_help().map(|examples| above_each_other(&examples.to_string())) {
        Some(examples) => command.before_help(examples),
        None => command,
    };
    names.into_iter().fold(command, |command, name| command.mut_subcommand(name, narrow))
}

/// Puts what an example does below it.
fn above_each_other(examples: &str) -> String {
    let line = |line: &str| {
        let said = line.trim_start();
        match said.split_once("  ") {
            _ if line.len() - said.len() > 2 => format!("      {said}"),
            Some((example, does)) => format!("  {example}\n      {}", does.trim_start()),
            None => line.to_owned(),
        }
    };
    examples.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::{EXAMPLES, above_each_other, with_short_usage};

    #[test]
    fn a_long_usage_is_broken_between_words() {
        let help =
            "Add\n\n\x1b[1mUsage:\x1b[0m ibid decisions add [OPTIONS] <FILE> <CLUSTER> <DECISION> [IDS]...\n\nIds\n";
        let fitted = with_short_usage(help, Some(40));
        let lines: Vec<&str> = fitted.lines().skip(2).take(3).collect();
        assert_eq!(
            lines,
            [
                "\x1b[1mUsage:\x1b[0m ibid decisions add [OPTIONS]",
                "       <FILE> <CLUSTER> <DECISION>",
                "       [IDS]..."
            ]
        );
        assert_eq!(with_short_usage(help, Some(80)), help);
        assert_eq!(with_short_usage(help, None), help);
    }

    #[test]
    fn on_a_narrow_terminal_an_example_stands_above_what_it_does() {
        let narrow = above_each_other(EXAMPLES);
        assert!(
            narrow.starts_with("Examples:\n  ibid\n      open the five bundled articles\n  ibid left.txt"),
            "{narrow}"
        );
        assert!(narrow.contains("| ibid - mine.txt\n      read one article from standard input\n"), "{narrow}");
    }
}
