//! A synopsis as JSON. The schema is `assets/synopsis.schema.json`; a breaking change raises the version.

use serde::Serialize;

use super::indent::indented;
use super::known::{KnownJson, known_json};
use super::synoptic::{CellView, Synoptic};
use crate::collate::{Passage, Place, SentenceVerdict, StoryRow, Wording};
use crate::facts::ChangeKind;
use crate::text::Span;

/// The version of this form.
const VERSION: u32 = 1;

#[derive(Serialize)]
pub(super) struct SynopsisJson<'a> {
    format: &'static str,
    version: u32,
    close: bool,
    base: usize,
    articles: Vec<TellerJson<'a>>,
    statements: Vec<RowJson>,
    only_in_all: Vec<OnlyJson>,
}

#[derive(Serialize)]
struct TellerJson<'a> {
    name: &'a str,
    path: Option<String>,
    #[serde(flatten)]
    known: KnownJson<'a>,
}

#[derive(Serialize)]
struct RowJson {
    said: PlaceJson,
    differs: Vec<&'static str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    weak: bool,
    told: Vec<StoryCellJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decided: Option<&'static str>,
}

#[derive(Serialize)]
struct StoryCellJson {
    #[serde(flatten)]
    place: PlaceJson,
    class: &'static str,
    percent: usize,
    extent: &'static str,
    moved: bool,
    more: Vec<PlaceJson>,
}

#[derive(Serialize)]
struct OnlyJson {
    #[serde(flatten)]
    place: PlaceJson,
    words: usize,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    in_match: bool,
}

#[derive(Serialize)]
struct PlaceJson {
    article: usize,
    paragraph: usize,
    start: usize,
    end: usize,
}

/// Writes a synopsis. Offsets are bytes of the files on disk, ends exclusive; articles and paragraphs count from 0.
pub fn synopsis_json(synoptic: &Synoptic<'_>) -> String {
    indented(&synopsis_value(synoptic))
}

/// The synopsis as it is written.
pub(super) fn synopsis_value<'a>(synoptic: &Synoptic<'a>) -> SynopsisJson<'a> {
    let articles = synoptic
        .articles()
        .map(|article| TellerJson { name: &article.name, path: article.origin.path(), known: known_json(article) })
        .collect();
    let alone = synoptic.synopsis.alone.iter().enumerate();
    let only = alone.flat_map(|(article, all)| all.iter().map(move |passage| only(synoptic, article, passage)));
    SynopsisJson {
        format: "ibid-synopsis",
        version: VERSION,
        close: synoptic.synopsis.close,
        base: synoptic.base,
        articles,
        statements: synoptic.synopsis.rows.iter().map(|row| statement(synoptic, row)).collect(),
        only_in_all: only.collect(),
    }
}

fn only(synoptic: &Synoptic<'_>, article: usize, passage: &Passage) -> OnlyJson {
    let in_match = synoptic.synopsis.is_addition(article, passage);
    OnlyJson { place: on_disk(synoptic, article, passage.span), words: passage.tokens.len(), in_match }
}

fn statement(synoptic: &Synoptic<'_>, row: &StoryRow) -> RowJson {
    RowJson {
        said: sentence(synoptic, row.said_by(synoptic.base)),
        differs: row.odds.each().map(ChangeKind::name).collect(),
        weak: row.weak,
        told: synoptic.seats(row).iter().map(|seat| cell_json(synoptic, seat)).collect(),
        decided: row.decided.map(SentenceVerdict::name),
    }
}

fn cell_json(synoptic: &Synoptic<'_>, seat: &CellView<'_>) -> StoryCellJson {
    let cell = seat.cell;
    let more = cell.more.iter().map(|it| sentence(synoptic, Place { sentence: it.sentence, ..cell.place }));
    StoryCellJson {
        place: sentence(synoptic, cell.place),
        class: seat.class(),
        percent: seat.like.map_or(100, |(_, percent)| percent),
        extent: match cell.wording {
            Wording::Exact | Wording::Edited => "all",
            Wording::Part => "part",
            Wording::Whole => "more",
            Wording::Clause => "clause",
        },
        moved: cell.moved,
        more: more.collect(),
    }
}

fn sentence(synoptic: &Synoptic<'_>, place: Place) -> PlaceJson {
    let article = synoptic.witnesses.get(place.article).map(|witness| witness.article);
    let span = article.and_then(|article| Some(article.sentences.get(place.sentence)?.span)).unwrap_or_default();
    on_disk(synoptic, place.article, span)
}

fn on_disk(synoptic: &Synoptic<'_>, article: usize, span: Span) -> PlaceJson {
    let Some(witness) = synoptic.witnesses.get(article) else {
        return PlaceJson { article, paragraph: 0, start: 0, end: 0 };
    };
    let disk = witness.article.disk.on_disk(span);
    let paragraph = witness.article.paragraph_id_at(span.start()).0;
    PlaceJson { article, paragraph, start: disk.start(), end: disk.end() }
}
