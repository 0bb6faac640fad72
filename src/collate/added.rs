//! What one side of a match adds: clauses inside an edited or reworded sentence for which nothing is found in the other
//! witness.
//!
//! Between two telling words that both sides have, the one side has several more. If the other has nothing there, or next to nothing, that is
//! an addition; if it has something else, or if the sentences are only reworded, then only where the words name something or give figures of
//! which the other witness says nothing at all. Rather too little is told than something that the other tells in other words.

use std::ops::Range;

use similar::DiffOp;

use super::anchors::patient;
use super::cancel::Cancel;
use super::collation::{Class, Match, Passage};
use super::elsewhere::{Elsewhere, TELLING, tells};
use super::phrase_ends::{is_beside, whole_phrases};
use super::traits::Traits;
use super::verdict::SentenceVerdict;
use super::witness::{Witness, Word, Words};
use super::word_kind::Trait;
use crate::article::ParagraphId;
use crate::text::{Pair, Side};

/// An addition has at least so many times the words that the other side has in its place (benches/constants.md).
const TIMES: usize = 3;
/// Names and figures of which the other witness says nothing, where it may tell the rest in other words (benches/constants.md).
const NEW: usize = 2;
/// Sentences with a word from which on it counts as if all had it (a limit).
const COMMON: usize = 32;
/// Telling words of a side of a match up to which it is looked at (a limit).
const MOST: usize = 400;

/// A stretch of one side of a match for which the other side has nothing, or something else.
#[derive(Clone, Debug)]
struct Gap {
    /// The words, as indexes of visible words.
    words: Range<usize>,
    /// Whether the other side may tell it in other words.
    doubtful: bool,
}

/// Two witnesses, their visible words, and what these are.
pub(super) struct ReadPair<'a> {
    /// The witnesses.
    pub witnesses: Pair<Witness<'a>>,
    /// Their visible words.
    pub words: &'a Words,
    /// Which of these are names and figures.
    pub traits: &'a Traits,
}

/// The visible words of both witnesses, and which of them tell something.
struct Told<'w> {
    words: &'w Words,
    tells: Pair<Vec<bool>>,
}

/// Finds the additions of both witnesses, in order; each lies inside one sentence. Costs the words of the matches, and for each addition the
/// sentences that have its words.
pub(super) fn added(pair: &ReadPair<'_>, matches: &[Match], cancel: &Cancel) -> Pair<Vec<Passage>> {
    let ReadPair { witnesses, words, traits } = *pair;
    let told = Told { words, tells: Pair::from_fn(|side: Side| telling(witnesses[side], words, side, cancel)) };
    let mut held = words.rows.as_ref().map(|row| vec![false; row.len()]);
    let mut gaps: Pair<Vec<Gap>> = Pair::default();
    for found in cancel.watched(matches) {
        let within = Pair::from_fn(|side: Side| places(&words.rows[side], &found.passages[side].tokens));
        for side in Side::BOTH {
            let own = told.gaps(found, &within, side);
            let mut from = within[side].start;
            for gap in &own {
                held[side][from..gap.words.start].fill(true);
                from = gap.words.end;
            }
            held[side][from..within[side].end].fill(true);
            gaps[side].extend(own);
        }
    }
    Pair::from_fn(|side: Side| {
        if gaps[side].is_empty() {
            return Vec::new();
        }
        let elsewhere = told.elsewhere(side.other(), cancel);
        let row = &words.rows[side];
        let is_new = |at: &usize| {
            let stem = told.stem(side, *at);
            let names = match traits.of[stem as usize] {
                Trait::Name => traits.names[side][*at].is_some(),
                kind => kind == Trait::Number,
            };
            names && told.tells[side][*at] && !elsewhere.has(stem)
        };
        let mut kept: Vec<Passage> = Vec::new();
        for gap in cancel.watched(&gaps[side]) {
            for run in free(row, &gap.words, &held[side]) {
                let Some(run) = whole_phrases(witnesses[side], row, run) else { continue };
                let stems = run.clone().filter(|at| told.tells[side][*at]).map(|at| told.stem(side, at)).collect();
                let sure = !gap.doubtful || run.clone().filter(is_new).count() >= NEW;
                if sure && elsewhere.lacks(stems, |_| false) {
                    kept.extend(passage(witnesses[side], &row[run]));
                }
            }
        }
        kept.sort_by_key(|it| (it.tokens.start, it.tokens.end));
        kept.dedup_by(|next, last| next.tokens.start < last.tokens.end);
        kept
    })
}

impl Told<'_> {
    fn stem(&self, side: Side, at: usize) -> u32 {
        self.words.stems[self.words.rows[side][at].id as usize]
    }

    fn elsewhere(&self, side: Side, cancel: &Cancel) -> Elsewhere {
        let each = cancel.watched(self.words.rows[side].iter().enumerate());
        let telling = each.filter(|(at, _)| self.tells[side][*at]);
        Elsewhere::new(telling.map(|(_, word)| (self.words.stems[word.id as usize], word.sentence)), COMMON)
    }

    /// The stretches of one side of a match that may be additions, in order. What somebody decided to be the same adds nothing.
    fn gaps(&self, found: &Match, within: &Pair<Range<usize>>, side: Side) -> Vec<Gap> {
        if found.class == Class::Verbatim || found.decided == Some(SentenceVerdict::Same) {
            return Vec::new();
        }
        let telling = |side: Side| within[side].clone().filter(|at| self.tells[side][*at]).collect::<Vec<usize>>();
        let telling = Pair::from_fn(telling);
        if telling[side].len() <= TELLING || telling.left.len() > MOST || telling.right.len() > MOST {
            return Vec::new();
        }
        let stems = Pair::from_fn(|side| telling[side].iter().map(|at| self.stem(side, *at)).collect::<Vec<u32>>());
        let ops = patient(&stems.left, &stems.right);
        if !ops.iter().any(|op| matches!(op, DiffOp::Equal { .. })) {
            return Vec::new();
        }
        let lacks = |at: &usize| !stems[side.other()].contains(&self.stem(side, *at));
        let gap = |op: &DiffOp| {
            let ranges = Pair::new(op.old_range(), op.new_range());
            let own = &telling[side][ranges[side].clone()];
            let new = own.iter().filter(|at| lacks(at)).count();
            if matches!(op, DiffOp::Equal { .. }) || new < TELLING {
                return None;
            }
            // Between the telling words before and behind that both have, or the ends of the passages.
            let between = Pair::from_fn(|side: Side| {
                let before = ranges[side].start.checked_sub(1).and_then(|at| telling[side].get(at));
                let behind = telling[side].get(ranges[side].end).copied();
                before.map_or(within[side].start, |at| at + 1)..behind.unwrap_or(within[side].end)
            });
            let doubtful = found.class == Class::Reworded || new < self.instead(&between, within, side.other()) * TIMES;
            // What is doubtful has no word that the other side has in another place.
            let holds = !doubtful || new == own.len();
            holds.then(|| Gap { words: self.trimmed(&between, side), doubtful })
        };
        ops.iter().filter_map(gap).collect()
    }

    /// How many content words a side has in a place, that the other side of the match lacks.
    fn instead(&self, between: &Pair<Range<usize>>, within: &Pair<Range<usize>>, side: Side) -> usize {
        let has = |stem: u32| within[side.other()].clone().any(|at| self.stem(side.other(), at) == stem);
        let says = |stem: &u32| self.words.kinds[*stem as usize] != Trait::Function && !has(*stem);
        between[side].clone().map(|at| self.stem(side, at)).filter(says).count()
    }

    /// A stretch without the words with which both it and that of the other side begin and end.
    fn trimmed(&self, between: &Pair<Range<usize>>, side: Side) -> Range<usize> {
        let id = |side: Side, at: usize| self.words.rows[side][at].id;
        let (own, other) = (&between[side], &between[side.other()]);
        let most = own.len().min(other.len());
        let at_head = |at: &usize| id(side, own.start + at) == id(side.other(), other.start + at);
        let head = (0..most).take_while(at_head).count();
        let at_tail = |at: &usize| id(side, own.end - 1 - at) == id(side.other(), other.end - 1 - at);
        let tail = (0..most - head).take_while(at_tail).count();
        own.start + head..own.end - tail
    }
}

fn telling(witness: Witness<'_>, words: &Words, side: Side, cancel: &Cancel) -> Vec<bool> {
    let article = witness.article;
    let written = |word: &Word| article.tokens[word.token as usize].span.of(&article.text);
    let kind = |word: &Word| words.kinds[words.stems[word.id as usize] as usize];
    cancel.watched(&words.rows[side]).map(|word| tells(kind(word), written(word))).collect()
}

/// The visible words of some of an article's, as indexes of the row.
fn places(row: &[Word], tokens: &Range<usize>) -> Range<usize> {
    let at = |token: usize| row.partition_point(|word| (word.token as usize) < token);
    at(tokens.start)..at(tokens.end)
}

/// The parts of a stretch that no match holds, each inside one sentence and without hidden words between.
fn free(row: &[Word], gap: &Range<usize>, held: &[bool]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for at in gap.clone().filter(|at| !held[*at]) {
        match found.last_mut().filter(|last| last.end == at && is_beside(row, at)) {
            Some(last) => last.end = at + 1,
            None => found.push(at..at + 1),
        }
    }
    found
}

fn passage(witness: Witness<'_>, run: &[Word]) -> Option<Passage> {
    let (first, last) = (run.first()?, run.last()?);
    let span = |word: &Word| witness.article.tokens[word.token as usize].span;
    let tokens = first.token as usize..last.token as usize + 1;
    Some(Passage { span: span(first).join(span(last)), paragraph_id: ParagraphId(first.paragraph as usize), tokens })
}
