//! The result of a collation: the one value that the screen and all reports show.

use std::ops::Range;

use super::text_break::ChangedBreak;
use super::verdict::SentenceVerdict;
use crate::article::{Article, ParagraphId, TextId};
use crate::facts::ChangeKinds;
use crate::text::{Pair, Side, Span, percent_of};

/// What two witnesses share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collation {
    /// The texts it was found in. Its places mean nothing in other texts.
    pub of: Pair<TextId>,
    /// The matches, in the order of the left witness, then of the right one.
    pub matches: Vec<Match>,
    /// Longer shared passages of several statements, in the order of the left witness, then of the right one.
    pub regions: Vec<Region>,
    /// Which paragraph corresponds to which, many to many, and which have no match; in the order of the left witness, then the unmatched
    /// paragraphs of the right one.
    pub alignment: Vec<Link>,
    /// The unmatched passages of each witness, in order. Every visible word is in one of these, in a match or in a change too small to count.
    /// In a diff with marks, also the paragraphs without words that only one version has.
    pub only_here: Pair<Vec<Passage>>,
    /// Clauses and phrases inside edited and reworded matches for which nothing was found in the other witness, in order; it may still tell
    /// one in quite other words. None in a diff.
    pub added: Pair<Vec<Passage>>,
    /// `only_here` with `added`, where anything is added.
    pub(super) with_added: Pair<Vec<Passage>>,
    /// How much of each witness matches the other.
    pub coverage: Pair<Coverage>,
    /// The number of marks in which two versions differ, reported or not; 0 when articles are collated, because marks do not count there.
    pub marks: usize,
    /// The number of words that differ only in diacritics, if these do not count.
    pub diacritics: usize,
    /// Changes of two versions that are too small to count.
    pub small: SmallChanges,
    /// Where line or paragraph breaks differ, if breaks count.
    pub breaks: Vec<ChangedBreak>,
    /// The matches of each paragraph, in its order, by side.
    pub(super) by_paragraph: Pair<Vec<Vec<usize>>>,
    /// The length in bytes of the longest passage, by side.
    pub(super) longest: Pair<usize>,
}

/// Changes that are reported nowhere else, because they have too few words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SmallChanges {
    /// How many there are.
    pub changes: usize,
    /// The fewest words of a change that counts; 0 if all do.
    pub least: usize,
}

/// A passage of one witness and its counterpart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Its passage on each side.
    pub passages: Pair<Passage>,
    /// How similar the wording is.
    pub class: Class,
    /// Whether it is out of the order of most of the shared text.
    pub moved: bool,
    /// Whether it repeats a better match of one of its sides.
    pub echo: bool,
    /// What somebody decided about it: that the two are the same, or that it cannot be told.
    pub decided: Option<SentenceVerdict>,
    /// How often each passage occurs in its own text, sentence for sentence; 1 if it is the only one.
    pub copies: Pair<usize>,
    /// The differing words, in order.
    pub variants: Vec<Variant>,
    /// The number of words that both sides have.
    pub shared: usize,
    /// The number of words on each side, none of them shared, that differ only in marks: `foot-path` and `foot path`, or the number of an item.
    pub aside: Pair<usize>,
    /// The kinds of its changes, once [`tell_kinds`](super::tell_kinds) has set them; for a reworded passage, the facts in which the sides contradict each other.
    pub kinds: ChangeKinds,
    /// The evidence of the shared words by their rarity, in whole nats: chance would find them once in e to this power tries.
    pub rarity: usize,
}

impl Match {
    /// Returns the number of words of a side that the other side lacks.
    pub fn changed(&self, side: Side) -> usize {
        self.passages[side].tokens.len().saturating_sub(self.shared + self.aside[side])
    }
}

/// One side of a match. It is inside one paragraph and consists of whole words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands.
    pub span: Span,
    /// The paragraph it is in.
    pub paragraph_id: ParagraphId,
    /// Its words, as indexes into the article's tokens.
    pub tokens: Range<usize>,
}

/// Passages of both witnesses that say the same, in whatever words and order: neighbouring shared statements with the little text between
/// them.
///
/// It may span paragraphs and hidden text. Regions do not overlap on either side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its span on each side, with the punctuation that opens its first sentence and closes its last one.
    pub spans: Pair<Span>,
}

/// How similar the wording of two passages is, from the most similar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// The same words; case, quotes, punctuation and spacing do not count.
    Verbatim,
    /// Partly the same wording.
    Edited,
    /// Probably the same statement, in other words.
    Reworded,
}

impl Class {
    /// All classes, from the most similar.
    pub const ALL: [Class; 3] = [Class::Verbatim, Class::Edited, Class::Reworded];

    /// Returns its name for the reader.
    pub fn name(self) -> &'static str {
        match self {
            Class::Verbatim => "verbatim",
            Class::Edited => "edited",
            Class::Reworded => "reworded",
        }
    }
}

/// Words in which the two sides of a match differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// The span of the words; empty on the side that lacks them.
    pub spans: Pair<Span>,
    /// How much they differ.
    pub weight: Weight,
    /// The kinds of the change, once [`tell_kinds`](super::tell_kinds) has set them; none if it is slight or a mark.
    pub kinds: ChangeKinds,
}

/// How much a variant matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// A different spelling of the same word.
    Slight,
    /// The same words with different marks, in a diff: punctuation, case, quotes, invisible characters.
    Mark,
    /// Different words.
    Changed,
}

/// Two matching paragraphs, or an unmatched one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// Two matching paragraphs.
    Both(ParagraphLink),
    /// A paragraph without a match.
    Only(Side, ParagraphId),
}

/// Two paragraphs that share something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParagraphLink {
    /// The paragraphs.
    pub paragraph_ids: Pair<ParagraphId>,
    /// Verbatim if everything they share is; else the class of most of the rest, so a paragraph with a changed word is edited.
    pub class: Class,
    /// Whether everything they share is moved.
    pub moved: bool,
    /// Whether everything they share is an echo.
    pub echo: bool,
    /// What they share, as indexes into [`Collation::matches`].
    pub matches: Vec<usize>,
}

/// How much of one witness matches the other, in words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// All words that are not hidden: the denominator.
    pub words: usize,
    /// Words hidden.
    pub hidden: usize,
    /// Words in verbatim passages.
    pub verbatim: usize,
    /// Words in edited passages but in no verbatim one.
    pub edited: usize,
    /// Words in reworded passages but in no other.
    pub reworded: usize,
    /// Words of these three that are out of order.
    pub moved: usize,
}

impl Coverage {
    /// Returns the number of words in matching passages. An edited passage counts whole.
    pub fn shared(self) -> usize {
        self.verbatim + self.edited + self.reworded
    }

    /// Returns `words` as a percentage of all words, rounded down, so that 100 means all; 0 if there are none.
    pub fn percent(self, words: usize) -> usize {
        percent_of(words, self.words)
    }

    /// Returns the number of words of one class.
    pub fn of(self, class: Class) -> usize {
        match class {
            Class::Verbatim => self.verbatim,
            Class::Edited => self.edited,
            Class::Reworded => self.reworded,
        }
    }
}

impl Collation {
    /// Whether these are the texts it was found in.
    pub fn is_of(&self, articles: Pair<&Article>) -> bool {
        articles.map(|article| article.id) == self.of
    }

    /// Returns what has no counterpart in the other witness, in order: what is in no match, and what a side adds inside one.
    pub fn unmatched(&self, side: Side) -> &[Passage] {
        if self.added[side].is_empty() { &self.only_here[side] } else { &self.with_added[side] }
    }

    /// Returns the matches in a paragraph, as indexes into [`Collation::matches`], in its order.
    pub fn matches_in(&self, side: Side, paragraph_id: ParagraphId) -> &[usize] {
        self.by_paragraph[side].get(paragraph_id.0).map_or(&[], Vec::as_slice)
    }

    /// Returns the matches that overlap a span of a paragraph, as indexes, in its order. Takes time linear in the matches near by, however long
    /// the paragraph is.
    pub fn matches_on(&self, side: Side, paragraph_id: ParagraphId, stretch: Span) -> impl Iterator<Item = usize> {
        let span = move |at: usize| self.matches.get(at).map_or(Span::default(), |found| found.passages[side].span);
        let within = self.matches_in(side, paragraph_id);
        let from = within.partition_point(|&at| span(at).start() + self.longest[side] <= stretch.start());
        let near = within[from..].iter().copied().take_while(move |&at| span(at).start() < stretch.end());
        near.filter(move |&at| span(at).overlaps(stretch))
    }

    /// Returns the matching paragraphs, in the order of `matches`.
    pub fn paragraph_links(&self) -> impl Iterator<Item = &ParagraphLink> {
        self.alignment.iter().filter_map(|link| match link {
            Link::Both(paragraph_link) => Some(paragraph_link),
            Link::Only(..) => None,
        })
    }

    /// Whether the two witnesses are equal in everything compared: no word is changed, added, removed or moved, nor a mark if marks count.
    pub fn is_same(&self) -> bool {
        let marked = |m: &Match| m.variants.iter().any(|variant| variant.weight == Weight::Mark);
        let kept = |m: &Match| m.class == Class::Verbatim && !m.moved && !marked(m);
        let only = self.only_here.left.is_empty() && self.only_here.right.is_empty();
        only && self.breaks.is_empty() && self.matches.iter().all(kept)
    }

    /// Returns the unmatched paragraphs of a side, in order.
    pub fn only(&self, side: Side) -> impl Iterator<Item = ParagraphId> {
        self.alignment.iter().filter_map(move |link| match link {
            Link::Only(at, paragraph_id) if *at == side => Some(*paragraph_id),
            _ => None,
        })
    }
}
