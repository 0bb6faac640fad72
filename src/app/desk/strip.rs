//! The strip: a whole article sampled in one column. It is kept until what it shows changes: sampling it for each frame took a fifth of a
//! key (`benches/keys.py` under a profiler, two articles of 500 kB).

use std::cmp::Reverse;
use std::sync::Arc;

use super::highlight::Highlight;
use crate::article::Article;
use crate::boilerplate::Mask;
use crate::collate::{Class, Collation, Passage};
use crate::text::Side;

/// Places that are sampled for each cell.
const SAMPLES: usize = 4;
/// Matches that are looked at for each place: few passages overlap.
const OVERLAPS: usize = 4;

/// What a cell of the strip shows; of several, the last in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stretch {
    /// Unmatched text.
    Only,
    /// Hidden text.
    Hidden,
    /// Unmatched text that is highlighted.
    Alone,
    /// Repeats.
    Echo(Class),
    /// Shared text.
    Shared(Reverse<Class>),
}

/// An article sampled, and what it was sampled from.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Strip {
    of: Option<Sampled>,
    stretches: Vec<Stretch>,
}

impl Strip {
    /// What each cell shows, if it was sampled from this.
    pub fn of(&self, sampled: &Sampled) -> Option<&[Stretch]> {
        self.of.as_ref().is_some_and(|of| of.is(sampled)).then_some(&self.stretches)
    }

    /// Samples again, unless it was sampled from this.
    pub fn keep(&mut self, sampled: Sampled) {
        if self.of(&sampled).is_none() {
            *self = Self { stretches: sampled.stretches(), of: Some(sampled) };
        }
    }
}

/// What a strip is sampled from.
#[derive(Clone, Debug)]
pub(in crate::app) struct Sampled {
    pub article: Arc<Article>,
    pub mask: Arc<Mask>,
    pub collation: Option<Arc<Collation>>,
    pub side: Side,
    pub lit: Highlight,
    /// What has no match in any other article, if that is highlighted.
    pub in_none: Option<Arc<Vec<Passage>>>,
    pub height: usize,
}

impl Sampled {
    fn is(&self, other: &Self) -> bool {
        is_same(self.collation.as_ref(), other.collation.as_ref())
            && is_same(self.in_none.as_ref(), other.in_none.as_ref())
            && Arc::ptr_eq(&self.article, &other.article)
            && Arc::ptr_eq(&self.mask, &other.mask)
            && (self.side, self.lit, self.height) == (other.side, other.lit, other.height)
    }

    /// Samples the article. Costs a few lookups for each cell, whatever the article's length.
    pub fn stretches(&self) -> Vec<Stretch> {
        let length = self.article.text.len();
        let places = |row: usize| {
            let samples = (0..SAMPLES).map(move |part| (row * SAMPLES + part) * 2 + 1);
            samples.map(move |part| (part as u64 * length as u64 / (self.height * SAMPLES * 2) as u64) as usize)
        };
        let at = |row| places(row).map(|place| self.stretch(place)).max().unwrap_or(Stretch::Only);
        (0..self.height).map(at).collect()
    }

    fn stretch(&self, place: usize) -> Stretch {
        let (side, lit) = (self.side, self.lit);
        if self.mask.at(place).is_some() {
            return Stretch::Hidden;
        }
        let Some(collation) = &self.collation else { return Stretch::Only };
        let unmatched = match lit {
            Highlight::OnlyHere => Some(collation.unmatched(side)),
            Highlight::InNone => self.in_none.as_deref().map(Vec::as_slice),
            _ => None,
        };
        if let Some(unmatched) = unmatched {
            let next = unmatched.partition_point(|alone| alone.span.end() <= place);
            let alone = unmatched.get(next).is_some_and(|alone| alone.span.contains(place));
            return if alone { Stretch::Alone } else { Stretch::Only };
        }
        let near = collation.matches_in(side, self.article.paragraph_id_at(place));
        let start = |at: &usize| collation.matches.get(*at).map_or(0, |found| found.passages[side].span.start());
        let before = near.partition_point(|at| start(at) <= place);
        let found = near.iter().take(before).rev().take(OVERLAPS).filter_map(|&at| collation.matches.get(at));
        found
            .filter(|found| lit.lights(found) && found.passages[side].span.contains(place))
            .map(|found| if found.echo { Stretch::Echo(found.class) } else { Stretch::Shared(Reverse(found.class)) })
            .max()
            .unwrap_or(Stretch::Only)
    }
}

/// Whether both are the same value, or both are `None`.
fn is_same<T>(one: Option<&Arc<T>>, other: Option<&Arc<T>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Arc::ptr_eq(one, other),
        (one, other) => one.is_none() && other.is_none(),
    }
}
