//! Two versions compared: which paragraphs are side by side, and which rows changed.

use std::sync::Arc;

use super::break_places::{BreakPlace, break_places, places_on};
use super::numbering::{Numbering, numbered};
use super::versions::Versions;
use crate::article::{Article, ParagraphId};
use crate::boilerplate::Mask;
use crate::collate::{Band, ChangedBreak, Collation, Fate, Match, Tally, Weight, bands, tally};
use crate::text::{Pair, Side, Span};

/// Two versions of a text and what changed from one to the other.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The articles.
    pub articles: Pair<Arc<Article>>,
    /// What is left out of the comparison.
    pub masks: Pair<Arc<Mask>>,
    /// What is hidden on the screen; text that a rule only ignores is shown.
    pub shown: Pair<Arc<Mask>>,
    /// What they share in order.
    pub collation: Arc<Collation>,
    /// Which paragraphs are side by side, in reading order.
    pub bands: Vec<Band>,
    /// The bands that changed, as indexes, in order; also those in which only breaks differ, if these count.
    pub changes: Vec<usize>,
    /// How much changed.
    pub tally: Tally,
    /// The number of each change.
    numbering: Numbering,
    /// The places of the breaks that differ.
    breaks: Pair<Vec<BreakPlace>>,
    /// The band of each paragraph.
    homes: Pair<Vec<usize>>,
}

/// What is marked beside a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// Whether words on it changed.
    pub changed: bool,
    /// Whether something on it moved.
    pub moved: bool,
    /// Whether a break on it differs.
    pub broken: bool,
}

impl Compared {
    /// Lists the changes of articles that were collated in order. Takes time linear in paragraphs and matches.
    pub fn of(articles: Pair<Arc<Article>>, masks: Pair<Arc<Mask>>, collation: Collation) -> Self {
        let bands = bands(Pair::from_fn(|side| articles[side].as_ref()), &collation);
        let mut homes = Pair::from_fn(|side| vec![0; articles[side].paragraphs.len()]);
        for (at, band) in bands.iter().enumerate() {
            for side in Side::BOTH {
                homes[side].get_mut(band.paragraph_ids[side].clone()).unwrap_or_default().fill(at);
            }
        }
        let right = &articles.right;
        let broken = collation.breaks.iter().filter_map(|one| {
            let place = right.tokens.get(one.after.right)?.span.start();
            homes.right.get(right.paragraph_id_at(place).0).copied()
        });
        let mut changes: Vec<usize> =
            (0..bands.len()).filter(|at| bands[*at].fate != Fate::Same).chain(broken).collect();
        changes.sort_unstable();
        changes.dedup();
        let numbering = numbered(&bands, &changes);
        let tally = tally(&collation, &bands);
        let breaks = break_places(Pair::from_fn(|side| articles[side].as_ref()), &collation);
        let shown = masks.as_ref().map(Arc::clone);
        Self { articles, masks, shown, collation: Arc::new(collation), bands, changes, tally, numbering, breaks, homes }
    }

    /// Returns the number of changes. A move is one, although it has two ends.
    pub fn count(&self) -> usize {
        self.numbering.count
    }

    /// Returns the number of a change, counted from 1, by its band. Both ends of a move have the same.
    pub fn number(&self, band: usize) -> Option<usize> {
        self.numbering.numbers.get(self.changes.binary_search(&band).ok()?).copied()
    }

    /// Whether a band is the end of a move whose other end comes before it.
    pub fn is_later_end(&self, band: usize) -> bool {
        let at = self.changes.binary_search(&band).ok();
        at.and_then(|at| self.numbering.later_ends.get(at)).is_some_and(|later| *later)
    }

    /// Returns the bands that each stand for one change; of a move, the new place.
    pub fn counted(&self) -> impl Iterator<Item = usize> {
        self.changes.iter().copied().filter(|band| !self.is_other_end(*band))
    }

    /// Whether a band is only the old place of something that moved.
    pub fn is_other_end(&self, band: usize) -> bool {
        let at = self.changes.binary_search(&band).ok();
        at.and_then(|at| self.numbering.other_ends.get(at)).is_some_and(|other_end| *other_end)
    }

    /// Returns the breaks that differ on a stretch of a side's text, in order, each with its place.
    pub fn breaks_on(&self, side: Side, stretch: Span) -> impl Iterator<Item = (usize, &ChangedBreak)> {
        let placed = places_on(&self.breaks[side], stretch).iter();
        placed.filter_map(|one| Some((one.place, self.collation.breaks.get(one.at)?)))
    }

    /// Returns the breaks that differ in a band and after its last word.
    pub fn breaks_in(&self, band: usize) -> impl Iterator<Item = (usize, &ChangedBreak)> {
        let ids = self.bands.get(band).map(|band| band.paragraph_ids.right.clone()).unwrap_or_default();
        let spans = self.articles.right.paragraphs.get(ids).unwrap_or_default().iter().map(|paragraph| paragraph.span);
        self.breaks_on(Side::Right, spans.reduce(Span::join).unwrap_or_default())
    }

    /// Returns the same comparison with other text hidden on the screen.
    pub fn showing(self, shown: Pair<Arc<Mask>>) -> Self {
        Self { shown, ..self }
    }

    /// Returns the two versions, for weaving.
    pub fn versions(&self) -> Versions<'_> {
        Versions {
            articles: Pair::from_fn(|side| self.articles[side].as_ref()),
            masks: Pair::from_fn(|side| self.masks[side].as_ref()),
            collation: &self.collation,
        }
    }

    /// Returns the band of a paragraph, as an index.
    pub fn band_of(&self, side: Side, paragraph_id: ParagraphId) -> usize {
        let homes = &self.homes[side];
        homes.get(paragraph_id.0).or(homes.last()).copied().unwrap_or(0)
    }

    /// Returns what happened to a band.
    pub fn fate(&self, band: usize) -> Fate {
        self.bands.get(band).map_or(Fate::Same, |band| band.fate)
    }

    /// Returns the matches on a stretch of a paragraph, in order.
    pub fn matches_on(&self, side: Side, paragraph_id: ParagraphId, stretch: Span) -> impl Iterator<Item = &Match> {
        self.collation.matches_on(side, paragraph_id, stretch).filter_map(|at| self.collation.matches.get(at))
    }

    /// Returns the parts of a stretch that only its side has.
    pub fn alone_on(&self, side: Side, stretch: Span) -> impl Iterator<Item = Span> {
        let all = &self.collation.only_here[side];
        let start = all.partition_point(|passage| passage.span.end() <= stretch.start());
        all.iter().skip(start).map_while(move |passage| passage.span.meet(stretch))
    }

    /// Returns how many passages of an edited band moved, from one paragraph to another or inside one.
    pub fn passages_moved(&self, band: usize) -> usize {
        let Some(band) = self.bands.get(band).filter(|band| band.fate == Fate::Edited) else { return 0 };
        let on = |side: Side| band.paragraph_ids[side].clone().map(move |at| (side, ParagraphId(at)));
        let here = Side::BOTH.into_iter().flat_map(on);
        let mut found: Vec<usize> = here.flat_map(|(side, at)| self.collation.matches_in(side, at)).copied().collect();
        found.sort_unstable();
        found.dedup();
        let moved = found.into_iter().filter_map(|at| self.collation.matches.get(at)).filter(|m| m.moved);
        let mut places: Vec<Pair<usize>> =
            moved.map(|m| m.passages.as_ref().map(|passage| passage.paragraph_id.0)).collect();
        places.dedup();
        places.len()
    }

    /// Returns what is marked beside a row of a paragraph.
    pub fn marked(&self, side: Side, paragraph_id: ParagraphId, row: Span) -> Marked {
        let moved = self.matches_on(side, paragraph_id, row).any(|m| m.moved);
        let changed = |m: &Match| {
            let mut near = m.variants.iter().filter(|variant| variant.weight != Weight::Slight);
            near.any(|variant| touches(variant.spans[side], row))
        };
        let changed =
            self.alone_on(side, row).next().is_some() || self.matches_on(side, paragraph_id, row).any(changed);
        Marked { changed, moved, broken: self.breaks_on(side, row).next().is_some() }
    }

    /// Returns the other end of a move: the place on the other side of the first moved passage on a stretch.
    pub fn other_end(&self, side: Side, paragraph_id: ParagraphId, stretch: Span) -> Option<usize> {
        let found = self.matches_on(side, paragraph_id, stretch).find(|m| m.moved)?;
        Some(found.passages[side.other()].span.start())
    }
}

/// Whether words are on a row, or would be, for an empty span.
fn touches(words: Span, row: Span) -> bool {
    words.overlaps(row) || (words.is_empty() && row.start() < words.start() && words.start() <= row.end())
}
