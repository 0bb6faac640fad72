//! Where articles of one story disagree, as text, Markdown and JSON: differences (numbers, dates, names), and quotations.

use serde::Serialize;

use super::differing::differences_found;
use super::escape::markdown as escaped;
use super::indent::indented;
use super::phrases::{decision_mark, line};
use crate::article::Article;
use crate::collate::{
    Discord, DiscordTeller, DiscordVersion, Place, QuoteFate, QuoteTaker, Quoted, SentenceVerdict, Synopsis,
};
use crate::facts::is_pronoun;
use crate::text::{Span, plural, sign};

/// The version of the JSON.
const VERSION: u32 = 1;

#[derive(Serialize)]
pub(super) struct FiguresJson<'a> {
    format: &'static str,
    version: u32,
    articles: Vec<&'a str>,
    figures: Vec<FigureJson>,
}

#[derive(Serialize)]
struct FigureJson {
    kind: &'static str,
    statement: String,
    said: Vec<SaidJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decided: Option<&'static str>,
}

#[derive(Serialize)]
struct SaidJson {
    text: String,
    by: Vec<SayerJson>,
}

#[derive(Serialize)]
struct SayerJson {
    #[serde(flatten)]
    place: PointJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

#[derive(Serialize)]
struct PointJson {
    article: usize,
    paragraph: usize,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
pub(super) struct QuotesJson<'a> {
    format: &'static str,
    version: u32,
    articles: Vec<&'a str>,
    quotations: Vec<QuotationJson>,
}

#[derive(Serialize)]
struct QuotationJson {
    text: String,
    by: Vec<TakerJson>,
}

#[derive(Serialize)]
struct TakerJson {
    #[serde(flatten)]
    place: PointJson,
    text: String,
    words: &'static str,
    speaker: Option<String>,
}

/// The words in which some sentences tell a version of a fact.
pub struct VersionWords {
    /// The words.
    pub words: String,
    /// The sentences that have them.
    pub places: Vec<Place>,
}

/// Returns in which words a version of a fact is told: `12`, `a dozen`. Case does not count.
pub fn version_words(articles: &[&Article], version: &DiscordVersion) -> Vec<VersionWords> {
    let mut found: Vec<VersionWords> = Vec::new();
    for told in &version.by {
        let words = quote(articles, told.place.article, told.span);
        match found.iter_mut().find(|it| it.words.to_lowercase() == words.to_lowercase()) {
            Some(known) => known.places.push(told.place),
            None => found.push(VersionWords { words, places: vec![told.place] }),
        }
    }
    found
}

/// Writes the numbers, dates and names that differ: how many there are, and of each a statement, then a line for each version, with the articles that have it.
pub fn figures_text(articles: &[&Article], synopsis: &Synopsis) -> String {
    let mut out = format!("{}\n", differences_found(synopsis));
    for discord in &synopsis.discords {
        let decided = decision_mark(discord.decided);
        out.push_str(&format!("\n{}: {}{decided}\n", discord.kind.name(), sentence(articles, discord.lead)));
        for version in &discord.versions {
            let told = |it: &VersionWords| {
                let by: Vec<String> = it.places.iter().map(|place| source(articles, *place)).collect();
                format!("{}{}{}  {}", sign("“"), it.words, sign("”"), by.join(", "))
            };
            let told: Vec<String> = version_words(articles, version).iter().map(told).collect();
            out.push_str(&format!("  {}\n", told.join("; ")));
        }
    }
    out
}

/// Writes the numbers, dates and names that differ as Markdown.
pub(super) fn figures_markdown(articles: &[&Article], synopsis: &Synopsis) -> String {
    let mut out = format!("\n## Numbers, dates and names that differ\n\n{}.\n", differences_found(synopsis));
    if !synopsis.discords.is_empty() {
        out.push('\n');
    }
    for discord in &synopsis.discords {
        let statement = escaped(&sentence(articles, discord.lead));
        out.push_str(&format!("- **{}**: {statement}{}\n", discord.kind.name(), decision_mark(discord.decided)));
        for version in &discord.versions {
            let told = |it: &VersionWords| {
                let by: Vec<String> = it.places.iter().map(|place| source(articles, *place)).collect();
                format!("{}{}{}: {}", sign("“"), escaped(&it.words), sign("”"), escaped(&by.join(", ")))
            };
            let told: Vec<String> = version_words(articles, version).iter().map(told).collect();
            out.push_str(&format!("  - {}\n", told.join("; ")));
        }
    }
    out
}

/// Writes the quotations of several articles as Markdown.
pub(super) fn quotes_markdown(articles: &[&Article], quoted: &[Quoted]) -> String {
    let mut out = "\n## Quotations in several articles\n\n".to_owned();
    for saying in quoted.iter().filter(|saying| is_shared(saying)) {
        let Some(fullest) = saying.takers.get(saying.fullest) else { continue };
        out.push_str(&format!("- {}\n", escaped(&quote(articles, fullest.article, fullest.quotation.span))));
        for taker in &saying.takers {
            let Some(article) = articles.get(taker.article) else { continue };
            let paragraph = article.paragraph_id_at(taker.quotation.span.start()).0 + 1;
            let speaker = speaker(articles, taker).unwrap_or_else(|| "speaker not named".to_owned());
            let line =
                format!("{} {}{paragraph}, {speaker}, {}", article.name, sign("¶"), taken(articles, saying, taker));
            out.push_str(&format!("  - {}\n", escaped(&line)));
        }
    }
    out
}

/// Returns how an article has a quotation, with its words if they differ.
pub(super) fn taken(articles: &[&Article], saying: &Quoted, taker: &QuoteTaker) -> String {
    match taker.fate {
        QuoteFate::Same if is_longest(saying, taker) => LONGEST_VERSION.to_owned(),
        QuoteFate::Same => taker.fate.name().to_owned(),
        QuoteFate::Cut | QuoteFate::InParts | QuoteFate::Changed => {
            format!("{}: {}", taker.fate.name(), quote(articles, taker.article, taker.quotation.span))
        }
    }
}

/// Writes the numbers, dates and names that differ as JSON. Offsets are bytes of the files on disk; articles and paragraphs count from 0.
pub fn figures_json(articles: &[&Article], discords: &[Discord]) -> String {
    indented(&figures_value(articles, discords))
}

/// The figures as they are written.
pub(super) fn figures_value<'a>(articles: &[&'a Article], discords: &[Discord]) -> FiguresJson<'a> {
    let figures = discords.iter().map(|discord| FigureJson {
        kind: discord.kind.name(),
        statement: sentence(articles, discord.lead),
        said: discord
            .versions
            .iter()
            .map(|version| {
                let told = |it: &DiscordTeller| quote(articles, it.place.article, it.span);
                let text = version.by.first().map(told).unwrap_or_default();
                let by = version.by.iter().filter_map(|it| {
                    let place = point(articles, it.place.article, span_of(articles, it.place)?)?;
                    Some(SayerJson { place, text: Some(told(it)).filter(|own| *own != text) })
                });
                SaidJson { by: by.collect(), text }
            })
            .collect(),
        decided: discord.decided.map(SentenceVerdict::name),
    });
    let figures = figures.collect();
    FiguresJson { format: "ibid-figures", version: VERSION, articles: names(articles), figures }
}

/// Writes the quotations: the longest version, then a line for each article that has it, with the speaker.
pub fn quotes_text(articles: &[&Article], quoted: &[Quoted]) -> String {
    let shared = quoted.iter().filter(|saying| is_shared(saying)).count();
    let mut out = format!("{}, {shared} in several articles\n", plural(quoted.len(), "quotation"));
    for saying in quoted {
        let Some(fullest) = saying.takers.get(saying.fullest) else { continue };
        out.push_str(&format!("\n{}\n", quote(articles, fullest.article, fullest.quotation.span)));
        for taker in &saying.takers {
            let speaker = speaker(articles, taker).unwrap_or_else(|| "speaker not named".to_owned());
            let Some(article) = articles.get(taker.article) else { continue };
            let paragraph = article.paragraph_id_at(taker.quotation.span.start()).0 + 1;
            // A quotation that only one article has cannot be compared.
            let how = if is_shared(saying) { format!("  {}", taken(articles, saying, taker)) } else { String::new() };
            out.push_str(&format!("  {} {}{paragraph}  {speaker}{how}\n", article.name, sign("¶")));
        }
    }
    out
}

/// Writes the quotations as JSON, like [`figures_json`].
pub fn quotes_json(articles: &[&Article], quoted: &[Quoted]) -> String {
    indented(&quotes_value(articles, quoted))
}

/// The quotations as they are written.
pub(super) fn quotes_value<'a>(articles: &[&'a Article], quoted: &[Quoted]) -> QuotesJson<'a> {
    let taken = |taker: &QuoteTaker| {
        let (article, span) = (taker.article, taker.quotation.span);
        let place = point(articles, article, span)?;
        let (text, speaker) = (quote(articles, article, span), speaker_as_told(articles, taker));
        Some(TakerJson { place, text, words: taker.fate.name(), speaker })
    };
    let quotations = quoted.iter().map(|saying| QuotationJson {
        text: saying
            .takers
            .get(saying.fullest)
            .map(|it| quote(articles, it.article, it.quotation.span))
            .unwrap_or_default(),
        by: saying.takers.iter().filter_map(taken).collect(),
    });
    let quotations = quotations.collect();
    QuotesJson { format: "ibid-quotes", version: VERSION, articles: names(articles), quotations }
}

/// How the version is called that the others of a quotation are compared with, where they differ from it.
pub const LONGEST_VERSION: &str = "the longest version";

/// Whether it is the longest version of a quotation, and others differ from it.
pub fn is_longest(saying: &Quoted, taker: &QuoteTaker) -> bool {
    let fullest = saying.takers.get(saying.fullest).is_some_and(|fullest| std::ptr::eq(fullest, taker));
    fullest && saying.takers.iter().any(|taker| taker.fate != QuoteFate::Same)
}

/// Whether several articles have a quotation.
pub fn is_shared(saying: &Quoted) -> bool {
    saying.takers.iter().any(|taker| saying.takers.first().is_some_and(|first| first.article != taker.article))
}

fn names<'a>(articles: &[&'a Article]) -> Vec<&'a str> {
    articles.iter().map(|article| article.name.as_str()).collect()
}

fn quote(articles: &[&Article], article: usize, span: Span) -> String {
    articles.get(article).map(|article| line(article, span)).unwrap_or_default()
}

/// Returns the speaker to whom an article credits a quotation, if it names one near by.
pub fn speaker(articles: &[&Article], taker: &QuoteTaker) -> Option<String> {
    speaker_as_told(articles, taker).filter(|speaker| !is_pronoun(speaker))
}

/// The words for the speaker, be they a name or a pronoun.
fn speaker_as_told(articles: &[&Article], taker: &QuoteTaker) -> Option<String> {
    taker.quotation.speaker.map(|span| quote(articles, taker.article, span))
}

fn span_of(articles: &[&Article], place: Place) -> Option<Span> {
    articles.get(place.article)?.sentences.get(place.sentence).map(|sentence| sentence.span)
}

fn sentence(articles: &[&Article], place: Place) -> String {
    span_of(articles, place).map(|span| quote(articles, place.article, span)).unwrap_or_default()
}

fn source(articles: &[&Article], place: Place) -> String {
    let (Some(article), Some(span)) = (articles.get(place.article), span_of(articles, place)) else {
        return String::new();
    };
    format!("{} {}", article.name, article.placed(span.start()))
}

fn point(articles: &[&Article], article: usize, span: Span) -> Option<PointJson> {
    let known = articles.get(article)?;
    let (paragraph, disk) = (known.paragraph_id_at(span.start()).0, known.disk.on_disk(span));
    Some(PointJson { article, paragraph, start: disk.start(), end: disk.end() })
}
