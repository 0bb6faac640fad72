//! Jumps: the places that the reader has left by a jump, to go back to and forward again.

use std::cmp::Ordering;

use super::app::App;
use super::pane::Pane;
use crate::app::jobs::Effect;
use crate::article::Locus;
use crate::text::{Pair, Side};

/// Places kept at most.
const MOST: usize = 100;

/// The places on both sides of the reader's path.
#[derive(Clone, Debug, Default)]
pub(super) struct Jumps {
    back: Vec<Jump>,
    forward: Vec<Jump>,
}

/// Where the reader stood in all panes.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Jump {
    focus: Side,
    /// The panes from left to right.
    row: Vec<Place>,
    /// Which of them is the left one of the pair.
    first: usize,
    link: Option<Pair<Locus>>,
}

/// Where the reader stood in one pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    article: usize,
    cursor: usize,
    /// The cursor's row on the screen.
    row: usize,
}

impl App {
    /// Keeps the place that is about to be left.
    pub(super) fn leave(&mut self) {
        let here = self.here();
        if self.jumps.back.last() != Some(&here) {
            self.jumps.back.push(here);
        }
        if self.jumps.back.len() > MOST {
            self.jumps.back.remove(0);
        }
        self.jumps.forward.clear();
    }

    /// Goes back to where the last jump was made, as often as asked.
    pub(super) fn back(&mut self, times: usize) -> Vec<Effect> {
        self.travel(times, |jumps, here| {
            let to = jumps.back.pop()?;
            jumps.forward.push(here);
            Some(to)
        })
    }

    /// Goes forward again.
    pub(super) fn forward(&mut self, times: usize) -> Vec<Effect> {
        self.travel(times, |jumps, here| {
            let to = jumps.forward.pop()?;
            jumps.back.push(here);
            Some(to)
        })
    }

    fn travel(&mut self, times: usize, take: impl Fn(&mut Jumps, Jump) -> Option<Jump>) -> Vec<Effect> {
        let mut here = self.here();
        let mut to = None;
        for _ in 0..times.min(MOST) {
            let Some(next) = take(&mut self.jumps, here.clone()) else { break };
            here = next.clone();
            to = Some(next);
        }
        let Some(to) = to else {
            self.warn("there is no jump to take back or to repeat");
            return Vec::new();
        };
        self.return_to(&to)
    }

    fn here(&self) -> Jump {
        let height = self.geometry().rows();
        let place = |pane: &Pane| {
            let row = pane.row_of(pane.at(), height).max(0) as usize;
            Place { article: pane.article, cursor: pane.cursor, row }
        };
        let row = self.seats().into_iter().filter_map(|seat| self.pane(seat)).map(place).collect();
        Jump { focus: self.focus, row, first: self.beside.left.len(), link: self.tie().map(|tie| tie.loci) }
    }

    fn return_to(&mut self, jump: &Jump) -> Vec<Effect> {
        self.keep_places();
        let other = self.return_row(jump);
        self.placed = true;
        self.focus = jump.focus;
        if other {
            self.sought = jump.link;
        }
        let height = self.geometry().rows();
        for (seat, place) in self.seats().into_iter().zip(&jump.row) {
            let Some(pane) = self.pane_mut(seat) else { continue };
            pane.cursor = pane.page.place_of(pane.page.spot_of(place.cursor));
            pane.put(pane.at(), place.row.min(height.saturating_sub(1)));
        }
        if other {
            self.know(None);
            self.current = None;
            return self.collate();
        }
        self.current = jump.link.and_then(|loci| self.link_of(loci));
        Vec::new()
    }

    /// Puts the articles back into the panes, and the pair where it was; tells whether the pair is another one now.
    fn return_row(&mut self, jump: &Jump) -> bool {
        let row: Vec<usize> = jump.row.iter().map(|place| place.article).collect();
        for _ in 0..row.len() {
            match self.beside.left.len().cmp(&jump.first) {
                Ordering::Less => self.shift(Side::Right),
                Ordering::Equal => break,
                Ordering::Greater => self.shift(Side::Left),
            }
        }
        if self.row() == row {
            return false;
        }
        let pair = self.pair();
        self.set_row(&row, jump.first);
        self.set_pages();
        self.pair() != pair
    }
}
