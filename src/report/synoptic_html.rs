//! A synopsis as an HTML page: the table, what only one article says, and the articles, to which the cells link.

use std::collections::BTreeSet;

use super::escape::html as escaped;
use super::html::page;
use super::phrases::{decision_mark, line};
use super::synoptic::{COLUMNS, CellView, Synoptic, extent};
use super::synoptic_forms::marks;
use crate::article::Article;
use crate::collate::{StoryRow, Witness};
use crate::facts::ChangeKind;

/// What the marks mean, as on the screen.
const LEGEND: [(&str, &str); 7] = [
    ("│", "the same words"),
    ("~", "edited"),
    ("≈", "reworded"),
    ("⇄", "out of the order of the story"),
    ("●", "unmatched: no match in the other articles"),
    ("○", "only a weak match in another article, too little to make it one statement"),
    ("·", "no match"),
];

/// Writes a synopsis as a self-contained page. All text of articles is escaped.
pub fn synopsis_html(synoptic: &Synoptic<'_>) -> String {
    let title = format!("Synopsis of {} articles", synoptic.witnesses.len());
    let mut out = page(&title, "Synopsis");
    for said in [&synoptic.figures(), synoptic.heading, synoptic.care()] {
        out.push_str(&format!("<p>{}</p>\n", escaped(said)));
    }
    out.push_str("<ol class=\"figures\" aria-label=\"The articles\">\n");
    for (at, article) in synoptic.articles().enumerate() {
        out.push_str(&format!("<li><a href=\"#a{at}\">{}</a></li>\n", escaped(&article.cited())));
    }
    out.push_str("</ol>\n");
    out.push_str(&synopsis_legend(synoptic));
    out.push_str("</header>\n<main>\n");
    out.push_str(&synopsis_table(synoptic));
    out.push_str("<section>\n<h2>Unmatched passages</h2>\n");
    out.push_str(&synopsis_alone(synoptic));
    out.push_str("</section>\n<section>\n<h2>The articles</h2>\n");
    out.push_str(&synopsis_articles(synoptic));
    out.push_str("</section>\n</main>\n</body>\n</html>\n");
    out
}

/// Writes what the marks of the table mean that are in it; nothing for a table without columns, which has none.
pub(super) fn synopsis_legend(synoptic: &Synoptic<'_>) -> String {
    let (rows, all) = (&synoptic.synopsis.rows, synoptic.witnesses.len());
    if all > COLUMNS {
        return String::new();
    }
    let seats = rows.iter().flat_map(|row| synoptic.seats(row));
    let mut shown: BTreeSet<String> =
        seats.flat_map(|seat| marks(&seat).chars().map(String::from).collect::<Vec<_>>()).collect();
    shown.extend(rows.iter().any(|row| row.cells.len() < all).then(|| "·".to_owned()));
    let mut out = "<ul class=\"legend\" aria-label=\"What the marks mean\">\n".to_owned();
    for (mark, meaning) in LEGEND.iter().filter(|(mark, _)| shown.contains(*mark)) {
        out.push_str(&format!("<li><span aria-hidden=\"true\">{mark}</span> {meaning}</li>\n"));
    }
    out.push_str("</ul>\n");
    out
}

/// Writes what each article alone says.
pub(super) fn synopsis_alone(synoptic: &Synoptic<'_>) -> String {
    let mut out = String::new();
    for (article, witness) in synoptic.witnesses.iter().enumerate() {
        out.push_str(&format!("<h3>{}</h3>\n<ul>\n", escaped(&synoptic.alone_heading(article))));
        for passage in synoptic.synopsis.only_in(article).0 {
            let at = witness.article.sentence_at(passage.span.start());
            let said = escaped(&synoptic.alone(article, passage));
            out.push_str(&format!(
                "<li><a href=\"#a{article}s{at}\">¶{}</a> {said}</li>\n",
                passage.paragraph_id.0 + 1
            ));
        }
        out.push_str("</ul>\n");
    }
    out
}

/// Writes the articles, each sentence a place to go to.
pub(super) fn synopsis_articles(synoptic: &Synoptic<'_>) -> String {
    synoptic.witnesses.iter().enumerate().map(|(number, witness)| prose(number, witness)).collect()
}

/// Writes the table: a row a statement, a column an article.
pub(super) fn synopsis_table(synoptic: &Synoptic<'_>) -> String {
    let columns = synoptic.witnesses.len() <= COLUMNS;
    let mut out =
        "<table class=\"synopsis\">\n<thead><tr><th scope=\"col\">statement</th><th scope=\"col\">differs</th>"
            .to_owned();
    if columns {
        for (at, article) in synoptic.articles().enumerate() {
            let name = escaped(&article.cited());
            out.push_str(&format!("<th scope=\"col\" title=\"{name}\" aria-label=\"{name}\">{}</th>", at + 1));
        }
    } else {
        out.push_str("<th scope=\"col\">articles</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &synoptic.synopsis.rows {
        out.push_str(&table_row(synoptic, row, columns));
    }
    out.push_str("</tbody>\n</table>\n");
    out
}

fn table_row(synoptic: &Synoptic<'_>, row: &StoryRow, columns: bool) -> String {
    let names: Vec<&str> = row.odds.each().map(ChangeKind::name).collect();
    let said = escaped(&synoptic.words_of(row.said_by(synoptic.base)));
    let (told, missing) = (row.cells.len(), synoptic.witnesses.len() - row.cells.len());
    let odd = if names.is_empty() { "" } else { " data-odd" };
    let weak = if row.weak { " data-weak" } else { "" };
    let mut out = format!(
        "<tr data-told=\"{told}\" data-missing=\"{missing}\"{odd}{weak}><th scope=\"row\">{said}{}</th><td>{}</td>",
        decision_mark(row.decided),
        names.join(", ")
    );
    if !columns {
        out.push_str(&format!("<td>{} of {}</td></tr>\n", row.cells.len(), synoptic.witnesses.len()));
        return out;
    }
    let seats = synoptic.seats(row);
    for article in 0..synoptic.witnesses.len() {
        match seats.iter().find(|seat| seat.cell.place.article == article) {
            Some(seat) => out.push_str(&cell(seat)),
            None => out.push_str("<td aria-label=\"no match\">·</td>"),
        }
    }
    out.push_str("</tr>\n");
    out
}

fn cell(seat: &CellView<'_>) -> String {
    let place = seat.cell.place;
    let mut said = vec![match (seat.alone, seat.weak) {
        (true, _) => "unmatched",
        (_, true) => "a weak match only",
        _ => seat.class(),
    }];
    said.extend(extent(seat.cell.wording));
    if seat.cell.moved {
        said.push("out of order");
    }
    let said = said.join(", ");
    let (article, sentence) = (place.article, place.sentence);
    format!("<td><a href=\"#a{article}s{sentence}\" title=\"{said}\" aria-label=\"{said}\">{}</a></td>", marks(seat))
}

/// Writes an article, each sentence a place to go to; of what is hidden it says only that it is.
fn prose(number: usize, witness: &Witness<'_>) -> String {
    let article: &Article = witness.article;
    let mut out = format!("<article id=\"a{number}\">\n<h3>{} {}</h3>\n", number + 1, escaped(&article.cited()));
    let mut sentences = article.sentences.iter().enumerate().peekable();
    for (at, paragraph) in article.paragraphs.iter().enumerate() {
        out.push_str(&format!("<p dir=\"auto\"><span class=\"at\">¶{}</span> ", at + 1));
        while let Some((sentence, span)) =
            sentences.next_if(|(_, sentence)| sentence.span.start() < paragraph.span.end()).map(|it| (it.0, it.1.span))
        {
            let parts: Vec<String> =
                witness.mask.visible(span).into_iter().map(|part| escaped(&line(article, part))).collect();
            let hidden = if parts.is_empty() { "<span class=\"hid\">hidden</span>" } else { "" };
            out.push_str(&format!("<span id=\"a{number}s{sentence}\">{}{hidden}</span> ", parts.join(" … ")));
        }
        out.push_str("</p>\n");
    }
    out.push_str("</article>\n");
    out
}
