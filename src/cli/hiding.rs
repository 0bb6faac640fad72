//! The arguments of `clean` and `rules`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::RulesWords;
use super::opening::FieldWords;
use crate::boilerplate::{Does, Ends, Fit, Scope, Unit};
use crate::run::{Adding, Cleaning, Cleansed, Form, Format, Jsonl, RulesPlace, RulesTask};

const EXAMPLES: &str = "\
Examples:
  ibid clean a.txt                     print the article without boilerplate
  ibid clean --mark a.txt              show in double brackets what is hidden
  ibid clean --in-place=.bak today/    rewrite the files of a folder
  ibid clean --jsonl --field text <in.jsonl >out.jsonl
";

const RULES_EXAMPLES: &str = "\
Examples:
  ibid rules suggest today/            print what looks like boilerplate
  ibid rules add 'Read more' --kind contains
                                       hide paragraphs that contain it
  ibid rules list                      print the rules in use
";

const ADD_EXAMPLES: &str = "\
Examples:
  ibid rules add 'Read more about this'    hide this paragraph
  ibid rules add 'Read more' --kind begins --unit sentence
                                           hide sentences that begin so
  ibid rules add 'Sign up' --kind to-end --in-source gull
                                           hide the rest of gull's articles
  ibid rules add '[0-9]+ min read' --kind pattern --team=today/
                                           hide it for a team, in its folder
";

#[derive(Debug, Args)]
#[command(before_help = EXAMPLES)]
pub struct CleanWords {
    /// Files, folders, or - for standard input (the default).
    #[arg(value_name = "FILES")]
    names: Vec<PathBuf>,
    /// Keep hidden text, in double brackets, instead of removing it.
    #[arg(long)]
    mark: bool,
    /// Rewrite the files, keeping each original with SUFFIX added: --in-place=.bak. Files that end with it are skipped.
    #[arg(
        long,
        alias = "inplace",
        value_name = "SUFFIX",
        require_equals = true,
        value_parser = suffix,
        conflicts_with_all = ["mark", "json", "jsonl"]
    )]
    in_place: Option<String>,
    /// Print JSON, with the hidden text and the rule that hides it.
    #[arg(long, conflicts_with_all = ["mark", "jsonl"])]
    json: bool,
    /// Read and write JSON lines, cleaning the text of each object.
    #[arg(long, requires = "fields")]
    jsonl: bool,
    #[command(flatten)]
    fields: FieldWords,
    /// The key of the source.
    #[arg(long, value_name = "KEY", requires = "jsonl")]
    source_field: Option<String>,
}

impl CleanWords {
    /// Says that the key of the text is missing.
    pub fn unfit(&self) -> Option<String> {
        let wants = self.jsonl && self.fields.text().is_none();
        wants.then(|| "--jsonl needs the key of the text: --field text=KEY".to_owned())
    }

    /// The names and what is wanted of them.
    pub fn request(self, fields: &mut FieldWords) -> (Vec<PathBuf>, Form) {
        let cleaning = match self.in_place {
            Some(suffix) => Cleaning::InPlace(suffix),
            None if self.json => Cleaning::Json,
            None if self.jsonl => Cleaning::Lines(Jsonl {
                text: self.fields.text().unwrap_or_default().to_owned(),
                source: self.source_field.or_else(|| self.fields.source().map(str::to_owned)),
                shown: shown(self.mark),
            }),
            None => Cleaning::Print(shown(self.mark)),
        };
        *fields = self.fields;
        let names = if self.names.is_empty() { vec![PathBuf::from("-")] } else { self.names };
        (names, Form::Clean(cleaning))
    }
}

/// Reads the suffix for backups. One that looks like a file name was probably meant as a file to clean.
fn suffix(text: &str) -> Result<String, String> {
    match text.chars().next() {
        Some(first) if !first.is_alphanumeric() && !text.contains(['/', '\\']) => Ok(text.to_owned()),
        _ => Err("expected a suffix that begins with a punctuation mark, such as .bak or ~".to_owned()),
    }
}

fn shown(mark: bool) -> Cleansed {
    if mark { Cleansed::Marked } else { Cleansed::Removed }
}

#[derive(Debug, Args)]
#[command(before_help = RULES_EXAMPLES)]
pub struct RulesCommand {
    #[command(subcommand)]
    task: TaskWords,
}

#[derive(Debug, Subcommand)]
enum TaskWords {
    /// Print the rules in use, each with its file and line.
    List {
        /// Articles whose folders may have more rules.
        #[arg(value_name = "FILES")]
        names: Vec<PathBuf>,
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Check rules files for errors; exit with 1 if there are any.
    Check {
        /// Rules files (default: those in use).
        #[arg(value_name = "FILES")]
        names: Vec<PathBuf>,
    },
    /// Print the path of the rules file.
    Path {
        #[command(flatten)]
        team: TeamWords,
    },
    /// Add a rule.
    #[command(help_template = crate::cli::TEMPLATE, before_help = ADD_EXAMPLES)]
    Add(AddWords),
    /// Remove rules by id.
    Remove {
        #[command(flatten)]
        team: TeamWords,
        /// Rule ids, as printed by ibid rules list.
        #[arg(value_name = "ID", required = true)]
        ids: Vec<String>,
    },
    /// Print what looks like boilerplate, why, and a rule that hides it.
    Suggest {
        /// Files, folders, or - for standard input.
        #[arg(value_name = "FILES", required = true)]
        names: Vec<PathBuf>,
        /// Print JSON.
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        fields: FieldWords,
    },
}

#[derive(Debug, Args)]
struct TeamWords {
    /// Use the team rules in FOLDER/.ibid/rules.toml (default: this folder).
    #[arg(
        long,
        value_name = "FOLDER",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = ".",
        conflicts_with_all = ["file", "without"]
    )]
    team: Option<PathBuf>,
}

#[derive(Debug, Args)]
struct AddWords {
    #[command(flatten)]
    team: TeamWords,
    /// The words or regular expression to match.
    text: String,
    /// Hide nothing, but ignore changes to what it matches in a diff, such as times and page numbers.
    #[arg(long = "ignore-in-diff")]
    in_diff: bool,
    /// How to match: exactly (the default), loosely, begins, contains, pattern, to-end, span.
    #[arg(long, value_enum, default_value_t = Kind::Exactly, hide_possible_values = true, hide_default_value = true)]
    kind: Kind,
    /// How much each match hides: paragraph (the default), sentence, words (the default of pattern).
    #[arg(long, value_enum, hide_possible_values = true)]
    unit: Option<UnitWord>,
    /// First words of the last unit (kind span).
    #[arg(long, value_name = "TEXT", required_if_eq("kind", "span"))]
    to: Option<String>,
    /// Apply only to articles from this source.
    #[arg(long, value_name = "NAME", conflicts_with = "in_article")]
    in_source: Option<String>,
    /// Apply only to the article of this name.
    #[arg(long, value_name = "NAME")]
    in_article: Option<String>,
    /// Name of the rule.
    #[arg(long)]
    name: Option<String>,
    /// A note on the rule.
    #[arg(long, default_value = "", hide_default_value = true)]
    note: String,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Kind {
    Exactly,
    Loosely,
    Begins,
    Contains,
    Pattern,
    ToEnd,
    Span,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum UnitWord {
    Paragraph,
    Sentence,
    Words,
}

impl RulesCommand {
    /// Says which option of a new rule its kind has no use for.
    pub fn unfit(&self) -> Option<String> {
        let TaskWords::Add(words) = &self.task else { return None };
        if words.to.is_some() && !matches!(words.kind, Kind::Span) {
            return Some("--to is for --kind span; see ibid rules add --help".to_owned());
        }
        let kind = match words.kind {
            Kind::Exactly => "exactly",
            Kind::Loosely => "loosely",
            _ => return None,
        };
        words.unit.map(|_| format!("--unit is not for --kind {kind}; see ibid rules add --help"))
    }

    /// The names and the task.
    pub fn request(self, reading: &mut FieldWords) -> (Vec<PathBuf>, Form) {
        let format = |json: bool| if json { Format::Json } else { Format::Text };
        let (names, task) = match self.task {
            TaskWords::List { names, json } => (names, RulesTask::List(format(json))),
            TaskWords::Check { names } => (names, RulesTask::Check),
            TaskWords::Path { team } => (Vec::new(), RulesTask::Path(team.team)),
            TaskWords::Add(words) => (Vec::new(), RulesTask::Add(words.into())),
            TaskWords::Remove { team, ids } => (Vec::new(), RulesTask::Remove(team.team, ids)),
            TaskWords::Suggest { names, json, fields } => {
                *reading = fields;
                (names, RulesTask::Suggest(format(json)))
            }
        };
        (names, Form::Rules(task))
    }
}

impl From<AddWords> for Adding {
    fn from(words: AddWords) -> Self {
        let unit = match words.unit {
            Some(UnitWord::Sentence) => Unit::Sentence,
            Some(UnitWord::Words) => Unit::Words,
            None if matches!(words.kind, Kind::Pattern) => Unit::Words,
            Some(UnitWord::Paragraph) | None => Unit::Paragraph,
        };
        let text = words.text;
        let fit = match words.kind {
            Kind::Exactly => Fit::Exactly(text),
            Kind::Loosely => Fit::Loosely(text),
            Kind::Begins => Fit::BeginsSo(unit, text),
            Kind::Contains => Fit::Contains(unit, text),
            Kind::Pattern => Fit::Pattern(unit, text),
            Kind::ToEnd => Fit::ToEnd(unit, text),
            Kind::Span => Fit::Between(unit, Ends { from: text, to: words.to.unwrap_or_default() }),
        };
        let scope = match (words.in_article, words.in_source) {
            (Some(name), _) => Scope::Article(name),
            (None, Some(name)) => Scope::Source(name),
            (None, None) => Scope::Everywhere,
        };
        let does = if words.in_diff { Does::IgnoreInDiff } else { Does::Hide };
        Adding { fit, does, scope, name: words.name, note: words.note, team: words.team.team }
    }
}

impl From<RulesWords> for RulesPlace {
    fn from(words: RulesWords) -> Self {
        match words.file {
            Some(file) => RulesPlace::File(file),
            None if words.without => RulesPlace::Nowhere,
            None => RulesPlace::Usual,
        }
    }
}
