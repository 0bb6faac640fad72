//! Reviewed: what the reader is done with, known by its words alone, so that it stays so in a renamed file and falls where it changed.

use std::collections::HashSet;

use super::abreast::Abreast;
use super::app::App;
use super::event::Effect;
use super::row::Seat;
use crate::article::{Article, Locus};
use crate::collate::{Collation, Tie};
use crate::text::{Pair, Side, Token};

/// What a shared passage, or a paragraph that stands alone, is known by: a hash of its words, and which side is left does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReviewMark(pub u64);

/// A mark set or taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Review {
    /// The mark.
    pub mark: ReviewMark,
    /// Whether the reader is done with it.
    pub done: bool,
}

/// The marks that are set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reviewed(HashSet<ReviewMark>);

impl Reviewed {
    /// Sets a mark or takes it away.
    pub fn take(&mut self, review: Review) {
        if review.done {
            self.0.insert(review.mark);
        } else {
            self.0.remove(&review.mark);
        }
    }

    /// Tells whether a mark is set.
    pub fn has(&self, mark: ReviewMark) -> bool {
        self.0.contains(&mark)
    }
}

impl App {
    /// Marks as reviewed what the cursor is in: the link one stands on, else the first link of the paragraph, else the paragraph; or takes
    /// the mark away.
    pub(super) fn review(&mut self) -> Vec<Effect> {
        if self.focused().open_article().paragraphs.is_empty() {
            self.warn("there is nothing to mark as reviewed");
            return Vec::new();
        }
        if self.collation().is_none() {
            self.warn(if self.collating { "still collating" } else { "it is not known what the two share" });
            return Vec::new();
        }
        let (locus, other) = (self.focused().locus(), self.focus.other());
        let tie = self.tie().filter(|tie| tie.loci[self.focus] == locus);
        let pair = self.abreast(Seat::of(self.focus));
        let tie = tie.or_else(|| pair.ties_of(self.focus, locus).next());
        let (mark, what) = match tie {
            Some(tie) => (pair.mark_of(tie), format!("¶{} → ¶{}", locus.0 + 1, tie.loci[other].0 + 1)),
            None => (pair.mark_of_paragraph(self.focus, locus), format!("¶{}", locus.0 + 1)),
        };
        let review = Review { mark, done: !self.reviewed.has(mark) };
        self.reviewed.take(review);
        self.say(format!("{what} {}", if review.done { "reviewed" } else { "not reviewed any more" }));
        vec![Effect::Keep(review)]
    }

    /// Tells whether the reader is done with a link.
    pub fn is_reviewed(&self, tie: &Tie) -> bool {
        self.reviewed != Reviewed::default() && self.reviewed.has(self.abreast(Seat::of(self.focus)).mark_of(tie))
    }
}

impl Abreast<'_> {
    /// Tells whether the reader is done with a paragraph: with each of its links, or with it where it has none. Costs its words.
    pub fn is_done(self, side: Side, locus: Locus) -> bool {
        if *self.reviewed == Reviewed::default() || self.collation.is_none() {
            return false;
        }
        let mut ties = self.ties_of(side, locus).peekable();
        if ties.peek().is_none() {
            return self.reviewed.has(self.mark_of_paragraph(side, locus));
        }
        ties.all(|tie| self.reviewed.has(self.mark_of(tie)))
    }

    fn mark_of(self, tie: &Tie) -> ReviewMark {
        let articles = self.panes.map(|pane| &**pane.open_article());
        self.collation.map_or(ReviewMark(BASIS), |collation| mark_of_words(articles, collation, tie))
    }

    fn mark_of_paragraph(self, side: Side, locus: Locus) -> ReviewMark {
        mark_of_paragraph(self.panes[side].open_article(), locus)
    }
}

/// Gives what a link is known by: the words that are shared, then both paragraphs.
pub fn marks_of(articles: Pair<&Article>, collation: &Collation, tie: &Tie) -> Vec<ReviewMark> {
    let words = mark_of_words(articles, collation, tie);
    let paragraphs = both(Pair::from_fn(|side| mark_of_paragraph(articles[side], tie.loci[side]).0));
    let mut marks = vec![words, ReviewMark(mixed(paragraphs.0, LINKED))];
    marks.dedup();
    marks
}

fn mark_of_words(articles: Pair<&Article>, collation: &Collation, tie: &Tie) -> ReviewMark {
    let matches = || tie.matches.iter().filter_map(|&at| collation.matches.get(at));
    both(Pair::from_fn(|side: Side| {
        let mut passages: Vec<_> = matches().map(|found| found.passages[side].tokens.clone()).collect();
        passages.sort_by_key(|passage| passage.start);
        let tokens = &articles[side].tokens;
        hashed(passages.into_iter().flat_map(|passage| tokens.get(passage).unwrap_or_default()))
    }))
}

/// Gives what a paragraph is known by: its words.
pub fn mark_of_paragraph(article: &Article, locus: Locus) -> ReviewMark {
    let words = article.paragraphs.get(locus.0).and_then(|paragraph| article.tokens.get(paragraph.tokens.clone()));
    ReviewMark(hashed(words.unwrap_or_default()))
}

/// Puts both sides together, whichever is left.
fn both(words: Pair<u64>) -> ReviewMark {
    ReviewMark(mixed(mixed(BASIS, words.left.min(words.right)), words.left.max(words.right)))
}

/// Parts the mark of two linked paragraphs from that of the words they share.
const LINKED: u64 = 0x6c69_6e6b_6564;

/// Where the hash begins, and what it is multiplied with at each word, those of FNV-1a (Fowler, Noll and Vo 1991); it takes a word where
/// that takes a byte, and turns the bits between, since a product carries only upwards.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

pub(super) fn hashed<'a>(words: impl IntoIterator<Item = &'a Token>) -> u64 {
    words.into_iter().fold(BASIS, |hash, word| mixed(hash, word.key.0))
}

pub(super) fn mixed(hash: u64, word: u64) -> u64 {
    (hash ^ word).rotate_left(23).wrapping_mul(PRIME)
}
