//! Blocks of a diff: paragraphs that correspond, in the order in which they are read, with what changed in them.

use std::ops::Range;

use super::Reported;
use super::woven::{Piece, gone, only, woven};
use crate::article::Locus;
use crate::collate::{Collation, Match};
use crate::text::{Pair, Side};

/// What became of paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// They say the same.
    Same,
    /// Words of them changed.
    Edited,
    /// They are left out.
    Removed,
    /// They are added.
    Added,
    /// They come from elsewhere, and may be edited.
    Moved,
    /// They went elsewhere.
    Gone,
}

/// Paragraphs of both sides that correspond, as indexes; none on the side that lacks them. Several on one side were split or merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What became of them.
    pub fate: Fate,
    /// The paragraphs.
    pub loci: Pair<Range<usize>>,
    /// What they say, with what changed marked.
    pub pieces: Vec<Piece>,
}

/// Numbers of blocks and words that changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Links whose words changed.
    pub edited: usize,
    /// Paragraphs added.
    pub added: usize,
    /// Paragraphs left out.
    pub removed: usize,
    /// Paragraphs moved.
    pub moved: usize,
    /// Words that only a side has.
    pub words: Pair<usize>,
}

/// Gives the blocks of a collation in order: those of the right side, and before each what the left side lost there.
pub fn blocks(reported: &Reported<'_>) -> Vec<Block> {
    let mut found = Vec::new();
    let mut from = Pair::new(0, 0);
    let all = reported.articles.map(|article| article.paragraphs.len());
    for loci in linked(reported.collation) {
        lonely(reported, &Pair::from_fn(|side| from[side]..loci[side].start), &mut found);
        from = loci.as_ref().map(|range| range.end);
        found.push(tied(reported, loci));
    }
    lonely(reported, &Pair::from_fn(|side| from[side]..all[side]), &mut found);
    found
}

/// Counts what changed.
pub fn tally(collation: &Collation, blocks: &[Block]) -> Tally {
    let count = |fate: Fate| blocks.iter().filter(|block| block.fate == fate).count();
    let changed = |side: Side| {
        let only: usize = collation.only_here[side].iter().map(|passage| passage.tokens.len()).sum();
        only + collation.matches.iter().map(|m| m.changed(side)).sum::<usize>()
    };
    Tally {
        edited: count(Fate::Edited),
        added: count(Fate::Added),
        removed: count(Fate::Removed),
        moved: count(Fate::Moved),
        words: Pair::from_fn(changed),
    }
}

/// Gives the paragraphs that correspond in order, split and merged ones together.
fn linked(collation: &Collation) -> Vec<Pair<Range<usize>>> {
    let mut found: Vec<Pair<Range<usize>>> = Vec::new();
    for m in collation.matches.iter().filter(|m| !m.moved) {
        let at = m.passages.as_ref().map(|passage| passage.locus.0);
        match found.last_mut().filter(|last| at.left < last.left.end || at.right < last.right.end) {
            Some(last) => {
                last.left.end = last.left.end.max(at.left + 1);
                last.right.end = last.right.end.max(at.right + 1);
            }
            None => found.push(at.map(|at| at..at + 1)),
        }
    }
    found
}

fn tied(reported: &Reported<'_>, loci: Pair<Range<usize>>) -> Block {
    let pieces = woven(reported, &loci, &|m| !m.moved);
    let fate = if pieces.iter().all(Piece::is_kept) { Fate::Same } else { Fate::Edited };
    Block { fate, loci, pieces }
}

/// Adds the paragraphs that correspond to nothing in order.
fn lonely(reported: &Reported<'_>, loci: &Pair<Range<usize>>, found: &mut Vec<Block>) {
    let words = |side: Side, at: usize| reported.articles[side].paragraphs.get(at).map_or(0, |p| p.tokens.len());
    for at in loci.left.clone().filter(|&at| words(Side::Left, at) > 0) {
        let target = home(reported.collation, Side::Left, at, words(Side::Left, at));
        let loci = Pair::new(at..at + 1, target.map_or(0..0, |to| to..to + 1));
        let (fate, pieces) = match target {
            Some(to) => (Fate::Gone, vec![gone(reported, at, Locus(to))]),
            None => (Fate::Removed, only(reported, Side::Left, at)),
        };
        found.push(Block { fate, loci, pieces });
    }
    for at in loci.right.clone() {
        found.push(arrived(reported, at, words(Side::Right, at)));
    }
}

fn arrived(reported: &Reported<'_>, at: usize, words: usize) -> Block {
    let Some(from) = home(reported.collation, Side::Right, at, words) else {
        let fate = if words == 0 { Fate::Same } else { Fate::Added };
        return Block { fate, loci: Pair::new(0..0, at..at + 1), pieces: only(reported, Side::Right, at) };
    };
    let loci = Pair::new(from..from + 1, at..at + 1);
    let is_home = |m: &Match| m.moved && m.passages.left.locus.0 == from && m.passages.right.locus.0 == at;
    let mut pieces = woven(reported, &loci, &is_home);
    pieces.iter_mut().for_each(|piece| piece.moved = Some(Locus(from)));
    Block { fate: Fate::Moved, loci, pieces }
}

/// Gives the paragraph of the other side where most of a moved one stands, if most of it was moved together.
fn home(collation: &Collation, side: Side, at: usize, words: usize) -> Option<usize> {
    let mut shares: Vec<(usize, usize)> = Vec::new();
    for m in collation.matches_in(side, Locus(at)).iter().filter_map(|&at| collation.matches.get(at)) {
        let other = m.passages[side.other()].locus.0;
        match shares.iter_mut().find(|(locus, _)| *locus == other) {
            Some((_, share)) => *share += m.shared,
            None => shares.push((other, m.shared)),
        }
    }
    let (other, share) = shares.into_iter().max_by_key(|(locus, share)| (*share, std::cmp::Reverse(*locus)))?;
    (share * 2 >= words).then_some(other)
}
