//! A synopsis as Markdown and as CSV.

use super::escape::{csv_row, markdown as escaped};
use super::phrases::decision_mark;
use super::synoptic::{COLUMNS, CellView, Synoptic, extent};
use crate::collate::{SentenceVerdict, StoryRow};
use crate::facts::ChangeKind;
use crate::text::sign;

/// The names of the columns of a CSV.
const FIELDS: [&str; 11] = [
    "statement",
    "told_by",
    "differs",
    "article",
    "paragraph",
    "class",
    "percent",
    "extent",
    "moved",
    "text",
    "decided",
];

/// Writes a synopsis as Markdown: a table with a row for each statement and a column for each article, then lists of what only one says.
pub fn synopsis_markdown(synoptic: &Synoptic<'_>) -> String {
    let mut out =
        format!("## Synopsis\n\n{}\n\n{}\n\n{}\n\n", synoptic.figures(), escaped(synoptic.heading), synoptic.care());
    for (at, article) in synoptic.articles().enumerate() {
        out.push_str(&format!("{}. {}\n", at + 1, escaped(&article.cited())));
    }
    let columns = synoptic.witnesses.len() <= COLUMNS;
    let heads: Vec<String> = match columns {
        true => (1..=synoptic.witnesses.len()).map(|at| at.to_string()).collect(),
        false => vec!["articles".to_owned()],
    };
    out.push_str(&format!(
        "\n| statement | differs | {} |\n|---|---|{}\n",
        heads.join(" | "),
        "---|".repeat(heads.len())
    ));
    for row in &synoptic.synopsis.rows {
        out.push_str(&table_row(synoptic, row, columns));
    }
    out.push_str(&sign(
        "\n`│` the same words, `~` edited, `≈` reworded, `⇄` out of order, `●` unmatched, `○` a weak match only, `·` no match\n",
    ));
    out.push_str("\n## Unmatched passages\n");
    for article in 0..synoptic.witnesses.len() {
        out.push_str(&format!("\n### {}\n\n", escaped(&synoptic.alone_heading(article))));
        for passage in synoptic.synopsis.only_in(article).0 {
            let said = escaped(&synoptic.alone(article, passage));
            out.push_str(&format!("- {}{}: {said}\n", sign("¶"), passage.paragraph_id.0 + 1));
        }
    }
    out
}

fn table_row(synoptic: &Synoptic<'_>, row: &StoryRow, columns: bool) -> String {
    let names: Vec<&str> = row.odds.each().map(ChangeKind::name).collect();
    let seats = synoptic.seats(row);
    let cell = |article: usize| {
        let seat = seats.iter().find(|seat| seat.cell.place.article == article);
        seat.map_or(sign("·").into_owned(), |seat| format!("`{}`", marks(seat)))
    };
    let cells: Vec<String> = match columns {
        true => (0..synoptic.witnesses.len()).map(cell).collect(),
        false => vec![row.cells.len().to_string()],
    };
    let said = escaped(&synoptic.words_of(row.said_by(synoptic.base)));
    format!("| {said}{} | {} | {} |\n", decision_mark(row.decided), names.join(", "), cells.join(" | "))
}

/// The marks of a sentence.
pub(super) fn marks(seat: &CellView<'_>) -> String {
    sign(&format!("{}{}", seat.mark(), if seat.cell.moved { "⇄" } else { "" })).into_owned()
}

/// Writes a synopsis as CSV: a row for each sentence that makes a statement. Statements and paragraphs count from 1.
pub fn synopsis_csv(synoptic: &Synoptic<'_>) -> String {
    let mut out = csv_row(&FIELDS);
    for (number, row) in synoptic.synopsis.rows.iter().enumerate() {
        let names: Vec<&str> = row.odds.each().map(ChangeKind::name).collect();
        for seat in synoptic.seats(row) {
            let place = seat.cell.place;
            let name = synoptic.witnesses.get(place.article).map_or("", |witness| witness.article.name.as_str());
            out.push_str(&csv_row(&[
                &(number + 1).to_string(),
                &row.cells.len().to_string(),
                &names.join(" "),
                name,
                &synoptic.paragraph(place).to_string(),
                seat.class(),
                &seat.like.map_or(100, |(_, percent)| percent).to_string(),
                extent(seat.cell.wording).unwrap_or("all of it"),
                if seat.cell.moved { "yes" } else { "no" },
                &synoptic.words_of(place),
                row.decided.map_or("", SentenceVerdict::name),
            ]));
        }
    }
    out
}
