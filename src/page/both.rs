//! Sets both versions of a paragraph as one: what they share once, each sentence that differs as on the left and then as on the right.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::setting_of::{LineSetting, setting_of};
use crate::article::{Article, Paragraph};
use crate::merge::{hanging, wrapped};
use crate::text::{Pair, Side, Span, flow, gap, short_sentences};

/// Returns both versions of a paragraph as one, or `None` if they share no sentence or differ in more than sentences.
///
/// The lines are wrapped as in the right text, unless they are `kept`.
pub(super) fn both_versions(articles: Pair<&Article>, paragraphs: Pair<&Paragraph>, kept: bool) -> Option<String> {
    let sentences = Pair::from_fn(|side| short_sentences(&articles[side].text, paragraphs[side].span));
    let said = Pair::from_fn(|side| {
        sentences[side].iter().map(|span| flow(&articles[side].text, *span)).collect::<Vec<String>>()
    });
    let ops = capture_diff_slices(Algorithm::Myers, &said.left, &said.right);
    let shares = ops.iter().any(|op| matches!(op, DiffOp::Equal { .. }));
    let own = paragraphs.right.span.of(&articles.right.text);
    let begins_alike = matches!(ops.first(), Some(DiffOp::Equal { .. }));
    if !shares || own.starts_with(['#', '|']) || (begins_item(own) && !begins_alike) {
        return None;
    }
    let order = ops.iter().flat_map(|op| {
        let left = op.old_range().map(|nth| (Side::Left, nth));
        let right = op.new_range().map(|nth| (Side::Right, nth));
        let left = left.filter(|_| !matches!(op, DiffOp::Equal { .. }));
        left.chain(right).collect::<Vec<(Side, usize)>>()
    });
    let order: Vec<(Side, usize)> = order.collect();
    match setting_of(articles.right) {
        LineSetting::Wrapped(width) if !kept && own.contains('\n') => {
            let line = joined(order.iter().map(|(side, nth)| said[*side][*nth].as_str()));
            Some(wrapped(&line, width, indent(articles.right, paragraphs.right.span), hanging(own).unwrap_or_default()))
        }
        _ => {
            let text = |(side, nth): &(Side, usize)| sentences[*side][*nth].of(&articles[*side].text);
            Some(joined(order.iter().map(text)))
        }
    }
}

/// Whether a paragraph begins with the mark or number of a list item, which cannot stand twice in it.
fn begins_item(paragraph: &str) -> bool {
    let first = paragraph.split_whitespace().next().unwrap_or_default();
    matches!(first, "-" | "*" | "+" | "–" | "—" | "•") || (first.len() <= 4 && first.ends_with(['.', ')']))
}

/// Returns sentences one behind the other, with a space between them where their script has one.
fn joined<'a>(sentences: impl Iterator<Item = &'a str>) -> String {
    let mut out = String::new();
    for sentence in sentences {
        if !out.is_empty() {
            out.push_str(gap(out.chars().next_back(), sentence.chars().next()));
        }
        out.push_str(sentence);
    }
    out
}

/// Returns how many characters are before a paragraph on its first line.
fn indent(article: &Article, span: Span) -> usize {
    let before = article.text.get(..span.start()).unwrap_or_default();
    before.rfind('\n').map_or(before, |at| &before[at + 1..]).chars().count()
}
