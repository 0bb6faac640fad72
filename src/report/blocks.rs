//! Blocks of a diff: bands of paragraphs for printing, with what changed in them.

use std::ops::Range;

use super::Reported;
use crate::collate::{Band, Fate, bands};
use crate::page::{Piece, pieces};
use crate::text::Pair;

/// Paragraphs of both sides that correspond, as indexes; none on the side that lacks them. Several on one side were split or merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What happened to them.
    pub fate: Fate,
    /// The paragraphs; for moved ones also those at the other end of the move.
    pub paragraph_ids: Pair<Range<usize>>,
    /// Whether the passages of a paragraph that moved here stand in another order than before.
    pub reordered: bool,
    /// Their text, with the changes marked.
    pub pieces: Vec<Piece>,
}

/// Returns the blocks of a collation in order: those of the right side, and before each what the left side lost there. Paragraphs without
/// words that only the left side has are left out.
pub fn blocks(reported: &Reported<'_>) -> Vec<Block> {
    let all = bands(reported.articles, reported.collation);
    let printed = all.iter().filter(|band| band.fate != Fate::Same || !band.paragraph_ids.right.is_empty());
    printed.map(|band| block(reported, band)).collect()
}

fn block(reported: &Reported<'_>, band: &Band) -> Block {
    let home = || band.home.map_or(0..0, |home| home.0..home.0 + 1);
    let mut paragraph_ids = band.paragraph_ids.clone();
    match band.fate {
        Fate::Gone => paragraph_ids.right = home(),
        Fate::Moved => paragraph_ids.left = home(),
        Fate::Same | Fate::Edited | Fate::Removed | Fate::Added => {}
    }
    let reordered = band.is_reordered(reported.collation);
    Block { fate: band.fate, paragraph_ids, reordered, pieces: spaced_once(pieces(&reported.versions(), band)) }
}

/// Takes away the second of two spaces between pieces: where only one version breaks the line, both have one.
fn spaced_once(mut pieces: Vec<Piece>) -> Vec<Piece> {
    let mut spaced = false;
    for piece in &mut pieces {
        if spaced && piece.text.starts_with(' ') {
            piece.text.remove(0);
        }
        spaced = if piece.text.is_empty() { spaced } else { piece.text.ends_with(' ') };
    }
    pieces
}
