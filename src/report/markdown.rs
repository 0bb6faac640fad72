//! A collation as Markdown, to paste into an article or an issue: pairs of quotations with source and paragraph.

use super::Reported;
use super::escape::markdown as escaped;
use super::marked::around;
use super::phrases::{coverage, decided, known, line, line_between};
use super::remarks::{Remark, place, worded};
use crate::article::Article;
use crate::collate::{Class, Match, ParagraphLink, Passage, Weight, in_full};
use crate::text::{Side, Span, plural, sign};

/// The fewest words of an unmatched passage that is listed.
pub(super) const STRETCH: usize = 5;

/// Writes a pair: how much of each matches, then each match as two quotations with differing words in bold, then unmatched text. Paragraphs
/// count from 1. Repeats of better matches are only counted.
pub fn markdown(reported: &Reported<'_>) -> String {
    let names = reported.articles.map(|article| escaped(&article.name));
    let mut out = format!("## {} and {}\n\n", names.left, names.right);
    for line in Side::BOTH.into_iter().filter_map(|side| known(reported.articles[side])) {
        out.push_str(&format!("- {}\n", escaped(&line)));
    }
    for side in Side::BOTH {
        out.push_str(&format!("- {}\n", escaped(&coverage(side, reported))));
    }
    let matches = &reported.collation.matches;
    let shown = matches.iter().filter(|m| !m.echo);
    for (at, m) in shown.clone().enumerate() {
        out.push_str(&matched(at + 1, m, reported));
        out.push_str(&noted_first(m, reported));
    }
    match matches.len() - shown.count() {
        0 => {}
        echoes => {
            out.push_str(&format!("\n{} of quotations above left out.\n", plural(echoes, "repeat")));
        }
    }
    for side in Side::BOTH {
        out.push_str(&only(side, reported));
    }
    out.push_str(&noted(reported));
    out
}

/// The first match that is quoted of what two paragraphs share.
fn first<'a>(paragraph_link: &ParagraphLink, reported: &Reported<'a>) -> Option<&'a Match> {
    paragraph_link.matches.iter().filter_map(|&at| reported.collation.matches.get(at)).find(|m| !m.echo)
}

/// Writes the note to what two paragraphs share, where this is the first match of it.
fn noted_first(m: &Match, reported: &Reported<'_>) -> String {
    if reported.remarks.is_empty() {
        return String::new();
    }
    let here =
        |paragraph_link: &&ParagraphLink| first(paragraph_link, reported).is_some_and(|first| std::ptr::eq(first, m));
    let remark = |paragraph_link: &ParagraphLink| reported.remarks.iter().find(|remark| remark.is_to(paragraph_link));
    let notes = reported.collation.paragraph_links().filter(here).filter_map(remark);
    notes.map(|remark| format!("\n**Note:** {}\n", escaped(&worded(remark)))).collect()
}

/// Writes the notes that have no quotation to stand under.
fn noted(reported: &Reported<'_>) -> String {
    let stands = |remark: &&Remark| {
        reported
            .collation
            .paragraph_links()
            .any(|paragraph_link| remark.is_to(paragraph_link) && first(paragraph_link, reported).is_some())
    };
    let rest = reported.remarks.iter().filter(|remark| !stands(remark));
    let lines: String =
        rest.map(|remark| format!("- {}: {}\n", escaped(&place(remark, reported)), escaped(&worded(remark)))).collect();
    if lines.is_empty() { lines } else { format!("\n### Notes\n\n{lines}") }
}

fn matched(number: usize, m: &Match, reported: &Reported<'_>) -> String {
    let moved = if m.moved { ", moved" } else { "" };
    let said = around(", ", decided(m), "");
    let mut out = format!("\n### {number}. {}{moved}{said}\n", m.class.name());
    for side in Side::BOTH {
        let (article, passage) = (reported.articles[side], &m.passages[side]);
        let source = format!("{}, {}", escaped(&article.name), article.placed(passage.span.start()));
        out.push_str(&format!("\n> {}\n>\n> {} {source}\n", quotation(article, m, side), sign("—")));
    }
    out
}

/// What a side of a match says, the words in bold that the other side has not.
fn quotation(article: &Article, m: &Match, side: Side) -> String {
    let span = m.passages[side].span;
    let mut changed: Vec<Span> = Vec::new();
    if m.class == Class::Edited {
        let variants = m.variants.iter().filter(|variant| variant.weight == Weight::Changed);
        changed.extend(variants.map(|variant| variant.spans[side]).filter(|span| !span.is_empty()));
        changed.sort_unstable();
    }
    let mut out = String::new();
    let mut at = span.start();
    for words in changed {
        out.push_str(&line_between(article, at, words.start()));
        out.push_str(&format!("\u{1}{}\u{1}", line(article, words)));
        at = words.end();
    }
    out.push_str(&line_between(article, at, span.end()));
    escaped(out.trim()).replace('\u{1}', "**")
}

fn only(side: Side, reported: &Reported<'_>) -> String {
    let article = reported.articles[side];
    let long = |passage: &&Passage| passage.tokens.len() >= STRETCH;
    let stretches: Vec<&Passage> = reported.collation.unmatched(side).iter().filter(long).collect();
    if stretches.is_empty() {
        return String::new();
    }
    let mut out = format!("\n### Unmatched in {}, passages of {STRETCH} words or more\n\n", escaped(&article.name));
    for passage in stretches {
        let said = escaped(&line(article, in_full(article, passage)));
        out.push_str(&format!("- {}: {said}\n", article.placed(passage.span.start())));
    }
    out
}
