//! What a collation finds: the one value that the screen and every printed form show.

use std::ops::Range;

use super::text_break::ChangedBreak;
use super::verdict::SentenceVerdict;
use crate::article::{Article, ParagraphId, TextId};
use crate::facts::ChangeKinds;
use crate::text::{Pair, Side, Span};

/// What two witnesses share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collation {
    /// The texts it was found in; its places mean nothing in any other.
    pub of: Pair<TextId>,
    /// Shared passages, in the order of the left witness, then of the right one.
    pub matches: Vec<Match>,
    /// Shared stretches of several statements, in the order of the left witness, then of the right one.
    pub regions: Vec<Region>,
    /// Which paragraph corresponds to which, many to many, and which stand alone; in the order of the left witness, then the
    /// right one's lonely paragraphs.
    pub alignment: Vec<Link>,
    /// What of each witness stands in no match, in order: every visible word is either in one of these or in a match, or in a change too small to count. Of two versions
    /// whose marks are compared also the paragraphs of marks alone that only one has.
    pub only_here: Pair<Vec<Passage>>,
    /// How much of each witness stands in the other.
    pub coverage: Pair<Coverage>,
    /// Marks in which two versions differ, whether they are told or not; 0 in reading, where marks never count.
    pub marks: usize,
    /// Words in which two versions differ in diacritics alone, where these do not count.
    pub diacritics: usize,
    /// Changes of two versions that are too small to count.
    pub small: SmallChanges,
    /// Where two versions break otherwise, if breaks count.
    pub breaks: Vec<ChangedBreak>,
    /// Matches of each paragraph, in its order, by side.
    pub(super) by_paragraph: Pair<Vec<Vec<usize>>>,
    /// Bytes of the longest passage, by side.
    pub(super) longest: Pair<usize>,
}

/// Changes of two versions that are told nowhere else, as they have too few words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SmallChanges {
    /// How many there are.
    pub changes: usize,
    /// The fewest words of a change that counts; 0 where all do.
    pub least: usize,
}

/// A passage of one witness and its counterpart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Where it stands on each side.
    pub passages: Pair<Passage>,
    /// How alike the wording is.
    pub class: Class,
    /// Whether it stands out of the order in which most of the shared text runs.
    pub moved: bool,
    /// Whether one of its sides has a better counterpart elsewhere, of which this is a repetition.
    pub echo: bool,
    /// What somebody decided of it, that the two are the same or that it cannot be told.
    pub decided: Option<SentenceVerdict>,
    /// In how many places of its own text each passage stands, sentence for sentence; 1 where it is the only one.
    pub copies: Pair<usize>,
    /// The differing words, in order.
    pub variants: Vec<Variant>,
    /// Words that both sides have.
    pub shared: usize,
    /// Words a side, none of them shared, that differ in marks alone: `foot-path` and `foot path`, the number of an item.
    pub aside: Pair<usize>,
    /// What kinds of change its variants are; of a reworded passage, the facts in which it contradicts the other one.
    pub kinds: ChangeKinds,
    /// What these words tell by their rarity, in whole nats: e to this power is how many times chance would have to try.
    pub rarity: usize,
}

impl Match {
    /// The number of words of a side that the other side has not.
    pub fn changed(&self, side: Side) -> usize {
        self.passages[side].tokens.len().saturating_sub(self.shared + self.aside[side])
    }
}

/// One side of a match. It lies inside one paragraph and on word borders.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// Where it stands.
    pub span: Span,
    /// The paragraph in which it stands.
    pub paragraph_id: ParagraphId,
    /// Its words, as indexes into the article's tokens.
    pub tokens: Range<usize>,
}

/// A stretch of one witness that tells what a stretch of the other one tells, in whatever words and order: neighbouring statements
/// that are shared, with the little that stands between them.
///
/// It may go over the ends of paragraphs and over hidden text. No two regions have words in common on either side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// Where it stands on each side, from word to word, with the marks that open its first sentence and close its last one.
    pub spans: Pair<Span>,
}

/// How alike two passages are worded, from the most alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// The same words; case, quotes, punctuation and spacing do not count.
    Verbatim,
    /// Mostly the same wording.
    Edited,
    /// The same statement in mostly other words.
    Reworded,
}

impl Class {
    /// All classes, from the most alike.
    pub const ALL: [Class; 3] = [Class::Verbatim, Class::Edited, Class::Reworded];

    /// The name that the reader sees.
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
    /// Where the words stand; empty on the side that lacks them.
    pub spans: Pair<Span>,
    /// How much they differ.
    pub weight: Weight,
    /// What kind of change it is; none where it is slight or a mark.
    pub kinds: ChangeKinds,
}

/// How much a variant says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// The same word in another spelling: no change, but worth a glance.
    Slight,
    /// The same words with other marks, in two versions of a text: punctuation, case, quotes, characters one cannot see.
    Mark,
    /// Other words.
    Changed,
}

/// A paragraph and its counterpart, or a paragraph without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// Two paragraphs that share something.
    Both(ParagraphLink),
    /// A paragraph that stands only here.
    Only(Side, ParagraphId),
}

/// Two paragraphs that share something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParagraphLink {
    /// The paragraphs.
    pub paragraph_ids: Pair<ParagraphId>,
    /// Verbatim if all that the two share is, else the class of most of the rest: a paragraph with a changed word is an edited one.
    pub class: Class,
    /// Whether all that the two share is moved.
    pub moved: bool,
    /// Whether all that the two share is an echo.
    pub echo: bool,
    /// What they share, as indexes into [`Collation::matches`].
    pub matches: Vec<usize>,
}

/// How much of one witness stands in the other, in words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Words in all that are not hidden: the denominator.
    pub words: usize,
    /// Words hidden.
    pub hidden: usize,
    /// Words in verbatim passages.
    pub verbatim: usize,
    /// Words in edited passages that are in no verbatim one.
    pub edited: usize,
    /// Words in reworded passages that are in no other.
    pub reworded: usize,
    /// Words of the three that stand out of order.
    pub moved: usize,
}

impl Coverage {
    /// The words that stand in the other witness.
    pub fn shared(self) -> usize {
        self.verbatim + self.edited + self.reworded
    }

    /// Gives `words` as a percentage of all words, rounded down, so that 100 means all; 0 where there are none.
    pub fn percent(self, words: usize) -> usize {
        (words * 100).checked_div(self.words).unwrap_or(0)
    }

    /// The words of one class.
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

    /// The matches that stand in a paragraph, as indexes into [`Collation::matches`], in its order.
    pub fn matches_in(&self, side: Side, paragraph_id: ParagraphId) -> &[usize] {
        self.by_paragraph[side].get(paragraph_id.0).map_or(&[], Vec::as_slice)
    }

    /// The matches of which a passage has a part in common with a stretch of a paragraph, as indexes, in its order. Costs those
    /// nearby, however long the paragraph is.
    pub fn matches_on(&self, side: Side, paragraph_id: ParagraphId, stretch: Span) -> impl Iterator<Item = usize> {
        let span = move |at: usize| self.matches.get(at).map_or(Span::default(), |found| found.passages[side].span);
        let within = self.matches_in(side, paragraph_id);
        let from = within.partition_point(|&at| span(at).start() + self.longest[side] <= stretch.start());
        let near = within[from..].iter().copied().take_while(move |&at| span(at).start() < stretch.end());
        near.filter(move |&at| span(at).overlaps(stretch))
    }

    /// The paragraphs that share something, in the order of `matches`.
    pub fn paragraph_links(&self) -> impl Iterator<Item = &ParagraphLink> {
        self.alignment.iter().filter_map(|link| match link {
            Link::Both(paragraph_link) => Some(paragraph_link),
            Link::Only(..) => None,
        })
    }

    /// Whether the two witnesses say the same: no word is changed, added, left out or moved, nor a mark of two versions whose
    /// marks are compared.
    pub fn is_same(&self) -> bool {
        let marked = |m: &Match| m.variants.iter().any(|variant| variant.weight == Weight::Mark);
        let kept = |m: &Match| m.class == Class::Verbatim && !m.moved && !marked(m);
        let only = self.only_here.left.is_empty() && self.only_here.right.is_empty();
        only && self.breaks.is_empty() && self.matches.iter().all(kept)
    }

    /// What stands only on one side: its paragraphs without a counterpart, in order.
    pub fn only(&self, side: Side) -> impl Iterator<Item = ParagraphId> {
        self.alignment.iter().filter_map(move |link| match link {
            Link::Only(at, paragraph_id) if *at == side => Some(*paragraph_id),
            _ => None,
        })
    }
}
