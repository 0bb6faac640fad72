//! The row of panes, and what each shares with the one it is compared with: its neighbour, or the base of all. One pair is open at a time:
//! keys act on it.
//!
//! The open pair is an index: when the focus moves to another pane, nothing is moved, and what is known is kept.

use super::jumps::Jumps;
use super::links::Links;
use super::pairing::Pairing;
use super::pane::Pane;
use std::ops::{Index, IndexMut};
use std::sync::Arc;

use crate::app::layout::PaneIx;
use crate::collate::Collation;
use crate::text::{Pair, Side};

/// Panes from left to right, at least two, and the pairings between them.
#[derive(Debug)]
pub struct Row {
    panes: Vec<Pane>,
    /// One less than panes, as `links` says.
    pairings: Vec<Pairing>,
    /// Which panes are compared.
    links: Links,
    /// Which pairing is open.
    pub(in crate::app) open: usize,
    /// The pane of the open pair that keys act on.
    pub focus: Side,
    /// Whether the panes beside the pair have been placed, too, by the present action.
    pub(in crate::app) placed: bool,
    /// Whether to compare the open pair at once, ahead of other jobs.
    pub(in crate::app) hurries: bool,
    /// Where the panes were before jumps.
    pub(in crate::app) jumps: Jumps,
}

impl Index<Side> for Row {
    type Output = Pane;

    fn index(&self, side: Side) -> &Pane {
        &self.panes[self.ix(side).0]
    }
}

impl IndexMut<Side> for Row {
    fn index_mut(&mut self, side: Side) -> &mut Pane {
        let at = self.ix(side).0;
        &mut self.panes[at]
    }
}

impl Row {
    /// Puts two panes side by side.
    pub(in crate::app) fn of(panes: Pair<Pane>) -> Self {
        let about = panes.as_ref().map(|pane| pane.article);
        let panes = vec![panes.left, panes.right];
        let (pairings, jumps) = (vec![Pairing::of(about)], Jumps::default());
        Self {
            panes,
            pairings,
            links: Links::default(),
            open: 0,
            focus: Side::Left,
            placed: false,
            hurries: false,
            jumps,
        }
    }

    /// The index of a pane of the open pair.
    pub fn ix(&self, side: Side) -> PaneIx {
        PaneIx(self.links.of(self.open)[side])
    }

    /// The index of the pane this far out on a side of the open pair (0 is the pair itself), if there is one.
    pub fn outside(&self, side: Side, out: usize) -> Option<PaneIx> {
        self.links.outside(self.open, side, out, self.panes.len()).map(PaneIx)
    }

    /// On which side of the open pair, or of the base, a pane is; panes of the pair are on their own side.
    pub fn side(&self, pane: PaneIx) -> Side {
        self.links.side(self.open, pane.0)
    }

    /// How far out a pane is; 0 is the pair itself.
    pub fn out(&self, pane: PaneIx) -> usize {
        self.links.out(self.open, pane.0)
    }

    /// The pane that a pane is compared with: its neighbour towards the open pair, or the base; within the pair, the other one.
    pub(in crate::app) fn inner(&self, pane: PaneIx) -> PaneIx {
        PaneIx(self.links.inner(self.open, pane.0))
    }

    /// The base of all others.
    pub fn base(&self) -> Option<PaneIx> {
        self.links.base.map(PaneIx)
    }

    /// Makes a pane the base of all others, or compares each with its neighbour again; the open pair includes it, and stays the same if
    /// possible.
    pub(in crate::app) fn set_base(&mut self, base: Option<PaneIx>) {
        let (focused, pair) = (self.ix(self.focus), Pair::from_fn(|side| self.ix(side)));
        self.links.base = base.map(|pane| pane.0.min(self.panes.len().saturating_sub(1)));
        self.link_anew();
        let ends = |at: usize| self.links.of(at).map(PaneIx);
        let holds = |at: &usize| ends(*at).left == focused || ends(*at).right == focused;
        let all = 0..self.pairings.len();
        let open = all.clone().find(|at| ends(*at) == pair).or_else(|| all.clone().find(holds));
        self.open_at(open.unwrap_or(0));
        self.focus = if self.ix(Side::Left) == focused { Side::Left } else { Side::Right };
        self.hurries |= self.pairing().found.is_open();
    }

    /// All indexes, from left to right.
    pub fn places(&self) -> impl Iterator<Item = PaneIx> + use<> {
        (0..self.panes.len()).map(PaneIx)
    }

    /// All panes, from left to right.
    pub fn panes(&self) -> &[Pane] {
        &self.panes
    }

    /// A pane by its index.
    pub fn get(&self, pane: PaneIx) -> Option<&Pane> {
        self.panes.get(pane.0)
    }

    /// As [`Row::get`], mutable.
    pub(in crate::app) fn get_mut(&mut self, pane: PaneIx) -> Option<&mut Pane> {
        self.panes.get_mut(pane.0)
    }

    /// The pane that keys act on.
    pub fn focused(&self) -> &Pane {
        &self[self.focus]
    }

    /// As [`Row::focused`], mutable.
    pub(in crate::app) fn focused_mut(&mut self) -> &mut Pane {
        let focus = self.focus;
        &mut self[focus]
    }

    /// The two panes of the open pair.
    pub fn both(&self) -> Pair<&Pane> {
        Pair::from_fn(|side| &self[side])
    }

    /// The articles of the open pair, by their indexes.
    pub fn pair(&self) -> Pair<usize> {
        self.both().map(|pane| pane.article)
    }

    /// The articles of all panes, by their indexes, from left to right.
    pub fn articles(&self) -> Vec<usize> {
        self.panes.iter().map(|pane| pane.article).collect()
    }

    /// What the open pair shares.
    pub(in crate::app) fn pairing(&self) -> &Pairing {
        &self.pairings[self.open]
    }

    /// As [`Row::pairing`], mutable.
    pub(in crate::app) fn pairing_mut(&mut self) -> &mut Pairing {
        &mut self.pairings[self.open]
    }

    /// What the open pair shares, if it is known and was found in the texts that the panes show: its places are meaningless in others.
    pub(in crate::app) fn collation(&self) -> Option<&Arc<Collation>> {
        self.pairing().collation_of(self.both())
    }

    /// All pairings, from left to right.
    pub(in crate::app) fn pairings_mut(&mut self) -> impl Iterator<Item = &mut Pairing> {
        self.pairings.iter_mut()
    }

    /// What a pane shares with the one it is compared with, and the two panes.
    pub(in crate::app) fn pairing_at(&self, pane: PaneIx) -> (Pair<&Pane>, &Pairing) {
        let at = self.links.pairing(self.open, pane.0);
        (self.links.of(at).map(|pane| &self.panes[pane]), &self.pairings[at])
    }

    /// As [`Row::pairing_at`], mutable.
    pub(in crate::app) fn pairing_at_mut(&mut self, pane: PaneIx) -> &mut Pairing {
        let at = self.links.pairing(self.open, pane.0);
        &mut self.pairings[at]
    }

    /// Whether a pairing is the open one.
    pub(in crate::app) fn is_open(&self, about: Pair<usize>) -> bool {
        self.pair() == about
    }

    /// Opens the pair of a pane and moves the focus there; returns whether another pair is open now.
    pub(in crate::app) fn focus_on(&mut self, pane: PaneIx) -> bool {
        let (side, moved) = (self.side(pane), self.out(pane) > 0);
        if moved {
            self.open = self.links.pairing(self.open, pane.0);
        }
        self.focus = side;
        moved
    }

    /// Opens the pair with this index.
    pub(in crate::app) fn open_at(&mut self, first: usize) {
        self.open = first.min(self.pairings.len() - 1);
    }

    /// Opens the next pair on a side, if there is one; the focus stays on its side.
    pub(in crate::app) fn shift(&mut self, to: Side) {
        self.open_at(if to == Side::Left { self.open.saturating_sub(1) } else { self.open + 1 });
    }

    /// Adds a pane at the right end.
    pub(in crate::app) fn push(&mut self, pane: Pane) {
        self.panes.push(pane);
        let about = self.about(self.pairings.len());
        self.pairings.push(Pairing::of(about));
    }

    /// Replaces a pane.
    pub(in crate::app) fn set(&mut self, place: PaneIx, pane: Pane) {
        if let Some(old) = self.panes.get_mut(place.0) {
            *old = pane;
        }
        self.forget_parted();
    }

    /// Removes a pane, if there are more than two. The one further out takes its place; if there is none, the pair next to it opens.
    /// Without the base, each is compared with its neighbour again.
    pub(in crate::app) fn remove(&mut self, pane: PaneIx) {
        let gone = pane.0;
        if self.panes.len() < 3 || gone >= self.panes.len() {
            return;
        }
        let base = self.links.base.filter(|base| *base != gone && self.panes.len() > 3);
        let in_order = self.open.saturating_sub(usize::from(self.side(pane) == Side::Left));
        let in_order = if self.links.base.is_some() { 0 } else { in_order };
        let ends = self.links.of(self.open).map(|at| at - usize::from(at > gone));
        self.panes.remove(gone);
        self.links.base = base.map(|base| base - usize::from(base > gone));
        self.link_anew();
        let same = (0..self.pairings.len()).find(|at| self.links.base.is_some() && self.links.of(*at) == ends);
        self.open_at(same.unwrap_or(in_order));
        self.hurries |= self.pairing().found.is_open();
    }

    /// Sets the row to these panes, with the pair of this index open.
    pub(in crate::app) fn replace(&mut self, panes: Vec<Pane>, open: usize, base: Option<PaneIx>) {
        self.panes = panes;
        self.links.base = base.map(|base| base.0).filter(|base| *base < self.panes.len());
        self.link_anew();
        self.open_at(open);
        self.hurries |= self.pairing().found.is_open();
    }

    /// Makes the pairings of the panes that are compared; keeps what is known of any of them.
    fn link_anew(&mut self) {
        let old = std::mem::take(&mut self.pairings);
        let mut old: Vec<Option<Pairing>> = old.into_iter().map(Some).collect();
        let wanted = (0..self.panes.len().saturating_sub(1)).map(|at| self.about(at));
        let made = wanted.map(|about| {
            let known = old.iter_mut().find(|old| old.as_ref().is_some_and(|old| old.about == about));
            known.and_then(Option::take).unwrap_or_else(|| Pairing::of(about))
        });
        self.pairings = made.collect();
    }

    /// The articles of a pairing.
    fn about(&self, at: usize) -> Pair<usize> {
        self.links.of(at).map(|pane| self.panes.get(pane).map_or(0, |pane| pane.article))
    }

    /// Removes all panes, to be used elsewhere.
    pub(in crate::app) fn take_panes(&mut self) -> Vec<Pane> {
        std::mem::take(&mut self.panes)
    }

    /// Forgets what is known of panes that are no longer compared; the open pair is compared again at once.
    pub(in crate::app) fn forget_parted(&mut self) {
        for at in 0..self.pairings.len() {
            let about = self.about(at);
            if let Some(pairing) = self.pairings.get_mut(at).filter(|pairing| pairing.about != about) {
                *pairing = Pairing::of(about);
                self.hurries |= at == self.open;
            }
        }
    }

    /// Forgets all that is known, because the articles are others now.
    pub(in crate::app) fn forget_all(&mut self) {
        for at in 0..self.pairings.len() {
            self.pairings[at] = Pairing::of(self.about(at));
        }
    }
}
