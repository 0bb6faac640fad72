//! Bands: corresponding paragraphs of two versions, in reading order, with what happened to them.

use std::cmp::Reverse;
use std::ops::Range;

use crate::article::{Article, ParagraphId};
use crate::collate::collation::{Collation, Match, Passage, Weight};
use crate::text::{Pair, Side};

/// What happened to paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fate {
    /// They are unchanged.
    Same,
    /// Words of them changed.
    Edited,
    /// They were removed.
    Removed,
    /// They were added.
    Added,
    /// They moved here, and may be edited.
    Moved,
    /// They moved away.
    Gone,
}

/// Paragraphs that are shown side by side, as indexes; none on the side that lacks them. Several on one side were split or merged.
///
/// The bands of two versions contain each paragraph of either side once, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// What became of them.
    pub fate: Fate,
    /// The paragraphs.
    pub paragraph_ids: Pair<Range<usize>>,
    /// The paragraph of the other side from which or to which they moved.
    pub home: Option<ParagraphId>,
}

impl Band {
    /// Whether the passages of a paragraph that moved here follow one another in another order than where they came from.
    pub fn is_reordered(&self, collation: &Collation) -> bool {
        let Some(home) = self.home.filter(|_| self.fate == Fate::Moved) else { return false };
        let within = self.paragraph_ids.right.clone();
        let matches = within.flat_map(|at| collation.matches_in(Side::Right, ParagraphId(at)));
        let matches = matches.filter_map(|&at| collation.matches.get(at));
        let came = matches.filter(|m| m.moved && m.passages.left.paragraph_id == home);
        !came.map(|m| m.passages.left.span.start()).is_sorted()
    }
}

/// Numbers of paragraphs and words that changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Edited paragraphs.
    pub edited: usize,
    /// Paragraphs added.
    pub added: usize,
    /// Paragraphs removed.
    pub removed: usize,
    /// Paragraphs moved.
    pub moved: usize,
    /// Moved passages that are not whole paragraphs.
    pub shifted: usize,
    /// Words that only a side has.
    pub words: Pair<usize>,
    /// Marks that differ between equal words.
    pub marks: usize,
    /// Breaks that differ, where they count.
    pub breaks: usize,
}

/// Returns the bands of two versions that were collated in order: those of the right side, and before each what the left side lost there.
/// Takes time linear in paragraphs and matches.
pub fn bands(articles: Pair<&Article>, collation: &Collation) -> Vec<Band> {
    let listing = BandList { articles, collation };
    let mut found = Vec::new();
    let mut from = Pair::new(0, 0);
    for paragraph_ids in linked(&collation.matches) {
        listing.lonely(&Pair::from_fn(|side| from[side]..paragraph_ids[side].start), &mut found);
        from = paragraph_ids.as_ref().map(|range| range.end);
        let fate = if listing.is_same(&paragraph_ids) { Fate::Same } else { Fate::Edited };
        found.push(Band { fate, paragraph_ids, home: None });
    }
    listing.lonely(&Pair::from_fn(|side| from[side]..articles[side].paragraphs.len()), &mut found);
    found
}

/// Counts what changed.
pub fn tally(collation: &Collation, bands: &[Band]) -> Tally {
    let count = |fate: Fate| bands.iter().filter(|band| band.fate == fate).count();
    let changed = |side: Side| {
        let only: usize = collation.only_here[side].iter().map(|passage| passage.tokens.len()).sum();
        only + collation.matches.iter().map(|m| m.changed(side)).sum::<usize>()
    };
    let inside = collation.matches.iter().flat_map(|m| &m.variants).filter(|variant| variant.weight == Weight::Mark);
    let wordless = |side: Side| collation.only_here[side].iter().filter(|passage| passage.tokens.is_empty()).count();
    Tally {
        marks: inside.count() + wordless(Side::Left) + wordless(Side::Right),
        edited: count(Fate::Edited),
        added: count(Fate::Added),
        removed: count(Fate::Removed),
        moved: count(Fate::Moved),
        shifted: shifted(collation, bands),
        words: Pair::from_fn(changed),
        breaks: collation.breaks.len(),
    }
}

/// Counts the passages that moved from one paragraph to another, or inside one; what moved with its paragraph is no passage of its own.
fn shifted(collation: &Collation, bands: &[Band]) -> usize {
    let moved: Vec<usize> = bands
        .iter()
        .filter(|band| band.fate == Fate::Moved)
        .flat_map(|band| band.paragraph_ids.right.clone())
        .collect();
    let alone = |m: &&Match| m.moved && moved.binary_search(&m.passages.right.paragraph_id.0).is_err();
    let mut places: Vec<Pair<usize>> = collation
        .matches
        .iter()
        .filter(alone)
        .map(|m| m.passages.as_ref().map(|passage| passage.paragraph_id.0))
        .collect();
    places.dedup();
    places.len()
}

/// The paragraphs that correspond in order, split and merged ones together.
pub(super) fn linked(matches: &[Match]) -> Vec<Pair<Range<usize>>> {
    let mut found: Vec<Pair<Range<usize>>> = Vec::new();
    for m in matches.iter().filter(|m| !m.moved) {
        let at = m.passages.as_ref().map(|passage| passage.paragraph_id.0);
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

/// A paragraph in which nothing is compared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Silence {
    /// It has no words.
    Wordless,
    /// All of its words are hidden.
    Hidden,
}

/// Bands that are being listed.
struct BandList<'a> {
    articles: Pair<&'a Article>,
    collation: &'a Collation,
}

impl BandList<'_> {
    /// Whether nothing in these paragraphs is changed, left out, added or moved.
    fn is_same(&self, paragraph_ids: &Pair<Range<usize>>) -> bool {
        let kept = |m: &Match| !m.moved && m.variants.iter().all(|variant| variant.weight == Weight::Slight);
        let same = |side: Side, at: usize| self.alone(side, at).is_empty() && self.matches(side, at).all(kept);
        Side::BOTH.iter().all(|&side| paragraph_ids[side].clone().all(|at| same(side, at)))
    }

    fn matches(&self, side: Side, at: usize) -> impl Iterator<Item = &Match> {
        self.collation.matches_in(side, ParagraphId(at)).iter().filter_map(|&at| self.collation.matches.get(at))
    }

    /// What of a paragraph only its side has.
    fn alone(&self, side: Side, at: usize) -> &[Passage] {
        let all = &self.collation.only_here[side];
        let start = all.partition_point(|passage| passage.paragraph_id.0 < at);
        let end = all.partition_point(|passage| passage.paragraph_id.0 <= at);
        &all[start..end]
    }

    /// Counts the words of a paragraph that are compared.
    fn count_words(&self, side: Side, at: usize) -> usize {
        let matched: usize = self.matches(side, at).map(|m| m.passages[side].tokens.len()).sum();
        matched + self.alone(side, at).iter().map(|passage| passage.tokens.len()).sum::<usize>()
    }

    fn silence(&self, side: Side, at: usize) -> Option<Silence> {
        let words = self.articles[side].paragraphs.get(at).map_or(0, |paragraph| paragraph.tokens.len());
        match (words, self.count_words(side, at)) {
            (0, _) => self.alone(side, at).is_empty().then_some(Silence::Wordless),
            (_, 0) => Some(Silence::Hidden),
            _ => None,
        }
    }

    /// Adds the paragraphs that correspond to nothing in order; silent ones of a kind stand side by side.
    fn lonely(&self, paragraph_ids: &Pair<Range<usize>>, found: &mut Vec<Band>) {
        let mut from = paragraph_ids.as_ref().map(|range| range.start);
        while let Some(pair) = self.silent(&Pair::from_fn(|side| from[side]..paragraph_ids[side].end)) {
            self.alone_each(&Pair::from_fn(|side| from[side]..pair[side]), found);
            found.push(Band { fate: Fate::Same, paragraph_ids: pair.map(|at| at..at + 1), home: None });
            from = pair.map(|at| at + 1);
        }
        self.alone_each(&Pair::from_fn(|side| from[side]..paragraph_ids[side].end), found);
    }

    /// Finds the first paragraph of the left side in which nothing is compared, if the first such one of the right side is of its kind.
    fn silent(&self, paragraph_ids: &Pair<Range<usize>>) -> Option<Pair<usize>> {
        if paragraph_ids.left.is_empty() || paragraph_ids.right.is_empty() {
            return None;
        }
        let first = |side: Side| paragraph_ids[side].clone().find_map(|at| Some((at, self.silence(side, at)?)));
        let (left, right) = (first(Side::Left)?, first(Side::Right)?);
        (left.1 == right.1).then_some(Pair::new(left.0, right.0))
    }

    fn alone_each(&self, paragraph_ids: &Pair<Range<usize>>, found: &mut Vec<Band>) {
        for side in Side::BOTH {
            found.extend(paragraph_ids[side].clone().map(|at| self.alone_at(side, at)));
        }
    }

    fn alone_at(&self, side: Side, at: usize) -> Band {
        let paragraph_ids = Pair::from_fn(|this| if this == side { at..at + 1 } else { 0..0 });
        let words = self.count_words(side, at);
        let home = self.home(side, at, words);
        let fate = match (side, home) {
            _ if words == 0 && self.alone(side, at).is_empty() => Fate::Same,
            (Side::Left, Some(_)) => Fate::Gone,
            (Side::Left, None) => Fate::Removed,
            (Side::Right, Some(_)) => Fate::Moved,
            (Side::Right, None) => Fate::Added,
        };
        Band { fate, paragraph_ids, home }
    }

    /// The paragraph of the other side where most of a moved one stands, if most of it was moved together.
    fn home(&self, side: Side, at: usize, words: usize) -> Option<ParagraphId> {
        let mut shares: Vec<(ParagraphId, usize)> = Vec::new();
        for m in self.matches(side, at) {
            let other = m.passages[side.other()].paragraph_id;
            match shares.iter_mut().find(|(paragraph_id, _)| *paragraph_id == other) {
                Some((_, share)) => *share += m.shared,
                None => shares.push((other, m.shared)),
            }
        }
        let (other, share) = shares.into_iter().max_by_key(|(paragraph_id, share)| (*share, Reverse(*paragraph_id)))?;
        (share * 2 >= words).then_some(other)
    }
}
