//! A unified diff with word marks, like that of `git diff --word-diff`.

use std::ops::Range;

use super::Reported;
use super::blocks::{Block, blocks};
use super::diff::{Writing, hunks, names, with_aside};
use super::marked::{Marks, Tone, marked, toned};
use crate::article::Article;
use crate::collate::Fate;
use crate::text::{Pair, Side};

/// Writes what changed: a line for each paragraph, with the line numbers of the files. A move is a removal and an addition. Writes nothing
/// if nothing changed.
pub fn unified(reported: &Reported<'_>, writing: &Writing) -> String {
    let blocks = blocks(reported);
    let lines = Pair::from_fn(|side| line_starts(reported.articles[side]));
    let mut out = String::new();
    for (at, hunk) in hunks(&blocks, writing.context).into_iter().enumerate() {
        if at == 0 {
            out.push_str(&names(writing));
        }
        let (above, here) = (&blocks[..hunk.start], &blocks[hunk]);
        let stretch = Pair::from_fn(|side| {
            let text = Lined { side, article: reported.articles[side], starts: &lines[side] };
            stretch(text, here).unwrap_or_else(|| (last_line(text, above), 0))
        });
        let said = format!(
            "@@ -{} +{} @@",
            numbers(stretch.left.0, stretch.left.1),
            numbers(stretch.right.0, stretch.right.1)
        );
        out.push_str(&toned(&said, Tone::Moved, writing.tint));
        out.push('\n');
        for block in here {
            let text = marked(&block.pieces, Marks::Words);
            let parts = text.iter().map(|(tone, part)| toned(part, *tone, writing.tint));
            out.push_str(parts.collect::<String>().trim());
            out.push('\n');
        }
    }
    with_aside(out, reported, writing)
}

fn line_starts(article: &Article) -> Vec<usize> {
    std::iter::once(0).chain(article.text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

/// A side's article, and where its lines begin.
#[derive(Clone, Copy)]
struct Lined<'a> {
    side: Side,
    article: &'a Article,
    starts: &'a [usize],
}

/// The first line of some blocks on a side, from 1, and the number of lines; nothing where they have none there.
fn stretch(Lined { side, article, starts }: Lined<'_>, blocks: &[Block]) -> Option<(usize, usize)> {
    let paragraph_ids = blocks.iter().filter_map(|block| standing(block, side)).cloned().reduce(joined)?;
    let line = |place: usize| starts.partition_point(|&start| start <= place);
    let (first, last) = (article.paragraphs.get(paragraph_ids.start)?, article.paragraphs.get(paragraph_ids.end - 1)?);
    let (from, to) = (line(first.span.start()), line(last.span.end().saturating_sub(1)));
    Some((from, to + 1 - from))
}

/// The last line of a side that some blocks have, from 1; 0 where they have none.
fn last_line(Lined { side, article, starts }: Lined<'_>, above: &[Block]) -> usize {
    let last = above.iter().rev().find_map(|block| standing(block, side));
    let last = last.and_then(|ids| article.paragraphs.get(ids.end - 1));
    last.map_or(0, |last| starts.partition_point(|&start| start < last.span.end()))
}

/// The paragraphs of a side that stand in a block, and do not only come from there or go there.
fn standing(block: &Block, side: Side) -> Option<&Range<usize>> {
    let elsewhere = match side {
        Side::Left => Fate::Moved,
        Side::Right => Fate::Gone,
    };
    Some(&block.paragraph_ids[side]).filter(|ids| block.fate != elsewhere && !ids.is_empty())
}

fn joined(a: Range<usize>, b: Range<usize>) -> Range<usize> {
    a.start.min(b.start)..a.end.max(b.end)
}

fn numbers(line: usize, count: usize) -> String {
    if count == 1 { line.to_string() } else { format!("{line},{count}") }
}
