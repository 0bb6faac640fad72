//! The whole story of many articles: the data for HTML, Markdown and JSON, and the Markdown.

use super::disagreements::{figures_markdown, quotes_markdown};
use super::escape::markdown as escaped;
use super::matrix::MatrixShown;
use super::origins::{OriginsShown, called, origins_markdown};
use super::synoptic::Synoptic;
use super::synoptic_forms::synopsis_markdown;
use crate::article::Article;
use crate::collate::{OriginKind, Origins, Quoted, share};
use crate::text::sign;

/// The data of a printed story.
#[derive(Clone, Copy, Debug)]
pub struct WholeStory<'a> {
    /// The synopsis.
    pub synoptic: Synoptic<'a>,
    /// The matrix.
    pub surveyed: MatrixShown<'a>,
    /// The quotations.
    pub quoted: &'a [Quoted],
    /// The origins.
    pub origins: &'a Origins,
}

/// What is said of an article in the summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SummaryRow {
    pub article: String,
    pub words: usize,
    /// Statements it tells, and those that it alone was found to tell.
    pub statements: usize,
    pub alone: usize,
    /// The article with which it shares most, by its number, and how much of it that is.
    pub nearest: Option<(usize, String)>,
    pub origin: String,
}

impl<'a> WholeStory<'a> {
    /// The articles.
    pub(super) fn articles(&self) -> &'a [&'a Article] {
        self.surveyed.articles
    }

    /// What is printed of the origins.
    pub(super) fn shown(&self) -> OriginsShown<'a> {
        OriginsShown { articles: self.surveyed.articles, origins: self.origins }
    }

    /// A row an article.
    pub(super) fn summary(&self) -> Vec<SummaryRow> {
        self.articles().iter().enumerate().map(|(at, article)| self.row(at, article)).collect()
    }

    fn row(&self, at: usize, article: &Article) -> SummaryRow {
        let matrix = self.surveyed.matrix;
        let told = self.synoptic.synopsis.rows.iter().filter(|row| row.cell(at).is_some());
        let alone = told.clone().filter(|row| row.is_unmatched()).count();
        let most = matrix.partners(at).into_iter().max_by_key(|other| (matrix.shared(at, *other), usize::MAX - other));
        let family = self.origins.family.get(at).and_then(|family| self.origins.families.get(*family));
        let origin = family.map_or(String::new(), |family| match family.kind {
            OriginKind::Outlet(root) if root == at => "own text, copied by others".to_owned(),
            _ => called(self.articles(), family),
        });
        SummaryRow {
            article: article.cited(),
            words: matrix.words(at),
            statements: told.count(),
            alone,
            nearest: most.map(|other| (other + 1, share(matrix.percent(at, other), matrix.shared(at, other)))),
            origin,
        }
    }
}

/// Writes the whole story as Markdown: a summary, then the synopsis, the matrix, differences (numbers, dates, names), quotations and origins.
pub fn story_markdown(story: &WholeStory<'_>) -> String {
    let mut out =
        "# The story\n\n| | article | words | statements | unmatched statements | nearest | origin |\n|---|---|---|---|---|---|---|\n"
            .to_owned();
    for (at, row) in story.summary().into_iter().enumerate() {
        let nearest = row.nearest.map_or(sign("–").into_owned(), |(other, percent)| format!("{other} ({percent} %)"));
        let (article, origin) = (escaped(&row.article), escaped(&row.origin));
        let (words, statements, alone) = (row.words, row.statements, row.alone);
        out.push_str(&format!(
            "| {} | {article} | {words} | {statements} | {alone} | {nearest} | {origin} |\n",
            at + 1
        ));
    }
    out.push('\n');
    out.push_str(&synopsis_markdown(&story.synoptic));
    out.push_str(&matrix_markdown(&story.surveyed));
    out.push_str(&figures_markdown(story.articles(), story.synoptic.synopsis));
    out.push_str(&quotes_markdown(story.articles(), story.quoted));
    out.push('\n');
    out.push_str(&origins_markdown(&story.shown()));
    out
}

fn matrix_markdown(surveyed: &MatrixShown<'_>) -> String {
    let all = 0..surveyed.articles.len();
    let heads: String = all.clone().map(|at| format!(" {} |", at + 1)).collect();
    let mut out = format!(
        "\n## Matrix\n\nHow much of each article (row) is in each other (column), in percent of its words; {}.\n\n| |{heads}\n|---|{}\n",
        super::matrix::COUNTED,
        "---|".repeat(surveyed.articles.len())
    );
    for row in all.clone() {
        let cells: String = all
            .clone()
            .map(|other| {
                if row == other { format!(" {} |", sign("·")) } else { format!(" {} |", surveyed.percent(row, other)) }
            })
            .collect();
        out.push_str(&format!("| {} |{cells}\n", row + 1));
    }
    out
}
