//! What a change between two versions is known by: all that both say there, marks too, but not how it is wrapped.

use super::marks::{BASIS, ReviewMark, mixed};
use crate::article::{Article, ParagraphId};
use crate::collate::Band;
use crate::text::{Pair, Side};

/// Parts the mark of a change from that of words shared.
const CHANGED: u64 = 0x6368_616e_6765;

/// What a change is known by; which side is left does not count. Both ends of what moved are one change. Costs its text.
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

/// Parts the mark of a version that was read from others.
const READ: u64 = 0x7265_6164;

/// What a version of a text is known by that was read: its commit and path, or all that it says.
pub fn mark_of_version(said: &str) -> ReviewMark {
    ReviewMark(said.chars().fold(mixed(BASIS, READ), |hash, c| mixed(hash, u64::from(c))))
}
