//! A collation as text, readable without colour: a line a finding, so that it can be searched; marks as on the screen.

use std::borrow::Cow;

use super::Reported;
use crate::article::{Article, Locus};
use crate::collate::{Class, Match, Tie, Variant, Weight, percents};
use crate::text::{Pair, Side, Span};

/// The words by which a paragraph is known.
const OPENING: usize = 8;

/// Writes a report to read. Paragraphs count from 1; in edited passages `[-left-]` and `{+right+}` enclose the differing words.
pub fn text(reported: &Reported<'_>) -> String {
    let mut out = String::new();
    for side in Side::BOTH {
        out.push_str(&coverage(side, reported));
        out.push('\n');
    }
    let ties: Vec<&Tie> = reported.collation.ties().collect();
    out.push_str(&format!(
        "\n{}\n",
        counted(ties.len(), "pair of matching paragraphs", "pairs of matching paragraphs")
    ));
    for tie in ties {
        out.push_str(&format!("\n{}\n", heading(tie)));
        for m in tie.matches.iter().filter_map(|&at| reported.collation.matches.get(at)) {
            out.push_str(&format!("  {} {}\n", mark(m), wording(reported.articles, m)));
        }
    }
    for side in Side::BOTH {
        out.push_str(&only(side, reported));
    }
    out
}

fn coverage(side: Side, reported: &Reported<'_>) -> String {
    let coverage = reported.collation.coverage[side];
    let (name, other) = (&reported.articles[side].name, &reported.articles[side.other()].name);
    let shared = percents(coverage);
    let mut line = format!("{} % of {name}'s {} words are in {other}", shared.total, coverage.words);
    let classes = Class::ALL.into_iter().filter(|class| coverage.of(*class) > 0);
    let split: Vec<String> = classes.map(|class| format!("{} {}", shared.of(class), class.name())).collect();
    if !split.is_empty() {
        line.push_str(&format!(": {}", split.join(", ")));
    }
    if coverage.moved > 0 {
        line.push_str(&format!("; {} moved", coverage.percent(coverage.moved)));
    }
    if coverage.hidden > 0 {
        line.push_str(&format!("; {} hidden", counted(coverage.hidden, "word", "words")));
    }
    line
}

fn heading(tie: &Tie) -> String {
    let mut line = format!("¶{} -> ¶{}  {}", tie.loci.left.0 + 1, tie.loci.right.0 + 1, tie.class.name());
    if tie.moved {
        line.push_str(", moved");
    }
    if tie.echo {
        line.push_str(", echo of a better match");
    }
    line
}

fn mark(m: &Match) -> String {
    let class = match m.class {
        Class::Verbatim => '│',
        Class::Edited => '~',
        Class::Reworded => '≈',
    };
    format!("{class}{}", if m.moved { '⇄' } else { ' ' })
}

/// Writes what a match says: its words once, with the variants marked where they stand; both sides where the wording is another.
fn wording(articles: Pair<&Article>, m: &Match) -> String {
    let spans = m.passages.as_ref().map(|passage| passage.span);
    if m.class == Class::Reworded {
        return format!("[-{}-] {{+{}+}}", line(articles.left, spans.left), line(articles.right, spans.right));
    }
    let mut out = String::new();
    let mut at = spans.left.start();
    for variant in m.variants.iter().filter(|variant| variant.weight == Weight::Changed) {
        out.push_str(&line_between(articles.left, at, variant.spans.left.start()));
        out.push_str(&marked(articles, variant));
        at = variant.spans.left.end();
    }
    out.push_str(&line_between(articles.left, at, spans.left.end()));
    squeezed(&out)
}

fn marked(articles: Pair<&Article>, variant: &Variant) -> String {
    let said = Pair::from_fn(|side| line(articles[side], variant.spans[side]));
    match (said.left.is_empty(), said.right.is_empty()) {
        (false, true) => format!("[-{}-]", said.left),
        (true, false) => format!(" {{+{}+}} ", said.right),
        _ => format!("[-{}-] {{+{}+}}", said.left, said.right),
    }
}

fn only(side: Side, reported: &Reported<'_>) -> String {
    let article = reported.articles[side];
    let loci: Vec<Locus> = reported.collation.only(side).collect();
    if loci.is_empty() {
        return String::new();
    }
    let mut out = format!("\nOnly in {}: {}\n", article.name, counted(loci.len(), "paragraph", "paragraphs"));
    for locus in loci {
        out.push_str(&format!("  ¶{}  {}\n", locus.0 + 1, opening(article, locus)));
    }
    out
}

fn opening(article: &Article, locus: Locus) -> String {
    let Some(paragraph) = article.paragraphs.get(locus.0) else { return String::new() };
    let tokens = &article.tokens[paragraph.tokens.clone()];
    match tokens.get(OPENING) {
        Some(after) => format!("{} …", line_between(article, paragraph.span.start(), after.span.start()).trim_end()),
        None => line(article, paragraph.span),
    }
}

fn line_between(article: &Article, start: usize, end: usize) -> String {
    let text = Span::new(start, end).of(&article.text);
    let (before, after) = (text.starts_with(char::is_whitespace), text.ends_with(char::is_whitespace));
    let words = line(article, Span::new(start, end));
    format!("{}{words}{}", if before { " " } else { "" }, if after { " " } else { "" })
}

/// Gives a stretch of text as one line, safe to send to a terminal.
fn line(article: &Article, span: Span) -> String {
    let text = squeezed(span.of(&article.text));
    match crate::text::visible(&text) {
        Cow::Owned(safe) => safe,
        Cow::Borrowed(_) => text,
    }
}

/// Gives a text with a single space wherever it has white space; most have nothing else.
fn squeezed(text: &str) -> String {
    let trimmed = text.trim();
    let single = |pair: &[u8]| pair != b"  " && pair[0] >= b' ';
    if trimmed.is_ascii() && trimmed.as_bytes().windows(2).all(single) {
        return trimmed.to_owned();
    }
    trimmed.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
