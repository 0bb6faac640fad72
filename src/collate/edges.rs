//! Passages with the marks that belong to them: a passage has both halves of a bracket or of a quotation, where one half is in it and
//! the other touches its first word or its last.

use super::collation::Passage;
use super::witness::Witness;
use crate::article::Article;
use crate::text::{Span, closed_to, opened_from, unpaired};

/// A span of words with the quotation marks and brackets that touch its ends and whose other halves it has, as far as they are visible.
pub(super) fn with_edges(witness: Witness<'_>, span: Span) -> Span {
    let whole = edged(witness.article, span);
    let is_visible = |edge: Span| edge.is_empty() || witness.mask.visible(edge) == [edge];
    let (before, behind) = (Span::new(whole.start(), span.start()), Span::new(span.end(), whole.end()));
    Span::new(
        if is_visible(before) { whole.start() } else { span.start() },
        if is_visible(behind) { whole.end() } else { span.end() },
    )
}

/// The span of a passage with the opening marks of the sentence that it begins, the closing ones of the sentence that it ends, and the
/// quotation marks and brackets that touch its ends and whose other halves it has.
pub fn in_full(article: &Article, passage: &Passage) -> Span {
    let sentence = |token: usize| {
        let start = article.tokens.get(token)?.span.start();
        article.sentences.get(article.sentence_at(start))
    };
    let (start, end) = (passage.span.start(), passage.span.end());
    let first = sentence(passage.tokens.start).filter(|first| first.tokens.start == passage.tokens.start);
    let last = sentence(passage.tokens.end.saturating_sub(1)).filter(|last| last.tokens.end == passage.tokens.end);
    let whole = Span::new(
        first.map_or(start, |first| first.span.start().min(start)),
        last.map_or(end, |last| last.span.end().max(end)),
    );
    edged(article, whole)
}

fn edged(article: &Article, span: Span) -> Span {
    let text = article.text.as_str();
    let (start, end) = (opened_from(text, span.start()), closed_to(text, span.end()));
    if (start, end) == (span.start(), span.end()) {
        return span;
    }
    let paragraph = article.paragraphs.get(article.paragraph_id_at(span.start()).0).map_or(span, |it| it.span);
    let (start, end) = (start.max(paragraph.start()).min(span.start()), end.min(paragraph.end()).max(span.end()));
    let each = [(start, end), (start, span.end()), (span.start(), end), (span.start(), span.end())];
    let fewest =
        each.into_iter().map(|(start, end)| Span::new(start, end)).min_by_key(|it| unpaired(it.of(text)).len());
    fewest.unwrap_or(span)
}
