//! A collation as JSON. The schema is `assets/report.schema.json`; a breaking change raises [`VERSION`].

use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::Reported;
use super::indent::{on_one_line, write_indented};
use super::known::{KnownJson, known_json};
use super::measures::{CoverageJson, coverage};
use super::remarks::Remark;
use super::versions_json::{AsideJson, BreakJson, NamesJson, aside, breaks, names};
use crate::article::Article;
use crate::boilerplate::{HiddenBy, Mask};
use crate::collate::{Match, ParagraphLink, Passage, Region, SentenceVerdict, Variant, Weight};
use crate::facts::ChangeKind;
use crate::text::{Pair, Side, Span};

/// The name of the form.
pub const FORMAT: &str = "ibid-report";
/// Its version.
pub const VERSION: u32 = 3;

#[derive(Serialize)]
struct Report<'a> {
    format: &'static str,
    version: u32,
    pairs: Vec<PairJson<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    binary: Vec<NamesJson<'a>>,
}

#[derive(Serialize)]
struct PairJson<'a> {
    left: WitnessJson<'a>,
    right: WitnessJson<'a>,
    matches: Matches<'a>,
    links: LinkList<'a>,
    regions: Regions<'a>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    breaks: Vec<BreakJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    set_aside: Option<AsideJson>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    notes: Vec<NoteJson<'a>>,
}

#[derive(Serialize)]
struct NoteJson<'a> {
    left: Option<usize>,
    right: Option<usize>,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a str>,
}

/// The matches of a pair, each made when it is written: together they are longer than the articles.
struct Matches<'a>(Reported<'a>);

/// The links of a pair, as [`Matches`] are.
struct LinkList<'a>(Reported<'a>);

/// The regions of a pair, as [`Matches`] are.
struct Regions<'a>(Reported<'a>);

#[derive(Serialize)]
struct RegionJson {
    left: SpanJson,
    right: SpanJson,
}

#[derive(Serialize)]
struct WitnessJson<'a> {
    name: &'a str,
    path: Option<String>,
    #[serde(flatten)]
    known: KnownJson<'a>,
    paragraphs: usize,
    coverage: CoverageJson,
    hidden: Vec<HiddenJson<'a>>,
    only: Vec<usize>,
    only_here: Vec<PassageJson>,
    added: Vec<PassageJson>,
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
    #[serde(skip_serializing_if = "is_false")]
    decided: bool,
    #[serde(skip_serializing_if = "is_false")]
    unsure: bool,
    copies: PairCount,
    shared: usize,
    changed: PairCount,
    rarity: usize,
    kinds: Vec<&'static str>,
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
    #[serde(skip_serializing_if = "Vec::is_empty")]
    kinds: Vec<&'static str>,
}

#[derive(Serialize)]
struct SpanJson {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct LinkJson<'a> {
    left: usize,
    right: usize,
    class: &'static str,
    moved: bool,
    echo: bool,
    matches: &'a [usize],
}

/// Writes reports on one or more pairs. Offsets are bytes of the files on disk, ends exclusive; paragraphs count from 0.
pub fn json(reports: &[Reported<'_>]) -> String {
    let mut bytes = Vec::new();
    write_json(reports, &mut bytes).map_or_else(|_| String::new(), |()| String::from_utf8(bytes).unwrap_or_default())
}

/// Like [`json`], written piece by piece.
///
/// # Errors
///
/// Returns the error of `out`.
pub fn write_json(reports: &[Reported<'_>], out: &mut dyn Write) -> io::Result<()> {
    write_with_binary(reports, &[], out)
}

/// Like [`write_json`], with the names of pairs of files that are not text and differ.
///
/// # Errors
///
/// Returns the error of `out`.
pub fn write_with_binary(reports: &[Reported<'_>], binary: &[Pair<String>], out: &mut dyn Write) -> io::Result<()> {
    let (pairs, binary) = (reports.iter().map(pair).collect(), names(binary));
    write_indented(&Report { format: FORMAT, version: VERSION, pairs, binary }, out)
}

/// Writes a pair on one line, like an element of the list of [`json`]. Offsets are bytes of the texts as passed.
pub fn pair_whole(reported: &Reported<'_>) -> String {
    on_one_line(&pair(reported))
}

fn pair<'a>(reported: &Reported<'a>) -> PairJson<'a> {
    PairJson {
        left: witness(Side::Left, reported),
        right: witness(Side::Right, reported),
        matches: Matches(*reported),
        links: LinkList(*reported),
        regions: Regions(*reported),
        breaks: breaks(reported),
        set_aside: aside(reported),
        notes: reported.remarks.iter().map(noted).collect(),
    }
}

impl Serialize for Matches<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.collation.matches.iter().map(|m| matched(self.0.articles, m)))
    }
}

impl Serialize for LinkList<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.collation.paragraph_links().map(link))
    }
}

impl Serialize for Regions<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.collation.regions.iter().map(|found| region(self.0.articles, found)))
    }
}

fn noted(remark: &Remark) -> NoteJson<'_> {
    let paragraph_id = remark.paragraph_ids.map(|paragraph_id| paragraph_id.map(|paragraph_id| paragraph_id.0));
    NoteJson { left: paragraph_id.left, right: paragraph_id.right, text: &remark.text, from: remark.from.as_deref() }
}

fn witness<'a>(side: Side, reported: &Reported<'a>) -> WitnessJson<'a> {
    let article = reported.articles[side];
    WitnessJson {
        name: &article.name,
        path: article.origin.path(),
        known: known_json(article),
        paragraphs: article.paragraphs.len(),
        coverage: coverage(article, reported.collation.coverage[side]),
        hidden: hidden(article, reported.masks[side]),
        only: reported.collation.only(side).map(|paragraph_id| paragraph_id.0).collect(),
        only_here: reported.collation.only_here[side].iter().map(|stretch| passage(article, stretch)).collect(),
        added: reported.collation.added[side].iter().map(|stretch| passage(article, stretch)).collect(),
    }
}

fn hidden<'a>(article: &Article, mask: &'a Mask) -> Vec<HiddenJson<'a>> {
    let each = mask.hidden().iter().map(|hidden| {
        let span = article.disk.on_disk(hidden.span);
        let rule = match &hidden.by {
            HiddenBy::Rule(id) => Some(id.0.as_str()),
            HiddenBy::Session | HiddenBy::Page => None,
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
        decided: m.decided == Some(SentenceVerdict::Same),
        unsure: m.decided == Some(SentenceVerdict::Unsure),
        copies: PairCount { left: m.copies.left, right: m.copies.right },
        shared: m.shared,
        changed: PairCount { left: m.changed(Side::Left), right: m.changed(Side::Right) },
        rarity: m.rarity,
        kinds: m.kinds.each().map(ChangeKind::name).collect(),
        variants: m.variants.iter().map(|variant| varied(articles, variant)).collect(),
    }
}

fn is_false(said: &bool) -> bool {
    !said
}

fn passage(article: &Article, passage: &Passage) -> PassageJson {
    let span = article.disk.on_disk(passage.span);
    PassageJson { start: span.start(), end: span.end(), paragraph: passage.paragraph_id.0, words: passage.tokens.len() }
}

fn varied(articles: Pair<&Article>, variant: &Variant) -> VariantJson {
    let on_disk = |side: Side| span(articles[side].disk.on_disk(variant.spans[side]));
    let weight = match variant.weight {
        Weight::Slight => "slight",
        Weight::Mark => "mark",
        Weight::Changed => "changed",
    };
    let kinds = variant.kinds.each().map(ChangeKind::name).collect();
    VariantJson { left: on_disk(Side::Left), right: on_disk(Side::Right), weight, kinds }
}

fn region(articles: Pair<&Article>, found: &Region) -> RegionJson {
    let on_disk = |side: Side| span(articles[side].disk.on_disk(found.spans[side]));
    RegionJson { left: on_disk(Side::Left), right: on_disk(Side::Right) }
}

fn span(span: Span) -> SpanJson {
    SpanJson { start: span.start(), end: span.end() }
}

fn link(paragraph_link: &ParagraphLink) -> LinkJson<'_> {
    LinkJson {
        left: paragraph_link.paragraph_ids.left.0,
        right: paragraph_link.paragraph_ids.right.0,
        class: paragraph_link.class.name(),
        moved: paragraph_link.moved,
        echo: paragraph_link.echo,
        matches: &paragraph_link.matches,
    }
}
