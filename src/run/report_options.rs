//! The options of a report.

use anyhow::{Result, bail};

use super::packing::Packing;

/// What is printed of the articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReportOptions {
    /// Of what.
    pub kind: ReportKind,
    /// In which form.
    pub layout: Layout,
    /// Whether quotations count.
    pub quotes: Quotes,
    /// The article in whose words a synopsis tells statements, from 0; none for the one that tells most.
    pub base: Option<usize>,
    /// Which pairs are left out.
    pub most: Most,
    /// Whether it is printed packed.
    pub packing: Packing,
}

/// Which pairs of many are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Most {
    /// Those that share so much at least, in percent of the words of either; 0 for all.
    pub shared: usize,
    /// Of each article those with so many others that share most; all where none is said.
    pub top: Option<usize>,
}

/// What a report is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReportKind {
    /// Each pair of articles, one after another.
    #[default]
    Pairs,
    /// How much of every article stands in every other.
    Matrix,
    /// Each statement that several articles carry, and who carries it.
    Apparatus,
    /// Each statement of the story, how each article tells it, and what each alone says.
    Synopsis,
    /// All of these on one sheet, with matrix, figures that differ, quotations and origins.
    Story,
    /// The numbers, dates and names in which articles that tell the same differ.
    Figures,
    /// Each quotation, who has it, in which words, and to whom it is credited.
    Quotations,
    /// Which articles have one text behind them, and who has the text of whom.
    Origins,
}

/// The form of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// As text to read.
    #[default]
    Text,
    /// As JSON for programs.
    Json,
    /// As quotations to be put into a text.
    Markdown,
    /// As one page for a browser.
    Html,
    /// As rows for a spreadsheet.
    Csv,
    /// As an object of JSON a line, a line a pair.
    Lines,
    /// As an edition of texts, by parallel segmentation.
    Tei,
    /// As a table of CollateX.
    Collatex,
}

/// Whether words in quotations count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Quotes {
    /// As all others.
    #[default]
    Counted,
    /// They are left out of every figure.
    LeftOut,
}

impl ReportOptions {
    /// Whether decisions on sentences count in it, and those on whole articles.
    pub fn counts(self) -> (bool, bool) {
        match (self.kind, self.layout) {
            (ReportKind::Matrix | ReportKind::Origins, _) => (false, true),
            (ReportKind::Synopsis | ReportKind::Story, Layout::Tei) => (true, false),
            (ReportKind::Synopsis | ReportKind::Story, _) | (ReportKind::Pairs, Layout::Html) => (true, true),
            _ => (true, false),
        }
    }

    /// Makes sure that there is such a report.
    ///
    /// # Errors
    ///
    /// Says which forms there are.
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
                _ => bail!("tei and collatex print the statements of all articles; leave out the other options"),
            }
        }
        match (self.kind, self.layout) {
            (ReportKind::Matrix, Layout::Markdown | Layout::Html | Layout::Lines) => {
                bail!("--matrix prints text, json or csv")
            }
            (ReportKind::Apparatus, Layout::Html | Layout::Csv | Layout::Lines) => {
                bail!("--apparatus prints text, json or markdown")
            }
            (ReportKind::Synopsis, Layout::Lines) => {
                bail!("a synopsis is printed as text, json, markdown, html or csv")
            }
            (ReportKind::Figures | ReportKind::Quotations, layout)
                if !matches!(layout, Layout::Text | Layout::Json) =>
            {
                bail!("figures and quotations are printed as text or json")
            }
            (ReportKind::Story, layout) if !matches!(layout, Layout::Html | Layout::Json | Layout::Markdown) => {
                bail!("--story prints html, json or markdown")
            }
            (ReportKind::Origins, Layout::Html | Layout::Csv | Layout::Lines) => {
                bail!("--origins prints text, json or markdown")
            }
            _ => Ok(()),
        }
    }
}
