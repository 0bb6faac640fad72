//! Finds paragraphs without words, such as a line of stars, that only one side has.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::bands::linked;
use super::lettering::is_blank;
use crate::article::{Article, Paragraph, ParagraphId};
use crate::boilerplate::Mask;
use crate::collate::collation::{Match, Passage};
use crate::collate::witness::Witness;
use crate::text::{Pair, Side};

/// Pairs of such paragraphs up to which those between two linked paragraphs are compared; more go by their order (a limit).
const MOST: usize = 1 << 16;

/// Finds the paragraphs without words that differ, as passages without words. Linear where such paragraphs are few between two that
/// correspond.
/// `settled` are those known to be no difference.
pub(super) fn lonely_marks(
    witnesses: Pair<Witness<'_>>,
    matches: &[Match],
    settled: &Pair<Vec<usize>>,
) -> Pair<Vec<Passage>> {
    let mut found = Pair::new(Vec::new(), Vec::new());
    let silent = Pair::from_fn(|side| {
        let mut silent = silent(witnesses[side]);
        silent.retain(|at| settled[side].binary_search(at).is_err());
        silent
    });
    if silent.left.is_empty() && silent.right.is_empty() {
        return found;
    }
    let mut from = Pair::new(0, 0);
    let ends = Pair::from_fn(|side: Side| witnesses[side].article.paragraphs.len());
    for paragraph_ids in linked(matches).into_iter().chain(std::iter::once(ends.map(|end| end..end))) {
        // Those inside what corresponds stand between its paragraphs.
        for stretch in [Pair::from_fn(|side| from[side]..paragraph_ids[side].start), paragraph_ids.clone()] {
            compare(witnesses, Pair::from_fn(|side| within(&silent[side], &stretch[side])), &mut found);
        }
        from = paragraph_ids.map(|range| range.end);
    }
    found
}

fn compare(witnesses: Pair<Witness<'_>>, silent: Pair<&[usize]>, found: &mut Pair<Vec<Passage>>) {
    if silent.left.is_empty() && silent.right.is_empty() {
        return;
    }
    let said = Pair::from_fn(|side: Side| {
        let article = witnesses[side].article;
        silent[side].iter().map(|&at| spaceless(article, at)).collect::<Vec<String>>()
    });
    let same = said.left.concat() == said.right.concat();
    let short = said.left.len() * said.right.len() <= MOST;
    let ops = match (same, short) {
        (true, _) => return,
        (_, true) => capture_diff_slices(Algorithm::Myers, &said.left, &said.right),
        _ => vec![DiffOp::Replace { old_index: 0, old_len: said.left.len(), new_index: 0, new_len: said.right.len() }],
    };
    for op in ops.iter().filter(|op| !matches!(op, DiffOp::Equal { .. })) {
        let ranges = Pair::new(op.old_range(), op.new_range());
        for side in Side::BOTH {
            let alone = silent[side].get(ranges[side].clone()).unwrap_or_default();
            found[side].extend(alone.iter().map(|&at| passage(&witnesses[side].article.paragraphs[at], at)));
        }
    }
}

fn passage(paragraph: &Paragraph, at: usize) -> Passage {
    let start = paragraph.tokens.start;
    Passage { span: paragraph.span, paragraph_id: ParagraphId(at), tokens: start..start }
}

/// The paragraphs of a side that have no words and are not hidden, in order.
fn silent(Witness { article, mask }: Witness<'_>) -> Vec<usize> {
    let all = article.paragraphs.iter().enumerate().filter(|(_, paragraph)| paragraph.tokens.is_empty());
    all.filter(|(_, paragraph)| !is_hidden(mask, paragraph)).map(|(at, _)| at).collect()
}

fn is_hidden(mask: &Mask, paragraph: &Paragraph) -> bool {
    let all = mask.hidden();
    let at = all.partition_point(|hidden| hidden.span.end() <= paragraph.span.start());
    all.get(at).is_some_and(|hidden| hidden.span.overlaps(paragraph.span))
}

fn within<'s>(silent: &'s [usize], paragraph_ids: &Range<usize>) -> &'s [usize] {
    let place = |to: usize| silent.partition_point(|&at| at < to);
    &silent[place(paragraph_ids.start)..place(paragraph_ids.end.max(paragraph_ids.start))]
}

fn spaceless(article: &Article, at: usize) -> String {
    article.paragraphs[at].span.of(&article.text).chars().filter(|c| !is_blank(*c)).collect()
}
