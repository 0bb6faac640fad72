//! The matrix, how much of each article is in each other, as text and CSV.

use unicode_width::UnicodeWidthStr;

use super::escape::csv_row;
use super::origins::decided_lines;
use crate::article::Article;
use crate::collate::{DecidedArticles, Matrix, share};
use crate::page::shortened;
use crate::text::{plural, sign};

/// The most articles in a table; with more, each pair that shares something has a line.
const TABLE: usize = 24;
/// Cells of a name in the table.
const NAME: usize = 32;
/// Cells of a name at least, where there is little room.
const LEAST_NAME: usize = 12;
/// Cells of a column.
const CELL: usize = 5;
/// Cells of a row's number and of its words.
const NUMBERS: usize = 8;
/// What a cell counts, in all forms; a report on two articles counts differently.
#[cfg(feature = "serde")]
pub(super) const COUNTED: &str =
    "runs of five or more words that are in both count, edited and reworded passages do not";

/// The data of a printed matrix.
#[derive(Clone, Copy, Debug)]
pub struct MatrixShown<'a> {
    /// The articles, in the order of the matrix.
    pub articles: &'a [&'a Article],
    /// How much of each is in each other.
    pub matrix: &'a Matrix,
    /// The number of words left out because they are in quotations.
    pub quoted: usize,
    /// What somebody decided of two of them.
    pub decided: &'a [DecidedArticles],
    /// The cells of a line, if a table has to fit.
    pub width: Option<usize>,
}

impl MatrixShown<'_> {
    /// Returns each ordered pair of articles that share something, in order.
    fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        (0..self.matrix.articles())
            .flat_map(|article| self.matrix.partners(article).into_iter().map(move |other| (article, other)))
    }

    /// Returns a cell, in percent of the words of `article`; `?` if one of the two is too short to tell.
    pub(super) fn percent(&self, article: usize, other: usize) -> String {
        if self.matrix.is_too_short(article, other) {
            return "?".to_owned();
        }
        share(self.matrix.percent(article, other), self.matrix.shared(article, other))
    }

    fn name(&self, article: usize) -> &str {
        self.articles.get(article).map_or("", |article| &article.name)
    }
}

/// Writes a matrix as text: a row for each article, in percent of its words; with many articles, a line for each pair.
pub fn matrix_text(surveyed: &MatrixShown<'_>) -> String {
    let mut out = if surveyed.articles.len() > TABLE { lines(surveyed) } else { table(surveyed) };
    if surveyed.articles.iter().any(|article| article.meta.title.is_some()) {
        let line = |(at, article): (usize, &&Article)| format!("{:>2} {}\n", at + 1, article.cited());
        let lines: String = surveyed.articles.iter().enumerate().map(line).collect();
        out.push_str(&format!("\n{lines}"));
    }
    out.push_str(
        "\nCounts runs of five or more words that are in both;\nfewer than eight words in all count as 0.\nA report on two articles also finds edited passages.\n",
    );
    let all = || 0..surveyed.articles.len();
    if surveyed.articles.len() <= TABLE && all().any(|at| all().any(|other| surveyed.matrix.is_too_short(at, other))) {
        out.push_str("?: too short to tell; a report on the two articles compares them.\n");
    }
    for said in decided_lines(surveyed.decided) {
        out.push_str(&format!("Decided: {said}.\n"));
    }
    if surveyed.quoted > 0 {
        out.push_str(&format!("{} in quotations left out.\n", plural(surveyed.quoted, "word")));
    }
    out
}

/// The table; where its columns do not fit beside each other, in parts below each other.
fn table(surveyed: &MatrixShown<'_>) -> String {
    let all = 0..surveyed.articles.len();
    let width = surveyed.width.unwrap_or(usize::MAX);
    let room = width.saturating_sub(NUMBERS + CELL * all.len()).clamp(LEAST_NAME, NAME);
    let names: Vec<&str> = all.clone().map(|at| surveyed.name(at)).collect();
    let names: Vec<String> = names.iter().map(|name| shortened(name, &names, room)).collect();
    let widest = names.iter().map(|name| name.width()).max().unwrap_or(0);
    let fitting = (width.saturating_sub(NUMBERS + widest) / CELL).max(1);
    let mut out = "How much of each article (row) is in each other (column),\nin percent of its words.\n".to_owned();
    for first in all.clone().step_by(fitting) {
        let columns = first..first.saturating_add(fitting).min(all.len());
        out.push_str(&format!("\n{:widest$}   words", ""));
        out.extend(columns.clone().map(|at| format!("{:>CELL$}", at + 1)));
        out.push('\n');
        for (row, name) in names.iter().enumerate() {
            let gap = " ".repeat(widest - name.width());
            out.push_str(&format!("{:>2} {name}{gap}{:>5}", row + 1, surveyed.matrix.words(row)));
            out.extend(columns.clone().map(|column| match row == column {
                true => format!("{:>CELL$}", sign("·")),
                false => format!("{:>CELL$}", surveyed.percent(row, column)),
            }));
            out.push('\n');
        }
    }
    out
}

fn lines(surveyed: &MatrixShown<'_>) -> String {
    let mut out = format!("{}; those that share something:\n\n", plural(surveyed.articles.len(), "article"));
    for (article, other) in surveyed.pairs() {
        out.push_str(&format!(
            "{:>3} % of {}'s {} words are in {}\n",
            surveyed.percent(article, other),
            surveyed.name(article),
            surveyed.matrix.words(article),
            surveyed.name(other)
        ));
    }
    out
}

/// Writes a matrix as CSV: a row for each article and each other with which it shares something.
pub fn matrix_csv(surveyed: &MatrixShown<'_>) -> String {
    let mut out = csv_row(&["article", "words", "other", "shared_words", "percent"]);
    for (article, other) in surveyed.pairs() {
        let (words, shared) = (surveyed.matrix.words(article), surveyed.matrix.shared(article, other));
        let percent = surveyed.matrix.percent(article, other);
        out.push_str(&csv_row(&[
            surveyed.name(article),
            &words.to_string(),
            surveyed.name(other),
            &shared.to_string(),
            &percent.to_string(),
        ]));
    }
    out
}
