//! The arguments of `clusters`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::numbers::number;
use super::opening::FieldWords;
use crate::curation::Columns;
use crate::run::{Clustering, Colours, Form, Layout};

const EXAMPLES: &str = "\
Examples:
  ibid clusters corpus.jsonl           show them on the screen, and decide
  ibid clusters corpus.jsonl --show 3  begin with the texts of the third cluster
  ibid clusters corpus.jsonl --format text
                                       print them
  ibid clusters passim/out.json        what passim found
  ibid clusters pairs.csv --texts corpus.jsonl.gz
                                       pairs of ids, and the file of their texts
  ibid clusters minhash/ --texts documents/
                                       datatrove's .clusters and its documents
  ibid clusters corpus.csv --cluster family --id number --format json
                                       columns with names of their own
";

const ENDING: &str = "\
Reads JSON lines and CSV, also compressed with gzip or zstd, in constant memory:
a cluster's texts are read when it is shown. Pairs of ids take forty bytes per
id. Pairs that are less likely than not, by clerical_match_score or
match_probability, are ignored. least and median say how similar the texts are,
in percent of their words; ? means that they have no words.
";

#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, after_help = ENDING)]
pub struct ClusterWords {
    /// Files and folders that an engine wrote.
    #[arg(value_name = "PATHS", required = true)]
    names: Vec<PathBuf>,
    /// Files with the texts, by id.
    #[arg(long, value_name = "TABLE")]
    texts: Vec<PathBuf>,
    /// The column with the cluster of a text.
    #[arg(long, value_name = "KEY")]
    cluster: Option<String>,
    /// The column with the id of a text.
    #[arg(long, value_name = "KEY")]
    id: Option<String>,
    #[command(flatten)]
    fields: FieldWords,
    /// Begin on the screen with the texts of the cluster of this number in the list.
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true, value_parser = number(1..=usize::MAX), conflicts_with = "format")]
    show: Option<usize>,
    /// Print as text, json, csv (default: on a terminal the screen, else text).
    #[arg(long, value_enum, hide_possible_values = true, value_name = "FORMAT")]
    format: Option<FormWord>,
    /// The file of decisions (default: decisions.jsonl); what is printed follows it only if it is named.
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,
    /// The name under which to decide (default: the account name).
    #[arg(long, value_name = "NAME")]
    who: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormWord {
    Text,
    Json,
    Csv,
}

impl ClusterWords {
    /// The names and what is wanted of them.
    pub fn request(self, fields: &mut FieldWords, colours: Colours, account: Option<String>) -> (Vec<PathBuf>, Form) {
        *fields = self.fields;
        let layout = self.format.map(|format| match format {
            FormWord::Text => Layout::Text,
            FormWord::Json => Layout::Json,
            FormWord::Csv => Layout::Csv,
        });
        let columns = Columns { cluster: self.cluster, id: self.id };
        (
            self.names,
            Form::Clusters(Clustering {
                columns,
                texts: self.texts,
                layout,
                show: self.show,
                colours,
                decided: self.decisions.is_some(),
                decisions: self.decisions.unwrap_or_else(|| PathBuf::from("decisions.jsonl")),
                who: self.who.or(account).unwrap_or_default(),
            }),
        )
    }
}
