//! The words of `clusters`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::opening::FieldWords;
use crate::curation::Columns;
use crate::run::{Clustering, Colours, Form, Layout, ShowCluster};

const EXAMPLES: &str = "\
Examples:
  ibid clusters corpus.jsonl          rows with a column cluster, cluster_id ...
  ibid clusters corpus.jsonl --show 3 the texts of the third, on the screen
  ibid clusters passim/out.json       what passim found
  ibid clusters pairs.csv --texts corpus.jsonl.gz
                                      pairs of ids, and where their texts stand
  ibid clusters minhash/ --texts documents/
                                      datatrove's .clusters and its documents
  ibid clusters corpus.csv --cluster family --id number --format json
";

const ENDING: &str = "\
Reads JSON lines and CSV, also packed by gzip or zstd, in constant memory: a
cluster's texts are read when it is looked at. Pairs of ids take forty bytes
an id. Pairs that are less likely than not, by clerical_match_score or
match_probability, join nothing. least and median tell how like the texts are,
in percent of their words; ? where they have none.
";

#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, after_help = ENDING)]
pub struct ClusterWords {
    /// Files and folders that an engine wrote.
    #[arg(value_name = "PATHS", required = true)]
    names: Vec<PathBuf>,
    /// Files in which the texts stand, by their ids.
    #[arg(long, value_name = "TABLE")]
    texts: Vec<PathBuf>,
    /// The column that says to which cluster a text belongs.
    #[arg(long, value_name = "KEY")]
    cluster: Option<String>,
    /// The column that has the id of a text.
    #[arg(long, value_name = "KEY")]
    id: Option<String>,
    #[command(flatten)]
    fields: FieldWords,
    /// Show the texts of one on the screen, by its number in the list.
    #[arg(long, value_name = "NUMBER", conflicts_with = "format")]
    show: Option<usize>,
    /// How they are printed: text, json, csv.
    #[arg(long, value_enum, default_value_t = FormWord::Text, hide_possible_values = true, hide_default_value = true, value_name = "FORM")]
    format: FormWord,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormWord {
    Text,
    Json,
    Csv,
}

impl ClusterWords {
    /// Gives the names and what is wanted of them.
    pub fn request(self, fields: &mut FieldWords, colours: Colours) -> (Vec<PathBuf>, Form) {
        *fields = self.fields;
        let layout = match self.format {
            FormWord::Text => Layout::Text,
            FormWord::Json => Layout::Json,
            FormWord::Csv => Layout::Csv,
        };
        let show = self.show.map(|number| ShowCluster { number, colours });
        let columns = Columns { cluster: self.cluster, id: self.id };
        (self.names, Form::Clusters(Clustering { columns, texts: self.texts, layout, show }))
    }
}
