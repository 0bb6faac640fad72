//! The command line: turns arguments into a request.

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, CommandFactory, Parser, Subcommand};

use self::clusters::ClusterWords;
use self::color::Color;
use self::decisions::DecisionWords;
use self::diffing::DiffWords;
use self::helping::{ENDING, EXAMPLES, KINDS_EXAMPLES, own_words, with_short_usage};
use self::hiding::{CleanWords, RulesCommand};
use self::logging::{BlameWords, LogWords};
use self::merging::MergeWords;
use self::noting::NotesWords;
use self::offering::Offering;
use self::opening::{FieldWords, ReadWords, TextWords};
use self::pairs::PairWords;
use self::parsing::parsed;
use self::refusing::{mistyped, refusal};
use self::reports::ReportWords;
use self::settings::{ConfigWords, PrintWords};
use self::shells::{CompletionsWords, ManWords};
use self::surroundings::{Surroundings, background};
use crate::run::{
    Background, ColourDepth, Colours, Form, Meant, Request, StatePlace, ThemeName, is_seen, print, seen_width,
};

mod clusters;
mod color;
mod decisions;
mod diffing;
mod helping;
mod hiding;
mod logging;
mod manual;
mod merging;
mod noting;
mod numbers;
mod offering;
mod opening;
mod pairs;
mod parsing;
mod refusing;
mod reports;
mod settings;
mod shell_words;
mod shells;
mod surroundings;

/// The order of every help text: purpose, usage, examples, its own options, those of all commands.
const TEMPLATE: &str = "{about-with-newline}\n{usage-heading} {usage}\n\n{before-help}{all-args}{after-help}";

/// The themes that are known by name; a file is one as well.
const THEMES: Offering<ThemeName> = Offering {
    read: |name| ThemeName::read(name).map_err(str::to_owned),
    names: || vec!["auto", "dark", "light", "high-contrast"],
};

/// The heading of the options that every command takes.
const EVERYWHERE: &str = "Options of all commands";

/// Read articles side by side: what they share, what each changed, what has
/// no match.
#[derive(Debug, Parser)]
#[command(
    name = "ibid",
    version,
    max_term_width = 80,
    help_template = TEMPLATE,
    before_help = EXAMPLES,
    after_help = ENDING,
    override_usage = "ibid [OPTIONS] [FILES]...\n       ibid [OPTIONS] <COMMAND> [ARGS]..."
)]
struct CommandLine {
    /// Files, folders, or - for standard input.
    #[arg(value_name = "FILES")]
    names: Vec<PathBuf>,
    #[command(flatten)]
    read: ReadWords,
    #[command(flatten)]
    fields: FieldWords,
    #[command(flatten)]
    rules: RulesWords,
    /// Set the source of the files that match GLOB.
    #[arg(long = "source", global = true, help_heading = EVERYWHERE, value_name = "NAME=GLOB")]
    sources: Vec<String>,
    #[command(flatten)]
    config: ConfigWords,
    /// Do not save or restore places and notes.
    #[arg(long = "no-state")]
    stateless: bool,
    /// Use decisions on sentences (see ibid pairs).
    #[arg(long, value_name = "FILE")]
    decisions: Vec<PathBuf>,
    /// Leave the mouse to the terminal.
    #[arg(long = "no-mouse")]
    mouseless: bool,
    /// Theme: auto, dark, light, high-contrast, FILE.toml.
    #[arg(long, value_parser = THEMES, hide_possible_values = true, value_name = "THEME")]
    theme: Option<ThemeName>,
    /// Print in one column (for screen readers).
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    linear: bool,
    /// Draw frames, marks and lines in ASCII.
    #[arg(long, global = true, help_heading = EVERYWHERE)]
    ascii: bool,
    /// Colours: auto, always, never, 16, 256, full.
    #[arg(long, value_enum, default_value_t = Color::Auto, hide_possible_values = true, hide_default_value = true, value_name = "WHEN")]
    color: Color,
    #[command(subcommand)]
    command: Option<CommandWords>,
}

#[derive(Debug, Args)]
struct RulesWords {
    /// Read and save the hide rules in this file.
    #[arg(long = "rules", global = true, help_heading = EVERYWHERE, value_name = "FILE", conflicts_with = "without")]
    file: Option<PathBuf>,
    /// Ignore all hide rules.
    #[arg(long = "no-rules", global = true, help_heading = EVERYWHERE)]
    without: bool,
}

#[derive(Debug, Subcommand)]
enum CommandWords {
    /// Print what articles share.
    #[command(help_template = TEMPLATE)]
    Report(ReportWords),
    /// Print the text of articles as ibid reads it.
    #[command(help_template = TEMPLATE)]
    Text(TextWords),
    /// List the kinds of files and what reads each.
    #[command(help_template = TEMPLATE, before_help = KINDS_EXAMPLES)]
    Kinds,
    /// Print articles without the text that rules hide.
    #[command(help_template = TEMPLATE)]
    Clean(CleanWords),
    /// List, check, add, remove and suggest hide rules.
    #[command(help_template = TEMPLATE)]
    Rules(RulesCommand),
    /// Print the path of the settings file, or the default settings.
    #[command(help_template = TEMPLATE)]
    Config(PrintWords),
    /// Show or print the clusters that an engine found.
    #[command(help_template = TEMPLATE)]
    Clusters(ClusterWords),
    /// Print pairs of sentences that need a decision.
    #[command(help_template = TEMPLATE)]
    Pairs(PairWords),
    /// Print, check and use decisions on clusters.
    #[command(help_template = TEMPLATE)]
    Decisions(DecisionWords),
    /// Print notes, or add one.
    #[command(help_template = TEMPLATE)]
    Notes(NotesWords),
    /// Show or print what changed between two versions of a text.
    #[command(help_template = TEMPLATE)]
    Diff(DiffWords),
    /// Show or list the versions of a text, in git or in files.
    #[command(help_template = TEMPLATE)]
    Log(LogWords),
    /// Print which version each sentence comes from.
    #[command(help_template = TEMPLATE)]
    Blame(BlameWords),
    /// Merge two versions that come from the same text.
    #[command(help_template = TEMPLATE)]
    Merge(MergeWords),
    /// Print shell completions.
    #[command(help_template = TEMPLATE)]
    Completions(CompletionsWords),
    /// Print the manual page of the program or of a command.
    #[command(help_template = TEMPLATE)]
    Man(ManWords),
}

/// Reads the command line; `None` if it only asked for help or the version, which are then printed.
///
/// # Errors
///
/// Says in one sentence what is wrong with it.
pub fn request() -> Result<Option<Request>> {
    match parsed() {
        Ok(words) => {
            let wrong = mistyped(&words).or_else(|| words.unfit());
            wrong.map_or_else(|| Ok(Some(words.request(&Surroundings::read()))), Err)
        }
        Err(error) if error.exit_code() != 0 => {
            Err(refusal(&error, &CommandLine::command(), std::env::args_os().skip(1)))
        }
        Err(shown) => {
            let said = shown.render();
            let unwanted = Surroundings::read().no_color.is_some_and(|value| !value.is_empty());
            let said = if is_seen() && !unwanted { said.ansi().to_string() } else { said.to_string() };
            print(with_short_usage(&own_words(&said), seen_width()).as_bytes(), Meant::Looks).map(|()| None)
        }
    }
}

impl CommandWords {
    /// The files of decisions that overrule what is found.
    fn decisions(&self) -> Vec<PathBuf> {
        match self {
            CommandWords::Report(report) => report.decisions.clone(),
            CommandWords::Pairs(pairs) => pairs.decisions.clone(),
            _ => Vec::new(),
        }
    }
}

impl CommandLine {
    /// Says which words do not go together, where the parser cannot know it.
    fn unfit(&self) -> Option<anyhow::Error> {
        match &self.command {
            Some(CommandWords::Rules(rules)) => rules.unfit().map(anyhow::Error::msg),
            Some(CommandWords::Clean(clean)) => clean.unfit().map(anyhow::Error::msg),
            Some(CommandWords::Man(man)) => man.unfit(&CommandLine::command()).map(anyhow::Error::msg),
            _ => None,
        }
    }

    fn request(self, around: &Surroundings) -> Request {
        let wanted = if let Some(CommandWords::Diff(diff)) = &self.command { diff.color() } else { None };
        let colours = self.colours(wanted.unwrap_or(self.color), around);
        let mut fields = self.fields;
        let decisions = self.command.as_ref().map_or(self.decisions, CommandWords::decisions);
        let (names, form) = match self.command {
            None => (self.names, Form::Screen(colours)),
            Some(CommandWords::Report(report)) => report.request(&mut fields),
            Some(CommandWords::Text(text)) => text.request(&mut fields),
            Some(CommandWords::Clusters(clusters)) => clusters.request(&mut fields, colours, around.account.clone()),
            Some(CommandWords::Pairs(pairs)) => pairs.request(&mut fields),
            Some(CommandWords::Decisions(decisions)) => decisions.request(around.account.clone()),
            Some(CommandWords::Notes(notes)) => notes.request(&mut fields),
            Some(CommandWords::Kinds) => (Vec::new(), Form::Kinds),
            Some(CommandWords::Clean(clean)) => clean.request(&mut fields),
            Some(CommandWords::Rules(rules)) => rules.request(&mut fields),
            Some(CommandWords::Config(print)) => print.request(),
            Some(CommandWords::Diff(diff)) => diff.request(colours),
            Some(CommandWords::Log(log)) => log.request(colours),
            Some(CommandWords::Blame(blame)) => blame.request(colours),
            Some(CommandWords::Merge(merge)) => merge.request(colours),
            Some(CommandWords::Completions(of)) => (Vec::new(), Form::Said(of.written(CommandLine::command()))),
            Some(CommandWords::Man(of)) => (Vec::new(), Form::Said(of.written(CommandLine::command()))),
        };
        let state = if self.stateless { StatePlace::Nowhere } else { StatePlace::Usual };
        let (mouse, theme) = (!self.mouseless, self.theme);
        Request {
            names,
            with: self.read.with(fields),
            sources: self.sources,
            rules: self.rules.into(),
            theme,
            ascii: self.ascii,
            linear: self.linear,
            state,
            config: self.config.into(),
            decisions,
            mouse,
            form,
        }
    }

    fn colours(&self, color: Color, around: &Surroundings) -> Colours {
        let unwanted = around.no_color.as_ref().is_some_and(|value| !value.is_empty());
        let depth = match color {
            Color::Never => return Colours::Plain,
            Color::Auto if unwanted => return Colours::Plain,
            Color::Auto | Color::Always => around.depth(),
            Color::Sixteen => None,
            Color::Table => Some(ColourDepth::Table),
            Color::Full => Some(ColourDepth::Full),
        };
        let Some(depth) = depth else { return Colours::Sixteen };
        let background = match self.theme {
            Some(ThemeName::Dark) => Some(Background::Dark),
            Some(ThemeName::Light) => Some(Background::Light),
            Some(ThemeName::Auto | ThemeName::HighContrast | ThemeName::File(_)) | None => {
                around.background.as_deref().and_then(background)
            }
        };
        match background {
            Some(Background::Dark) => Colours::Dark(depth),
            Some(Background::Light) => Colours::Light(depth),
            None => Colours::Asked(depth),
        }
    }
}

#[cfg(test)]
#[path = "cli_tests.rs"]
mod cli_tests;
