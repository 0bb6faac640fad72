//! Lists breaks that differ, below a diff.

use super::Reported;
use super::diff::{Writing, names};
use super::phrases::describe_breaks;
use crate::article::Article;
use crate::collate::TextBreak;
use crate::text::{Pair, Side, one_line, sign, visible};

/// Words shown on each side of a break.
const AROUND: usize = 3;

/// Adds a line for each differing break below a diff: its place, what changed, and the words around it.
pub fn with_breaks(diff: String, reported: &Reported<'_>, writing: &Writing) -> String {
    let changed = &reported.collation.breaks;
    if changed.is_empty() {
        return diff;
    }
    let mut out = if diff.is_empty() { names(writing) } else { diff };
    let ends = reported.articles.map(line_ends);
    out.push_str(&format!("\n{}\n", describe_breaks(changed)));
    for one in changed {
        let line = |side: Side| {
            let at = reported.articles[side].tokens[one.after[side]].span.end();
            ends[side].partition_point(|end| *end < at) + 1
        };
        let numbers = Pair::from_fn(line);
        let (before, behind) = around(reported.articles.right, one.after.right);
        let (left, to, right, what) = (numbers.left, sign(" → "), numbers.right, fate(one.breaks));
        out.push_str(&format!("line {left}{to}{right}  {what}: {before} / {behind}\n"));
    }
    out
}

fn fate(breaks: Pair<TextBreak>) -> &'static str {
    match (breaks.left, breaks.right) {
        (TextBreak::None, TextBreak::Line) => "line break added",
        (TextBreak::None | TextBreak::Line, TextBreak::Paragraph) => "blank line added",
        (TextBreak::Line, TextBreak::None) => "line break removed",
        (TextBreak::Paragraph, TextBreak::Line) => "blank line removed",
        (TextBreak::Paragraph, TextBreak::None) => "paragraphs joined",
        (TextBreak::None, TextBreak::None)
        | (TextBreak::Line, TextBreak::Line)
        | (TextBreak::Paragraph, TextBreak::Paragraph) => "break kept",
    }
}

/// The words before a break and behind it.
fn around(article: &Article, after: usize) -> (String, String) {
    let said = |from: usize, to: usize| {
        let span = article.tokens.get(from).zip(article.tokens.get(to)).map(|(from, to)| from.span.join(to.span));
        visible(&one_line(span.unwrap_or_default().of(&article.text))).into_owned()
    };
    let last = article.tokens.len().saturating_sub(1);
    (said((after + 1).saturating_sub(AROUND), after), said(after + 1, (after + AROUND).min(last)))
}

fn line_ends(article: &Article) -> Vec<usize> {
    article.text.match_indices('\n').map(|(at, _)| at).collect()
}
