//! The line that says when an article appeared: `Updated 15 March 2026 at 18:00 GMT`.

use crate::article::Article;
use crate::facts::{DayTime, FactFinder, Saying};
use crate::text::Span;

/// Words beside the date in such a line (chosen).
const BESIDE: usize = 2;

/// A date by itself in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Appeared {
    /// Where it stands.
    pub span: Span,
    /// The parts of the date.
    pub when: Vec<DayTime>,
    /// The words beside it, in small letters.
    pub beside: Vec<String>,
}

/// Reads a sentence that says no more than when its article appeared: a line by itself, with a date of a year or a time of day.
pub(super) fn appeared(article: &Article, finder: &FactFinder<'_>, sentence: usize) -> Option<Appeared> {
    let found = article.sentences.get(sentence)?;
    let text = found.span.of(&article.text).trim();
    let alone = article
        .paragraphs
        .get(article.paragraph_id_at(found.span.start()).0)
        .is_some_and(|it| it.tokens == found.tokens);
    if !alone || text.ends_with(['.', '!', '?', '。']) {
        return None;
    }
    let facts = finder.of_sentence(sentence);
    let dates = facts.iter().filter_map(|fact| match fact.says {
        Saying::When(when) if when.year.is_some() || when.minute.is_some() => Some((fact.span, when)),
        _ => None,
    });
    let (spans, when): (Vec<_>, Vec<DayTime>) = dates.unzip();
    let date = spans.into_iter().reduce(|a, b| a.join(b))?;
    let tokens = article.tokens.get(found.tokens.clone()).unwrap_or_default();
    let beside = tokens.iter().filter(|token| !date.overlaps(token.span));
    let beside: Vec<String> = beside.map(|token| token.span.of(&article.text).to_lowercase()).collect();
    (beside.len() <= BESIDE).then_some(Appeared { span: date, when, beside })
}
