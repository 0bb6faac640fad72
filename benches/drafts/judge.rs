//! What is told of a draft, held against the truth.

use std::collections::BTreeMap;
use std::ops::Range;

use ibid::text::{Pair, Side};

use super::draft::{Change, Draft, Move};
use super::edits::Edit;
use super::found::Found;
use super::score::{Fault, Score, What};
use super::text::Placed;
use super::truth::{Fate, Piece, meet, pieces, slides, words};

/// Holds what was told of a draft against the truth.
pub fn judge(draft: &Draft, found: &Found) -> (Score, Vec<Fault>) {
    let mut judged = Judge { draft, found, score: Score { drafts: 1, ..Score::default() }, faults: Vec::new() };
    let told = pieces(&found.fates);
    let keys = Pair::from_fn(|side: Side| draft.words[side].iter().map(|word| word.key.as_str()).collect::<Vec<_>>());
    let reach: Vec<Piece> = draft.changes.iter().map(|change| slides(&change.piece, &draft.fates, &keys)).collect();
    draft.changes.iter().zip(&reach).for_each(|(change, reach)| judged.change(change, reach, &told));
    judged.kept(&told, &reach, &keys);
    draft.moves.iter().for_each(|moved| judged.moved(moved));
    judged.marks();
    (judged.score, judged.faults)
}

struct Judge<'a> {
    draft: &'a Draft,
    found: &'a Found,
    score: Score,
    faults: Vec<Fault>,
}

impl Judge<'_> {
    fn fault(&mut self, what: What, edit: Option<Edit>, at: Piece, count: usize) {
        self.faults.push(Fault { what, edit, at, count });
    }

    /// Judges whether a change is told, and in how many pieces.
    fn change(&mut self, change: &Change, reach: &Piece, told: &[Piece]) {
        self.score.changes += 1;
        let is_told = |side: Side, at: usize| !matches!(self.found.fates[side][at], Fate::Kept(_));
        if !Side::BOTH.iter().any(|&side| words(reach, side).any(|at| is_told(side, at))) {
            self.score.missed += 1;
            self.fault(What::Missed, Some(change.edit), change.piece.clone(), 1);
        }
        let pieces = told.iter().filter(|piece| meet(piece, reach, 0)).count();
        self.score.pieces += pieces;
        if pieces > 1 {
            self.fault(What::Pieces, Some(change.edit), change.piece.clone(), pieces);
        }
    }

    /// Counts the words that stayed and are told to be changed. Words count, not their places: in each cluster of true changes and
    /// pieces that meet, what is told in excess of what truly changed.
    fn kept(&mut self, told: &[Piece], reach: &[Piece], keys: &Pair<Vec<&str>>) {
        for side in Side::BOTH {
            self.score.kept += self.draft.fates[side].iter().filter(|fate| matches!(fate, Fate::Kept(_))).count();
        }
        let truths: Vec<Truth> = self.truths(reach);
        for (pieces, truths) in clusters(told, &truths) {
            let wrong: usize = Side::BOTH.iter().map(|&side| self.excess(side, &pieces, &truths, keys)).sum();
            if wrong > 0 {
                self.score.called_changed += wrong;
                let at = Pair::from_fn(|side: Side| pieces.iter().flat_map(|piece| piece[side].clone()).collect());
                self.fault(What::CalledChanged, truths.iter().find_map(|truth| truth.edit), at, wrong);
            }
        }
        self.kept_called_moved();
        self.kept_numbers();
    }

    /// Gives what may rightly be told to be changed: the changes and, where moves are not told, what was moved.
    fn truths(&self, reach: &[Piece]) -> Vec<Truth> {
        let changes = self.draft.changes.iter().zip(reach);
        let changes = changes.map(|(change, reach)| {
            let (piece, reach) = (change.piece.clone(), reach.clone());
            Truth { edit: Some(change.edit), piece, reach }
        });
        let moves = self.draft.moves.iter().filter(|_| !self.found.knows.moves).map(|moved| {
            let mut piece = Piece::default();
            for side in Side::BOTH {
                moved.words.iter().for_each(|pair| push(&mut piece[side], pair[side]));
            }
            Truth { edit: Some(moved.edit), reach: piece.clone(), piece }
        });
        changes.chain(moves).collect()
    }

    /// Counts words of pieces that the truth does not have.
    fn excess(&self, side: Side, pieces: &[&Piece], truths: &[&Truth], keys: &Pair<Vec<&str>>) -> usize {
        let mut counts: BTreeMap<&str, isize> = BTreeMap::new();
        let moved = |at: usize| self.found.knows.moves && matches!(self.draft.fates[side][at], Fate::Moved(_));
        for at in pieces.iter().flat_map(|piece| words(piece, side)) {
            if !moved(at) && !self.is_dressed(side, at) {
                *counts.entry(keys[side][at]).or_default() += 1;
            }
        }
        for at in truths.iter().flat_map(|truth| words(&truth.piece, side)) {
            *counts.entry(keys[side][at]).or_default() -= 1;
        }
        counts.into_values().filter(|count| *count > 0).map(isize::unsigned_abs).sum()
    }

    /// Tells whether a word that stayed differs in what the comparison cannot tell from letters.
    fn is_dressed(&self, side: Side, at: usize) -> bool {
        let Some(pair) = self.draft.marked.iter().find(|pair| pair[side] == at) else { return false };
        let said = |side: Side| &self.draft.texts[side][self.draft.words[side][pair[side]].span.clone()];
        if said(Side::Left) == said(Side::Right) { !self.found.knows.marks } else { !self.found.knows.case }
    }

    fn kept_called_moved(&mut self) {
        let mut at = Piece::default();
        for side in Side::BOTH {
            for (word, (truth, told)) in self.draft.fates[side].iter().zip(&self.found.fates[side]).enumerate() {
                if matches!((truth, told), (Fate::Kept(_), Fate::Moved(_))) {
                    push(&mut at[side], word);
                }
            }
        }
        let count: usize = Side::BOTH.iter().map(|&side| words(&at, side).count()).sum();
        if count > 0 {
            self.score.called_changed += count;
            self.fault(What::CalledMoved, None, at, count);
        }
    }

    /// Counts numbers of items that stayed and are told to be changed; those that count otherwise now are marks.
    fn kept_numbers(&mut self) {
        for side in Side::BOTH {
            let numbers = &self.draft.numbers[side];
            let other = |id: u32| self.draft.numbers[side.other()].iter().find(|other| other.id == id);
            let is_new = |number: &Placed| other(number.id).is_some_and(|other| other.key != number.key);
            let judged = numbers.iter().filter(|number| self.found.knows.marks || !is_new(number));
            let judged: Vec<&Placed> = judged.collect();
            self.score.kept += judged.len();
            for number in judged {
                if overlaps(&self.found.changed[side], &number.span) {
                    self.score.called_changed += 1;
                    let next = self.draft.words[side].partition_point(|word| word.span.start < number.span.start);
                    let mut at = Piece::default();
                    at[side].push(next..next + 1);
                    self.fault(What::NumberChanged, None, at, 1);
                }
            }
        }
    }

    fn moved(&mut self, moved: &Move) {
        self.score.moves += 1;
        let place = |side: Side| {
            let each = moved.words.iter().map(|pair| pair[side]);
            each.clone().min().unwrap_or(0)..each.max().map_or(0, |last| last + 1)
        };
        let there = place(Side::Right);
        let goes = |pair: &&Pair<usize>| matches!(self.found.fates.left[pair.left], Fate::Moved(right) if there.contains(&right));
        if moved.words.iter().filter(goes).count() * 2 >= moved.words.len() {
            self.score.found += 1;
        } else {
            let at = Pair::new(vec![place(Side::Left)], vec![there]);
            self.fault(What::NotMoved, Some(moved.edit), at, moved.words.len());
        }
    }

    /// Judges which words are told to have other marks; of those beside words that were added, removed or moved nothing is asked, since
    /// their marks may be told with these.
    fn marks(&mut self) {
        for (left, fate) in self.draft.fates.left.iter().enumerate() {
            let Fate::Kept(Some(right)) = *fate else { continue };
            let pair = Pair::new(left, right);
            if Side::BOTH.into_iter().any(|side| self.is_beside(side, pair[side])) {
                continue;
            }
            let is_told = |side: Side| {
                let dressed = &self.draft.words[side][pair[side]].dressed;
                overlaps(&self.found.marks[side], dressed) || overlaps(&self.found.changed[side], dressed)
            };
            let told = Side::BOTH.into_iter().any(is_told);
            let at = pair.map(|at| std::iter::once(at..at + 1).collect());
            let dressed = |side: Side| &self.draft.texts[side][self.draft.words[side][pair[side]].dressed.clone()];
            if dressed(Side::Left) == dressed(Side::Right) {
                self.score.plain += 1;
                if told {
                    self.score.called_marked += 1;
                    self.fault(What::CalledMarked, None, at, 1);
                }
            } else {
                self.score.marks += 1;
                if !told {
                    self.score.unmarked += 1;
                    self.fault(What::Unmarked, Some(Edit::Marks), at, 1);
                }
            }
        }
    }

    /// Tells whether a word stands beside one that did not stay.
    fn is_beside(&self, side: Side, at: usize) -> bool {
        let fates = &self.draft.fates[side];
        fates[at.saturating_sub(1)..(at + 2).min(fates.len())].iter().any(|fate| !matches!(fate, Fate::Kept(_)))
    }
}

/// What may rightly be told to be changed.
struct Truth {
    edit: Option<Edit>,
    piece: Piece,
    /// Where it could stand and be the same.
    reach: Piece,
}

/// Puts together the pieces and the truths that meet.
fn clusters<'a>(told: &'a [Piece], truths: &'a [Truth]) -> Vec<(Vec<&'a Piece>, Vec<&'a Truth>)> {
    let mut groups: Vec<usize> = (0..told.len() + truths.len()).collect();
    for (a, piece) in told.iter().enumerate() {
        for (b, _) in truths.iter().enumerate().filter(|(_, truth)| meet(piece, &truth.reach, 1)) {
            let (from, to) = (groups[told.len() + b], groups[a]);
            groups.iter_mut().filter(|group| **group == from).for_each(|group| *group = to);
        }
    }
    let mut names = groups.clone();
    names.sort_unstable();
    names.dedup();
    let of = |name: usize| {
        let pieces = told.iter().zip(&groups).filter(|(_, group)| **group == name).map(|(piece, _)| piece);
        let truths = truths.iter().zip(&groups[told.len()..]).filter(|(_, group)| **group == name);
        (pieces.collect(), truths.map(|(truth, _)| truth).collect())
    };
    names.into_iter().map(of).collect()
}

fn push(stretches: &mut Vec<Range<usize>>, at: usize) {
    match stretches.last_mut().filter(|last| last.end == at) {
        Some(last) => last.end += 1,
        None => stretches.push(at..at + 1),
    }
}

fn overlaps(all: &[Range<usize>], one: &Range<usize>) -> bool {
    all.iter().any(|other| other.start < one.end && one.start < other.end)
}
