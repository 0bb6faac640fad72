//! Whole sentences that both sides have, however short: a name in a list, a heading, a one-word answer. They are too short to be evidence,
//! but text that both sides have must not count as unmatched.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::cancel::Cancel;
use super::clause::{Clause, SharedWords};
use super::clauses::in_order;
use super::witness::{Word, Words};
use crate::text::{Pair, Side};

/// Where a sentence of these words stands on a side.
#[derive(Debug, Default)]
struct SidePlaces {
    /// Where no clause has any of it, in order.
    free: Vec<usize>,
    /// The first place where one has.
    taken: Option<usize>,
}

/// Adds a clause for each sentence of which no clause has anything and that the other side has whole: the first with the first, and so on;
/// what is left over is an echo. Linear in the words.
pub(super) fn with_whole(words: &Words, clauses: &mut Vec<Clause>, cancel: &Cancel) {
    let ids = words.rows.as_ref().map(|row| cancel.watched(row).map(|word| word.id).collect::<Vec<u32>>());
    let mut taken = ids.as_ref().map(|ids| vec![false; ids.len()]);
    for clause in cancel.watched(clauses.iter()) {
        for side in Side::BOTH {
            taken[side][clause.start[side]..clause.end[side]].fill(true);
        }
    }
    if cancel.is_cancelled() {
        return;
    }
    let sentences = words.rows.as_ref().map(|row| sentences(row, cancel));
    let mut known: FxHashMap<&[u32], Pair<SidePlaces>> = FxHashMap::default();
    let is_free = |side: Side, sentence: &Range<usize>| !taken[side][sentence.clone()].contains(&true);
    for side in Side::BOTH {
        for sentence in cancel.watched(&sentences[side]).filter(|sentence| is_free(side, sentence)) {
            known.entry(&ids[side][sentence.clone()]).or_default()[side].free.push(sentence.start);
        }
    }
    for side in Side::BOTH {
        for sentence in cancel.watched(&sentences[side]).filter(|sentence| !is_free(side, sentence)) {
            if let Some(places) = known.get_mut(&ids[side][sentence.clone()]) {
                places[side].taken.get_or_insert(sentence.start);
            }
        }
    }
    let before = clauses.len();
    for side in Side::BOTH {
        for sentence in cancel.watched(&sentences[side]).filter(|sentence| is_free(side, sentence)) {
            let Some(places) = known.get(&ids[side][sentence.clone()]) else { continue };
            let Ok(at) = places[side].free.binary_search(&sentence.start) else { continue };
            let other = &places[side.other()];
            let (there, echo) = match other.free.get(at) {
                Some(_) if side == Side::Right => continue,
                Some(there) => (Some(*there), false),
                None => (other.free.last().copied().or(other.taken), true),
            };
            let Some(there) = there else { continue };
            let start = match side {
                Side::Left => Pair::new(sentence.start, there),
                Side::Right => Pair::new(there, sentence.start),
            };
            clauses.push(clause(words, start, sentence.len(), echo));
        }
    }
    if clauses.len() > before {
        in_order(clauses, cancel);
    }
}

fn clause(words: &Words, start: Pair<usize>, count: usize, echo: bool) -> Clause {
    let end = start.map(|at| at + count);
    let weight = words.rows.left[start.left..end.left].iter().map(|word| words.weights[word.id as usize]).sum();
    Clause {
        reworded: false,
        echo,
        whole: true,
        ..Clause::reworded(start, end, SharedWords { count, weight }, words.salt(start, end))
    }
}

fn sentences(row: &[Word], cancel: &Cancel) -> Vec<Range<usize>> {
    let mut end = 0;
    let each = cancel.watched(row.chunk_by(|a, b| a.sentence == b.sentence)).map(|sentence| {
        end += sentence.len();
        end - sentence.len()..end
    });
    each.collect()
}
