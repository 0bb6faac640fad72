//! The words of the command that compares two versions: `diff`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Color;
use crate::collate::{Case, Exactness, Spaces};
use crate::run::{Colours, Diffing, Form, Printed, Tinting, Verdict};

const EXAMPLES: &str = "\
Examples:
  ibid diff old.md new.md                what changed, however it is wrapped
  ibid diff --stat old.md new.md         how much
  ibid diff draft.docx                   the changes tracked in a document
  git show HEAD:a.md | ibid diff - a.md  one version from the standard input
  ibid diff --format html old.md new.md >changes.html
                                         a page for the browser
  GIT_EXTERNAL_DIFF='ibid diff --' git diff
                                         instead of git's own diff
";

const ENDING: &str = "\
Exit status: 0 the same, 1 different, 2 trouble.

On a terminal it opens a screen to walk through what changed, ? shows its keys;
with --format, -q or --stat, called by git with seven words, and where the
output is no terminal, it prints.

Environment:
  PAGER  shows what --format prints on a terminal";

#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, after_help = ENDING)]
pub struct DiffWords {
    /// The old version and the new one; - for the standard input. Or a document with tracked changes, or what git says.
    #[arg(value_name = "FILES", required = true, num_args = 1..=9)]
    names: Vec<PathBuf>,
    /// Show so many paragraphs around what changed.
    #[arg(short = 'U', long = "context", value_name = "N", default_value_t = 1, hide_default_value = true)]
    context: usize,
    /// Print it in this form, also on a terminal: text, unified, json, markdown, html.
    #[arg(long, value_enum, hide_possible_values = true, value_name = "FORM")]
    format: Option<DiffFormat>,
    /// Say only whether they differ.
    #[arg(short = 'q', long = "brief", conflicts_with = "stat")]
    brief: bool,
    /// Say only how much they differ.
    #[arg(long)]
    stat: bool,
    /// Count words alone, not marks: punctuation, case, quotes, characters one cannot see.
    #[arg(long, overrides_with = "exact")]
    words: bool,
    /// Count marks, too; so it is by default.
    #[arg(long, overrides_with = "words")]
    exact: bool,
    /// Do not count case.
    #[arg(short = 'i', long = "ignore-case")]
    caseless: bool,
    /// Do not count how much white space there is, which never counts.
    #[arg(short = 'b', long = "ignore-space-change")]
    _amount: bool,
    /// Do not count white space that parts one word in two.
    #[arg(short = 'w', long = "ignore-all-space")]
    spaceless: bool,
    /// Call the first version so, and given again the second.
    #[arg(short = 'L', long = "label", value_name = "NAME")]
    labels: Vec<String>,
    /// Write both versions to FILE as one, with marks around what differs.
    #[arg(short = 'o', long, value_name = "FILE", conflicts_with_all = ["format", "brief", "stat"])]
    output: Option<PathBuf>,
    /// Colours: auto, always or never.
    #[arg(
        long,
        value_enum,
        default_value_t = When::Auto,
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "always",
        hide_possible_values = true,
        hide_default_value = true,
        value_name = "WHEN"
    )]
    color: When,
    /// Tell by the exit status also where git asks: for its trustExitCode.
    #[arg(long)]
    exit_code: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum DiffFormat {
    Text,
    Unified,
    Json,
    Markdown,
    Html,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum When {
    Auto,
    Always,
    Never,
}

impl DiffWords {
    /// Gives when colours are wanted on the screen.
    pub(super) fn color(&self) -> Option<Color> {
        match self.color {
            When::Auto => None,
            When::Always => Some(Color::Always),
            When::Never => Some(Color::Never),
        }
    }

    /// Gives the names and what is wanted of them.
    pub fn request(self, colours: Colours) -> (Vec<PathBuf>, Form) {
        let case = if self.caseless { Case::Ignored } else { Case::Heeded };
        let spaces = if self.spaceless { Spaces::Ignored } else { Spaces::AsOne };
        let printed = match self.format {
            _ if self.brief => Some(Printed::Brief),
            _ if self.stat => Some(Printed::Stat),
            Some(DiffFormat::Text) => Some(Printed::Text),
            Some(DiffFormat::Unified) => Some(Printed::Unified),
            Some(DiffFormat::Json) => Some(Printed::Json),
            Some(DiffFormat::Markdown) => Some(Printed::Markdown),
            Some(DiffFormat::Html) => Some(Printed::Html),
            None => None,
        };
        let diffing = Diffing {
            exactness: if self.words { Exactness::Words } else { Exactness::Marks(case, spaces) },
            printed,
            colours,
            context: self.context,
            tinting: match self.color {
                When::Auto => Tinting::Auto,
                When::Always => Tinting::Always,
                When::Never => Tinting::Never,
            },
            verdict: if self.exit_code { Verdict::Told } else { Verdict::Asked },
            labels: self.labels,
            output: self.output,
        };
        (self.names, Form::Diff(diffing))
    }
}
