//! The arguments of `diff`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Color;
use super::numbers::number;
use crate::collate::{Breaks, Case, Diacritics, Exactness, Spaces};
use crate::run::{Colours, Diffing, Form, Printed, Tinting, Verdict};

const EXAMPLES: &str = "\
Examples:
  ibid diff old.md new.md                show what changed, however wrapped
  ibid diff --stat old.md new.md         print how much changed
  ibid diff drafts/ final/               list which files of two folders changed
  ibid diff draft.docx                   show the tracked changes of a document
  git show HEAD:a.md | ibid diff - a.md  read one version from standard input
  ibid diff --format html old.md new.md >changes.html
                                         write a page for the browser
  GIT_EXTERNAL_DIFF='ibid diff --' git diff
                                         use ibid as git's diff
";

const ENDING: &str = "\
Exit status: 0 no differences, 1 differences, 2 error.

On a terminal it opens a screen; ? shows the keys. With --format, -q or --stat,
when git calls it, or when the output is not a terminal, it prints.

Environment:
  PAGER  shows what --format prints on a terminal";

#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, after_help = ENDING)]
pub struct DiffWords {
    /// The old version and the new one, or two folders; - for standard input. Or a document with tracked changes.
    #[arg(value_name = "FILES", required = true, num_args = 1..=9)]
    names: Vec<PathBuf>,
    /// Show N paragraphs of context around each change (default: 1).
    #[arg(short = 'U', long = "context", value_name = "N", default_value = "1", hide_default_value = true, allow_negative_numbers = true, value_parser = number(0..=usize::MAX))]
    context: usize,
    /// Print as text, unified, json, markdown, html (default: on a terminal the screen, else text).
    #[arg(long, value_enum, hide_possible_values = true, value_name = "FORMAT")]
    format: Option<DiffFormat>,
    /// Print only whether the versions differ.
    #[arg(short = 'q', long = "brief", conflicts_with_all = ["stat", "format"])]
    brief: bool,
    /// Print only how much changed.
    #[arg(long, conflicts_with = "format")]
    stat: bool,
    /// Compare words only, not punctuation, case, quotes or invisible characters.
    #[arg(long, overrides_with = "exact")]
    words: bool,
    /// Compare words, punctuation and case (the default).
    #[arg(long, overrides_with = "words")]
    exact: bool,
    /// Ignore case.
    #[arg(short = 'i', long = "ignore-case")]
    caseless: bool,
    /// Ignore the amount of white space (always on).
    #[arg(short = 'b', long = "ignore-space-change")]
    _amount: bool,
    /// Ignore white space that splits a word in two.
    #[arg(short = 'w', long = "ignore-all-space")]
    spaceless: bool,
    /// Ignore accents, vowel points and other marks on letters, and count the words that differ in them alone.
    #[arg(long = "ignore-diacritics")]
    undotted: bool,
    /// Count line breaks, as in poems and lists.
    #[arg(long, conflicts_with = "output")]
    lines: bool,
    /// Count blank lines between paragraphs.
    #[arg(long, conflicts_with_all = ["output", "lines"])]
    paragraphs: bool,
    /// Ignore changes of fewer than N words, punctuation and case, but say how many there are.
    #[arg(long = "min-words", value_name = "N", default_value = "0", hide_default_value = true, allow_negative_numbers = true, value_parser = number(0..=usize::MAX))]
    least: usize,
    /// Ignore what matches this regular expression, such as times and page numbers; may be repeated.
    #[arg(long = "ignore", value_name = "REGEX")]
    ignored: Vec<String>,
    /// Name the first version; given again, the second.
    #[arg(short = 'L', long = "label", value_name = "NAME")]
    labels: Vec<String>,
    /// Merge both versions into FILE, with conflict marks around what differs.
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
    /// Exit with 1 on differences even when git calls (for trustExitCode).
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
    /// When to use colours on the screen.
    pub(super) fn color(&self) -> Option<Color> {
        match self.color {
            When::Auto => None,
            When::Always => Some(Color::Always),
            When::Never => Some(Color::Never),
        }
    }

    /// The names and what is wanted of them.
    pub fn request(self, colours: Colours) -> (Vec<PathBuf>, Form) {
        let case = if self.caseless { Case::Ignored } else { Case::Heeded };
        let spaces = if self.spaceless { Spaces::Ignored } else { Spaces::AsOne };
        let diacritics = if self.undotted { Diacritics::Ignored } else { Diacritics::Heeded };
        let exactness = if self.words { Exactness::WORDS } else { Exactness::marks(case, spaces) };
        let breaks = match (self.lines, self.paragraphs) {
            (true, _) => Breaks::Lines,
            (false, true) => Breaks::Paragraphs,
            (false, false) => Breaks::Ignored,
        };
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
            exactness: exactness.with_diacritics(diacritics).with_least(self.least).with_breaks(breaks),
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
            ignored: self.ignored,
            output: self.output,
        };
        (self.names, Form::Diff(diffing))
    }
}
