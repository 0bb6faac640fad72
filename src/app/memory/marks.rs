//! Marks: what the reader has reviewed, recognised by its words alone, so that a mark survives renaming and ends with a change.

use std::collections::HashSet;

use crate::article::{Article, ParagraphId};
use crate::collate::{Collation, ParagraphLink};
use crate::text::{Pair, Side, Token};

/// The mark of a shared passage or of an unmatched paragraph: a hash of its words. It does not matter which side is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReviewMark(pub u64);

/// A mark that was set or removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Review {
    /// The mark.
    pub mark: ReviewMark,
    /// Whether the reader has reviewed it.
    pub done: bool,
}

/// The marks that are set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reviewed(HashSet<ReviewMark>);

impl Reviewed {
    /// Sets or removes a mark.
    pub fn take(&mut self, review: Review) {
        if review.done {
            self.0.insert(review.mark);
        } else {
            self.0.remove(&review.mark);
        }
    }

    /// Whether a mark is set.
    pub fn has(&self, mark: ReviewMark) -> bool {
        self.0.contains(&mark)
    }
}

/// The marks of a link: that of the shared words, then those of both paragraphs.
pub fn marks_of(articles: Pair<&Article>, collation: &Collation, paragraph_link: &ParagraphLink) -> Vec<ReviewMark> {
    let words = mark_of_words(articles, collation, paragraph_link);
    let mut marks = vec![words, mark_of_linked(articles, paragraph_link.paragraph_ids)];
    marks.dedup();
    marks
}

/// The mark of two linked paragraphs.
pub(in crate::app) fn mark_of_linked(articles: Pair<&Article>, paragraph_ids: Pair<ParagraphId>) -> ReviewMark {
    let paragraphs = both(Pair::from_fn(|side| mark_of_paragraph(articles[side], paragraph_ids[side]).0));
    ReviewMark(mixed(paragraphs.0, LINKED))
}

pub(in crate::app) fn mark_of_words(
    articles: Pair<&Article>,
    collation: &Collation,
    paragraph_link: &ParagraphLink,
) -> ReviewMark {
    let matches = || paragraph_link.matches.iter().filter_map(|&at| collation.matches.get(at));
    both(Pair::from_fn(|side: Side| {
        let mut passages: Vec<_> = matches().map(|found| found.passages[side].tokens.clone()).collect();
        passages.sort_by_key(|passage| passage.start);
        let tokens = &articles[side].tokens;
        hashed(passages.into_iter().flat_map(|passage| tokens.get(passage).unwrap_or_default()))
    }))
}

/// The mark of a paragraph: made from its words.
pub fn mark_of_paragraph(article: &Article, paragraph_id: ParagraphId) -> ReviewMark {
    let words =
        article.paragraphs.get(paragraph_id.0).and_then(|paragraph| article.tokens.get(paragraph.tokens.clone()));
    ReviewMark(hashed(words.unwrap_or_default()))
}

/// What a statement is known by: the sentences that tell it, in whichever articles and order.
pub fn mark_of_statement<'a>(sentences: impl IntoIterator<Item = &'a [Token]>) -> ReviewMark {
    let mut told: Vec<u64> = sentences.into_iter().map(hashed).collect();
    told.sort_unstable();
    told.dedup();
    ReviewMark(told.into_iter().fold(STATEMENT, mixed))
}

/// Combines both sides, whichever is left.
fn both(words: Pair<u64>) -> ReviewMark {
    ReviewMark(mixed(mixed(BASIS, words.left.min(words.right)), words.left.max(words.right)))
}

/// Keeps the mark of two linked paragraphs apart from that of the words they share.
const LINKED: u64 = 0x6c69_6e6b_6564;

/// Parts the mark of a statement from those of paragraphs.
const STATEMENT: u64 = 0x7374_6174_656d;

/// The offset basis of FNV-1a (Fowler, Noll and Vo 1991). The hash takes a word where FNV-1a takes a byte, and rotates the bits in between,
/// because multiplying carries only upwards.
pub(in crate::app) const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// The prime of FNV-1a for 64 bits (Fowler, Noll and Vo 1991).
const PRIME: u64 = 0x0100_0000_01b3;

pub(in crate::app) fn hashed<'a>(words: impl IntoIterator<Item = &'a Token>) -> u64 {
    words.into_iter().fold(BASIS, |hash, word| mixed(hash, word.key.0))
}

pub(in crate::app) fn mixed(hash: u64, word: u64) -> u64 {
    (hash ^ word).rotate_left(23).wrapping_mul(PRIME)
}
