//! Rows of tables: the same label before the same number of figures is the same row, also if figures differ.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::cancel::Cancel;
use super::clause::{Clause, SharedWords};
use super::known::Known;
use super::witness::{Word, Words};
use super::word_kind::Trait;
use crate::text::{Pair, Side};

/// The part of a row's words, in hundredths, that another row has in the same places (chosen: a label and one of two figures is more).
const SAME: usize = 50;

/// A row: a paragraph of one sentence that is a label and figures.
#[derive(Clone, Debug)]
struct Row {
    /// Its words, as indexes of visible words.
    words: Range<usize>,
    /// The number of words before the first figure.
    label: usize,
}

/// Finds edited matches of rows of tables of which no clause has anything. In each article such a row stands next to another one with as
/// many figures, and no other row has its label. Linear.
pub(super) fn ruled(known: &Known<'_>, clauses: &[Clause], cancel: &Cancel) -> Vec<Clause> {
    let mut taken = known.words.rows.as_ref().map(|row| vec![false; row.len()]);
    for clause in cancel.watched(clauses) {
        for side in Side::BOTH {
            taken[side][clause.start[side]..clause.end[side]].fill(true);
        }
    }
    let rows = Pair::from_fn(|side| by_label(known, side, cancel));
    let mut found = Vec::new();
    for (label, left) in cancel.watched(&rows.left) {
        let (Some(left), Some(Some(right))) = (left, rows.right.get(label)) else { continue };
        let within = Pair::new(left.words.clone(), right.words.clone());
        let is_free = Side::BOTH.iter().all(|&side| !taken[side][within[side].clone()].contains(&true));
        if is_free {
            found.extend(edited(known.words, &within));
        }
    }
    found
}

/// The rows of a side by their labels; none for a label that several have.
fn by_label(known: &Known<'_>, side: Side, cancel: &Cancel) -> FxHashMap<Vec<u32>, Option<Row>> {
    let all = &known.words.rows[side];
    let mut at = 0;
    let paragraphs = cancel.watched(all.chunk_by(|a, b| a.paragraph == b.paragraph)).map(|paragraph| {
        at += paragraph.len();
        row(known, side, at - paragraph.len()..at)
    });
    let rows: Vec<Option<Row>> = paragraphs.collect();
    let cells = |at: usize| rows.get(at).and_then(Option::as_ref).map(|row| row.words.len() - row.label);
    let mut found: FxHashMap<Vec<u32>, Option<Row>> = FxHashMap::default();
    for (at, row) in rows.iter().enumerate() {
        let Some(row) = row else { continue };
        if cells(at) == cells(at + 1) || at > 0 && cells(at) == cells(at - 1) {
            let label = all[row.words.start..row.words.start + row.label].iter().map(|word| word.id).collect();
            found.entry(label).and_modify(|row| *row = None).or_insert_with(|| Some(row.clone()));
        }
    }
    found
}

/// Takes a paragraph as a row: a label that says something, and then nothing but figures and signs.
fn row(known: &Known<'_>, side: Side, words: Range<usize>) -> Option<Row> {
    let (all, article) = (known.words.rows[side].get(words.clone())?, known.witnesses[side].article);
    let has = |word: &Word, of: fn(char) -> bool| {
        article.tokens.get(word.token as usize).is_some_and(|token| token.span.of(&article.text).contains(of))
    };
    let label = all.iter().position(|word| has(word, |c| c.is_ascii_digit()))?;
    let says = |word: &Word| known.traits.of[known.words.stems[word.id as usize] as usize] != Trait::Function;
    let is_row = all.iter().all(|word| word.sentence == all[0].sentence)
        && all[..label].iter().any(|word| says(word) && has(word, char::is_alphabetic))
        && !all[label..].iter().any(|word| has(word, char::is_alphabetic));
    is_row.then_some(Row { words, label })
}

/// An edited match of two rows, where they have enough in common.
fn edited(words: &Words, rows: &Pair<Range<usize>>) -> Option<Clause> {
    let length = rows.left.len();
    let ids = |side: Side| words.rows[side][rows[side].clone()].iter().map(|word| word.id as usize);
    let shared = || ids(Side::Left).zip(ids(Side::Right)).filter(|(left, right)| left == right);
    let count = shared().count();
    if length != rows.right.len() || count == length || count * 100 < length * SAME {
        return None;
    }
    let weight = shared().map(|(id, _)| words.weights[id]).sum();
    let (start, end) = (rows.as_ref().map(|row| row.start), rows.as_ref().map(|row| row.end));
    let clause = Clause::reworded(start, end, SharedWords { count, weight }, words.salt(start, end));
    Some(Clause { reworded: false, ..clause })
}
