//! Origins as JSON. The schema is `assets/origins.schema.json`; a breaking change raises the version.

use serde::Serialize;

use super::decided_articles::{DecidedJson, decided_json};
use super::indent::indented;
use super::known::{KnownJson, known_json};
use super::origins::{BRIEF_TEXT, OriginsShown, PARTLY_TEXT, origins_heading};
use crate::article::Article;
use crate::collate::{OriginKind, Related, SharedRow};
use crate::text::Span;

/// The version of this form.
const VERSION: u32 = 1;

#[derive(Serialize)]
pub(super) struct OriginsJson<'a> {
    format: &'static str,
    version: u32,
    summary: String,
    articles: Vec<DescendedJson<'a>>,
    origins: Vec<OriginJson<'a>>,
    pairs: Vec<RelatedJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    decided: Vec<DecidedJson>,
}

#[derive(Serialize)]
struct DescendedJson<'a> {
    name: &'a str,
    path: Option<String>,
    #[serde(flatten)]
    known: KnownJson<'a>,
    origin: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    credit: Option<CreditJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<SourceJson>,
}

#[derive(Serialize)]
struct CreditJson<'a> {
    agency: &'a str,
    own: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<StretchJson>,
}

#[derive(Serialize)]
struct SourceJson {
    article: usize,
    by: &'static str,
}

#[derive(Serialize)]
struct OriginJson<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    agency: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<usize>,
    articles: Vec<usize>,
}

#[derive(Serialize)]
struct RelatedJson {
    articles: [usize; 2],
    relation: &'static str,
    words: usize,
    percent: usize,
    quoted: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    longest: Option<LongestJson>,
}

#[derive(Serialize)]
struct LongestJson {
    words: usize,
    places: [StretchJson; 2],
}

#[derive(Serialize)]
struct StretchJson {
    paragraph: usize,
    start: usize,
    end: usize,
}

/// Writes origins. Offsets are bytes of the files on disk, ends exclusive; articles and paragraphs count from 0.
pub fn origins_json(shown: &OriginsShown<'_>) -> String {
    indented(&origins_value(shown))
}

/// The origins as they are written.
pub(super) fn origins_value<'a>(shown: &OriginsShown<'a>) -> OriginsJson<'a> {
    let origins = shown.origins;
    let articles = shown.articles.iter().enumerate().map(|(at, article)| DescendedJson {
        name: &article.name,
        path: article.origin.path(),
        known: known_json(article),
        origin: origins.family.get(at).copied().unwrap_or(0),
        credit: origins.credits.get(at).and_then(Option::as_ref).map(|credit| CreditJson {
            agency: &credit.agency,
            own: credit.own,
            place: credit.span.map(|span| place(article, span)),
        }),
        source: origins.sources.get(at).copied().flatten().map(|(article, by)| SourceJson { article, by: by.name() }),
    });
    let families = origins.families.iter().map(|family| {
        let (kind, agency, of) = match &family.kind {
            OriginKind::Agency(name) => ("agency copy", Some(name.as_ref()), None),
            OriginKind::Outlet(at) => ("copy of another outlet", None, Some(*at)),
            OriginKind::Elsewhere => ("common source", None, None),
            OriginKind::Unclear => ("can't be told", None, None),
            OriginKind::Own => ("own text", None, None),
            OriginKind::Partly => (PARTLY_TEXT, None, None),
            OriginKind::Brief => (BRIEF_TEXT, None, None),
        };
        OriginJson { kind, agency, of, articles: family.members.clone() }
    });
    OriginsJson {
        format: "ibid-origins",
        version: VERSION,
        summary: origins_heading(shown.articles, origins),
        articles: articles.collect(),
        origins: families.collect(),
        pairs: origins.related.iter().map(|related| pair(shown, related)).collect(),
        decided: decided_json(&origins.decided),
    }
}

fn pair(shown: &OriginsShown<'_>, related: &Related) -> RelatedJson {
    let (a, b) = related.articles;
    let places = |row: SharedRow| {
        let (one, other) = (shown.articles.get(a)?, shown.articles.get(b)?);
        Some(LongestJson { words: row.words, places: [place(one, row.spans.0), place(other, row.spans.1)] })
    };
    RelatedJson {
        articles: [a, b],
        relation: related.relation.name(),
        words: related.words,
        percent: related.percent,
        quoted: related.quoted,
        longest: related.longest.and_then(places),
    }
}

fn place(article: &Article, span: Span) -> StretchJson {
    let disk = article.disk.on_disk(span);
    StretchJson { paragraph: article.paragraph_id_at(span.start()).0, start: disk.start(), end: disk.end() }
}
