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

    /// Checks that an option on pairs goes with a report that prints pairs.
    fn check_pairs(self) -> Result<()> {
        let pairs = match (self.kind, self.layout) {
            (ReportKind::Pairs, Layout::Tei | Layout::Collatex) => false,
            (ReportKind::Pairs, _) | (ReportKind::Story, Layout::Html) => true,
            _ => false,
        };
        let counts = pairs || self.kind == ReportKind::Matrix;
        let ignored = [
            (self.most.shared > 0 && !pairs, "--min-shared"),
            (self.most.top.is_some() && !pairs, "--top"),
            (self.quotes == Quotes::LeftOut && !counts, "--without-quotes"),
        ];
        match ignored.iter().find(|(ignored, _)| *ignored) {
            Some((_, "--without-quotes")) => bail!("--without-quotes goes with a report on pairs or a matrix only"),
            Some((_, option)) => bail!("{option} goes with a report on pairs only"),
            None => Ok(()),
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
        self.check_pairs()?;
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

#[cfg(test)]
mod tests {
    use super::{Layout, Most, Quotes, ReportKind, ReportOptions};

    #[test]
    fn an_option_that_a_report_cannot_heed_is_refused() {
        let said = |kind, layout, most, quotes| {
            let options = ReportOptions { kind, layout, most, quotes, ..ReportOptions::default() };
            options.check().err().map(|error| error.to_string())
        };
        let (none, shared, top) = (Most::default(), Most { shared: 9, top: None }, Most { shared: 0, top: Some(2) });
        for kind in [ReportKind::Matrix, ReportKind::Apparatus, ReportKind::Synopsis, ReportKind::Figures] {
            let refused = said(kind, Layout::Json, shared, Quotes::Counted);
            assert_eq!(refused.as_deref(), Some("--min-shared goes with a report on pairs only"), "{kind:?}");
            let refused = said(kind, Layout::Json, top, Quotes::Counted);
            assert_eq!(refused.as_deref(), Some("--top goes with a report on pairs only"), "{kind:?}");
        }
        let refused = said(ReportKind::Origins, Layout::Json, none, Quotes::LeftOut);
        assert_eq!(refused.as_deref(), Some("--without-quotes goes with a report on pairs or a matrix only"));
        assert_eq!(said(ReportKind::Matrix, Layout::Json, none, Quotes::LeftOut), None);
        assert_eq!(said(ReportKind::Pairs, Layout::Html, shared, Quotes::LeftOut), None);
        assert_eq!(said(ReportKind::Story, Layout::Html, shared, Quotes::LeftOut), None);
        assert!(said(ReportKind::Pairs, Layout::Tei, shared, Quotes::Counted).is_some());
    }
}
