//! The mark of a change between two versions: made from its whole text on both sides, with punctuation, but not how it is wrapped.

use super::marks::{BASIS, ReviewMark, mixed};
use crate::article::{Article, ParagraphId};
use crate::collate::Band;
use crate::text::{Pair, Side};

/// Keeps the mark of a change apart from that of shared words.
const CHANGED: u64 = 0x6368_616e_6765;

/// The mark of a change; it does not matter which side is left. Both ends of a move are one change. Reads its text.
pub fn mark_of_change(articles: Pair<&Article>, band: &Band) -> ReviewMark {
    let sides = Pair::from_fn(|side: Side| {
        let home = band.home.filter(|_| band.paragraph_ids[side].is_empty()).map(|ParagraphId(at)| at..at + 1);
        let paragraph_ids = home.unwrap_or_else(|| band.paragraph_ids[side].clone());
        let paragraphs = articles[side].paragraphs.get(paragraph_ids).unwrap_or_default();
        let texts = paragraphs.iter().map(|paragraph| paragraph.span.of(&articles[side].text));
        let letters = texts.flat_map(str::chars).filter(|c| !c.is_whitespace());
        letters.fold(BASIS, |hash, c| mixed(hash, u64::from(c)))
    });
    let (low, high) = (sides.left.min(sides.right), sides.left.max(sides.right));
    ReviewMark(mixed(mixed(mixed(BASIS, CHANGED), low), high))
}

/// Keeps the mark of a version that was read apart from others.
const READ: u64 = 0x7265_6164;

/// The mark of a version that was read: made from its commit and path, or from its whole text.
pub fn mark_of_version(said: &str) -> ReviewMark {
    ReviewMark(said.chars().fold(mixed(BASIS, READ), |hash, c| mixed(hash, u64::from(c))))
}
