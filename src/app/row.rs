//! The row of panes: the open pair, and on either side of it the panes that stand beside.
//!
//! One pair at a time is open: keys act on it, and what it shares is lit live. When the focus moves on to a pane beside it, the pair moves
//! along the row; what is known of either pair is kept, so that nothing is found anew.

use crate::app::layout::Seat;
use std::sync::Arc;

use super::app::App;
use super::between::Between;
use super::pane::Pane;
use crate::app::layout::Geometry;
use crate::app::layout::fitting;
use crate::page::Page;
use crate::text::{Pair, Side};

/// A pane beside the open pair.
#[derive(Debug)]
pub struct Neighbour {
    /// The pane.
    pub pane: Pane,
    /// What it shares with the next pane towards the pair.
    pub(super) between: Between,
}

impl App {
    /// Gives the screen's parts.
    pub fn geometry(&self) -> Geometry {
        let beside = if self.diff.is_some() { Pair::default() } else { self.beside.as_ref().map(Vec::len) };
        Geometry::among(self.size, self.settings.measure, beside)
    }

    /// Gives a pane of the row.
    pub fn pane(&self, seat: Seat) -> Option<&Pane> {
        match seat.out.checked_sub(1) {
            None => Some(&self.panes[seat.side]),
            Some(at) => self.beside[seat.side].get(at).map(|neighbour| &neighbour.pane),
        }
    }

    /// As [`App::pane`], to be changed.
    pub(super) fn pane_mut(&mut self, seat: Seat) -> Option<&mut Pane> {
        match seat.out.checked_sub(1) {
            None => Some(&mut self.panes[seat.side]),
            Some(at) => self.beside[seat.side].get_mut(at).map(|neighbour| &mut neighbour.pane),
        }
    }

    /// Gives all seats of the row, from left to right.
    pub(super) fn seats(&self) -> Vec<Seat> {
        row_of(self.beside.as_ref().map(Vec::len))
    }

    /// Gives the seats that are shown, from left to right.
    pub fn shown_seats(&self) -> Vec<Seat> {
        row_of(self.geometry().shown_beside())
    }

    /// Gives the articles of the row by their indexes, from left to right.
    pub fn row(&self) -> Vec<usize> {
        self.seats().into_iter().filter_map(|seat| self.pane(seat)).map(|pane| pane.article).collect()
    }

    /// Gives how many panes have room.
    pub(super) fn room(&self) -> usize {
        fitting(self.size.width, self.settings.measure)
    }

    /// Moves the focus to a pane of the row, and the pair along with it.
    pub(super) fn sit(&mut self, seat: Seat) {
        for _ in 0..seat.out {
            self.shift(seat.side);
        }
        self.focus = seat.side;
        if seat.out > 0 && self.standing().is_none() {
            // What stands side by side already is the link one has come to.
            let loci = self.panes.as_ref().map(Pane::locus);
            self.current = self.link_of(loci);
        }
    }

    /// Moves the pair one pane along the row.
    pub(super) fn shift(&mut self, to: Side) {
        if self.beside[to].is_empty() {
            return;
        }
        let between = self.take_between();
        let Neighbour { pane, between: next } = self.beside[to].remove(0);
        let nearer = std::mem::replace(&mut self.panes[to], pane);
        let farther = std::mem::replace(&mut self.panes[to.other()], nearer);
        self.beside[to.other()].insert(0, Neighbour { pane: farther, between });
        self.put_between(if next.about == self.pair() { next } else { Between::default() });
    }

    /// Makes a pane of an article.
    pub(super) fn opened(&self, article: usize) -> Pane {
        let measure = usize::from(self.geometry().panes[self.focus].text.width);
        let (open, mask) = (Arc::clone(&self.articles[article]), Arc::clone(&self.masks[article]));
        let mut pane = Pane::open(article, Page::new(open, mask, self.folding, measure), self.places[article]);
        pane.edge = self.settings.scroll_offset;
        pane
    }

    /// Puts an article into a pane of the pair. A pane beside it that has the article gets the one that was there, or another that
    /// nobody shows; where there is none, it is gone.
    pub(super) fn put(&mut self, side: Side, article: usize) {
        let was = self.panes[side].article;
        self.panes[side] = self.opened(article);
        for (side, at) in self.beside_with(article) {
            let row = self.row();
            let free = std::iter::once(was).chain(0..self.articles.len()).find(|other| !row.contains(other));
            match free.map(|other| self.opened(other)) {
                Some(pane) => self.beside[side][at].pane = pane,
                None => drop(self.beside[side].remove(at)),
            }
        }
    }

    /// Gives where an article stands beside the pair, the farthest first.
    fn beside_with(&self, article: usize) -> Vec<(Side, usize)> {
        let all = Side::BOTH.into_iter().flat_map(|side| (0..self.beside[side].len()).rev().map(move |at| (side, at)));
        all.filter(|(side, at)| self.beside[*side][*at].pane.article == article).collect()
    }

    /// Makes the row one of these articles, of which the pair's left pane has the one at `first`.
    pub(super) fn set_row(&mut self, row: &[usize], first: usize) {
        let left: Vec<usize> = row.iter().take(first).rev().copied().collect();
        let right: Vec<usize> = row.iter().skip(first + 2).copied().collect();
        for (side, at) in [(Side::Left, first), (Side::Right, first + 1)] {
            if let Some(article) = row.get(at).copied().filter(|article| *article != self.panes[side].article) {
                self.panes[side] = self.opened(article);
            }
        }
        for (side, wanted) in [(Side::Left, left), (Side::Right, right)] {
            let known = std::mem::take(&mut self.beside[side]);
            let mut known: Vec<Option<Neighbour>> = known.into_iter().map(Some).collect();
            for article in wanted {
                let kept = known.iter_mut().find(|kept| kept.as_ref().is_some_and(|it| it.pane.article == article));
                let kept = kept.and_then(Option::take);
                let pane =
                    kept.unwrap_or_else(|| Neighbour { pane: self.opened(article), between: Between::default() });
                self.beside[side].push(pane);
            }
        }
    }
}

/// Gives the seats of a row with so many panes on either side of the pair.
fn row_of(beside: Pair<usize>) -> Vec<Seat> {
    let left = (0..=beside.left).rev().map(|out| Seat { side: Side::Left, out });
    left.chain((0..=beside.right).map(|out| Seat { side: Side::Right, out })).collect()
}
