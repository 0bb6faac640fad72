//! The arguments of `pairs`.

use std::path::PathBuf;

use clap::Args;

use super::opening::FieldWords;
use crate::run::Form;

const EXAMPLES: &str = "\
Examples:
  ibid pairs --doubtful --jsonl drafts/ --most 50 >to-decide.jsonl
";

const ENDING: &str = "\
A line has both sentences with their places, the ids a and b and a cluster to
decide them under, the chance that they make one statement by the rule of
reworded statements, and whether that is enough for it. Sentences that share
wording are matched otherwise and not weighed.
";

#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, after_help = ENDING)]
pub struct PairWords {
    /// Files, folders, or - for standard input; together at least two articles.
    #[arg(value_name = "FILES", required = true)]
    names: Vec<PathBuf>,
    #[command(flatten)]
    fields: FieldWords,
    /// The pairs of sentences of which it is least sure whether they make one statement.
    #[arg(long, required = true)]
    doubtful: bool,
    /// As an object of JSON a line.
    #[arg(long, required = true)]
    jsonl: bool,
    /// Decisions on such pairs: those decided are left out, those unsure are marked.
    #[arg(long, value_name = "FILE")]
    pub decisions: Vec<PathBuf>,
    /// So many at most.
    #[arg(long, value_name = "N", default_value_t = 100)]
    most: usize,
}

impl PairWords {
    /// The names and what is wanted of them.
    pub fn request(self, fields: &mut FieldWords) -> (Vec<PathBuf>, Form) {
        *fields = self.fields;
        (self.names, Form::Doubtful(self.most))
    }
}
