//! A matrix and an apparatus as JSON. The schemas are `assets/matrix.schema.json` and `assets/apparatus.schema.json`; a breaking change
//! raises the version.

use serde::Serialize;

use super::apparatus::{Apparatus, Carrier, Statement};
use super::decided_articles::{DecidedJson, decided_json};
use super::indent::indented;
use super::known::{KnownJson, known_json};
use super::matrix::MatrixShown;
use crate::collate::{Place, SentenceVerdict, Weight, Wording};
use crate::facts::ChangeKind;
use crate::text::Span;

/// The version of these forms.
const VERSION: u32 = 2;

#[derive(Serialize)]
pub(super) struct MatrixJson<'a> {
    format: &'static str,
    version: u32,
    quoted: usize,
    articles: Vec<CountedJson<'a>>,
    cells: Vec<CellJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    decided: Vec<DecidedJson>,
}

#[derive(Serialize)]
struct CountedJson<'a> {
    name: &'a str,
    path: Option<String>,
    #[serde(flatten)]
    known: KnownJson<'a>,
    words: usize,
}

#[derive(Serialize)]
struct CellJson {
    article: usize,
    other: usize,
    shared: usize,
}

#[derive(Serialize)]
struct ApparatusJson<'a> {
    format: &'static str,
    version: u32,
    articles: Vec<CarryingJson<'a>>,
    statements: Vec<StatementJson>,
}

#[derive(Serialize)]
struct CarryingJson<'a> {
    name: &'a str,
    path: Option<String>,
    #[serde(flatten)]
    known: KnownJson<'a>,
    alone: usize,
}

#[derive(Serialize)]
struct StatementJson {
    lead: SentenceJson,
    carriers: Vec<CarrierJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decided: Option<&'static str>,
}

#[derive(Serialize)]
struct SentenceJson {
    article: usize,
    paragraph: usize,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct CarrierJson {
    #[serde(flatten)]
    sentence: SentenceJson,
    wording: &'static str,
    class: &'static str,
    variants: Vec<TextVariantJson>,
}

#[derive(Serialize)]
struct TextVariantJson {
    lead: TextSpanJson,
    own: TextSpanJson,
    weight: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    kinds: Vec<&'static str>,
}

#[derive(Serialize)]
struct TextSpanJson {
    start: usize,
    end: usize,
}

/// Writes a matrix. Missing cells are 0.
pub fn matrix_json(surveyed: &MatrixShown<'_>) -> String {
    indented(&matrix_value(surveyed))
}

/// The matrix as it is written.
pub(super) fn matrix_value<'a>(surveyed: &MatrixShown<'a>) -> MatrixJson<'a> {
    let matrix = surveyed.matrix;
    let each = surveyed.articles.iter().enumerate();
    let counted = each.map(|(at, article)| CountedJson {
        name: &article.name,
        path: article.origin.path(),
        known: known_json(article),
        words: matrix.words(at),
    });
    let articles = counted.collect();
    let pairs = (0..matrix.articles()).flat_map(|article| {
        let cell = move |other: usize| CellJson { article, other, shared: matrix.shared(article, other) };
        matrix.partners(article).into_iter().map(cell)
    });
    let cells = pairs.collect();
    let decided = decided_json(surveyed.decided);
    MatrixJson { format: "ibid-matrix", version: VERSION, quoted: surveyed.quoted, articles, cells, decided }
}

/// Writes an apparatus. Offsets are bytes of the files on disk, ends exclusive; articles and paragraphs count from 0.
pub fn apparatus_json(apparatus: &Apparatus<'_>) -> String {
    let carrying = apparatus.articles().zip(&apparatus.alone);
    let articles = carrying
        .map(|(article, alone)| CarryingJson {
            name: &article.name,
            path: article.origin.path(),
            known: known_json(article),
            alone: *alone,
        })
        .collect();
    let statements = apparatus.statements.iter().map(|statement| stated(apparatus, statement)).collect();
    indented(&ApparatusJson { format: "ibid-apparatus", version: VERSION, articles, statements })
}

fn stated(apparatus: &Apparatus<'_>, statement: &Statement) -> StatementJson {
    let carriers = statement.carriers.iter().map(|carrier| carried(apparatus, statement, carrier)).collect();
    StatementJson {
        lead: sentence(apparatus, statement.lead),
        carriers,
        decided: statement.decided.map(SentenceVerdict::name),
    }
}

fn carried(apparatus: &Apparatus<'_>, statement: &Statement, carrier: &Carrier) -> CarrierJson {
    let on_disk = |place: Place, span: Span| {
        let span = apparatus.sentence(place).map_or(span, |(article, _)| article.disk.on_disk(span));
        TextSpanJson { start: span.start(), end: span.end() }
    };
    let variants = carrier.variants.iter().map(|variant| TextVariantJson {
        lead: on_disk(statement.lead, variant.spans.left),
        own: on_disk(carrier.member.place, variant.spans.right),
        weight: match variant.weight {
            Weight::Slight => "slight",
            Weight::Mark => "mark",
            Weight::Changed => "changed",
        },
        kinds: variant.kinds.each().map(ChangeKind::name).collect(),
    });
    let wording = match carrier.member.wording {
        Wording::Exact => "exact",
        Wording::Edited => "edited",
        Wording::Part => "part",
        Wording::Whole => "whole",
        Wording::Clause => "clause",
    };
    let class = carrier.class.name();
    CarrierJson { sentence: sentence(apparatus, carrier.member.place), wording, class, variants: variants.collect() }
}

fn sentence(apparatus: &Apparatus<'_>, place: Place) -> SentenceJson {
    let Some((article, sentence)) = apparatus.sentence(place) else {
        return SentenceJson { article: place.article, paragraph: 0, start: 0, end: 0 };
    };
    let span = article.disk.on_disk(sentence.span);
    let paragraph = article.paragraph_id_at(sentence.span.start()).0;
    SentenceJson { article: place.article, paragraph, start: span.start(), end: span.end() }
}
