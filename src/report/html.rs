//! Collations as a self-contained HTML page: a section for each pair, with its articles side by side and links between matches.
//!
//! The page is written in three parts, so that a report on many pairs needs the memory of one: [`html_head`], [`html_pair`] for each pair and
//! [`html_end`]. All text of articles is escaped, and the page cannot load anything, not even because of a mistake here: its content
//! security policy forbids it.

use super::Reported;
use super::escape::html as escaped;
use super::html_prose::prose;
use super::phrases::coverage;
use super::remarks::{Remark, place, worded};
use crate::text::{Pair, Side};

pub(super) const STYLE: &str = include_str!("../../assets/report.css");
pub(super) const SCRIPT: &str = include_str!("../../assets/report.js");
/// The legend, as on the screen: what is marked so on the page, the mark, and what it means. The page takes away what it has not.
const LEGEND: [(&str, &str, &str); 7] = [
    (".m.verbatim", "<span class=\"m verbatim\">words</span>", "verbatim: the same words"),
    (
        ".m.edited",
        "<span class=\"m edited\">words</span>",
        "edited: partly the same wording, <b>differing words</b> stand out",
    ),
    (".m i", "<span class=\"m edited\"><i>words</i></span>", "the same but for spelling, punctuation or case"),
    (".m.reworded", "<span class=\"m reworded\">words</span>", "reworded: probably the same statement in other words"),
    (".m.moved", "<span class=\"m verbatim moved\">words</span>", "moved: any of the three, in another order"),
    (".m.echo", "<span class=\"m verbatim echo\">words</span>", "thin and pale: a repeat of a better match"),
    (".hid", "<span class=\"hid\">words</span>", "hidden by a rule; not counted"),
];

/// Writes the legend of the articles side by side, with the controls.
pub(super) fn reading_legend() -> String {
    let mut out = "<ul class=\"legend\" aria-label=\"What the marks mean\">\n".to_owned();
    for (what, sample, meaning) in LEGEND {
        out.push_str(&format!("<li data-for=\"{what}\">{sample} {meaning}</li>\n"));
    }
    out.push_str("<li>no mark: unmatched, no match was found</li>\n</ul>\n");
    out.push_str("<fieldset class=\"narrow\"><legend>Show</legend>\n");
    for class in ["verbatim", "edited", "reworded", "moved"] {
        out.push_str(&format!(
            "<label data-for=\".m.{class}\"><input type=\"checkbox\" data-class=\"{class}\" checked> {class}</label>\n"
        ));
    }
    out.push_str(
        "<label><input type=\"checkbox\" id=\"together\" checked> scroll both columns together</label>\n</fieldset>\n\
         <p class=\"hint\">Tab goes from match to match, Enter to the other side; in a column, n and N go to the next and the one before.</p>\n",
    );
    out
}

/// Writes the beginning of the page: its style, the legend, and a list of the pairs if there are several.
pub fn html_head(pairs: &[Pair<&str>]) -> String {
    let title = match pairs {
        [pair] => escaped(&format!("{} and {}", pair.left, pair.right)),
        pairs => format!("{} pairs of articles", pairs.len()),
    };
    let mut out = page(&title, "What they share");
    out.push_str(&reading_legend());
    out.push_str("</header>\n");
    if pairs.len() > 1 {
        out.push_str("<nav aria-label=\"Pairs\">\n<ol>\n");
        for (number, pair) in pairs.iter().enumerate() {
            let (left, right) = (escaped(pair.left), escaped(pair.right));
            out.push_str(&format!("<li><a href=\"#p{number}\">{left} and {right}</a></li>\n"));
        }
        out.push_str("</ol>\n</nav>\n");
    }
    out.push_str("<main>\n");
    out
}

/// Writes the beginning of any page, up to its heading; `title` is already escaped.
pub(super) fn page(title: &str, heading: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{heading}</h1>\n"
    )
}

/// Writes the section of the pair with this number, from 0.
pub fn html_pair(number: usize, reported: &Reported<'_>) -> String {
    let names = reported.articles.map(|article| escaped(&article.name));
    let mut out =
        format!("<section id=\"p{number}\">\n<h2>{} and {}</h2>\n<ul class=\"figures\">\n", names.left, names.right);
    for side in Side::BOTH {
        out.push_str(&format!("<li>{}</li>\n", escaped(&coverage(side, reported))));
    }
    out.push_str("</ul>\n<div class=\"columns\">\n");
    for side in Side::BOTH {
        let name = &names[side];
        out.push_str(&format!(
            "<article tabindex=\"0\" aria-label=\"{name}\">\n<h3>{}</h3>\n",
            escaped(&reported.articles[side].cited())
        ));
        out.push_str(&prose(number, side, reported));
        out.push_str("</article>\n");
    }
    out.push_str("</div>\n");
    out.push_str(&noted(reported));
    out.push_str("</section>\n");
    out
}

/// Writes the reader's notes on the pair.
fn noted(reported: &Reported<'_>) -> String {
    if reported.remarks.is_empty() {
        return String::new();
    }
    let item =
        |remark: &Remark| format!("<li>{}: {}</li>\n", escaped(&place(remark, reported)), escaped(&worded(remark)));
    let items: String = reported.remarks.iter().map(item).collect();
    format!("<h3>Notes</h3>\n<ul class=\"notes\">\n{items}</ul>\n")
}

/// Writes the end of the page.
pub fn html_end() -> String {
    format!("</main>\n<script>\n{SCRIPT}</script>\n</body>\n</html>\n")
}
