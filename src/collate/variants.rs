//! Finds the words in which the two sides of a match differ.

use std::ops::Range;

use similar::DiffOp;

use super::anchors::patient;
use super::collation::{Variant, Weight};
use super::spelling::may_be_one_name;
use super::witness::Seen;
use crate::article::Article;
use crate::facts::ChangeKinds;
use crate::text::{Pair, Side, Span, Token, breaks_word, key, written_alike};

/// Words a side from which on differences are not looked for word by word: one variant then says "all of it" (a limit).
const MOST: usize = 4_000;
/// Equal words, at most, over which two differences are read as one (benches/constants.md).
const ISLAND: usize = 1;

/// The most parts into which lines break a word (benches/constants.md).
const PARTS: usize = 3;

/// What is found inside a match.
pub(super) struct Compared {
    /// The differing words, in order.
    pub variants: Vec<Variant>,
    /// Words that are the same on both sides.
    pub shared: usize,
}

/// Compares two stretches of visible words; `apart` tells whether neither of two words, by their places in the stretches, stands anywhere in
/// the other article. `similar` aligns them by what counts of a word (its Patience was the most accurate on prose).
pub(super) fn compare(articles: Pair<&Article>, seen: Pair<&Seen>, apart: impl Fn(Pair<usize>) -> bool) -> Compared {
    let stretches = seen.map(Seen::words);
    let ops = aligned(stretches);
    let shared = ops.iter().map(|op| if let DiffOp::Equal { len, .. } = op { *len } else { 0 }).sum();
    let respelled = |op: &DiffOp| one_word(op).is_some_and(|at| apart(at) && spelled_twice(articles, stretches, at));
    let mut variants = changed(&ops, stretches, |op| respelled(op) || broken(op, articles, stretches));
    variants.extend(slight(&ops, articles, stretches));
    variants.sort_by_key(|variant| (variant.spans.left, variant.spans.right));
    Compared { variants, shared }
}

/// The words of one stretch that another one has not, or not in that place, as indexes into it.
pub fn differing(one: &[Token], other: &[Token]) -> Vec<usize> {
    let ops = aligned(Pair::new(one, other));
    ops.iter().filter(|op| !matches!(op, DiffOp::Equal { .. })).flat_map(DiffOp::new_range).collect()
}

/// Aligns the words of two stretches: what they begin and end with alike at once, what is left by `similar`, or, where that is
/// long, as one difference.
fn aligned(stretches: Pair<&[Token]>) -> Vec<DiffOp> {
    let (left, right) = (stretches.left, stretches.right);
    let head = left.iter().zip(right).take_while(|(a, b)| a.key == b.key).count();
    let (left, right) = (&left[head..], &right[head..]);
    let tail = left.iter().rev().zip(right.iter().rev()).take_while(|(a, b)| a.key == b.key).count();
    let keys = Pair::new(&left[..left.len() - tail], &right[..right.len() - tail])
        .map(|words| words.iter().map(|word| word.key).collect::<Vec<_>>());
    let (old, new) = (keys.left.len(), keys.right.len());
    let middle = match (old.min(new), old.max(new)) {
        (0, 0) => Vec::new(),
        (0, _) | (_, MOST..) => vec![replaced(0..old, 0..new)],
        _ => patient(&keys.left, &keys.right),
    };
    let equal = |at: Pair<usize>, len: usize| DiffOp::Equal { old_index: at.left, new_index: at.right, len };
    let mut ops = Vec::with_capacity(middle.len() + 2);
    ops.extend((head > 0).then(|| equal(Pair::new(0, 0), head)));
    ops.extend(middle.into_iter().map(|op| shifted(op, head)));
    ops.extend((tail > 0).then(|| equal(Pair::new(head + old, head + new), tail)));
    ops
}

fn shifted(op: DiffOp, by: usize) -> DiffOp {
    let (old, new) = (op.old_range(), op.new_range());
    match op {
        DiffOp::Equal { old_index, new_index, len } => {
            DiffOp::Equal { old_index: old_index + by, new_index: new_index + by, len }
        }
        _ => replaced(old.start + by..old.end + by, new.start + by..new.end + by),
    }
}

fn replaced(old: Range<usize>, new: Range<usize>) -> DiffOp {
    DiffOp::Replace { old_index: old.start, old_len: old.len(), new_index: new.start, new_len: new.len() }
}

/// Gathers the changed stretches, two that stand apart by one equal word as one: `the [big] house` reads better than islands. A word
/// that is only spelled otherwise stands alone.
fn changed(ops: &[DiffOp], stretches: Pair<&[Token]>, slight: impl Fn(&DiffOp) -> bool) -> Vec<Variant> {
    let varied = |op: &DiffOp, weight: Weight| {
        let left = span_of(stretches.left, op.old_range());
        Variant { spans: Pair::new(left, span_of(stretches.right, op.new_range())), weight, kinds: ChangeKinds::NONE }
    };
    let (mut found, mut joined): (Vec<Variant>, Vec<DiffOp>) = (Vec::new(), Vec::new());
    let mut island = 0;
    for op in ops {
        let spelled = slight(op);
        if spelled {
            found.push(varied(op, Weight::Slight));
        }
        if spelled || matches!(op, DiffOp::Equal { .. }) {
            island += op.old_range().len();
            continue;
        }
        match joined.last_mut() {
            Some(last) if island <= ISLAND && both_sides(last, op) => {
                let (old, new) =
                    (last.old_range().start..op.old_range().end, last.new_range().start..op.new_range().end);
                *last = replaced(old, new);
            }
            _ => joined.push(*op),
        }
        island = 0;
    }
    found.extend(joined.iter().map(|op| varied(op, Weight::Changed)));
    found
}

/// The places of two single words of which one is put for the other.
fn one_word(op: &DiffOp) -> Option<Pair<usize>> {
    let (old, new) = (op.old_range(), op.new_range());
    let replaced = !matches!(op, DiffOp::Equal { .. }) && old.len() == 1 && new.len() == 1;
    replaced.then_some(Pair::new(old.start, new.start))
}

fn spelled_twice(articles: Pair<&Article>, stretches: Pair<&[Token]>, at: Pair<usize>) -> bool {
    let word = Pair::from_fn(|side| stretches[side][at[side]].span.of(&articles[side].text));
    may_be_one_name(word.left, word.right)
}

/// Whether one side has a word whole that the other has in parts, as a line broke it: `continues`, `con- tinues`.
fn broken(op: &DiffOp, articles: Pair<&Article>, stretches: Pair<&[Token]>) -> bool {
    let ranges = Pair::new(op.old_range(), op.new_range());
    let (fewest, most) = (ranges.left.len().min(ranges.right.len()), ranges.left.len().max(ranges.right.len()));
    if matches!(op, DiffOp::Equal { .. }) || fewest != 1 || !(2..=PARTS).contains(&most) {
        return false;
    }
    let words = Pair::from_fn(|side| &stretches[side][ranges[side].clone()]);
    let whole = Pair::from_fn(|side: Side| {
        let text = &articles[side].text;
        let gaps = words[side].windows(2).map(|pair| Span::new(pair[0].span.end(), pair[1].span.start()).of(text));
        let broken = { gaps }.all(breaks_word);
        broken.then(|| key(&words[side].iter().map(|word| word.span.of(text)).collect::<String>()))
    });
    whole.left.is_some() && whole.left == whole.right
}

fn both_sides(a: &DiffOp, b: &DiffOp) -> bool {
    let replaces = |op: &DiffOp| !op.old_range().is_empty() && !op.new_range().is_empty();
    replaces(a) || replaces(b)
}

fn slight(ops: &[DiffOp], articles: Pair<&Article>, stretches: Pair<&[Token]>) -> Vec<Variant> {
    let mut found = Vec::new();
    let written = |op: &DiffOp| {
        let spans = Pair::new(span_of(stretches.left, op.old_range()), span_of(stretches.right, op.new_range()));
        Pair::from_fn(|side| spans[side].of(&articles[side].text))
    };
    let equal = ops.iter().filter(|op| matches!(op, DiffOp::Equal { .. }));
    for op in equal.filter(|op| {
        let written = written(op);
        written.left != written.right
    }) {
        for (left, right) in op.old_range().zip(op.new_range()) {
            let spans = Pair::new(stretches.left[left].span, stretches.right[right].span);
            if !written_alike(spans.left.of(&articles.left.text), spans.right.of(&articles.right.text)) {
                found.push(Variant { spans, weight: Weight::Slight, kinds: ChangeKinds::NONE });
            }
        }
    }
    found
}

/// The span of some of the words; where there are none, the empty span behind the word before.
fn span_of(words: &[Token], range: Range<usize>) -> Span {
    match (words.get(range.start), range.end.checked_sub(1).and_then(|last| words.get(last))) {
        (Some(first), Some(last)) if !range.is_empty() => first.span.join(last.span),
        (_, Some(last)) => Span::new(last.span.end(), last.span.end()),
        (Some(first), None) => Span::new(first.span.start(), first.span.start()),
        (None, None) => Span::default(),
    }
}
