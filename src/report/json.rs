//! A collation as JSON. The form is published in `assets/report.schema.json`; a change that breaks readers raises [`VERSION`].

use std::io::{self, Write};

use super::Reported;
use super::leaves::Leaves;
use super::phrases::left_out;
use super::remarks::Remark;
use crate::article::Article;
use crate::boilerplate::{Hidden, HiddenBy};
use crate::collate::{Class, Coverage, Match, Passage, Region, Tie, Variant, Weight};
use crate::text::{Pair, Side, Span};

/// The name of the form.
pub const FORMAT: &str = "ibid-report";
/// Its version.
pub const VERSION: u32 = 1;

/// Gives reports on one or more pairs. Offsets are bytes of the files as they are on disk, ends exclusive; paragraphs count from 0.
pub fn json(reports: &[Reported<'_>]) -> String {
    let mut bytes = Vec::new();
    match write_json(reports, &mut bytes) {
        Ok(()) => String::from_utf8(bytes).unwrap_or_default(),
        Err(_) => String::new(),
    }
}

/// As [`json`], written piece by piece: a report on long texts is longer than they are.
///
/// # Errors
///
/// Says why `out` takes no more.
pub fn write_json(reports: &[Reported<'_>], out: &mut dyn Write) -> io::Result<()> {
    let mut leaves = Leaves::new(out);
    leaves.object(|report| {
        report.field("format").text(Some(FORMAT));
        report.field("version").number(VERSION as usize);
        report.field("pairs").array(reports, pair);
    });
    leaves.finish()
}

fn pair(leaves: &mut Leaves<'_>, reported: &Reported<'_>) {
    let (collation, articles) = (reported.collation, reported.articles);
    leaves.object(|pair| {
        witness(pair.field("left"), Side::Left, reported);
        witness(pair.field("right"), Side::Right, reported);
        pair.field("matches").array(&collation.matches, |leaves, m| matched(leaves, articles, m));
        pair.field("links").array(collation.ties(), |leaves, tie| link(leaves, tie));
        pair.field("regions").array(&collation.regions, |leaves, found| region(leaves, articles, found));
        if !reported.remarks.is_empty() {
            pair.field("notes").array(reported.remarks, noted);
        }
    });
}

fn noted(leaves: &mut Leaves<'_>, remark: &Remark) {
    leaves.object(|note| {
        for (name, locus) in [("left", remark.loci.left), ("right", remark.loci.right)] {
            match locus {
                Some(locus) => note.field(name).number(locus.0),
                None => note.field(name).text(None),
            }
        }
        note.field("text").text(Some(&remark.text));
    });
}

fn witness(leaves: &mut Leaves<'_>, side: Side, reported: &Reported<'_>) {
    let (article, collation) = (reported.articles[side], reported.collation);
    leaves.object(|witness| {
        witness.field("name").text(Some(&article.name));
        witness.field("path").text(article.origin.path().as_deref());
        witness.field("paragraphs").number(article.paragraphs.len());
        coverage(witness.field("coverage"), article, collation.coverage[side]);
        witness.field("hidden").array(reported.masks[side].hidden(), |leaves, part| hidden(leaves, article, part));
        witness.field("only").array(collation.only(side), |leaves, locus| leaves.number(locus.0));
        witness.field("only_here").array(&collation.only_here[side], |leaves, part| passage(leaves, article, part));
    });
}

fn coverage(leaves: &mut Leaves<'_>, article: &Article, coverage: Coverage) {
    leaves.object(|covered| {
        covered.field("words").number(coverage.words);
        covered.field("hidden").number(coverage.hidden);
        covered.field("quoted").number(left_out(article, coverage));
        covered.field("shared").number(coverage.shared());
        covered.field("verbatim").number(coverage.of(Class::Verbatim));
        covered.field("edited").number(coverage.of(Class::Edited));
        covered.field("reworded").number(coverage.of(Class::Reworded));
        covered.field("moved").number(coverage.moved);
    });
}

fn hidden(leaves: &mut Leaves<'_>, article: &Article, hidden: &Hidden) {
    let rule = match &hidden.by {
        HiddenBy::Rule(id) => Some(id.0.as_str()),
        HiddenBy::Session => None,
    };
    leaves.object(|part| {
        places(part, article.disk.on_disk(hidden.span));
        part.field("rule").text(rule);
    });
}

fn matched(leaves: &mut Leaves<'_>, articles: Pair<&Article>, m: &Match) {
    leaves.object(|matched| {
        passage(matched.field("left"), articles.left, &m.passages.left);
        passage(matched.field("right"), articles.right, &m.passages.right);
        matched.field("class").text(Some(m.class.name()));
        matched.field("moved").flag(m.moved);
        matched.field("echo").flag(m.echo);
        counts(matched.field("copies"), m.copies);
        matched.field("shared").number(m.shared);
        counts(matched.field("changed"), Pair::from_fn(|side| m.changed(side)));
        matched.field("rarity").number(m.rarity);
        matched.field("variants").array(&m.variants, |leaves, variant| varied(leaves, articles, variant));
    });
}

fn passage(leaves: &mut Leaves<'_>, article: &Article, passage: &Passage) {
    leaves.object(|words| {
        places(words, article.disk.on_disk(passage.span));
        words.field("paragraph").number(passage.locus.0);
        words.field("words").number(passage.tokens.len());
    });
}

fn counts(leaves: &mut Leaves<'_>, counts: Pair<usize>) {
    leaves.object(|sides| {
        sides.field("left").number(counts.left);
        sides.field("right").number(counts.right);
    });
}

fn varied(leaves: &mut Leaves<'_>, articles: Pair<&Article>, variant: &Variant) {
    let weight = match variant.weight {
        Weight::Slight => "slight",
        Weight::Changed => "changed",
    };
    leaves.object(|varied| {
        both(varied, articles, variant.spans);
        varied.field("weight").text(Some(weight));
    });
}

fn region(leaves: &mut Leaves<'_>, articles: Pair<&Article>, found: &Region) {
    leaves.object(|region| both(region, articles, found.spans));
}

fn link(leaves: &mut Leaves<'_>, tie: &Tie) {
    leaves.object(|link| {
        link.field("left").number(tie.loci.left.0);
        link.field("right").number(tie.loci.right.0);
        link.field("class").text(Some(tie.class.name()));
        link.field("moved").flag(tie.moved);
        link.field("echo").flag(tie.echo);
        link.field("matches").array(&tie.matches, |leaves, at| leaves.number(*at));
    });
}

/// Writes the fields of a span of each side.
fn both(leaves: &mut Leaves<'_>, articles: Pair<&Article>, spans: Pair<Span>) {
    leaves.field("left").object(|left| places(left, articles.left.disk.on_disk(spans.left)));
    leaves.field("right").object(|right| places(right, articles.right.disk.on_disk(spans.right)));
}

/// Writes where a span begins and ends.
fn places(leaves: &mut Leaves<'_>, span: Span) {
    leaves.field("start").number(span.start());
    leaves.field("end").number(span.end());
}
