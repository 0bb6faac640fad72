//! The arguments of `pairs`.

use std::path::PathBuf;

use clap::Args;

use super::numbers::number;
use super::opening::FieldWords;
use crate::run::Form;

const EXAMPLES: &str = "\
Examples:
  ibid pairs drafts/ --most 50 >to-decide.jsonl
";

const ENDING: &str = "\
Each line has two sentences with their places, the ids a and b and a cluster for
the decision, the probability that they make the same statement in other words,
and whether that is enough to match them. Sentences that share wording are
matched by that, and are not listed.
";

#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, after_help = ENDING)]
pub struct PairWords {
    /// Files, folders, or - for standard input: at least two articles.
    #[arg(value_name = "FILES", required = true)]
    names: Vec<PathBuf>,
    #[command(flatten)]
    fields: FieldWords,
    /// Print the pairs of sentences that ibid is least sure about (the default).
    #[arg(long)]
    doubtful: bool,
    /// Print one JSON object per line (the default).
    #[arg(long)]
    jsonl: bool,
    /// Decisions on such pairs: decided pairs are left out, unsure ones are marked.
    #[arg(long, value_name = "FILE")]
    pub decisions: Vec<PathBuf>,
    /// Print at most N pairs (default: 100).
    #[arg(long, value_name = "N", default_value = "100", hide_default_value = true, allow_negative_numbers = true, value_parser = number(1..=usize::MAX))]
    most: usize,
}

impl PairWords {
    /// The names and what is wanted of them.
    pub fn request(self, fields: &mut FieldWords) -> (Vec<PathBuf>, Form) {
        *fields = self.fields;
        (self.names, Form::Doubtful(self.most))
    }
}
