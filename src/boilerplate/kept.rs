//! What is left of an article without its boilerplate, closed up as if it had never been there.

use super::mask::Mask;
use crate::article::{Article, Paragraph};
use crate::text::Span;

/// Returns the parts of the text that stay, in order. Joined, they are the cleaned text.
///
/// A paragraph of which only punctuation is left is removed, with the blank lines before it. Where something is removed from a paragraph,
/// one space is left, and none before a comma or at an end.
pub fn kept(article: &Article, mask: &Mask) -> Vec<Span> {
    let mut kept: Vec<Span> = Vec::new();
    let mut head = 0;
    let mut gone = false;
    for paragraph in &article.paragraphs {
        let parts = parts(article, mask, paragraph);
        if parts.is_empty() {
            gone = true;
            if kept.is_empty() {
                head = paragraph.span.end();
            }
            continue;
        }
        let before = match kept.last() {
            Some(last) if !gone => Span::new(gap_start(article, paragraph).max(last.end()), paragraph.span.start()),
            Some(_) => Span::new(gap_start(article, paragraph), paragraph.span.start()),
            None if head > 0 => Span::new(paragraph.span.start(), paragraph.span.start()),
            None => Span::new(0, paragraph.span.start()),
        };
        kept.push(before);
        kept.extend(parts);
        gone = false;
    }
    let end = article.paragraphs.last().map_or(0, |last| last.span.end());
    kept.push(Span::new(end, article.text.len()));
    joined(kept)
}

/// Returns `text` without what is removed.
pub fn text_of(article: &Article, kept: &[Span]) -> String {
    kept.iter().map(|span| span.of(&article.text)).collect()
}

/// Returns where the white space before a paragraph begins.
fn gap_start(article: &Article, paragraph: &Paragraph) -> usize {
    let before = article.paragraphs.partition_point(|other| other.span.start() < paragraph.span.start());
    before.checked_sub(1).and_then(|at| article.paragraphs.get(at)).map_or(0, |other| other.span.end())
}

/// Returns what stays of a paragraph.
fn parts(article: &Article, mask: &Mask, paragraph: &Paragraph) -> Vec<Span> {
    let visible = mask.visible(paragraph.span);
    if visible == [paragraph.span] {
        return visible;
    }
    let mut parts: Vec<Span> = Vec::new();
    for part in visible {
        let part = match parts.last() {
            None => trimmed_start(article, part),
            Some(last) if ends_blank(article, *last) => trimmed_start(article, part),
            Some(_) => part,
        };
        let closes = part.of(&article.text).starts_with([',', '.', ';', ':', '!', '?', ')', ']']);
        if closes && let Some(last) = parts.last_mut() {
            *last = trimmed_end(article, *last);
        }
        if !part.is_empty() {
            parts.push(part);
        }
    }
    if let Some(last) = parts.last_mut() {
        *last = trimmed_end(article, *last);
    }
    parts.retain(|part| !part.is_empty());
    let says = parts.iter().any(|part| part.of(&article.text).contains(char::is_alphanumeric));
    if says { parts } else { Vec::new() }
}

fn ends_blank(article: &Article, part: Span) -> bool {
    part.of(&article.text).ends_with(char::is_whitespace)
}

fn trimmed_start(article: &Article, part: Span) -> Span {
    let text = part.of(&article.text);
    Span::new(part.end() - text.trim_start().len(), part.end())
}

fn trimmed_end(article: &Article, part: Span) -> Span {
    Span::new(part.start(), part.start() + part.of(&article.text).trim_end().len())
}

/// Joins adjacent spans and drops empty ones.
fn joined(spans: Vec<Span>) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans.into_iter().filter(|span| !span.is_empty()) {
        match joined.last_mut().filter(|last| last.end() == span.start()) {
            Some(last) => *last = last.join(span),
            None => joined.push(span),
        }
    }
    joined
}
