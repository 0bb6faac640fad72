//! Places in pairs: where the reader stood in both articles of a pair, to stand there again when the pair is opened anew.

use crate::app::memory::KeptPair;
use crate::app::memory::KeptPlace;
use crate::app::memory::SetPlaces;
use crate::app::memory::Stood;
use crate::app::memory::StoodIn;
use std::path::PathBuf;

use super::app::App;
use crate::app::jobs::Effect;
use crate::article::{Article, Extent};
use crate::text::{Pair, Side};

/// Pairs of a set whose places are kept.
const MOST: usize = 200;

impl App {
    /// Remembers where the reader stands in the open articles, and in the two as a pair.
    pub(super) fn keep_places(&mut self) {
        for (article, _, cursor) in self.stands() {
            self.places[article] = cursor;
        }
        let (key, stood) = self.stood();
        self.pairs.insert(key, stood);
    }

    fn stood(&self) -> ((usize, usize), StoodIn) {
        let (height, turned) = (self.geometry().rows(), self.is_turned());
        let places = self.row.both().map(|pane| {
            let row = pane.row_of(pane.at(), height).max(0) as usize;
            Stood { cursor: pane.cursor, row }
        });
        let link = self.tie().filter(|tie| tie.loci[self.row.focus] == self.focused().locus()).map(|tie| tie.loci);
        (
            ordered(self.row.pair(), turned),
            StoodIn { places: ordered(places, turned), link: link.map(|loci| ordered(loci, turned)) },
        )
    }

    /// Tells whether the article of the smaller index is the right one.
    fn is_turned(&self) -> bool {
        let open = self.row.pair();
        open.left > open.right
    }

    /// Stands where the reader stood when this pair was last open, if it was.
    pub(super) fn return_to_pair(&mut self) {
        let turned = self.is_turned();
        let key = ordered(self.row.pair(), turned);
        let Some(stood) = self.pairs.get(&key).copied().or_else(|| self.kept_pair(key)) else { return };
        let (places, height) = (sided(stood.places, turned), self.geometry().rows());
        for side in Side::BOTH {
            let pane = &mut self.row[side];
            pane.cursor = pane.page.place_of(pane.page.spot_of(places[side].cursor));
            pane.put(pane.at(), places[side].row.min(height.saturating_sub(1)));
            pane.show_cursor(height);
        }
        self.row.pairing_mut().sought = stood.link.map(|link| sided(link, turned));
    }

    fn kept_pair(&self, (one, other): (usize, usize)) -> Option<StoodIn> {
        let (one, other) = (self.articles.get(one)?, self.articles.get(other)?);
        let (first, second) = (place(one)?, place(other)?);
        let kept = self.kept.pairs.iter().rev().find_map(|kept| {
            let [a, b] = &kept.articles;
            let turned = (b, a) == (first, second);
            (turned || (a, b) == (first, second)).then_some((kept, turned))
        });
        let (kept, turned) = kept?;
        let [a, b] = kept.places;
        let places = if turned { (b.find(one), a.find(other)) } else { (a.find(one), b.find(other)) };
        let link = kept.linked.then(|| (one.locus_at(places.0.cursor), other.locus_at(places.1.cursor)));
        Some(StoodIn { places, link })
    }

    /// Comes back to where the reader was in these articles, as far as they are still there: once they are read, and unless the reader
    /// has done something by then.
    pub fn come_back(&mut self, kept: SetPlaces) -> Vec<Effect> {
        self.kept = kept;
        self.untouched = true;
        if self.reading {
            return Vec::new();
        }
        let (before, mut effects) = (self.stands(), Vec::new());
        self.came_back();
        self.settle(&before, &mut effects);
        effects
    }

    pub(super) fn came_back(&mut self) {
        if !std::mem::take(&mut self.untouched) || self.kept == SetPlaces::default() {
            return;
        }
        let index = |path: &PathBuf| self.articles.iter().position(|article| place(article) == Some(path));
        let open = self.kept.open.as_ref().map(|open| open.as_ref().map(index));
        // Two articles stand as they were named.
        let open = open.filter(|_| self.articles.len() > 2).and_then(|open| Some(Pair::new(open.left?, open.right?)));
        let other = open.filter(|open| *open != self.row.pair() && open.left != open.right);
        if let Some(open) = other {
            self.put(Side::Left, open.left);
            self.put(Side::Right, open.right);
        }
        self.row.focus = self.kept.focus.unwrap_or(self.row.focus);
        self.return_to_pair();
    }

    /// Gives what is to be kept of these articles for the next time: where the reader stands and stood in each pair. Nothing where
    /// they are not yet read.
    pub fn set_places(&self) -> Option<SetPlaces> {
        if self.reading || self.articles.iter().any(|article| article.extent == Extent::Head) {
            return None;
        }
        let path = |index: usize| self.articles.get(index).and_then(|article| place(article)).cloned();
        let open = self.row.pair().map(path);
        let kept = |((one, other), stood): (&(usize, usize), &StoodIn)| {
            let (first, second) = (self.articles.get(*one)?, self.articles.get(*other)?);
            Some(KeptPair {
                articles: [place(first)?.clone(), place(second)?.clone()],
                places: [KeptPlace::of(first, stood.places.0), KeptPlace::of(second, stood.places.1)],
                linked: stood.link.is_some(),
            })
        };
        let (here, stood) = self.stood();
        let mut visited: Vec<_> = self.pairs.iter().filter(|(pair, _)| **pair != here).collect();
        visited.sort_unstable_by_key(|(pair, _)| **pair);
        let now: Vec<KeptPair> = visited.into_iter().chain([(&here, &stood)]).filter_map(kept).collect();
        let is_new = |old: &&KeptPair| {
            let [a, b] = &old.articles;
            !now.iter().any(|new| new.articles == old.articles || new.articles == [b.clone(), a.clone()])
        };
        let mut pairs: Vec<KeptPair> = self.kept.pairs.iter().filter(is_new).cloned().collect();
        pairs.extend(now.iter().cloned());
        pairs.drain(..pairs.len().saturating_sub(MOST));
        let open = open.left.zip(open.right).map(|(left, right)| Pair::new(left, right));
        Some(SetPlaces { open, focus: Some(self.row.focus), pairs })
    }
}

/// Gives the file of an article.
fn place(article: &Article) -> Option<&PathBuf> {
    article.origin.place()
}

fn ordered<T>(pair: Pair<T>, turned: bool) -> (T, T) {
    if turned { (pair.right, pair.left) } else { (pair.left, pair.right) }
}

fn sided<T>((first, second): (T, T), turned: bool) -> Pair<T> {
    if turned { Pair::new(second, first) } else { Pair::new(first, second) }
}
