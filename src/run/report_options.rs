//! The options of a report.

use anyhow::{Result, bail};

use super::packing::Packing;

/// The options of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReportOptions {
    /// What it is about.
    pub kind: ReportKind,
    /// Its format.
    pub layout: Layout,
    /// Whether quotations count.
    pub quotes: Quotes,
    /// The article whose wording a synopsis uses, from 0; `None` for the longest.
    pub base: Option<usize>,
    /// Which pairs are printed.
    pub most: Most,
    /// Whether it is compressed.
    pub packing: Packing,
}

/// Which of many pairs are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Most {
    /// Those that share at least this percentage of the words of either; 0 for all.
    pub shared: usize,
    /// For each article only this many others that share most with it; `None` for all.
    pub top: Option<usize>,
}

/// What a report is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReportKind {
    /// Each pair of articles, one after another.
    #[default]
    Pairs,
    /// How much of every article is in every other.
    Matrix,
    /// Each statement that several articles have, and which ones.
    Apparatus,
    /// Each statement of the story, how each article words it, and what only one has.
    Synopsis,
    /// All in one: the synopsis, matrix, differences (numbers, dates, names), quotations and origins.
    Story,
    /// The numbers, dates and names that differ between articles in the same statement.
    Figures,
    /// Each quotation, who has it, in which words, and to whom it is credited.
    Quotations,
    /// Which articles come from one text, and who copied whom.
    Origins,
}

/// The format of a report; its name on the command line is its own in lower case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Layout {
    /// Text, for reading.
    #[default]
    Text,
    /// JSON, for programs.
    Json,
    /// A JSON object per line and pair.
    #[value(name = "jsonl")]
    Lines,
    /// Markdown, with quotations ready to paste.
    Markdown,
    /// A web page.
    Html,
    /// CSV, for a spreadsheet.
    Csv,
    /// A TEI edition with parallel segmentation.
    Tei,
    /// A CollateX table.
    Collatex,
}

/// Whether words in quotations count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Quotes {
    /// Like all others.
    #[default]
    Counted,
    /// Left out of every figure.
    LeftOut,
}

impl ReportOptions {
    /// Whether decisions on sentences count in it, and whether those on whole articles do.
    pub fn counts(self) -> (bool, bool) {
        match (self.kind, self.layout) {
            (ReportKind::Matrix | ReportKind::Origins, _) => (false, true),
            (ReportKind::Synopsis | ReportKind::Story, Layout::Tei) => (true, false),
            (ReportKind::Synopsis | ReportKind::Story, _) | (ReportKind::Pairs, Layout::Html) => (true, true),
            _ => (true, false),
        }
    }

    /// Checks that the report exists in this format.
    ///
    /// # Errors
    ///
    /// Names the formats that exist.
    pub fn check(self) -> Result<()> {
        let told = matches!(
            (self.kind, self.layout),
            (ReportKind::Synopsis | ReportKind::Story, _)
                | (ReportKind::Pairs, Layout::Html | Layout::Tei | Layout::Collatex)
        );
        if self.base.is_some() && !told {
            bail!("--base goes with --synopsis, --story or --format html");
        }
        if matches!(self.layout, Layout::Tei | Layout::Collatex) {
            match self.kind {
                ReportKind::Pairs | ReportKind::Synopsis => return Ok(()),
                _ => bail!(
                    "tei and collatex print the statements of all articles; of the other reports only --synopsis goes with them"
                ),
            }
        }
        use Layout::{Csv, Html, Json, Markdown, Text};
        let (forms, refusal): (&[Layout], &str) = match self.kind {
            ReportKind::Pairs => return Ok(()),
            ReportKind::Matrix => (&[Text, Json, Csv], "--matrix prints text, json or csv"),
            ReportKind::Apparatus => (&[Text, Json, Markdown], "--apparatus prints text, json or markdown"),
            ReportKind::Synopsis => {
                (&[Text, Json, Markdown, Html, Csv], "a synopsis is printed as text, json, markdown, html or csv")
            }
            ReportKind::Figures | ReportKind::Quotations => {
                (&[Text, Json], "figures and quotations are printed as text or json")
            }
            ReportKind::Story => (&[Html, Json, Markdown], "--story prints html, json or markdown"),
            ReportKind::Origins => (&[Text, Json, Markdown], "--origins prints text, json or markdown"),
        };
        if !forms.contains(&self.layout) {
            bail!(refusal);
        }
        Ok(())
    }
}
