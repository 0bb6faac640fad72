//! Variants: the words in which the two sides of a match differ.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::collation::{Variant, Weight};
use crate::article::Article;
use crate::text::{Pair, Span, Token, written_alike};

/// Words a side from which on differences are not looked for word by word: one variant then says "all of it".
const MOST: usize = 4_000;
/// Equal words, at most, over which two differences are read as one.
const ISLAND: usize = 1;

/// What is found inside a match.
pub(super) struct Compared {
    /// The differing words, in order.
    pub variants: Vec<Variant>,
    /// Words that are the same on both sides.
    pub shared: usize,
}

/// Compares two stretches of words. `similar` aligns them by what counts of a word (its Patience was the most accurate on prose).
pub(super) fn compare(articles: Pair<&Article>, stretches: Pair<&[Token]>) -> Compared {
    if stretches.left.len() > MOST || stretches.right.len() > MOST {
        return compare_long(articles, stretches);
    }
    let keys = stretches.map(|words| words.iter().map(|word| word.key).collect::<Vec<_>>());
    let ops = capture_diff_slices(Algorithm::Patience, &keys.left, &keys.right);
    let shared = ops.iter().map(|op| if let DiffOp::Equal { len, .. } = op { *len } else { 0 }).sum();
    let mut variants = changed(&ops, stretches);
    variants.extend(slight(&ops, articles, stretches));
    variants.sort_by_key(|variant| (variant.spans.left, variant.spans.right));
    Compared { variants, shared }
}

fn compare_long(articles: Pair<&Article>, stretches: Pair<&[Token]>) -> Compared {
    let keys = stretches.map(|words| words.iter().map(|word| word.key));
    if keys.left.clone().eq(keys.right.clone()) {
        let op = DiffOp::Equal { old_index: 0, new_index: 0, len: stretches.left.len() };
        return Compared { variants: slight(&[op], articles, stretches), shared: stretches.left.len() };
    }
    let spans = stretches.map(|words| span_of(words, 0..words.len()));
    Compared { variants: vec![Variant { spans, weight: Weight::Changed }], shared: 0 }
}

/// Gathers the changed stretches, two that stand apart by one equal word as one: `the [big] house` reads better than islands.
fn changed(ops: &[DiffOp], stretches: Pair<&[Token]>) -> Vec<Variant> {
    let mut joined: Vec<DiffOp> = Vec::new();
    let mut island: Option<usize> = None;
    for op in ops {
        if let DiffOp::Equal { len, .. } = op {
            island = Some(*len);
            continue;
        }
        match joined.last_mut() {
            Some(last) if island.is_some_and(|len| len <= ISLAND) && both_sides(last, op) => {
                *last = DiffOp::Replace {
                    old_index: last.old_range().start,
                    old_len: op.old_range().end - last.old_range().start,
                    new_index: last.new_range().start,
                    new_len: op.new_range().end - last.new_range().start,
                };
            }
            _ => joined.push(*op),
        }
        island = None;
    }
    joined
        .iter()
        .map(|op| Variant {
            spans: Pair::new(span_of(stretches.left, op.old_range()), span_of(stretches.right, op.new_range())),
            weight: Weight::Changed,
        })
        .collect()
}

fn both_sides(a: &DiffOp, b: &DiffOp) -> bool {
    let replaces = |op: &DiffOp| matches!(op, DiffOp::Replace { .. });
    replaces(a) || replaces(b)
}

fn slight(ops: &[DiffOp], articles: Pair<&Article>, stretches: Pair<&[Token]>) -> Vec<Variant> {
    let mut found = Vec::new();
    for op in ops.iter().filter(|op| matches!(op, DiffOp::Equal { .. })) {
        for (left, right) in op.old_range().zip(op.new_range()) {
            let spans = Pair::new(stretches.left[left].span, stretches.right[right].span);
            if !written_alike(spans.left.of(&articles.left.text), spans.right.of(&articles.right.text)) {
                found.push(Variant { spans, weight: Weight::Slight });
            }
        }
    }
    found
}

/// Gives the span of some of the words; where there are none, the empty span behind the word before.
fn span_of(words: &[Token], range: std::ops::Range<usize>) -> Span {
    match (words.get(range.start), range.end.checked_sub(1).and_then(|last| words.get(last))) {
        (Some(first), Some(last)) if !range.is_empty() => first.span.join(last.span),
        (_, Some(last)) => Span::new(last.span.end(), last.span.end()),
        (Some(first), None) => Span::new(first.span.start(), first.span.start()),
        (None, None) => Span::default(),
    }
}
