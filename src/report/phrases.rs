//! Phrases that all reports share: coverage, places, marks, passages.

use std::borrow::Cow;

use super::Reported;
use crate::article::{Article, ParagraphId};
use crate::collate::{ChangedBreak, Class, Coverage, Match, ParagraphLink, SentenceVerdict, percents, share};
use crate::text::{Pair, Side, Span, flow, one_line, plural, sign, visible};

/// How many first words identify a paragraph.
const OPENING: usize = 8;

/// Returns how many breaks differ.
pub(super) fn describe_breaks(changed: &[ChangedBreak]) -> String {
    match changed.len() {
        1 => "1 break differs".to_owned(),
        breaks => format!("{breaks} breaks differ"),
    }
}

/// Returns what share of one article's words is in passages that match the other, in total and by class. An edited passage counts whole.
pub(super) fn coverage(side: Side, reported: &Reported<'_>) -> String {
    let coverage = reported.collation.coverage[side];
    let (article, other) = (reported.articles[side], reported.articles[side.other()]);
    let shared = percents(coverage);
    let total = share(shared.total, coverage.shared());
    let mut line = format!(
        "{total} % of {}'s {} {} in passages that match {}",
        article.name,
        plural(coverage.words, "word"),
        if coverage.words == 1 { "is" } else { "are" },
        other.name
    );
    let classes = Class::ALL.into_iter().filter(|class| coverage.of(*class) > 0);
    let split: Vec<String> =
        classes.map(|class| format!("{} % {}", share(shared.of(class), coverage.of(class)), class.name())).collect();
    if !split.is_empty() {
        line.push_str(&format!(": {}", split.join(", ")));
    }
    if coverage.moved > 0 {
        line.push_str(&format!("; {} % moved", share(coverage.percent(coverage.moved), coverage.moved)));
    }
    if coverage.hidden > 0 {
        line.push_str(&format!("; {} hidden", plural(coverage.hidden, "word")));
    }
    match left_out(article, coverage) {
        0 => {}
        quoted => line.push_str(&format!("; {} in quotations left out", plural(quoted, "word"))),
    }
    line
}

/// Counts the words that a coverage leaves out because they are in quotations: all others are hidden or in the denominator.
pub(super) fn left_out(article: &Article, coverage: Coverage) -> usize {
    article.tokens.len().saturating_sub(coverage.words + coverage.hidden)
}

/// Returns the heading of two matching paragraphs: their places and how they match.
pub(super) fn heading(paragraph_link: &ParagraphLink, articles: Pair<&Article>) -> String {
    let places = Pair::from_fn(|side| paragraph_placed(articles[side], paragraph_link.paragraph_ids[side]));
    let mut line = format!("{}{}{}  {}", places.left, sign(" → "), places.right, paragraph_link.class.name());
    if paragraph_link.moved {
        line.push_str(", moved");
    }
    if paragraph_link.echo {
        line.push_str(", repeat of a better match");
    }
    line
}

/// The mark of a class, as on the screen.
pub(super) fn class_mark(class: Class) -> &'static str {
    match class {
        Class::Verbatim => "│",
        Class::Edited => "~",
        Class::Reworded => "≈",
    }
}

/// Returns the marks of a match, as on the screen.
pub(super) fn mark(m: &Match) -> String {
    format!("{}{}", sign(class_mark(m.class)), if m.moved { sign("⇄") } else { " ".into() })
}

/// Returns what somebody decided about a match, to add to its class; empty if nobody did.
pub(super) fn decided(m: &Match) -> &'static str {
    match m.decided {
        Some(SentenceVerdict::Unsure) => "decided unsure",
        Some(_) => "decided",
        None => "",
    }
}

/// Returns the first words of a paragraph.
pub(super) fn opening(article: &Article, paragraph_id: ParagraphId) -> String {
    let Some(paragraph) = article.paragraphs.get(paragraph_id.0) else { return String::new() };
    let tokens = &article.tokens[paragraph.tokens.clone()];
    match tokens.get(OPENING - 1) {
        // No comma and no opening quotation mark alone before the ellipsis.
        Some(last) if tokens.len() > OPENING => {
            format!("{}{}", line_between(article, paragraph.span.start(), last.span.end()).trim_end(), sign(" …"))
        }
        _ => line(article, paragraph.span),
    }
}

/// Returns a passage as one line, safe to print, with the white space at its ends.
pub(super) fn line_between(article: &Article, start: usize, end: usize) -> String {
    safe(flow(&article.text, Span::new(start, end)))
}

/// Returns a passage as one line, safe to print.
pub(super) fn line(article: &Article, span: Span) -> String {
    safe(one_line(span.of(&article.text)))
}

/// Returns a passage as it is shown, without markup, as one line, safe to print.
pub(super) fn shown_line(article: &Article, span: Span) -> String {
    safe(one_line(&article.shown(span)))
}

fn safe(text: String) -> String {
    match visible(&text) {
        Cow::Owned(safe) => safe,
        Cow::Borrowed(_) => text,
    }
}

/// Returns the place of a paragraph: its number, or when it was said.
pub(super) fn paragraph_placed(article: &Article, paragraph_id: ParagraphId) -> String {
    let start = article.paragraphs.get(paragraph_id.0).map_or(0, |paragraph| paragraph.span.start());
    article.placed(start)
}

/// Returns the name of an article with its title, outlet and date; `None` if it has no title.
pub(super) fn known(article: &Article) -> Option<String> {
    article.meta.title.as_ref().map(|_| format!("{}: {}", article.name, article.cited()))
}

/// Marks what somebody decided of a statement; nothing where nobody did.
pub(super) fn decision_mark(decided: Option<SentenceVerdict>) -> String {
    decided.map_or(String::new(), |verdict| format!(" (decided {})", verdict.name()))
}
