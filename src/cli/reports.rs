//! The words of `report`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::opening::FieldWords;
use crate::run::{Form, Layout, Paper, Quotes, Sheet};

const EXAMPLES: &str = "\
Examples:
  ibid report a.txt b.txt                    what they share, as text
  ibid report a.txt b.txt --format html >a.html
                                             a page for the browser
  ibid report a.txt b.txt --format markdown  quotations to be pasted
  ibid report drafts/ --matrix               how much of each is in each
  ibid report drafts/ --apparatus            who carries which statement
  ibid report drafts/ --synopsis             the whole story: who says what, and what one alone says
";

#[derive(Debug, Args)]
#[command(before_help = EXAMPLES)]
pub struct ReportWords {
    /// Files, folders, or - for the standard input; together at least two articles.
    #[arg(value_name = "FILES", required = true)]
    names: Vec<PathBuf>,
    #[command(flatten)]
    fields: FieldWords,
    /// How it is printed: text, json, markdown, html, csv.
    #[arg(long, value_enum, default_value_t = LayoutWord::Text, hide_possible_values = true, hide_default_value = true, value_name = "FORM")]
    format: LayoutWord,
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
    /// Leave words in quotation marks out of the figures: a shared quotation has a common source.
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
