//! What truly became of each word, and how a comparison's word on it is held against that.

use std::ops::Range;

use ibid::text::{Pair, Side};

/// What became of a word: by truth, or as a comparison tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stayed; the word of the other side that it is, where that is known.
    Kept(Option<usize>),
    /// It stands on this side only.
    Changed,
    /// It went elsewhere or came from there: the word of the other side that it is.
    Moved(usize),
}

impl Fate {
    /// Gives the word of the other side that it is.
    pub fn link(self) -> Option<usize> {
        match self {
            Fate::Kept(link) => link,
            Fate::Moved(link) => Some(link),
            Fate::Changed => None,
        }
    }
}

/// A change as a reader sees it: words taken away and words put in their place, as stretches of words of each side. More than one on a side
/// only where something was moved from between them.
pub type Piece = Pair<Vec<Range<usize>>>;

/// Gives the changes of two rows of words: stretches that changed, those of both sides together that stand behind or before the same word.
pub fn pieces(fates: &Pair<Vec<Fate>>) -> Vec<Piece> {
    let stretches = Pair::from_fn(|side: Side| stretches(&fates[side]));
    let borders = Pair::from_fn(|side: Side| {
        stretches[side].iter().map(|stretch| borders(fates, side, stretch)).collect::<Vec<Borders>>()
    });
    // Each stretch is a group at first; those that meet become one.
    let lefts = stretches.left.len();
    let mut groups: Vec<usize> = (0..lefts + stretches.right.len()).collect();
    for (a, left) in borders.left.iter().enumerate() {
        for (b, right) in borders.right.iter().enumerate() {
            if left.0 == right.0 || left.1 == right.1 {
                let (from, to) = (groups[lefts + b], groups[a]);
                groups.iter_mut().filter(|group| **group == from).for_each(|group| *group = to);
            }
        }
    }
    let mut found: Vec<(usize, Piece)> = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        let (side, stretch) = match at.checked_sub(lefts) {
            None => (Side::Left, stretches.left[at].clone()),
            Some(at) => (Side::Right, stretches.right[at].clone()),
        };
        match found.iter_mut().find(|(known, _)| known == group) {
            Some((_, piece)) => piece[side].push(stretch),
            None => {
                let mut piece = Piece::default();
                piece[side].push(stretch);
                found.push((*group, piece));
            }
        }
    }
    found.into_iter().map(|(_, piece)| piece).collect()
}

fn stretches(fates: &[Fate]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, _) in fates.iter().enumerate().filter(|(_, fate)| **fate == Fate::Changed) {
        match found.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end += 1,
            None => found.push(at..at + 1),
        }
    }
    found
}

/// The words of the left side behind and before which a stretch stands; the beginning and the end of the text count as words.
type Borders = (isize, isize);

fn borders(fates: &Pair<Vec<Fate>>, side: Side, stretch: &Range<usize>) -> Borders {
    let row = &fates[side];
    let name = |at: usize| {
        let link = row[at].link()?;
        Some((if side == Side::Left { at } else { link }).cast_signed())
    };
    let before = (0..stretch.start).rev().find_map(name).unwrap_or(-1);
    let after = (stretch.end..row.len()).find_map(name).unwrap_or(fates.left.len().cast_signed());
    (before, after)
}

/// Gives how far a change that only one side has could stand to the left and to the right and be the same change: `a [b a] b` is `[a b] a b`.
pub fn slides(piece: &Piece, fates: &Pair<Vec<Fate>>, keys: &Pair<Vec<&str>>) -> Piece {
    let side = match (piece.left.as_slice(), piece.right.as_slice()) {
        ([_], []) => Side::Left,
        ([], [_]) => Side::Right,
        _ => return piece.clone(),
    };
    let (row, keys) = (&fates[side], &keys[side]);
    let stretch = &piece[side][0];
    let stays = |at: usize| matches!(row[at], Fate::Kept(_));
    let (mut start, mut end) = (stretch.start, stretch.end);
    while start > 0 && stays(start - 1) && keys[start - 1] == keys[start - 1 + stretch.len()] {
        start -= 1;
    }
    while end < row.len() && stays(end) && keys[end] == keys[end - stretch.len()] {
        end += 1;
    }
    let mut found = Piece::default();
    found[side].push(start..end);
    found
}

/// Tells whether two changes have a word in common, or, with `gap` 1, touch.
pub fn meet(a: &Piece, b: &Piece, gap: usize) -> bool {
    Side::BOTH.iter().any(|&side| {
        let near = |a: &Range<usize>, b: &Range<usize>| a.start < b.end + gap && b.start < a.end + gap;
        a[side].iter().any(|a| b[side].iter().any(|b| near(a, b)))
    })
}

/// Gives the words of a side of a change.
pub fn words(piece: &Piece, side: Side) -> impl Iterator<Item = usize> {
    piece[side].iter().cloned().flatten()
}
