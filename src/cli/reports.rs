//! The words of `report`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::opening::FieldWords;
use crate::run::{Form, Layout, Paper, Quotes, Sheet};

const EXAMPLES: &str = "\
Examples:
  ibid report a.txt b.txt                    print what two articles share
  ibid report a.txt b.txt --format html >a.html
                                             write a page for the browser
  ibid report a.txt b.txt --format markdown  quotations, ready to paste
  ibid report articles/ --matrix             how much of each is in each other
  ibid report articles/ --apparatus          which article has which statement
  ibid report articles/ --synopsis           the whole story: who says what
";

#[derive(Debug, Args)]
#[command(before_help = EXAMPLES)]
pub struct ReportWords {
    /// Files, folders, or - for standard input: at least two articles.
    #[arg(value_name = "FILES", required = true)]
    names: Vec<PathBuf>,
    #[command(flatten)]
    fields: FieldWords,
    /// Output format: text, json, markdown, html, csv.
    #[arg(long, value_enum, default_value_t = LayoutWord::Text, hide_possible_values = true, hide_default_value = true, value_name = "FORMAT")]
    format: LayoutWord,
    /// Print how much of each article is in each other (text, json, csv).
    #[arg(long)]
    matrix: bool,
    /// Print each statement and which articles have it (text, json, markdown).
    #[arg(long, conflicts_with = "matrix")]
    apparatus: bool,
    /// Print the whole story: who says what, and what one alone says (text, markdown, html, csv, json).
    #[arg(long, conflicts_with_all = ["matrix", "apparatus"])]
    synopsis: bool,
    /// The number of the article in whose words a synopsis is told (default: the fullest).
    #[arg(long, requires = "synopsis", value_name = "NUMBER")]
    base: Option<NonZeroUsize>,
    /// Leave words in quotation marks out of the figures.
    #[arg(long, conflicts_with_all = ["apparatus", "synopsis"])]
    without_quotes: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LayoutWord {
    Text,
    Json,
    Markdown,
    Html,
    Csv,
}

impl ReportWords {
    /// Gives the names and what is wanted of them.
    pub fn request(self, fields: &mut FieldWords) -> (Vec<PathBuf>, Form) {
        *fields = self.fields;
        let sheet = match (self.matrix, self.apparatus, self.synopsis) {
            (true, ..) => Sheet::Matrix,
            (_, true, _) => Sheet::Apparatus,
            (_, _, true) => Sheet::Synopsis,
            _ => Sheet::Pairs,
        };
        let base = self.base.map(|base| base.get() - 1);
        let quotes = if self.without_quotes { Quotes::LeftOut } else { Quotes::Counted };
        (self.names, Form::Report(Paper { sheet, layout: self.format.into(), quotes, base }))
    }
}

impl From<LayoutWord> for Layout {
    fn from(word: LayoutWord) -> Self {
        match word {
            LayoutWord::Text => Layout::Text,
            LayoutWord::Json => Layout::Json,
            LayoutWord::Markdown => Layout::Markdown,
            LayoutWord::Html => Layout::Html,
            LayoutWord::Csv => Layout::Csv,
        }
    }
}
