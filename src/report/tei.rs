//! The statements of many articles as a critical edition in TEI (parallel segmentation), and as a CollateX table.

use std::collections::BTreeSet;

use serde::Serialize;

use super::columns::{Laid, all_laid};
use super::escape::html as escaped;
use super::indent::indented;
use super::synoptic::Synoptic;

#[derive(Serialize)]
struct CollatexJson {
    table: Vec<Vec<Option<[SegmentJson; 1]>>>,
    witnesses: Vec<String>,
}

#[derive(Clone, Serialize)]
struct SegmentJson {
    t: String,
}

/// Writes the statements as TEI: a block for each statement; what all articles have is outside `app`.
pub fn tei(synoptic: &Synoptic<'_>) -> String {
    let title = format!("{} articles compared statement by statement", synoptic.witnesses.len());
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n<teiHeader>\n<fileDesc>\n\
         <titleStmt><title>{title}</title></titleStmt>\n\
         <publicationStmt><p>Unpublished collation by ibid.</p></publicationStmt>\n<sourceDesc>\n<listWit>\n"
    );
    for (at, article) in synoptic.articles().enumerate() {
        out.push_str(&format!("<witness xml:id=\"w{}\">{}</witness>\n", at + 1, xml(&article.cited())));
    }
    out.push_str(
        "</listWit>\n</sourceDesc>\n</fileDesc>\n<encodingDesc>\n\
         <variantEncoding method=\"parallel-segmentation\" location=\"internal\"/>\n</encodingDesc>\n</teiHeader>\n<text>\n<body>\n",
    );
    if synoptic.synopsis.rows.is_empty() {
        out.push_str("<p/>\n");
    }
    let all = all_laid(synoptic);
    let named: BTreeSet<usize> = all.iter().flat_map(|(_, laid)| &laid.elsewhere).map(|(_, home)| *home).collect();
    for (number, laid) in &all {
        let verdict = synoptic.synopsis.rows.get(*number).and_then(|row| row.decided);
        let decided = verdict.map_or(String::new(), |verdict| format!(" type=\"decided-{}\"", verdict.name()));
        let id = if named.contains(number) { format!(" xml:id=\"s{}\"", number + 1) } else { String::new() };
        let said = statement(laid, synoptic.witnesses.len());
        out.push_str(&format!("<ab n=\"{}\"{id}{decided}>{said}</ab>\n", number + 1));
    }
    out.push_str("</body>\n</text>\n</TEI>\n");
    out
}

fn statement(laid: &Laid, count: usize) -> String {
    let mut inside = String::new();
    for column in &laid.columns {
        inside.push_str(&readings(column, &laid.within));
    }
    let further = apart(&laid.further, (0..count).collect());
    let further = if laid.further.is_empty() { String::new() } else { format!(" <app>{further}</app>") };
    if laid.within.len() == count {
        return inside + &further;
    }
    let is_elsewhere = |at: &usize| laid.elsewhere.iter().any(|(article, _)| article == at);
    let rest = (0..count).filter(|at| !laid.within.contains(at) && !is_elsewhere(at)).collect();
    let elsewhere = laid.elsewhere.iter().map(|(article, home)| {
        format!("<rdg wit=\"#w{}\" type=\"elsewhere\" corresp=\"#s{}\"/>", article + 1, home + 1)
    });
    let inside = match laid.within.is_empty() {
        true => String::new(),
        false => format!("<rdg wit=\"{}\">{inside}</rdg>", sigla(&laid.within)),
    };
    format!("<app>{inside}{}{}</app>{further}", apart(&laid.apart, rest), elsewhere.collect::<String>())
}

/// Writes sentences as readings of their articles, and an empty one of the others of these.
fn apart(told: &[(usize, String)], mut silent: Vec<usize>) -> String {
    silent.retain(|at| !told.iter().any(|(article, _)| article == at));
    let readings = told
        .iter()
        .map(|(article, said)| format!("<rdg wit=\"#w{}\" type=\"reworded\">{}</rdg>", article + 1, xml(said)));
    let silent = (!silent.is_empty()).then(|| format!("<rdg wit=\"{}\"/>", sigla(&silent)));
    readings.chain(silent).collect()
}

/// Writes a column: what all have in the same words as it is, else each reading with those who have it.
fn readings(column: &[Option<String>], within: &[usize]) -> String {
    let mut readings: Vec<(&str, Vec<usize>)> = Vec::new();
    for &article in within {
        let text = column.get(article).and_then(Option::as_deref).unwrap_or("");
        match readings.iter_mut().find(|(other, _)| *other == text) {
            Some((_, articles)) => articles.push(article),
            None => readings.push((text, vec![article])),
        }
    }
    match readings.as_slice() {
        [(text, _)] => xml(text),
        several => {
            let each = several.iter().map(|(text, articles)| match *text {
                "" => format!("<rdg wit=\"{}\"/>", sigla(articles)),
                text => format!("<rdg wit=\"{}\">{}</rdg>", sigla(articles), xml(text)),
            });
            format!("<app>{}</app>", each.collect::<String>())
        }
    }
}

fn sigla(articles: &[usize]) -> String {
    let mut sorted = articles.to_vec();
    sorted.sort_unstable();
    sorted.iter().map(|at| format!("#w{}", at + 1)).collect::<Vec<_>>().join(" ")
}

/// Writes a text for XML, which has no place for some characters.
fn xml(text: &str) -> String {
    let allowed =
        |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    let plain: String = text.chars().map(|c| if allowed(c) { c } else { '\u{fffd}' }).collect();
    escaped(&plain)
}

/// Writes the statements as a CollateX table: a row for each article, a cell for each segment with its text in `t`, or null.
pub fn collatex(synoptic: &Synoptic<'_>) -> String {
    let count = synoptic.witnesses.len();
    let mut table: Vec<Vec<Option<[SegmentJson; 1]>>> = vec![Vec::new(); count];
    for (_, laid) in all_laid(synoptic) {
        let (apart, further) = (column_of(laid.apart, count), column_of(laid.further, count));
        for column in laid.columns.into_iter().chain(apart).chain(further) {
            for (row, cell) in table.iter_mut().zip(column) {
                row.push(cell.map(|t| [SegmentJson { t }]));
            }
        }
    }
    indented(&CollatexJson { table, witnesses: synoptic.articles().map(|article| article.name.clone()).collect() })
}

/// What some articles have, as a column for all of them.
fn column_of(told: Vec<(usize, String)>, count: usize) -> Option<Vec<Option<String>>> {
    let mut column: Vec<Option<String>> = vec![None; count];
    for (article, said) in told {
        if let Some(cell) = column.get_mut(article) {
            *cell = Some(said);
        }
    }
    column.iter().any(Option::is_some).then_some(column)
}
