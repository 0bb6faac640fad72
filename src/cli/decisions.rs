//! The arguments of `decisions`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::refusing::any_of;
use crate::curation::{ClusterDecision, Columns, Judgement, Relation};
use crate::run::{DecisionsTask, Export, Form, Layout};

const EXAMPLES: &str = "\
Examples:
  ibid decisions list decisions.jsonl
  ibid decisions check ana.jsonl ben.jsonl    errors, and where they differ
  ibid decisions agree ana.jsonl ben.jsonl    how far they agree
  ibid decisions merge ana.jsonl ben.jsonl >all.jsonl
  ibid decisions export drop all.jsonl        ids, one per line
  ibid decisions relabel corpus.jsonl --by all.jsonl >again.jsonl
";

const ADD_EXAMPLES: &str = "\
Examples:
  ibid decisions add d.jsonl c1 same a7 b2       these two are one text
  ibid decisions add d.jsonl c1 same a7 b2 --relation edited --keep a7
                                                 how, and which to keep
  ibid decisions add d.jsonl c1 drop b2          leave a text out
  ibid decisions add d.jsonl c1 merge c4         make two clusters one
";

#[derive(Debug, Args)]
#[command(before_help = EXAMPLES)]
pub struct DecisionWords {
    #[command(subcommand)]
    task: TaskOfDecisions,
}

#[derive(Debug, Subcommand)]
enum TaskOfDecisions {
    /// Print what counts: the newest decision on each text and pair.
    List {
        #[command(flatten)]
        files: DecisionFiles,
        /// Output format: text (the default), json (one object per line), csv.
        #[arg(long, value_enum, default_value_t = ListForm::Text, hide_possible_values = true, hide_default_value = true, value_name = "FORM")]
        format: ListForm,
    },
    /// Check for errors, and print where readers differ; exit with 1 on an error or a difference.
    Check(DecisionFiles),
    /// Print the newest decision of each reader, as JSON lines.
    Merge(DecisionFiles),
    /// Print how far every two readers agree: Cohen's kappa with its interval.
    Agree(DecisionFiles),
    /// Print what follows from them: ids to keep, ids to drop, or labels for splink.
    Export {
        /// What to print: keep, drop, splink.
        #[arg(value_enum, hide_possible_values = true, value_name = "WHAT")]
        what: ExportWord,
        #[command(flatten)]
        files: DecisionFiles,
    },
    /// Print a table with its clusters named as decided.
    Relabel {
        /// JSON lines or CSV with a column of clusters.
        #[arg(value_name = "TABLE")]
        table: PathBuf,
        /// The file of decisions; may be repeated.
        #[arg(long = "by", value_name = "FILE", required = true)]
        by: Vec<PathBuf>,
        /// The column with the cluster of a text.
        #[arg(long, value_name = "KEY")]
        cluster: Option<String>,
        /// The column with the id of a text.
        #[arg(long, value_name = "KEY")]
        id: Option<String>,
    },
    /// Add a decision to a file.
    #[command(help_template = crate::cli::TEMPLATE, before_help = ADD_EXAMPLES)]
    Add(AddDecision),
}

#[derive(Debug, Args)]
struct DecisionFiles {
    /// Files of decisions.
    #[arg(value_name = "FILES", required = true)]
    names: Vec<PathBuf>,
}

#[derive(Debug, Args)]
struct AddDecision {
    /// The file.
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The cluster.
    #[arg(value_name = "CLUSTER")]
    cluster: String,
    /// For two texts same, different or unsure; for one keep, drop or split; merge with another cluster; open undoes.
    #[arg(value_name = "DECISION", value_parser = verdict)]
    verdict: Judgement,
    /// The texts, or the other cluster.
    #[arg(value_name = "IDS", num_args = 0..=2)]
    of: Vec<String>,
    /// How they are related: exact, edited, excerpt, updated, translation, template.
    #[arg(long, value_name = "HOW", value_parser = relation)]
    relation: Option<Relation>,
    /// Which of the two to keep for both.
    #[arg(long, value_name = "ID")]
    keep: Option<String>,
    /// A note.
    #[arg(long, default_value = "", hide_default_value = true)]
    note: String,
    /// The name under which to decide (default: the account name).
    #[arg(long, value_name = "NAME")]
    who: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ListForm {
    Text,
    Json,
    Csv,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ExportWord {
    Keep,
    Drop,
    Splink,
}

fn verdict(name: &str) -> Result<Judgement, String> {
    Judgement::named(name).ok_or_else(|| format!("expected {}", any_of(&Judgement::ALL.map(Judgement::name))))
}

fn relation(name: &str) -> Result<Relation, String> {
    Relation::named(name).ok_or_else(|| format!("expected {}", any_of(&Relation::ALL.map(Relation::name))))
}

impl DecisionWords {
    /// The names and the task.
    pub fn request(self, account: Option<String>) -> (Vec<PathBuf>, Form) {
        let (names, task) = match self.task {
            TaskOfDecisions::List { files, format } => {
                let layout = match format {
                    ListForm::Text => Layout::Text,
                    ListForm::Json => Layout::Json,
                    ListForm::Csv => Layout::Csv,
                };
                (files.names, DecisionsTask::List(layout))
            }
            TaskOfDecisions::Check(files) => (files.names, DecisionsTask::Check),
            TaskOfDecisions::Merge(files) => (files.names, DecisionsTask::Merge),
            TaskOfDecisions::Agree(files) => (files.names, DecisionsTask::Agree),
            TaskOfDecisions::Export { files, what } => {
                let export = match what {
                    ExportWord::Keep => Export::Keep,
                    ExportWord::Drop => Export::Drop,
                    ExportWord::Splink => Export::Splink,
                };
                (files.names, DecisionsTask::Export(export))
            }
            TaskOfDecisions::Relabel { table, by, cluster, id } => {
                (by, DecisionsTask::Relabel(table, Columns { cluster, id }))
            }
            TaskOfDecisions::Add(words) => (vec![words.file.clone()], DecisionsTask::Add(words.decision(account))),
        };
        (names, Form::Decisions(task))
    }
}

impl AddDecision {
    fn decision(self, account: Option<String>) -> ClusterDecision {
        let mut of = self.of.into_iter();
        let first = of.next();
        let second = of.next();
        // What is named beside the other cluster is refused as a text that has no place there.
        let (a, b) = if self.verdict == Judgement::Merge { (second, first) } else { (first, second) };
        ClusterDecision {
            cluster: self.cluster,
            a,
            b,
            verdict: self.verdict,
            relation: self.relation,
            keep: self.keep,
            who: self.who.or(account).unwrap_or_default(),
            when: String::new(),
            note: self.note,
        }
    }
}
