//! The arguments of `report`.

use std::path::PathBuf;

use clap::Args;

use super::numbers::number;
use super::opening::FieldWords;
use crate::run::{Form, Layout, Most, Packing, PairLines, Quotes, ReportKind, ReportOptions};

const EXAMPLES: &str = "\
Examples:
  ibid report a.txt b.txt                    print what two articles share
  ibid report a.txt b.txt --format html >a.html
                                             write a page for the browser
  ibid report a.txt b.txt --format markdown  quotations, ready to paste
  ibid report articles/ --matrix             how much of each is in each other
  ibid report articles/ --apparatus          which article has which statement
  ibid report articles/ --synopsis           the whole story: who says what
  ibid report articles/ --origins            which articles come from one text
  ibid report articles/ --top 3 --format jsonl
                                             most similar pairs, one per line
  ibid report a.txt b.txt --decisions decided.jsonl
                                             decisions overrule what is found
  ibid report --jsonl --fields left=a,right=b <pairs.jsonl
                                             compare the two texts of each line
  ibid report --jsonl --texts corpus.jsonl <ids.jsonl
                                             the same, with ids and a table
";

#[derive(Debug, Args)]
#[command(
    before_help = EXAMPLES,
    override_usage = "ibid report [OPTIONS] <FILES>...\n       ibid report --jsonl [OPTIONS] [FILES]..."
)]
pub struct ReportWords {
    /// Files, folders, or - for standard input: at least two articles.
    #[arg(value_name = "FILES", required_unless_present = "jsonl")]
    names: Vec<PathBuf>,
    #[command(flatten)]
    fields: FieldWords,
    /// Output format: text (the default; markdown for --story), json, jsonl (one line per pair), markdown, html, csv, tei, collatex.
    #[arg(long, value_enum, hide_possible_values = true, value_name = "FORMAT")]
    format: Option<Layout>,
    /// Read JSON lines with two texts each, and add what they share.
    #[arg(long, conflicts_with_all = ["format", "matrix", "apparatus", "synopsis", "story", "figures", "quotes", "origins", "base", "without_quotes", "min_shared", "top"])]
    jsonl: bool,
    /// The keys of the two texts.
    #[arg(long = "fields", value_name = "left=KEY,right=KEY", value_parser = pair_keys, requires = "jsonl")]
    fields_of_pair: Option<(String, String)>,
    /// With --jsonl: all matches, not only the figures.
    #[arg(long, requires = "jsonl")]
    full: bool,
    /// With --jsonl: the lines have ids; their texts are in this table.
    #[arg(long, requires = "jsonl", value_name = "TABLE")]
    texts: Vec<PathBuf>,
    /// The column of the id in the table of texts.
    #[arg(long, requires = "texts", value_name = "KEY")]
    id: Option<String>,
    /// Decisions on sentences (see ibid pairs) and articles that overrule what ibid finds.
    #[arg(long, value_name = "FILE")]
    pub decisions: Vec<PathBuf>,
    /// Only pairs that share at least this percentage of the words of either
    /// article.
    #[arg(long, value_name = "PERCENT", default_value = "0", hide_default_value = true, allow_negative_numbers = true, value_parser = number(0..=100))]
    min_shared: usize,
    /// For each article only the N others that share most with it.
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = number(1..=usize::MAX), conflicts_with_all = ["matrix", "apparatus", "synopsis"])]
    top: Option<usize>,
    /// Compress the output with gzip.
    #[arg(long)]
    gz: bool,
    /// Print how much of each article is in each other (text, json, csv).
    #[arg(long)]
    matrix: bool,
    /// Print each statement and which articles have it (text, json, markdown).
    #[arg(long, conflicts_with = "matrix")]
    apparatus: bool,
    /// Print the whole story: who says what, and what one alone says (text, markdown, html, csv, json).
    #[arg(long, conflicts_with_all = ["matrix", "apparatus"])]
    synopsis: bool,
    /// Print the synopsis, the matrix, differences (numbers, dates, names), quotations and origins as one (html, json, markdown).
    #[arg(long, conflicts_with_all = ["matrix", "apparatus", "synopsis"])]
    story: bool,
    /// The number of the article whose wording a synopsis uses (default: the one with the most statements).
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true, value_parser = number(1..=usize::MAX))]
    base: Option<usize>,
    /// List numbers, dates and names that differ between articles in the same statement, as text or JSON.
    #[arg(long, conflicts_with_all = ["matrix", "apparatus", "synopsis", "story"])]
    figures: bool,
    /// List each quotation: who has it, whether its words are cut or changed, and who is quoted, as text or JSON.
    #[arg(long, conflicts_with_all = ["matrix", "apparatus", "synopsis", "story", "figures"])]
    quotes: bool,
    /// Print which articles come from one text, and who has it from whom (text, json, markdown).
    #[arg(long, conflicts_with_all = ["matrix", "apparatus", "synopsis", "story", "figures", "quotes"])]
    origins: bool,
    /// Leave words in quotation marks out of the figures.
    #[arg(long, conflicts_with_all = ["apparatus", "synopsis"])]
    without_quotes: bool,
}

impl ReportWords {
    /// The names and what is wanted of them.
    pub fn request(self, fields: &mut FieldWords) -> (Vec<PathBuf>, Form) {
        *fields = self.fields;
        let packing = if self.gz { Packing::Gzip } else { Packing::Plain };
        if self.jsonl {
            let usual = || ("left".to_owned(), "right".to_owned());
            let (left, right) = self.fields_of_pair.unwrap_or_else(usual);
            let pairs = PairLines { left, right, whole: self.full, texts: self.texts, id: self.id, packing };
            return (self.names, Form::Pairs(pairs));
        }
        let kind = match (self.matrix, self.apparatus, self.synopsis) {
            (true, ..) => ReportKind::Matrix,
            (_, true, _) => ReportKind::Apparatus,
            (_, _, true) => ReportKind::Synopsis,
            _ if self.story => ReportKind::Story,
            _ if self.figures => ReportKind::Figures,
            _ if self.quotes => ReportKind::Quotations,
            _ if self.origins => ReportKind::Origins,
            _ => ReportKind::Pairs,
        };
        let base = self.base.map(|base| base - 1);
        let quotes = if self.without_quotes { Quotes::LeftOut } else { Quotes::Counted };
        (
            self.names,
            Form::Report(ReportOptions {
                kind,
                layout: self.format.unwrap_or(if self.story { Layout::Markdown } else { Layout::Text }),
                quotes,
                base,
                most: Most { shared: self.min_shared, top: self.top },
                packing,
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
        _ => Err("expected left=KEY,right=KEY with two different keys".to_owned()),
    }
}
