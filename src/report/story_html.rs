//! The whole story as the first part of an HTML page: summary, synopsis, matrix, differences (numbers, dates, names), quotations, origins.
//! The pairs, side by side, follow it.

use super::differing::differences_found;
use super::disagreements::{VersionWords, speaker, taken, version_words};
use super::escape::html as escaped;
use super::html::{SCRIPT, page, reading_legend};
use super::matrix::COUNTED;
use super::origins::{CARE, numbered, origins_heading, relation};
use super::phrases::line;
use super::story::WholeStory;
use super::synoptic_html::{synopsis_alone, synopsis_articles, synopsis_legend, synopsis_table};
use crate::article::Article;
use crate::text::{Span, plural};

/// The parts of the page, by their ids.
const PARTS: [(&str, &str); 9] = [
    ("summary", "Summary"),
    ("synopsis", "Synopsis"),
    ("alone", "Unmatched passages"),
    ("matrix", "Matrix"),
    ("figures", "Numbers, dates and names that differ"),
    ("quotations", "Quotations"),
    ("origins", "Origins"),
    ("articles", "The articles"),
    ("pairs", "Side by side"),
];
/// Ways to narrow the synopsis.
const NARROW: [(&str, &str); 5] = [
    ("all", "all statements"),
    ("every", "in all articles"),
    ("but1", "in all but one"),
    ("one", "unmatched"),
    ("odd", "differing in a fact or a quotation"),
];

/// Writes the beginning of the page, up to the pairs. All text of articles is escaped.
pub fn story_html(story: &WholeStory<'_>) -> String {
    let count = story.articles().len();
    let mut out = page(&format!("The story in {count} articles"), "The story");
    out.push_str("<a class=\"skip\" href=\"#pairs\">Skip to the articles side by side</a>\n");
    for said in [story.synoptic.figures(), origins_heading(story.articles(), story.origins)] {
        out.push_str(&format!("<p>{}</p>\n", escaped(&said)));
    }
    out.push_str("<nav aria-label=\"Parts of this page\">\n<ul class=\"parts\">\n");
    for (id, name) in PARTS {
        out.push_str(&format!("<li><a href=\"#{id}\">{name}</a></li>\n"));
    }
    out.push_str("</ul>\n</nav>\n</header>\n<main>\n");
    out.push_str(&part("summary", &summary(story)));
    let synopsis = format!(
        "<p>{}</p>\n{}{}{}",
        escaped(story.synoptic.care()),
        synopsis_legend(&story.synoptic),
        narrowing(),
        synopsis_table(&story.synoptic)
    );
    out.push_str(&part("synopsis", &synopsis));
    out.push_str(&part("alone", &synopsis_alone(&story.synoptic)));
    out.push_str(&part("matrix", &matrix(story)));
    out.push_str(&part("figures", &figures(story)));
    out.push_str(&part("quotations", &quotations(story)));
    out.push_str(&part("origins", &origins(story)));
    out.push_str(&part("articles", &synopsis_articles(&story.synoptic)));
    out.push_str(&part("pairs", &reading_legend()));
    out
}

/// Writes the end of the page.
pub fn story_html_end() -> String {
    format!("</main>\n<script>\n{SCRIPT}</script>\n</body>\n</html>\n")
}

fn part(id: &str, inside: &str) -> String {
    let name = PARTS.iter().find(|(of, _)| *of == id).map_or("", |(_, name)| name);
    format!("<section id=\"{id}\">\n<h2>{name}</h2>\n{inside}</section>\n")
}

/// Writes a table: its caption, which stays where the table scrolls sideways, the heads of its columns, and rows whose first cell is a
/// heading. All is escaped already.
fn table(caption: &str, heads: &[String], rows: &[Vec<String>]) -> String {
    let heads: String = heads.iter().map(|head| format!("<th scope=\"col\">{head}</th>")).collect();
    let mut out = format!(
        "<p class=\"hint\">{caption}</p>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\">\n<table class=\"grid\">\n<thead><tr>{heads}</tr></thead>\n<tbody>\n"
    );
    for row in rows {
        let mut cells = row.iter();
        let first = cells.next().map_or(String::new(), |cell| format!("<th scope=\"row\">{cell}</th>"));
        let rest: String =
            cells.map(|cell| if cell.starts_with("<td") { cell.clone() } else { format!("<td>{cell}</td>") }).collect();
        out.push_str(&format!("<tr>{first}{rest}</tr>\n"));
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
    out
}

fn summary(story: &WholeStory<'_>) -> String {
    let heads = ["article", "words", "statements", "unmatched statements", "nearest", "origin"].map(str::to_owned);
    let rows = story.summary().into_iter().enumerate().map(|(at, row)| {
        let nearest = row.nearest.map_or("–".to_owned(), |(other, percent)| format!("{other}: {percent} %"));
        vec![
            format!("{} {}", at + 1, escaped(&row.article)),
            row.words.to_string(),
            row.statements.to_string(),
            row.alone.to_string(),
            nearest,
            escaped(&row.origin),
        ]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    table(&format!("Nearest: the article that has most of its words; {COUNTED}."), &heads, &rows)
}

fn narrowing() -> String {
    let mut out = "<fieldset class=\"narrow\"><legend>Show</legend>\n".to_owned();
    for (at, (value, name)) in NARROW.iter().enumerate() {
        let checked = if at == 0 { " checked" } else { "" };
        out.push_str(&format!(
            "<label><input type=\"radio\" name=\"narrow\" value=\"{value}\"{checked}> {name}</label>\n"
        ));
    }
    out.push_str("</fieldset>\n");
    out
}

fn matrix(story: &WholeStory<'_>) -> String {
    let all = 0..story.articles().len();
    let mut heads = vec!["article".to_owned()];
    heads.extend(all.clone().map(|at| (at + 1).to_string()));
    let rows: Vec<Vec<String>> = all
        .clone()
        .map(|row| {
            let mut cells = vec![escaped(&numbered(story.articles(), row))];
            cells.extend(all.clone().map(|other| {
                if row == other {
                    return "<td class=\"self\">·</td>".to_owned();
                }
                let percent = story.surveyed.matrix.percent(row, other);
                format!("<td style=\"--p:{percent}\">{}</td>", story.surveyed.percent(row, other))
            }));
            cells
        })
        .collect();
    table(
        &format!("How much of each article (row) is in each other (column), in percent of its words; {COUNTED}."),
        &heads,
        &rows,
    )
}

fn figures(story: &WholeStory<'_>) -> String {
    let synopsis = story.synoptic.synopsis;
    let mut out = format!("<p>{}.</p>\n", escaped(&differences_found(synopsis)));
    if synopsis.discords.is_empty() {
        return out;
    }
    let articles = story.articles();
    out.push_str("<ul class=\"list\">\n");
    for discord in &synopsis.discords {
        let lead = sentence(articles, discord.lead.article, discord.lead.sentence);
        out.push_str(&format!("<li><strong>{}</strong> {lead}\n<ul>\n", discord.kind.name()));
        for version in &discord.versions {
            let told = |it: &VersionWords| {
                let by: Vec<String> = it.places.iter().map(|at| link(articles, at.article, at.sentence)).collect();
                format!("“{}”: {}", escaped(&it.words), by.join(", "))
            };
            let told: Vec<String> = version_words(articles, version).iter().map(told).collect();
            out.push_str(&format!("<li>{}</li>\n", told.join("; ")));
        }
        out.push_str("</ul></li>\n");
    }
    out.push_str("</ul>\n");
    out
}

fn quotations(story: &WholeStory<'_>) -> String {
    let articles = story.articles();
    let shared =
        |first: usize, takers: &[crate::collate::QuoteTaker]| takers.iter().any(|taker| taker.article != first);
    let several = story
        .quoted
        .iter()
        .filter(|saying| saying.takers.first().is_some_and(|first| shared(first.article, &saying.takers)));
    let several: Vec<_> = several.collect();
    let mut out = format!(
        "<p>{}, {} of them in several articles:</p>\n<ul class=\"list\">\n",
        plural(story.quoted.len(), "quotation"),
        several.len()
    );
    for saying in several {
        let Some(fullest) = saying.takers.get(saying.fullest) else { continue };
        out.push_str(&format!(
            "<li><q class=\"said\">{}</q>\n<ul>\n",
            quote(articles, fullest.article, fullest.quotation.span)
        ));
        for taker in &saying.takers {
            let at = articles.get(taker.article).map_or(0, |article| article.sentence_at(taker.quotation.span.start()));
            let speaker = speaker(articles, taker).map_or("speaker not named".to_owned(), |name| escaped(&name));
            let how = escaped(&taken(articles, saying, taker));
            out.push_str(&format!("<li>{}, {speaker}, {how}</li>\n", link(articles, taker.article, at)));
        }
        out.push_str("</ul></li>\n");
    }
    out.push_str("</ul>\n");
    out
}

fn origins(story: &WholeStory<'_>) -> String {
    let shown = story.shown();
    let mut out = format!(
        "<p>{}</p>\n<p>{CARE}</p>\n<ol class=\"list\">\n",
        escaped(&origins_heading(shown.articles, shown.origins))
    );
    for family in &shown.origins.families {
        out.push_str(&format!(
            "<li><strong>{}</strong>\n<ul>\n",
            escaped(&super::origins::called(shown.articles, family))
        ));
        for &member in &family.members {
            let what = shown.member(family, member);
            let gap = if what.is_empty() { "" } else { ": " };
            out.push_str(&format!("<li>{}{gap}{}</li>\n", escaped(&numbered(shown.articles, member)), escaped(&what)));
        }
        out.push_str("</ul></li>\n");
    }
    out.push_str("</ol>\n");
    let heads = ["articles", "relation", "shared", "longest run of words outside quotations"].map(str::to_owned);
    let rows: Vec<Vec<String>> = shown
        .pairs()
        .map(|related| {
            let (a, b) = related.articles;
            let row = shown
                .longest(related)
                .map_or(String::new(), |(row, (one, other))| format!("¶{one}, ¶{other}: {}", escaped(&row)));
            vec![format!("{}, {}", a + 1, b + 1), relation(related).to_owned(), escaped(&shown.shared(related)), row]
        })
        .collect();
    if !rows.is_empty() {
        out.push_str(&table("What each pair shares.", &heads, &rows));
    }
    out
}

fn quote(articles: &[&Article], article: usize, span: Span) -> String {
    articles.get(article).map_or(String::new(), |article| escaped(&line(article, span)))
}

fn sentence(articles: &[&Article], article: usize, sentence: usize) -> String {
    let span = articles.get(article).and_then(|article| article.sentences.get(sentence)).map(|sentence| sentence.span);
    span.map_or(String::new(), |span| quote(articles, article, span))
}

/// Writes a link to a sentence of the articles below.
fn link(articles: &[&Article], article: usize, sentence: usize) -> String {
    let Some(known) = articles.get(article) else { return String::new() };
    let start = known.sentences.get(sentence).map_or(0, |sentence| sentence.span.start());
    let name = escaped(&numbered(articles, article));
    format!("<a href=\"#a{article}s{sentence}\">{name} ¶{}</a>", known.paragraph_id_at(start).0 + 1)
}
