//! A collation as JSON. The form is published in `assets/report.schema.json`; a change that breaks readers raises [`VERSION`].

use serde::Serialize;

use super::Reported;
use super::indent::indented;
use super::phrases::left_out;
use super::remarks::Remark;
use crate::article::Article;
use crate::boilerplate::{HiddenBy, Mask};
use crate::collate::{Class, Coverage, Match, Passage, Region, Tie, Variant, Weight};
use crate::text::{Pair, Side, Span};

/// The name of the form.
pub const FORMAT: &str = "ibid-report";
/// Its version.
pub const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'a> {
    format: &'static str,
    version: u32,
    pairs: Vec<PairJson<'a>>,
}

#[derive(Serialize)]
struct PairJson<'a> {
    left: WitnessJson<'a>,
    right: WitnessJson<'a>,
    matches: Vec<MatchJson>,
    links: Vec<LinkJson>,
    regions: Vec<RegionJson>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    notes: Vec<NoteJson<'a>>,
}

#[derive(Serialize)]
struct NoteJson<'a> {
    left: Option<usize>,
    right: Option<usize>,
    text: &'a str,
}

#[derive(Serialize)]
struct RegionJson {
    left: SpanJson,
    right: SpanJson,
}

#[derive(Serialize)]
struct WitnessJson<'a> {
    name: &'a str,
    path: Option<String>,
    paragraphs: usize,
    coverage: CoverageJson,
    hidden: Vec<HiddenJson<'a>>,
    only: Vec<usize>,
    only_here: Vec<PassageJson>,
}

#[derive(Serialize)]
struct CoverageJson {
    words: usize,
    hidden: usize,
    quoted: usize,
    shared: usize,
    verbatim: usize,
    edited: usize,
    reworded: usize,
    moved: usize,
}

#[derive(Serialize)]
struct HiddenJson<'a> {
    start: usize,
    end: usize,
    rule: Option<&'a str>,
}

#[derive(Serialize)]
struct MatchJson {
    left: PassageJson,
    right: PassageJson,
    class: &'static str,
    moved: bool,
    echo: bool,
    copies: PairCount,
    shared: usize,
    changed: PairCount,
    rarity: usize,
    variants: Vec<VariantJson>,
}

#[derive(Serialize)]
struct PairCount {
    left: usize,
    right: usize,
}

#[derive(Serialize)]
struct PassageJson {
    start: usize,
    end: usize,
    paragraph: usize,
    words: usize,
}

#[derive(Serialize)]
struct VariantJson {
    left: SpanJson,
    right: SpanJson,
    weight: &'static str,
}

#[derive(Serialize)]
struct SpanJson {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct LinkJson {
    left: usize,
    right: usize,
    class: &'static str,
    moved: bool,
    echo: bool,
    matches: Vec<usize>,
}

/// Writes reports on one or more pairs. Offsets are bytes of the files as they are on disk, ends exclusive; paragraphs count from 0.
pub fn json(reports: &[Reported<'_>]) -> String {
    let report = Report { format: FORMAT, version: VERSION, pairs: reports.iter().map(pair).collect() };
    let mut text = indented(&report);
    text.push('\n');
    text
}

fn pair<'a>(reported: &Reported<'a>) -> PairJson<'a> {
    let collation = reported.collation;
    PairJson {
        left: witness(Side::Left, reported),
        right: witness(Side::Right, reported),
        matches: collation.matches.iter().map(|m| matched(reported.articles, m)).collect(),
        links: collation.ties().map(link).collect(),
        regions: collation.regions.iter().map(|found| region(reported.articles, found)).collect(),
        notes: reported.remarks.iter().map(noted).collect(),
    }
}

fn noted(remark: &Remark) -> NoteJson<'_> {
    let locus = remark.loci.map(|locus| locus.map(|locus| locus.0));
    NoteJson { left: locus.left, right: locus.right, text: &remark.text }
}

fn witness<'a>(side: Side, reported: &Reported<'a>) -> WitnessJson<'a> {
    let article = reported.articles[side];
    WitnessJson {
        name: &article.name,
        path: article.origin.path(),
        paragraphs: article.paragraphs.len(),
        coverage: coverage(article, reported.collation.coverage[side]),
        hidden: hidden(article, reported.masks[side]),
        only: reported.collation.only(side).map(|locus| locus.0).collect(),
        only_here: reported.collation.only_here[side].iter().map(|stretch| passage(article, stretch)).collect(),
    }
}

fn coverage(article: &Article, coverage: Coverage) -> CoverageJson {
    CoverageJson {
        words: coverage.words,
        hidden: coverage.hidden,
        quoted: left_out(article, coverage),
        shared: coverage.shared(),
        verbatim: coverage.of(Class::Verbatim),
        edited: coverage.of(Class::Edited),
        reworded: coverage.of(Class::Reworded),
        moved: coverage.moved,
    }
}

fn hidden<'a>(article: &Article, mask: &'a Mask) -> Vec<HiddenJson<'a>> {
    let each = mask.hidden().iter().map(|hidden| {
        let span = article.disk.on_disk(hidden.span);
        let rule = match &hidden.by {
            HiddenBy::Rule(id) => Some(id.0.as_str()),
            HiddenBy::Session => None,
        };
        HiddenJson { start: span.start(), end: span.end(), rule }
    });
    each.collect()
}

fn matched(articles: Pair<&Article>, m: &Match) -> MatchJson {
    MatchJson {
        left: passage(articles.left, &m.passages.left),
        right: passage(articles.right, &m.passages.right),
        class: m.class.name(),
        moved: m.moved,
        echo: m.echo,
        copies: PairCount { left: m.copies.left, right: m.copies.right },
        shared: m.shared,
        changed: PairCount { left: m.changed(Side::Left), right: m.changed(Side::Right) },
        rarity: m.rarity,
        variants: m.variants.iter().map(|variant| varied(articles, variant)).collect(),
    }
}

fn passage(article: &Article, passage: &Passage) -> PassageJson {
    let span = article.disk.on_disk(passage.span);
    PassageJson { start: span.start(), end: span.end(), paragraph: passage.locus.0, words: passage.tokens.len() }
}

fn varied(articles: Pair<&Article>, variant: &Variant) -> VariantJson {
    let on_disk = |side: Side| span(articles[side].disk.on_disk(variant.spans[side]));
    let weight = match variant.weight {
        Weight::Slight => "slight",
        Weight::Changed => "changed",
    };
    VariantJson { left: on_disk(Side::Left), right: on_disk(Side::Right), weight }
}

fn region(articles: Pair<&Article>, found: &Region) -> RegionJson {
    let on_disk = |side: Side| span(articles[side].disk.on_disk(found.spans[side]));
    RegionJson { left: on_disk(Side::Left), right: on_disk(Side::Right) }
}

fn span(span: Span) -> SpanJson {
    SpanJson { start: span.start(), end: span.end() }
}

fn link(tie: &Tie) -> LinkJson {
    LinkJson {
        left: tie.loci.left.0,
        right: tie.loci.right.0,
        class: tie.class.name(),
        moved: tie.moved,
        echo: tie.echo,
        matches: tie.matches.clone(),
    }
}
