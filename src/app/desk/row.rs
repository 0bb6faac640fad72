//! The row of panes, and what each two next to each other share. One pair at a time is open: keys act on it.
//!
//! The open pair is an index: when the focus moves on to a pane beside it nothing is moved, and what is known stays where it is.

use super::jumps::Jumps;
use super::pairing::Pairing;
use super::pane::Pane;
use std::ops::{Index, IndexMut};
use std::sync::Arc;

use crate::app::layout::PaneIx;
use crate::collate::Collation;
use crate::text::{Pair, Side};

/// Panes from left to right, two at least, and the pairings between them.
#[derive(Debug)]
pub struct Row {
    panes: Vec<Pane>,
    /// One less than there are panes: the first two, the second and third, and so on.
    pairings: Vec<Pairing>,
    /// Which pairing is open.
    open: usize,
    /// The pane of the open pair that keys act on.
    pub focus: Side,
    /// Whether what is being done has placed the panes beside the pair, too.
    pub(in crate::app) placed: bool,
    /// Whether the open pair is to be collated at once, ahead of whatever else is being found.
    pub(in crate::app) hurries: bool,
    /// Where the panes stood before jumps.
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
        Self { panes, pairings, open: 0, focus: Side::Left, placed: false, hurries: false, jumps }
    }

    /// The place of a pane of the open pair.
    pub fn ix(&self, side: Side) -> PaneIx {
        PaneIx(match side {
            Side::Left => self.open,
            Side::Right => self.open + 1,
        })
    }

    /// The place of the pane that stands so far out on a side of the open pair; 0 is the pair itself. Where none stands there, nothing.
    pub fn outside(&self, side: Side, out: usize) -> Option<PaneIx> {
        let at = match side {
            Side::Left => self.open.checked_sub(out)?,
            Side::Right => self.open + 1 + out,
        };
        (at < self.panes.len()).then_some(PaneIx(at))
    }

    /// On which side of the open pair a pane stands; those of the pair on their own.
    pub fn side(&self, pane: PaneIx) -> Side {
        if pane.0 <= self.open { Side::Left } else { Side::Right }
    }

    /// How far out a pane stands; 0 is the pair itself.
    pub fn out(&self, pane: PaneIx) -> usize {
        match self.side(pane) {
            Side::Left => self.open - pane.0,
            Side::Right => pane.0 - self.open - 1,
        }
    }

    /// The next pane towards the open pair; within it the other one.
    pub(in crate::app) fn inner(&self, pane: PaneIx) -> PaneIx {
        match self.side(pane) {
            Side::Left => PaneIx(pane.0 + 1),
            Side::Right => PaneIx(pane.0 - 1),
        }
    }

    /// All places, from left to right.
    pub fn places(&self) -> impl Iterator<Item = PaneIx> + use<> {
        (0..self.panes.len()).map(PaneIx)
    }

    /// How many panes stand on either side of the open pair.
    pub(in crate::app) fn beside(&self) -> Pair<usize> {
        Pair::new(self.open, self.panes.len() - self.open - 2)
    }

    /// All panes, from left to right.
    pub fn panes(&self) -> &[Pane] {
        &self.panes
    }

    /// A pane by its place.
    pub fn get(&self, pane: PaneIx) -> Option<&Pane> {
        self.panes.get(pane.0)
    }

    /// As [`Row::get`], to be changed.
    pub(in crate::app) fn get_mut(&mut self, pane: PaneIx) -> Option<&mut Pane> {
        self.panes.get_mut(pane.0)
    }

    /// The pane that keys act on.
    pub fn focused(&self) -> &Pane {
        &self[self.focus]
    }

    /// As [`Row::focused`], to be changed.
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

    /// As [`Row::pairing`], to be changed.
    pub(in crate::app) fn pairing_mut(&mut self) -> &mut Pairing {
        &mut self.pairings[self.open]
    }

    /// What the open pair shares, where it is known, and was found in the texts that the panes show: its places mean nothing in others.
    pub(in crate::app) fn collation(&self) -> Option<&Arc<Collation>> {
        self.pairing().collation_of(self.both())
    }

    /// All pairings, from left to right.
    pub(in crate::app) fn pairings_mut(&mut self) -> impl Iterator<Item = &mut Pairing> {
        self.pairings.iter_mut()
    }

    /// What a pane shares with the next one towards the pair, and the two panes.
    pub(in crate::app) fn pairing_at(&self, pane: PaneIx) -> (Pair<&Pane>, &Pairing) {
        let at = pane.0.min(self.inner(pane).0);
        (Pair::new(&self.panes[at], &self.panes[at + 1]), &self.pairings[at])
    }

    /// As [`Row::pairing_at`], to be changed.
    pub(in crate::app) fn pairing_at_mut(&mut self, pane: PaneIx) -> &mut Pairing {
        let at = pane.0.min(self.inner(pane).0);
        &mut self.pairings[at]
    }

    /// Whether a pairing is the open one.
    pub(in crate::app) fn is_open(&self, about: Pair<usize>) -> bool {
        self.pair() == about
    }

    /// Opens the pair in which a pane stands and moves the focus there; whether another pair is open now.
    pub(in crate::app) fn focus_on(&mut self, pane: PaneIx) -> bool {
        let (side, moved) = (self.side(pane), self.out(pane) > 0);
        if moved {
            self.open = pane.0 - usize::from(side == Side::Right);
        }
        self.focus = side;
        moved
    }

    /// Opens the pair whose left pane stands there.
    pub(in crate::app) fn open_at(&mut self, first: usize) {
        self.open = first.min(self.pairings.len() - 1);
    }

    /// Opens the next pair on a side, where there is one; the focus stays on its side.
    pub(in crate::app) fn shift(&mut self, to: Side) {
        match to {
            Side::Left => self.open = self.open.saturating_sub(1),
            Side::Right => self.open_at(self.open + 1),
        }
    }

    /// Puts a pane at the right end.
    pub(in crate::app) fn push(&mut self, pane: Pane) {
        let about = Pair::new(self.panes.last().map_or(0, |last| last.article), pane.article);
        self.panes.push(pane);
        self.pairings.push(Pairing::of(about));
    }

    /// Puts a pane in the place of another.
    pub(in crate::app) fn set(&mut self, place: PaneIx, pane: Pane) {
        if let Some(old) = self.panes.get_mut(place.0) {
            *old = pane;
        }
        self.forget_parted();
    }

    /// Takes a pane out, of more than two. What stands further out comes in its place; where nothing does, the pair next to it opens.
    pub(in crate::app) fn remove(&mut self, pane: PaneIx) {
        if self.panes.len() < 3 || pane.0 >= self.panes.len() {
            return;
        }
        let side = self.side(pane);
        let outermost = self.outside(side, self.out(pane) + 1).is_none();
        self.panes.remove(pane.0);
        self.pairings.remove(match (side, outermost) {
            (Side::Left, true) => 0,
            (Side::Right, true) => self.pairings.len() - 1,
            (Side::Left, false) => pane.0 - 1,
            (Side::Right, false) => pane.0,
        });
        if side == Side::Left {
            self.open = self.open.saturating_sub(1);
        }
        self.open_at(self.open);
        self.forget_parted();
    }

    /// Makes the row one of these panes and pairings, of which the one at `first` is open.
    pub(in crate::app) fn replace(&mut self, panes: Vec<Pane>, first: usize) {
        let old = std::mem::take(&mut self.pairings);
        let mut old: Vec<Option<Pairing>> = old.into_iter().map(Some).collect();
        self.panes = panes;
        self.pairings =
            self.panes.windows(2).map(|two| Pairing::of(Pair::new(two[0].article, two[1].article))).collect();
        for new in &mut self.pairings {
            let known = old.iter_mut().find(|old| old.as_ref().is_some_and(|old| old.about == new.about));
            if let Some(known) = known.and_then(Option::take) {
                *new = known;
            }
        }
        self.open_at(first);
        self.hurries |= self.pairing().found.is_open();
    }

    /// All panes, to be put elsewhere.
    pub(in crate::app) fn take_panes(&mut self) -> Vec<Pane> {
        std::mem::take(&mut self.panes)
    }

    /// Forgets what is known of panes that do not stand next to each other any more; of the open pair it is asked for at once.
    pub(in crate::app) fn forget_parted(&mut self) {
        for (at, two) in self.panes.windows(2).enumerate() {
            let about = Pair::new(two[0].article, two[1].article);
            if let Some(pairing) = self.pairings.get_mut(at).filter(|pairing| pairing.about != about) {
                *pairing = Pairing::of(about);
                self.hurries |= at == self.open;
            }
        }
    }

    /// Forgets all that is known, since the articles are other ones now.
    pub(in crate::app) fn forget_all(&mut self) {
        for (at, two) in self.panes.windows(2).enumerate() {
            self.pairings[at] = Pairing::of(Pair::new(two[0].article, two[1].article));
        }
    }
}
