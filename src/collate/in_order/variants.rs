//! Variants of a passage in order: its differing words, and its match.

use std::ops::Range;

use super::exact::{Exactness, Spaces, counting};
use super::matched::Draft;
use super::texts::Texts;
use crate::article::Locus;
use crate::collate::collation::{Class, Match, Passage, Variant, Weight};
use crate::collate::engine::with_marks;
use crate::collate::spelling::nearly_alike;
use crate::text::{Pair, Side, Span, fold, written_alike};

/// Whether a passage stands in the order of the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Kept,
    Moved,
}

/// Makes a match of a passage.
pub(super) fn matched(texts: &Texts<'_>, draft: &Draft, order: Order) -> Match {
    let shared = draft.shared();
    let passages = Pair::from_fn(|side| passage(texts, side, &draft.range[side]));
    let weight: i64 = draft.runs.iter().map(|run| weight(texts, run.at.left, run.words)).sum();
    let changes: Vec<Variant> = changes(draft).map(|change| varied(texts, &change)).collect();
    let is_joined = |change: &Pair<Range<usize>>| same_letters(texts, change);
    let verbatim = self::changes(draft).all(|change| is_joined(&change));
    let mut variants = changes;
    if texts.exactness == Exactness::Words {
        variants.extend(respelled(texts, draft));
    }
    variants.sort_by_key(|variant| (variant.spans.left, variant.spans.right));
    Match {
        passages,
        class: if verbatim { Class::Verbatim } else { Class::Edited },
        moved: order == Order::Moved,
        echo: false,
        copies: Pair::new(1, 1),
        variants,
        shared,
        rarity: (weight / 1024).max(0) as usize,
    }
}

fn passage(texts: &Texts<'_>, side: Side, range: &Range<usize>) -> Passage {
    let row = &texts.words.rows[side];
    let (first, last) = (row[range.start], row[range.end - 1]);
    let tokens = first.token as usize..last.token as usize + 1;
    let article = texts.articles[side];
    let opening = with_marks(article, &(tokens.start..tokens.start + 1), first.sentence as usize);
    let closing = with_marks(article, &(tokens.end - 1..tokens.end), last.sentence as usize);
    Passage { span: opening.join(closing), locus: Locus(first.paragraph as usize), tokens }
}

fn weight(texts: &Texts<'_>, start: usize, words: usize) -> i64 {
    let row = &texts.words.rows.left[start..start + words];
    row.iter().map(|word| texts.words.weights[word.id as usize]).sum()
}

/// Gives what differs in a passage: before, between and behind its runs.
fn changes(draft: &Draft) -> impl Iterator<Item = Pair<Range<usize>>> + '_ {
    let starts = std::iter::once(draft.range.as_ref().map(|range| range.start))
        .chain(draft.runs.iter().map(|run| Pair::from_fn(|side| run.end(side))));
    let ends = draft.runs.iter().map(|run| run.at).chain(std::iter::once(draft.range.as_ref().map(|range| range.end)));
    let between = starts.zip(ends).map(|(start, end)| Pair::from_fn(|side| start[side]..end[side]));
    between.filter(|change| !change.left.is_empty() || !change.right.is_empty())
}

fn varied(texts: &Texts<'_>, change: &Pair<Range<usize>>) -> Variant {
    let spans = Pair::from_fn(|side| span_of(&texts.extents[side], &change[side]));
    let slight = same_letters(texts, change) || respelled_name(texts, change);
    let spans = if texts.exactness == Exactness::Words { spans } else { narrowed(texts, spans) };
    Variant { spans, weight: if slight { Weight::Slight } else { Weight::Changed } }
}

/// Leaves out what two stretches begin and end with alike, up to the borders of words.
fn narrowed(texts: &Texts<'_>, spans: Pair<Span>) -> Pair<Span> {
    let said = Pair::from_fn(|side: Side| spans[side].of(&texts.articles[side].text));
    if said.left.is_empty() || said.right.is_empty() {
        return spans;
    }
    let head = alike(said.left.chars(), said.right.chars());
    let rest = said.map(|text| &text[head..]);
    let tail = alike(rest.left.chars().rev(), rest.right.chars().rev());
    let narrow = Pair::from_fn(|side| Span::new(spans[side].start() + head, spans[side].end() - tail));
    // A mere space would not be seen.
    let blank = |side: Side| narrow[side].of(&texts.articles[side].text).trim().is_empty();
    if blank(Side::Left) && blank(Side::Right) { spans } else { narrow }
}

/// Gives the bytes with which two texts begin alike, up to a border of words in both.
fn alike(mut left: impl Iterator<Item = char>, mut right: impl Iterator<Item = char>) -> usize {
    let (mut border, mut reached, mut inside) = (0, 0, false);
    loop {
        let next = Pair::new(left.next(), right.next());
        let goes_on = |c: Option<char>| inside && c.is_some_and(char::is_alphanumeric);
        if !goes_on(next.left) && !goes_on(next.right) {
            border = reached;
        }
        match next.left.filter(|_| next.left == next.right) {
            Some(c) => (reached, inside) = (reached + c.len_utf8(), c.is_alphanumeric()),
            None => return border,
        }
    }
}

/// Tells whether one word is put for another that is nearly the same, and neither text has the other's.
fn respelled_name(texts: &Texts<'_>, change: &Pair<Range<usize>>) -> bool {
    if change.left.len() != 1 || change.right.len() != 1 {
        return false;
    }
    let word = Pair::from_fn(|side| texts.words.rows[side][change[side].start]);
    let said = Pair::from_fn(|side: Side| written(texts, side, change[side].start));
    !texts.words.present.right[word.left.id as usize]
        && !texts.words.present.left[word.right.id as usize]
        && nearly_alike(said.left, said.right)
}

/// Tells whether two stretches are of the same letters: a word was parted at the end of a line, or white space does not count.
fn same_letters(texts: &Texts<'_>, change: &Pair<Range<usize>>) -> bool {
    let said = |side: Side, each: &dyn Fn(usize) -> String| change[side].clone().map(each).collect::<String>();
    match texts.exactness {
        Exactness::Words => {
            let parted = |side: Side| change[side].clone().any(|at| written(texts, side, at).contains('\n'));
            (parted(Side::Left) || parted(Side::Right))
                && said(Side::Left, &|at| fold(written(texts, Side::Left, at)))
                    == said(Side::Right, &|at| fold(written(texts, Side::Right, at)))
        }
        Exactness::Characters(case, Spaces::Ignored) => {
            let counts = |side: Side, at: usize| {
                counting(texts.extents[side][at].of(&texts.articles[side].text), case, Spaces::Ignored)
            };
            said(Side::Left, &|at| counts(Side::Left, at)) == said(Side::Right, &|at| counts(Side::Right, at))
        }
        Exactness::Characters(..) => false,
    }
}

fn written<'t>(texts: &'t Texts<'_>, side: Side, at: usize) -> &'t str {
    let article = texts.articles[side];
    article.tokens[texts.words.rows[side][at].token as usize].span.of(&article.text)
}

/// Gives the words that are the same and written in another way.
fn respelled(texts: &Texts<'_>, draft: &Draft) -> Vec<Variant> {
    let mut found = Vec::new();
    for run in &draft.runs {
        for step in 0..run.words {
            let at = run.at.map(|at| at + step);
            if !written_alike(written(texts, Side::Left, at.left), written(texts, Side::Right, at.right)) {
                let spans = Pair::from_fn(|side| texts.extents[side][at[side]]);
                found.push(Variant { spans, weight: Weight::Slight });
            }
        }
    }
    found
}

/// Gives the span of some words; where there are none, the empty one behind the word before.
fn span_of(extents: &[Span], range: &Range<usize>) -> Span {
    match (extents.get(range.start), range.end.checked_sub(1).and_then(|last| extents.get(last))) {
        (Some(first), Some(last)) if !range.is_empty() => first.join(*last),
        (_, Some(last)) => Span::new(last.end(), last.end()),
        (Some(first), None) => Span::new(first.start(), first.start()),
        (None, None) => Span::default(),
    }
}
