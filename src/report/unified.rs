//! A unified diff with word marks, like that of `git diff --word-diff`.

use std::ops::Range;

use super::Reported;
use super::blocks::{Block, blocks};
use super::diff::{Writing, hunks, names};
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
    let mut done = Pair::new(0, 0);
    for (at, hunk) in hunks(&blocks, writing.context).into_iter().enumerate() {
        if at == 0 {
            out.push_str(&names(writing));
        }
        let here = &blocks[hunk];
        let stretch = Pair::from_fn(|side| stretch(reported.articles[side], &lines[side], side, (here, done[side])));
        done = stretch.as_ref().map(|(line, count)| line + count.saturating_sub(1));
        let said = format!("@@ -{} +{} @@", numbers(stretch.left), numbers(stretch.right));
        out.push_str(&toned(&said, Tone::Moved, writing.tint));
        out.push('\n');
        for block in here {
            let text = marked(&block.pieces, Marks::Words);
            let parts = text.iter().map(|(tone, part)| toned(part, *tone, writing.tint));
            out.push_str(parts.collect::<String>().trim());
            out.push('\n');
        }
    }
    out
}

fn line_starts(article: &Article) -> Vec<usize> {
    std::iter::once(0).chain(article.text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

/// The first line of some blocks on a side, from 1, and the number of lines; where there are none, the last line before.
fn stretch(article: &Article, starts: &[usize], side: Side, (blocks, done): (&[Block], usize)) -> (usize, usize) {
    let stands = |block: &&Block| side == Side::Right || block.fate != Fate::Moved;
    let goes = |block: &&Block| side == Side::Left || block.fate != Fate::Gone;
    let paragraph_ids = blocks.iter().filter(stands).filter(goes).map(|block| &block.paragraph_ids[side]);
    let Some(paragraph_ids) = paragraph_ids.filter(|paragraph_ids| !paragraph_ids.is_empty()).cloned().reduce(joined)
    else {
        return (done, 0);
    };
    let line = |place: usize| starts.partition_point(|&start| start <= place);
    let (first, last) = (article.paragraphs.get(paragraph_ids.start), article.paragraphs.get(paragraph_ids.end - 1));
    let (Some(first), Some(last)) = (first, last) else { return (done, 0) };
    let (from, to) = (line(first.span.start()), line(last.span.end().saturating_sub(1)));
    (from, to + 1 - from)
}

fn joined(a: Range<usize>, b: Range<usize>) -> Range<usize> {
    a.start.min(b.start)..a.end.max(b.end)
}

fn numbers((line, count): (usize, usize)) -> String {
    if count == 1 { line.to_string() } else { format!("{line},{count}") }
}
