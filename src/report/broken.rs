//! Lists breaks that differ, below a diff.

use super::Reported;
use super::diff::{Writing, names};
use super::phrases::describe_breaks;
use crate::article::Article;
use crate::collate::{ChangedBreak, TextBreak};
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
            let word = reported.articles[side].tokens.get(one.after[side]);
            line_of(&ends[side], word.map_or(0, |word| word.span.end()))
        };
        let numbers = Pair::from_fn(line);
        let (left, to, right, what) =
            (numbers.left, sign(" → "), numbers.right, describe_break(reported.articles.right, one));
        out.push_str(&format!("line {left}{to}{right}  {what}\n"));
    }
    out
}

/// Says what became of a break, and between which words of the new text it stands.
pub fn describe_break(article: &Article, one: &ChangedBreak) -> String {
    let (before, behind) = around(article, one.after.right);
    format!("{}: {before} / {behind}", fate(one.breaks))
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

/// The line, from 1, on which a word ends at `place`.
pub(super) fn line_of(ends: &[usize], place: usize) -> usize {
    ends.partition_point(|end| *end < place) + 1
}

/// Where the lines of a text end.
pub(super) fn line_ends(article: &Article) -> Vec<usize> {
    article.text.match_indices('\n').map(|(at, _)| at).collect()
}
