//! The words of `report`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::opening::FieldWords;
use crate::run::{Form, Layout, Most, PairLines, Paper, Quotes, Sheet};

const EXAMPLES: &str = "\
Examples:
  ibid report a.txt b.txt                    what they share, as text
  ibid report a.txt b.txt --format html >a.html
                                             a page for the browser
  ibid report a.txt b.txt --format markdown  quotations to be pasted
  ibid report drafts/ --matrix               how much of each is in each
  ibid report drafts/ --apparatus            who carries which statement
  ibid report drafts/ --top 3 --format jsonl the nearest pairs, a line each
  ibid report --jsonl --fields left=a,right=b <pairs.jsonl
                                             pairs of texts, a line each
  ibid report drafts/ --synopsis             who says what
";

#[derive(Debug, Args)]
#[command(before_help = EXAMPLES)]
pub struct ReportWords {
    /// Files, folders, or - for the standard input; together at least two articles.
    #[arg(value_name = "FILES", required_unless_present = "jsonl")]
    names: Vec<PathBuf>,
    #[command(flatten)]
    fields: FieldWords,
    /// How it is printed: text, json, jsonl (a line a pair), markdown, html, csv.
    #[arg(long, value_enum, default_value_t = LayoutWord::Text, hide_possible_values = true, hide_default_value = true, value_name = "FORM")]
    format: LayoutWord,
    /// Read one JSON object a line, with two texts in it, and write it again with what they share.
    #[arg(long, conflicts_with_all = ["format", "matrix", "apparatus", "synopsis", "without_quotes", "min_shared", "top"])]
    jsonl: bool,
    /// Under which keys the two texts stand.
    #[arg(long = "fields", value_name = "left=KEY,right=KEY", value_parser = pair_keys, requires = "jsonl")]
    fields_of_pair: Option<(String, String)>,
    /// With --jsonl: all matches, not the figures alone.
    #[arg(long, requires = "jsonl")]
    full: bool,
    /// Only pairs that share so much at least, in percent of the words of either.
    #[arg(long, value_name = "PERCENT", default_value_t = 0, hide_default_value = true, value_parser = clap::value_parser!(u8).range(0..=100))]
    min_shared: u8,
    /// Of each article only the pairs with the N others that share most with it.
    #[arg(long, value_name = "N", conflicts_with_all = ["matrix", "apparatus", "synopsis"])]
    top: Option<usize>,
    /// How much of every article stands in every other; as text, json or csv.
    #[arg(long)]
    matrix: bool,
    /// Each statement and who carries it; as text, json or markdown.
    #[arg(long, conflicts_with = "matrix")]
    apparatus: bool,
    /// The whole story: each statement, how each article tells it, and what each alone says; as text, markdown, html, csv or json.
    #[arg(long, conflicts_with_all = ["matrix", "apparatus"])]
    synopsis: bool,
    /// The article, counted from 1, in whose words a synopsis tells statements; else the one that tells most.
    #[arg(long, requires = "synopsis", value_name = "NUMBER")]
    base: Option<NonZeroUsize>,
    /// The numbers, dates and names in which articles that tell the same differ; as text or json.
    #[arg(long, conflicts_with_all = ["matrix", "apparatus", "synopsis"])]
    figures: bool,
    /// Each quotation, who has it, whether its words are the same, cut or changed, and to whom it is credited; as text or json.
    #[arg(long, conflicts_with_all = ["matrix", "apparatus", "synopsis", "figures"])]
    quotes: bool,
    /// Leave words in quotation marks out of the figures: a shared quotation has a common source.
    #[arg(long, conflicts_with_all = ["apparatus", "synopsis"])]
    without_quotes: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LayoutWord {
    Text,
    Json,
    Jsonl,
    Markdown,
    Html,
    Csv,
}

impl ReportWords {
    /// Gives the names and what is wanted of them.
    pub fn request(self, fields: &mut FieldWords) -> (Vec<PathBuf>, Form) {
        *fields = self.fields;
        if self.jsonl {
            let usual = || ("left".to_owned(), "right".to_owned());
            let (left, right) = self.fields_of_pair.unwrap_or_else(usual);
            return (self.names, Form::Pairs(PairLines { left, right, whole: self.full }));
        }
        let sheet = match (self.matrix, self.apparatus, self.synopsis) {
            (true, ..) => Sheet::Matrix,
            (_, true, _) => Sheet::Apparatus,
            (_, _, true) => Sheet::Synopsis,
            _ if self.figures => Sheet::Figures,
            _ if self.quotes => Sheet::Quotations,
            _ => Sheet::Pairs,
        };
        let base = self.base.map(|base| base.get() - 1);
        let quotes = if self.without_quotes { Quotes::LeftOut } else { Quotes::Counted };
        (
            self.names,
            Form::Report(Paper {
                sheet,
                layout: self.format.into(),
                quotes,
                base,
                most: Most { shared: usize::from(self.min_shared), top: self.top },
            }),
        )
    }
}

/// Reads the keys of the two texts of a pair.
fn pair_keys(said: &str) -> Result<(String, String), String> {
    let mut keys = (None, None);
    for part in said.split(',') {
        match part.split_once('=') {
            Some(("left", key)) => keys.0 = Some(key.to_owned()),
            Some(("right", key)) => keys.1 = Some(key.to_owned()),
            _ => return Err("expected left=KEY,right=KEY".to_owned()),
        }
    }
    match keys {
        (Some(left), Some(right)) if left != right => Ok((left, right)),
        _ => Err("expected left=KEY,right=KEY, two keys".to_owned()),
    }
}

impl From<LayoutWord> for Layout {
    fn from(word: LayoutWord) -> Self {
        match word {
            LayoutWord::Text => Layout::Text,
            LayoutWord::Json => Layout::Json,
            LayoutWord::Jsonl => Layout::Lines,
            LayoutWord::Markdown => Layout::Markdown,
            LayoutWord::Html => Layout::Html,
            LayoutWord::Csv => Layout::Csv,
        }
    }
}
