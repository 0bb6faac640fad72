//! The command line: from words to a request.

use std::path::PathBuf;

use anyhow::{Result, anyhow};
use clap::builder::{OsStringValueParser, TypedValueParser};
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use self::clusters::ClusterWords;
use self::decisions::DecisionWords;
use self::diffing::DiffWords;
use self::hiding::{CleanWords, RulesCommand};
use self::merging::MergeWords;
use self::opening::{FieldWords, ReadWords, TextWords};
use self::pairs::PairWords;
use self::reports::ReportWords;
use self::shells::{CompletionsWords, ManWords};
use self::surroundings::{Surroundings, ground};
use crate::run::{
    Colours, ConfigPlace, Depth, Form, Ground, Meant, Request, Shown, StatePlace, ThemeName, is_seen, print,
};

mod clusters;
mod decisions;
mod diffing;
mod hiding;
mod merging;
mod opening;
mod pairs;
mod reports;
mod shells;
mod surroundings;

const EXAMPLES: &str = "\
Examples:
  ibid                            the articles that come with the program
  ibid left.txt right.txt         two articles; n steps through what they share
  ibid drafts/                    all articles of a folder; 1 to 9 choose two
  pdftotext page.pdf - | ibid - mine.txt
                                  one from the standard input
  ibid report left.txt right.txt  print what they share
  ibid left.txt right.txt >out    the same: it prints where it cannot draw
  ibid report drafts/ --matrix    how much of each stands in each
  ibid rules suggest drafts/      what looks like boilerplate, and why
  ibid clean drafts/a.txt         an article without it
  ibid text page.html             the article of a web page
  ibid diff old.txt new.txt       what changed, word by word, however it is wrapped
  ibid clusters corpus.jsonl      what an engine found to belong together";

const ENDING: &str = "\
Inside, ? shows the keys.

Exit status:
  0     all went well
  1     done, but not without complaints: something named could not be opened
        or read as it is, or the rules could not be read or saved,
        or there is a mistake in the settings
  2     not done: nothing to show or compare, or the command line is wrong
  128+n ended by the signal n

ibid COMMAND --help tells of a command; ibid man | man -l - of the environment.";

/// Reads articles side by side: what they share, what each changed, what stands
/// only here.
#[derive(Debug, Parser)]
#[command(
    name = "ibid",
    version,
    max_term_width = 80,
    disable_help_subcommand = true,
    help_template = "{about}\n\n{before-help}{usage-heading} {usage}\n\n{all-args}{after-help}",
    before_help = EXAMPLES,
    after_help = ENDING,
    override_usage = "ibid [OPTIONS] [FILES]...\n       ibid [OPTIONS] <COMMAND> ..."
)]
struct Words {
    /// Files, folders, or - for the standard input.
    #[arg(value_name = "FILES")]
    names: Vec<PathBuf>,
    #[command(flatten)]
    read: ReadWords,
    #[command(flatten)]
    fields: FieldWords,
    #[command(flatten)]
    rules: RulesWords,
    /// The source of the files that fit GLOB.
    #[arg(long = "source", global = true, value_name = "NAME=GLOB")]
    sources: Vec<String>,
    #[command(flatten)]
    config: ConfigWords,
    /// Remember nothing from run to run.
    #[arg(long = "no-state")]
    stateless: bool,
    /// Leave the mouse to the terminal.
    #[arg(long = "no-mouse")]
    mouseless: bool,
    /// For which ground: auto, dark or light; or a file that changes the look.
    #[arg(long, value_parser = OsStringValueParser::new().try_map(ThemeName::read), value_name = "THEME")]
    theme: Option<ThemeName>,
    /// Which colours: auto, always, never; or so many: 16, 256, full.
    #[arg(long, value_enum, default_value_t = Color::Auto, hide_possible_values = true, hide_default_value = true, value_name = "WHEN")]
    color: Color,
    #[command(subcommand)]
    command: Option<CommandWords>,
}

#[derive(Debug, Args)]
struct RulesWords {
    /// Keep the hide rules in this file.
    #[arg(long = "rules", global = true, value_name = "FILE", conflicts_with = "without")]
    file: Option<PathBuf>,
    /// Hide nothing by rule.
    #[arg(long = "no-rules", global = true)]
    without: bool,
}

#[derive(Debug, Args)]
struct ConfigWords {
    /// Take the settings from this file.
    #[arg(long = "config", global = true, value_name = "FILE", conflicts_with = "no_config")]
    settings: Option<PathBuf>,
    /// Read no settings.
    #[arg(long, global = true)]
    no_config: bool,
}

#[derive(Debug, Subcommand)]
enum CommandWords {
    /// Print what articles share: each pair of them, one after another.
    Report(ReportWords),
    /// Print the text of articles: what places in reports refer to.
    Text(TextWords),
    /// List the kinds of files, and what reads each.
    Kinds,
    /// Print articles without what the rules hide.
    Clean(CleanWords),
    /// List, check, add and remove hide rules, and suggest new ones.
    Rules(RulesCommand),
    /// Tell where the settings are, or print them all as they are by default.
    Config(PrintWords),
    /// Print the clusters that an engine found.
    Clusters(ClusterWords),
    /// Print pairs of sentences that somebody should decide.
    Pairs(PairWords),
    /// Print, check and use decisions on clusters.
    Decisions(DecisionWords),
    /// Show or print what changed from one version of a text to another.
    Diff(DiffWords),
    /// Merge what two versions made of the same text.
    Merge(MergeWords),
    /// Print completions for a shell: ibid completions bash.
    Completions(CompletionsWords),
    /// Print a page for man, of the program or of one of its commands.
    Man(ManWords),
}

#[derive(Debug, Args)]
struct PrintWords {
    /// Print the file that says what is so by default, with a word on each option.
    #[arg(long, conflicts_with = "path")]
    default: bool,
    /// Print where the file is looked for; this is also done without it.
    #[arg(long)]
    path: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
    #[value(name = "16")]
    Sixteen,
    #[value(name = "256")]
    Table,
    Full,
}

/// Reads the command line; gives nothing where it only asked for help or the version, which are printed.
///
/// # Errors
///
/// Says in one sentence what is wrong with it.
pub fn request() -> Result<Option<Request>> {
    match Words::try_parse() {
        Ok(words) => Ok(Some(words.request(&Surroundings::found()))),
        Err(error) if error.exit_code() != 0 => Err(refusal(&error)),
        Err(shown) => {
            let said = shown.render();
            let unwanted = Surroundings::found().no_color.is_some_and(|value| !value.is_empty());
            let said = if is_seen() && !unwanted { said.ansi().to_string() } else { said.to_string() };
            print(said.as_bytes(), Meant::Looks).map(|()| None)
        }
    }
}

impl Words {
    fn request(self, around: &Surroundings) -> Request {
        let color = match &self.command {
            Some(CommandWords::Diff(diff)) => diff.color().unwrap_or(self.color),
            _ => self.color,
        };
        let colours = self.colours(color, around);
        let mut fields = self.fields;
        let (names, form) = match self.command {
            None => (self.names, Form::Screen(colours)),
            Some(CommandWords::Report(report)) => report.request(&mut fields),
            Some(CommandWords::Text(text)) => text.request(&mut fields),
            Some(CommandWords::Clusters(clusters)) => clusters.request(&mut fields, colours),
            Some(CommandWords::Pairs(pairs)) => pairs.request(&mut fields),
            Some(CommandWords::Decisions(decisions)) => decisions.request(around.account.clone()),
            Some(CommandWords::Kinds) => (Vec::new(), Form::Kinds),
            Some(CommandWords::Clean(clean)) => clean.request(),
            Some(CommandWords::Rules(rules)) => rules.request(),
            Some(CommandWords::Config(PrintWords { default: true, .. })) => (Vec::new(), Form::Config(Shown::Default)),
            Some(CommandWords::Config(_)) => (Vec::new(), Form::Config(Shown::Path)),
            Some(CommandWords::Diff(diff)) => diff.request(colours),
            Some(CommandWords::Merge(merge)) => merge.request(),
            Some(CommandWords::Completions(of)) => (Vec::new(), Form::Said(of.written(Words::command()))),
            Some(CommandWords::Man(of)) => (Vec::new(), Form::Said(of.written(Words::command()))),
        };
        let state = if self.stateless { StatePlace::Nowhere } else { StatePlace::Usual };
        let (mouse, theme) = (!self.mouseless, self.theme);
        Request {
            names,
            with: self.read.with(fields),
            sources: self.sources,
            rules: self.rules.into(),
            theme,
            state,
            config: self.config.into(),
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
            Color::Table => Some(Depth::Table),
            Color::Full => Some(Depth::Full),
        };
        let Some(depth) = depth else { return Colours::Sixteen };
        let ground = match self.theme {
            Some(ThemeName::Dark) => Some(Ground::Dark),
            Some(ThemeName::Light) => Some(Ground::Light),
            Some(ThemeName::Auto | ThemeName::File(_)) | None => around.ground.as_deref().and_then(ground),
        };
        match ground {
            Some(Ground::Dark) => Colours::Dark(depth),
            Some(Ground::Light) => Colours::Light(depth),
            None => Colours::Asked(depth),
        }
    }
}

/// Puts what the parser says over several lines into one sentence.
fn refusal(error: &clap::Error) -> anyhow::Error {
    let text = error.render().to_string();
    let first = text.trim_start_matches("error: ").split("\n\n").next().unwrap_or_default();
    anyhow!("{}; ibid --help tells more", first.split_whitespace().collect::<Vec<_>>().join(" "))
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

#[cfg(test)]
#[path = "cli_tests.rs"]
mod cli_tests;
